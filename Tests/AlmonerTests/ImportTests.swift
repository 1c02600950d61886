import Foundation
import Testing

@Suite("Imports")
struct ImportTests {
    @Test("A thousand rows in a layout not seen before are taken in with a profile made on the way")
    func thousand() throws {
        let desk = try Desk.withFund(clock: "2019-06-30T09:00:00Z")
        try desk.done("category", "add", "TEAM", "--name", "Team")
        try desk.write(Self.costs(1_000), to: "extract.csv")
        let words = [
            "import", "costs", "extract.csv", "--set", "category=TEAM", "--save", "FINANCE",
            "--expect-rows", "1000", "--expect-total", "55540.00",
        ]
        let first = try desk.run(words)
        #expect(first.status == 0, "\(first.err)")
        #expect(first.out.contains("  1000 new rows recorded\n"))
        #expect(first.err.contains("supplier") && first.err.contains("column A, “Vendor”"))
        let before = try Data(contentsOf: desk.folder.appending(path: "kent.almoner"))
        let second = try desk.run("import", "costs", "extract.csv", "--using", "FINANCE")
        #expect(second.status == 0, "\(second.err)")
        #expect(second.out.contains("  0 new rows\n  1000 seen before, and left out\n"))
        #expect(try Data(contentsOf: desk.folder.appending(path: "kent.almoner")) == before)
        let spent = try desk.done("report", "spend", "--format", "json").out
        #expect(spent.contains("\"charged\": \"55540.00\""))
        #expect(try desk.run("verify", "--full").status == 0)
    }

    @Test("Rows added to a file seen before are recorded, and those before them left out")
    func grown() throws {
        let desk = try Desk.withFund(clock: "2019-06-30T09:00:00Z")
        try desk.write(Self.costs(3), to: "june.csv")
        try desk.done(
            "import", "costs", "june.csv", "--set", "category=GENERAL", "--save", "FINANCE",
            "--expect-total", "30.06")
        try desk.write(Self.costs(5), to: "july.csv")
        let grown = try desk.done(
            "import", "costs", "july.csv", "--using", "FINANCE", "--expect-total", "50.15")
        #expect(grown.out.contains("  2 new rows recorded\n  3 seen before, and left out\n"))
    }

    @Test("Each entry has the file's digest and its row, the row's reference and its key")
    func provenance() throws {
        let desk = try Desk.withFund(clock: "2019-06-30T09:00:00Z")
        try desk.write(Self.costs(2), to: "june.csv")
        let out = try desk.done(
            "import", "costs", "june.csv", "--set", "category=GENERAL", "--save", "FINANCE",
            "--expect-total", "20.03", "--format", "json"
        ).out
        #expect(out.contains("\"schema\": \"almoner.import/1\""))
        let digest = try #require(out.firstMatch(of: #/"sha256": "([0-9a-f]{64})"/#)?.1)
        let entry = try desk.done("entry", "show", "8", "--format", "json").out
        #expect(entry.contains(digest) && entry.contains("june.csv"))
        #expect(entry.contains("\"key\": \"import/FINANCE/INV-2\""))
        #expect(entry.contains("\"reference\": \"INV-2\""))
    }

    @Test("All that is wrong with a file is named, a hundred at most, and nothing is recorded")
    func hundred() throws {
        let desk = try Desk.withFund(clock: "2019-06-30T09:00:00Z")
        try desk.write(Self.costs(150).replacing("VRF", with: "NONE"), to: "june.csv")
        let before = try Data(contentsOf: desk.folder.appending(path: "kent.almoner"))
        let refused = try desk.run(
            "import", "costs", "june.csv", "--set", "category=GENERAL", "--save", "F",
            "--expect-total", "1", "--format", "json")
        #expect(refused.status == 65)
        let start = try #require(refused.err.firstIndex(of: "{"))
        let error = try JSONSerialization.jsonObject(with: Data(refused.err[start...].utf8))
        let object = try #require(error as? [String: Any])
        #expect(object["code"] as? String == "import-refused")
        let errors = try #require(object["errors"] as? [[String: Any]])
        #expect(errors.count == 100)
        #expect(errors[0]["cell"] as? String == "C2" && errors[0]["row"] as? Int == 2)
        #expect(errors[0]["column"] as? String == "Cost centre")
        #expect(errors[0]["text"] as? String == "NONE")
        #expect((object["message"] as? String)?.contains("151 errors") == true)
        #expect(try Data(contentsOf: desk.folder.appending(path: "kent.almoner")) == before)
    }

    @Test("A refused row leaves no trace for the rows after it")
    func noTrace() throws {
        let desk = try Desk.withFund(clock: "2019-06-30T09:00:00Z")
        try desk.write(
            """
            Award no,Recipient,Project,Fund,2019/20,Award date,Date signed,Paid,Date paid
            A-1,PROJECT-01,One,VRF,"60,000.00",10/06/2019,,"1.00",10/06/2019
            A-2,PROJECT-01,Two,VRF,"60,000.00",13/06/2019,14/06/2019,,
            A-3,PROJECT-01,Three,VRF,"60,000.00",13/06/2019,14/06/2019,,

            """, to: "awards.csv")
        let refused = try desk.run("import", "awards", "awards.csv", "--dry-run")
        #expect(refused.status == 65)
        #expect(refused.err.contains("J2") == false && refused.err.contains("award-not-signed"))
        #expect(refused.err.contains("E4 (2019/20): fund-exceeded: "), "\(refused.err)")
        #expect(refused.err.contains("row 3") == false && refused.err.contains("has 2 errors"))
    }

    @Test("A dry run shows how the file would be read and what it comes to, and asks for nothing")
    func dryRun() throws {
        let desk = try Desk.withFund(clock: "2019-06-30T09:00:00Z")
        try desk.write(Self.costs(3), to: "june.csv")
        let dry = try desk.run(
            "import", "costs", "june.csv", "--set", "category=GENERAL", "--dry-run")
        #expect(dry.status == 0, "\(dry.err)")
        #expect(dry.err.hasPrefix("june.csv is read so:\n"))
        #expect(dry.out.contains("Dry run: nothing is recorded."))
        #expect(dry.out.contains("june.csv, 3 rows, £30.06"))
        #expect(try desk.done("cost", "list", "--format", "csv").out.contains("INV") == false)
    }

    /// An extract of costs of £10.01, £10.02 and so on up to £100.00 more.
    private static func costs(_ count: Int) -> String {
        var text = "Vendor,Net,Cost centre,Posting date,Invoice no\r\n"
        for row in 1...count {
            let pence = String(format: "%.2d", row % 100)
            let pounds = count == 1_000 ? 10 + row % 91 : 10
            text +=
                "Supplier \(row % 7),\(pounds).\(pence),VRF,\(row % 12 + 13)/06/2019,INV-\(row)\r\n"
        }
        return text
    }
}
