import Foundation
import Testing

@Suite("A claim in its funder's own workbook")
struct ClaimFillingTests {
    /// A desk with a claim of £1,600.00 of staff and £40.00 of travel, and a form by openpyxl.
    private func desk() throws -> Desk {
        let desk = try Desk.withFund()
        try desk.done("organisation", "add", "HOME", "--name", "Home Office")
        for code in ["STAFF", "TRAVEL", "RENT"] {
            try desk.done("category", "add", code, "--name", code)
        }
        try desk.done("fund", "open", "HO", "--title", "Home", "--source", "home-office")
        try desk.done(
            "grant", "agree", "G1", "--funder", "HOME", "--fund", "HO", "--title", "G", "--basis",
            "arrears", "--profile", "2019/20=100000")
        for (category, amount) in [("STAFF", "1,600"), ("TRAVEL", "40")] {
            try desk.done(
                "cost", "record", "HO", "--year", "2019/20", "--category", category, "--amount",
                amount, "--supplier", "Payroll")
        }
        try desk.done("claim", "make", "C1", "--grant", "G1", "--year", "2019/20")
        try python("form", "form.xlsx", in: desk)
        return desk
    }

    /// Runs the judge of workbooks in the desk's folder.
    @discardableResult
    private func python(_ words: String..., in desk: Desk) throws -> String {
        let root = Desk.fixtures.deletingLastPathComponent()
        let process = Process()
        let pipe = Pipe()
        process.executableURL = root.appending(path: ".venv/bin/python")
        process.arguments = [root.appending(path: "Tests/judges/workbooks.py").path] + words
        process.currentDirectoryURL = desk.folder
        process.standardOutput = pipe
        try process.run()
        let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
        return String(decoding: output, as: UTF8.self)
    }

    private func fill(_ desk: Desk, _ map: String, into: String = "form.xlsx") throws
        -> Desk.Outcome
    {
        try desk.write("fact,cell\n" + map, to: "map.csv")
        return try desk.run(
            "claim", "show", "C1", "--into", into, "--map", "map.csv", "--output", "filled.xlsx",
            "--format", "tsv")
    }

    @Test("Amounts go where the map says as numbers; two categories of one cell are added up")
    func filled() throws {
        let desk = try desk()
        let outcome = try fill(
            desk,
            """
            claimant,'Claim form'!B1
            STAFF.thisClaim,'Claim form'!C4
            TRAVEL.thisClaim,'Claim form'!C4
            RENT.thisClaim,'Claim form'!C5
            total.budget,Summary!B2
            """)
        #expect(outcome.status == 0, "\(outcome.err)")
        #expect(
            outcome.out.contains("Claim form!C4\tSTAFF.thisClaim + TRAVEL.thisClaim\t1640.00"))
        let verdict = try python("filled", "form.xlsx", "filled.xlsx", in: desk)
        for cell in [
            #""Claim form!C4": ["float", "1640.0", "n""#, #""Claim form!C5": ["float", "0.0", "n""#,
            #""Summary!B2": ["float", "100000.0", "n""#,
            #""Claim form!B1": ["str", "An office", "s""#,
        ] {
            #expect(verdict.contains(cell), "\(verdict)")
        }
    }

    @Test("What of the claim has no cell in the map is said")
    func unplaced() throws {
        let desk = try desk()
        let outcome = try desk.run(
            "claim", "show", "C1", "--format", "json")
        #expect(outcome.status == 0)
        try desk.write("fact,cell\nSTAFF.thisClaim,'Claim form'!C4\n", to: "map.csv")
        let told = try desk.done(
            "claim", "show", "C1", "--into", "form.xlsx", "--map", "map.csv", "--output",
            "filled.xlsx", "--format", "table")
        #expect(told.out.contains("£40.00 of TRAVEL is in this claim, and the map has no cell"))
    }

    @Test("A wrong map or workbook is refused with what is wrong, and nothing is written")
    func refused() throws {
        let desk = try desk()
        for (map, words) in [
            (
                "STAF.thisClaim,Summary!B1\nperiod,Summary!B2\n",
                "row 2: there is no fact STAF.thisClaim"
            ),
            ("STAFF.paid,Summary!B1\n", "row 2: there is no fact STAFF.paid"),
            ("period,Summary!B1\nclaim,Summary!B1\n", "row 3: Summary!B1 is asked for twice"),
            (
                "STAFF.thisClaim,Summary!B1\nTRAVEL.budget,Summary!B1\n",
                "row 3: Summary!B1 is asked"
            ),
            ("period,Summary!A1\n", "row 2: Summary!A1 has a formula"),
            ("period,Nowhere!A1\n", "there is no sheet Nowhere; there are Claim form, Summary"),
            ("period,Summary\n", "map.csv, row 2, column B"),
        ] {
            let outcome = try fill(desk, map)
            #expect(outcome.status == 65 && outcome.err.contains(words), "\(outcome.err)")
        }
        try desk.write("no workbook", to: "theirs.xlsx")
        let outcome = try fill(desk, "period,Summary!B2\n", into: "theirs.xlsx")
        #expect(outcome.err.hasPrefix("error[bad-workbook]: theirs.xlsx"), "\(outcome.err)")
        let taken = try desk.run(
            "claim", "show", "C1", "--into", "form.xlsx", "--map", "map.csv", "--output",
            "theirs.xlsx")
        #expect(taken.status == 73)
        #expect(try desk.run("claim", "show", "C1", "--into", "form.xlsx").status == 64)
        let names = try FileManager.default.contentsOfDirectory(atPath: desk.folder.path)
        #expect(!names.contains { $0.hasPrefix("filled") }, "\(names)")
    }
}
