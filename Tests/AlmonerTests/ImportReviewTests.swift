import Foundation
import Testing

@Suite("Imports beside what is there")
struct ImportReviewTests {
    private static let sheet = """
        Vendor,Net,Cost centre,Posting date,Invoice no
        Evaluator,40.00,VRF,13/06/2019,INV-1
        Payroll,50.00,VRF,14/06/2019,INV-2

        """

    private func desk() throws -> Desk {
        let desk = try Desk.withFund(clock: "2019-06-30T09:00:00Z")
        try desk.write(Self.sheet, to: "june.csv")
        return desk
    }

    @discardableResult
    private func take(_ desk: Desk, total: String = "90.00") throws -> Desk.Outcome {
        try desk.done(
            "import", "costs", "june.csv", "--set", "category=GENERAL", "--save", "FINANCE",
            "--expect-total", total)
    }

    @Test(
        "A cost recorded by hand of the same amount within five days waits; a day more, and it does not",
        arguments: [("2019-06-08", 1), ("2019-06-18", 1), ("2019-06-07", 0), ("2019-06-19", 0)])
    func nearDays(_ date: String, _ waiting: Int) throws {
        let desk = try desk()
        try desk.done(
            "cost", "record", "VRF", "--year", "2019/20", "--category", "GENERAL", "--amount", "40",
            "--supplier", "Evaluator", "--on", date)
        let out = try take(desk).out
        #expect(out.contains("  \(2 - waiting) new row"))
        #expect(out.contains("may be what the book already has") == (waiting > 0))
    }

    @Test("A row said to be the same is recorded by nothing, and seen from then on")
    func same() throws {
        let desk = try desk()
        try desk.done(
            "cost", "record", "VRF", "--year", "2019/20", "--category", "GENERAL", "--amount", "40",
            "--supplier", "Evaluator", "--on", "2019-06-12")
        try take(desk)
        try desk.done("import", "review", "8", "--same", "5")
        let report = try desk.done("report", "spend", "--format", "json").out
        #expect(report.contains("\"charged\": \"90.00\""))
        let again = try desk.done("import", "costs", "june.csv", "--using", "FINANCE")
        #expect(again.out.contains("  0 new rows\n"))
        #expect(try desk.run("import", "review", "8", "--another").status == 65)
    }

    @Test("A row said to be another is recorded in the same commit, with its key, paper and date")
    func another() throws {
        let desk = try desk()
        try desk.done(
            "cost", "record", "VRF", "--year", "2019/20", "--category", "GENERAL", "--amount", "40",
            "--supplier", "Evaluator", "--on", "2019-06-12")
        try take(desk)
        try desk.done("import", "review", "8", "--another")
        let entry = try desk.done("entry", "show", "11", "--format", "json").out
        #expect(entry.contains("\"key\": \"import/FINANCE/INV-1\""))
        #expect(entry.contains("\"date\": \"2019-06-13\"") && entry.contains("june.csv"))
        let report = try desk.done("report", "spend", "--format", "json").out
        #expect(report.contains("\"charged\": \"130.00\""))
        let again = try desk.done("import", "costs", "june.csv", "--using", "FINANCE")
        #expect(again.out.contains("  2 seen before, and left out\n"))
    }

    @Test("An import is undone whole, and what was undone can be taken in again")
    func undone() throws {
        let desk = try desk()
        try take(desk)
        try desk.done("entry", "reverse", "--batch", "5", "--reason", "Wrong file")
        let report = try desk.done("report", "spend", "--format", "json").out
        #expect(report.contains("\"charged\": \"0.00\""))
        let again = try take(desk)
        #expect(again.out.contains("  2 new rows recorded\n"))
        let entry = try desk.done("entry", "show", "16", "--format", "json").out
        #expect(entry.contains("\"key\": \"import/FINANCE/INV-2~2\""))
        #expect(try desk.run("verify", "--full").status == 0)
    }

    @Test("The same reference with other figures is an error that names the entry")
    func differs() throws {
        let desk = try desk()
        try take(desk)
        try desk.write(Self.sheet.replacing("50.00", with: "55.00"), to: "june.csv")
        let refused = try desk.run("import", "costs", "june.csv", "--using", "FINANCE")
        #expect(refused.status == 65)
        #expect(
            refused.err.contains(
                "E3 (Invoice no): row-differs: “INV-2” was taken in before as entry 8"))
    }

    @Test("A reference that stands twice in a file is an error where it is to tell rows apart")
    func twins() throws {
        let desk = try desk()
        try desk.write(Self.sheet.replacing("INV-2", with: "INV-1"), to: "june.csv")
        let words = [
            "import", "costs", "june.csv", "--set", "category=GENERAL", "--save", "FINANCE",
            "--expect-total", "90.00",
        ]
        let refused = try desk.run(words + ["--unique", "reference"])
        #expect(refused.err.contains("E3 (Invoice no): seen-twice: “INV-1” stands in row 2 too."))
        #expect(try desk.run(words).status == 0)
    }

    @Test("A date ahead is refused row by row unless it is said to be meant")
    func ahead() throws {
        let desk = try desk()
        try desk.write(Self.sheet.replacing("14/06/2019", with: "14/07/2019"), to: "june.csv")
        let words = [
            "import", "costs", "june.csv", "--set", "category=GENERAL", "--save", "FINANCE",
            "--expect-total", "90.00",
        ]
        let refused = try desk.run(words)
        #expect(
            refused.err.contains("D3 (Posting date): unusual-date: 14 July 2019 is after today"))
        #expect(try desk.run(words + ["--historic"]).status == 0)
    }
}
