import Foundation
import Testing

@Suite("Workbooks")
struct WorkbookTests {
    /// Every report, and lists and cards beside them.
    private static let questions = [
        "report spend", "report spend --by fund year category", "report caps", "report match",
        "report returns", "report claims", "report payments", "report commitments",
        "report fund-statement --fund VRF", "report trial-balance", "report exceptions",
        "report calendar", "report variance", "report panel --fund VRF", "award show VRF-01",
        "award list", "bid list", "fund list", "entry list", "entry show 40",
        "return show VRF-01 --period 2019/20", "policy show", "today", "organisation list",
    ]

    @Test(
        """
        Every report of the Kent example opens in LibreOffice as a workbook, its 80 and more formulas \
        recalculated to what they keep; openpyxl reads money as numbers, days as dates, codes as text
        """)
    func everyReport() throws {
        let desk = try Desk.withKent()
        let out = desk.folder.appending(path: "out")
        try FileManager.default.createDirectory(at: out, withIntermediateDirectories: true)
        for (number, question) in Self.questions.enumerated() {
            let words = question.split(separator: " ").map(String.init)
            for suffix in ["xlsx", "json"] {
                let outcome = try desk.run(words + ["--output", "out/\(number).\(suffix)"])
                #expect(outcome.status == 0, "\(question): \(outcome.err)")
            }
        }
        try desk.done("export", "xlsx", "--output", "out/book.xlsx")
        try desk.done("export", "xlsx", "--year", "2019/20", "--output", "out/year.xlsx")
        try desk.done(
            "return", "issue", "VRF-02", "--period", "2020/21", "--output", "out/form.xlsx")
        let said = try Judge.run("recalculated.py", [out.path])
        let formulas = try #require(said.firstMatch(of: #/(\d+) formulas/#)?.1)
        #expect(try #require(Int(formulas)) > 80, "\(said)")
        #expect(said.hasPrefix("\(Self.questions.count + 3) workbooks"))
    }

    @Test("The same question gives the same bytes, and a workbook may be piped")
    func sameBytes() throws {
        let desk = try Desk.withFund()
        try desk.done("report", "spend", "--output", "a.xlsx")
        try desk.done("report", "spend", "--output", "b.xlsx")
        let files = try ["a.xlsx", "b.xlsx"].map {
            try Data(contentsOf: desk.folder.appending(path: $0))
        }
        #expect(files[0] == files[1])
        #expect(files[0].starts(with: [0x50, 0x4B]))
        _ = try? desk.run("report", "spend", "--format", "xlsx")
        let piped = try Data(contentsOf: desk.folder.appending(path: ".output"))
        #expect(piped == files[0])
        let names = try FileManager.default.contentsOfDirectory(atPath: desk.folder.path)
        #expect(!names.contains { $0.hasPrefix(".a.xlsx") })
    }

    @Test("A counterfoil is never a workbook, and a folder that is not there is said: 64 and 73")
    func refused() throws {
        let desk = try Desk.withFund()
        let foil = try desk.run(
            "category", "add", "STAFF", "--name", "Staff", "--format", "xlsx")
        #expect(foil.status == 64)
        #expect(foil.err.contains("not printed as xlsx"))
        let nowhere = try desk.run("fund", "list", "--output", "no/such/a.xlsx")
        #expect(nowhere.status == 73)
        #expect(nowhere.err.hasPrefix("error[cannot-create]"))
    }

    @Test("--excel is CSV with a mark of UTF-8 and CR LF, and no other form has it")
    func excel() throws {
        let desk = try Desk.withFund()
        try desk.done("fund", "list", "--excel", "--output", "funds.csv")
        let csv = Array(try Data(contentsOf: desk.folder.appending(path: "funds.csv")))
        #expect(csv.starts(with: [0xEF, 0xBB, 0xBF]))
        let lines = csv.dropFirst(3).split(separator: 10)
        #expect(lines.count == 2)
        #expect(lines.allSatisfy { $0.last == 13 })
        let plain = Array(try desk.done("fund", "list", "--format", "csv").out.utf8)
        #expect(csv.dropFirst(3).filter { $0 != 13 } == plain)
        let json = try desk.run("fund", "list", "--excel", "--format", "json")
        #expect(json.status == 64)
    }

    @Test("The book as CSV has every entry, transfer and account once; a year has its own alone")
    func csv() throws {
        let desk = try Desk.withKent()
        try desk.done("export", "csv", "--output", "all")
        try desk.done("export", "csv", "--output", "year", "--year", "2020/21")
        let entries = try #require(
            try desk.json("entry", "list", "--newest", "1")["journal"] as? [String: Any])
        let count = try #require(entries["entries"] as? Int)
        #expect(try rows(desk, "all/entries.csv").count == count)
        let balances = try rows(desk, "all/accounts.csv").compactMap {
            $0.split(separator: ",").last
        }
        #expect(balances.count > 100)
        let debits = try rows(desk, "all/transfers.csv").count
        #expect(debits > count)
        let years = try rows(desk, "year/spend.csv")
        #expect(years.count == 1)
        #expect(years[0].hasPrefix("VRF,2020/21,"))
        #expect(try rows(desk, "year/entries.csv").count < count)
        let again = try desk.run("export", "csv", "--output", "all")
        #expect(again.status == 73)
        #expect(again.err.hasPrefix("error[output-exists]"))
    }

    @Test(
        """
        A register of more than a slice is told whole and as it is listed: 1,203 organisations by code, \
        1,001 costs by entry
        """)
    func slices() throws {
        let desk = try Desk.withFund()
        var lines = ["category add TEAM --name Team"]
        lines += (1...1_001).map { number in
            "cost record VRF --year 2019/20 --category TEAM --amount 5 "
                + "--supplier \"Illustrative \(number)\""
        }
        lines += (1...1_202).map { "organisation add ORG-\($0) --name \"Illustrative \($0)\"" }
        try desk.write(lines.joined(separator: "\n"), to: "many.batch")
        try desk.done("batch", "many.batch", "--all-or-nothing", "--historic")
        try desk.done("export", "csv", "--output", "all")
        for (command, name) in [("organisation", "organisations"), ("cost", "costs")] {
            let listed = try desk.done(command, "list", "--format", "csv").out
            let told = try rows(desk, "all/\(name).csv")
            #expect(told == Array(listed.split(separator: "\n").dropFirst()))
            #expect(told.count > 1_000)
            if name == "costs" {
                #expect(told != told.sorted(), "keys are texts, \"10\" before \"9\"")
            }
        }
    }

    private func rows(_ desk: Desk, _ name: String) throws -> [Substring] {
        let text = try String(
            contentsOf: desk.folder.appending(path: name), encoding: .utf8)
        return Array(text.split(separator: "\n").dropFirst())
    }
}
