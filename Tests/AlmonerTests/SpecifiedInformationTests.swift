import Foundation
import Testing

@Suite("Specified information")
struct SpecifiedInformationTests {
    /// A desk with one award of £60,000 over two years, signed on 5 May 2025; told in June.
    private static func withAward() throws -> Desk {
        let desk = try Desk(clock: "2025-05-20T09:00:00Z")
        try desk.done("init", "book.almoner", "--office", "An office", "--from", "2025-04-01")
        try desk.write(
            """
            organisation add REFUGE --name "Harbour House" --org-id GB-CHC-1234567 --contact "Ada Light, ada@example.org" --on 2025-04-01
            organisation add TOWN --name "Illustrative town" --kind council --on 2025-04-01
            category add STAFF --name "Staff costs" --on 2025-04-01
            fund open OWN --title "Own budget" --source own-budget --on 2025-04-01
            fund open POCA --title "Proceeds of crime" --source proceeds-of-crime --on 2025-04-01
            fund approve OWN --profile 2025/26..2026/27=100,000 --on 2025-04-01
            fund approve POCA --profile 2025/26..2026/27=100,000 --on 2025-04-01
            award make A1 --fund OWN --recipient REFUGE --title "Beds" --profile 2025/26..2026/27=30,000 --purpose "Beds for the night" --reasons "Fewer victims" --conditions "Open all year" --decision "PCC 2025/7" --on 2025-05-01
            award sign A1 --on 2025-05-05
            instalment schedule A1 --year 2025/26 --amount 500 --due 2025-05-06 --on 2025-05-05
            instalment schedule A1 --year 2025/26 --amount 500.01 --due 2025-05-06 --on 2025-05-05
            payment make A1 --instalment 1 --on 2025-05-06
            payment make A1 --instalment 2 --on 2025-05-06
            award make T1 --fund OWN --recipient TOWN --title "Lights" --profile 2025/26=1,000 --on 2025-05-07
            award sign T1 --on 2025-05-07
            cost record OWN --year 2025/26 --category STAFF --amount 500.02 --supplier "Illustrative agency" --on 2025-05-08
            """, to: "begin.batch")
        try desk.done("batch", "begin.batch")
        return desk
    }

    private func told(_ desk: Desk, _ month: String) throws -> [String: Any] {
        try desk.json("export", "specified-information", "--month", month)
    }

    @Test("A grant stands in the month it was signed in, with all that the Order asks for")
    func monthOfSignature() throws {
        let desk = try Self.withAward()
        let may = try told(desk, "2025-05")
        let rows = try Desk.rows(may, "grants")
        #expect(rows.map { $0["award"] as? String } == ["A1", "T1"])
        let expected = [
            "recipient": "Harbour House", "purpose": "Beds for the night",
            "reasons": "Fewer victims", "conditions": "Open all year", "decision": "PCC 2025/7",
            "amount": "60000.00", "signed": "2025-05-05",
        ]
        for (key, value) in expected { #expect(rows[0][key] as? String == value, "\(key)") }
        #expect(try Desk.rows(may, "corrections").isEmpty)
        let sentences = try #require(may["sentences"] as? [String])
        #expect(sentences.contains("No purpose recorded: T1."))
        #expect(sentences.contains("No reasons recorded: T1."))
        for month in ["2025-04", "2025-06"] {
            #expect(try Desk.rows(told(desk, month), "grants").isEmpty)
        }
        let year = try desk.json("export", "specified-information", "--year", "2025/26")
        #expect(try Desk.rows(year, "grants").count == 2)
    }

    @Test(
        """
        A variation, a lapse, a move and a changed purpose are corrections in the month of the change, \
        each with what it was and is; the month of signature stays as published, but for facts that \
        nobody had said by then
        """)
    func corrections() throws {
        let desk = try Self.withAward()
        desk.environment["ALMONER_CLOCK"] = "2025-07-10T09:00:00Z"
        try desk.write(
            """
            award vary A1 --year 2025/26 --amount 2,500 --reason "More beds" --on 2025-07-01
            award lapse A1 --year 2026/27 --amount 5,000 --reason "Fewer nights" --on 2025-07-02
            award move A1 --year 2026/27 --from OWN --to POCA --amount 10,000 --reason "Receipts" --on 2025-07-03
            award change A1 --purpose "Beds and meals" --reason "Wider" --on 2025-07-04
            organisation change REFUGE --name "Harbour House Trust" --reason "New name" --on 2025-07-05
            """, to: "change.batch")
        try desk.done("batch", "change.batch")
        let july = try told(desk, "2025-07")
        #expect(try Desk.rows(july, "grants").isEmpty)
        let rows = try Desk.rows(july, "corrections").map { row in
            ["change", "field", "was", "now"].map { row[$0] as? String ?? "-" }
        }
        #expect(
            rows == [
                ["varied", "amount", "£60,000.00", "£62,500.00"],
                ["lapsed", "amount", "£62,500.00", "£57,500.00"],
                [
                    "moved to another fund", "fund and year",
                    "2026/27 OWN £25,000.00; 2026/27 POCA £0.00",
                    "2026/27 OWN £15,000.00; 2026/27 POCA £10,000.00",
                ],
                ["changed", "purpose", "Beds for the night", "Beds and meals"],
                ["changed", "recipient", "Harbour House", "Harbour House Trust"],
            ])
        let may = try Desk.rows(told(desk, "2025-05"), "grants")[0]
        #expect(may["amount"] as? String == "60000.00")
        try desk.done("award", "change", "T1", "--purpose", "Light", "--reason", "It was missing")
        let town = try Desk.rows(told(desk, "2025-05"), "grants")[1]
        #expect(town["purpose"] as? String == "Light", "What nobody had said is filled in.")
        #expect(may["purpose"] as? String == "Beds for the night")
        #expect(may["recipient"] as? String == "Harbour House")
        #expect(try Desk.rows(told(desk, "2025-08"), "corrections").isEmpty)
    }

    @Test(
        """
        What is recorded in a later month than it is dated in is a correction in that month too: a \
        variation, a signature, and a signature taken back
        """)
    func recordedLate() throws {
        let desk = try Self.withAward()
        desk.environment["ALMONER_CLOCK"] = "2025-08-10T09:00:00Z"
        try desk.done(
            "award", "vary", "A1", "--year", "2026/27", "--amount", "1", "--reason", "Odd",
            "--on", "2025-06-30")
        try desk.done(
            "award", "make", "B1", "--fund", "OWN", "--recipient", "TOWN", "--title", "Late",
            "--profile", "2025/26=10", "--on", "2025-06-01")
        try desk.done("award", "sign", "B1", "--on", "2025-06-02")
        let signed = try Desk.rows(
            desk.json("entry", "list", "--of", "T1", "--kind", "sign-award"))
        let number = try #require(signed.first?["entry"] as? Int)
        try desk.done("entry", "reverse", "\(number)", "--reason", "Never signed")
        let june = try Desk.rows(told(desk, "2025-06"), "corrections")
        #expect(june.map { $0["change"] as? String } == ["varied"])
        #expect(try Desk.rows(told(desk, "2025-06"), "grants").count == 1)
        let august = try Desk.rows(told(desk, "2025-08"), "corrections")
        #expect(august.map { $0["change"] as? String } == ["varied", "signed", "withdrawn"])
        #expect(august.map { $0["late"] as? String } == Array(repeating: "2025-08-10", count: 3))
        #expect(august[2]["was"] as? String == "£1,000.00")
        let all = try desk.json("export", "specified-information")
        #expect(
            try Desk.rows(all, "corrections").map { $0["change"] as? String }
                == ["varied", "withdrawn"], "B1 itself is in the list of all months.")
        #expect(try Desk.rows(told(desk, "2025-05"), "grants").count == 1)
    }

    @Test(
        """
        A fact that is withheld is said to be, by its ground and never its reason, in every form of \
        every publication; so is a text that names a withheld recipient; a contact is in none
        """)
    func withheld() throws {
        let desk = try Self.withAward()
        try desk.done(
            "award", "change", "A1", "--purpose", "Beds at harbour house", "--reason", "Wording",
            "--on", "2025-05-10")
        try desk.done(
            "award", "withhold", "A1", "--field", "recipient", "--reason",
            "The address of a refuge",
            "--ground", "safety", "--on", "2025-05-11")
        desk.environment["ALMONER_CLOCK"] = "2025-06-20T09:00:00Z"
        var files: [String] = []
        for suffix in ["json", "csv"] {
            try desk.done("export", "360giving", "--output", "grants.\(suffix)")
            files.append("grants.\(suffix)")
        }
        for command in ["specified-information", "transparency"] {
            for suffix in ["json", "csv", "tsv", "jsonl", "md", "html", "txt"] {
                files.append("\(command).\(suffix)")
                try desk.done("export", command, "--output", files.last ?? "")
            }
        }
        for file in files {
            let text = try String(
                contentsOf: desk.folder.appending(path: file), encoding: .utf8
            ).lowercased()
            for secret in [
                "harbour house", "1234567", "ada light", "ada@example.org", "address of a refuge",
            ] {
                #expect(!text.contains(secret), "\(file) tells \(secret)")
            }
            let isWrapped = file.hasSuffix(".txt")
            #expect(text.contains(isWrapped ? "withheld" : "withheld: the safety"), "\(file)")
        }
        let findings = try String(
            contentsOf: desk.folder.appending(path: "grants.json.findings.csv"), encoding: .utf8)
        #expect(findings.contains("withheld,A1,"))
        #expect(findings.contains("purpose names the recipient"))
        #expect(findings.contains("description,A1,"))
    }

    @Test("A fact withheld in a later month is a correction in it, which does not tell the fact")
    func withheldLater() throws {
        let desk = try Self.withAward()
        desk.environment["ALMONER_CLOCK"] = "2025-06-20T09:00:00Z"
        try desk.done(
            "award", "withhold", "A1", "--field", "reasons", "--reason", "Names a suspect")
        let row = try Desk.rows(told(desk, "2025-06"), "corrections")[0]
        #expect(row["change"] as? String == "withheld")
        #expect(row["field"] as? String == "reasons")
        #expect(row["now"] as? String == "Withheld")
        let may = try Desk.rows(told(desk, "2025-05"), "grants")[0]
        #expect(may["reasons"] as? String == "Withheld")
    }

    @Test(
        """
        Transparency lists what is above £500 and not £500 itself, costs too; grants to public bodies \
        are expenditure and not among the grants; a charity's number is its registration number
        """)
    func transparency() throws {
        let desk = try Self.withAward()
        let page = try desk.json("export", "transparency", "--month", "2025-05")
        let grants = try Desk.rows(page, "grants")
        #expect(grants.map { $0["award"] as? String } == ["A1"])
        #expect(grants[0]["registrationNumber"] as? String == "1234567")
        #expect(grants[0]["timePeriod"] as? String == "2025/26 to 2026/27")
        #expect(grants[0]["department"] as? String == "An office")
        let spent = try Desk.rows(page, "expenditure")
        #expect(spent.map { $0["amount"] as? String } == ["500.01", "500.02"])
        #expect(spent[1]["merchantCategory"] as? String == "Staff costs")
        let less = try desk.json(
            "export", "transparency", "--quarter", "2025/26-Q1", "--over", "250")
        #expect(try Desk.rows(less, "expenditure").count == 3)
        let none = try desk.json("export", "transparency", "--quarter", "2025/26-Q2")
        #expect(try Desk.rows(none, "expenditure").isEmpty)
    }

    @Test(
        "A payment sent back counts as nothing paid where it was reversed, and below nil where not")
    func sentBack() throws {
        let desk = try Self.withAward()
        let payments = try Desk.rows(desk.json("payment", "list"))
        let entries = payments.compactMap { $0["entry"] as? Int }
        try #require(entries.count == 2)
        try desk.done(
            "payment", "returned", "\(entries[0])", "--reason", "Account closed", "--on",
            "2025-05-09")
        try desk.done("entry", "reverse", "\(entries[1])", "--reason", "Twice")
        let rows = try Desk.rows(
            desk.json("export", "transparency", "--over", "0"), "expenditure")
        #expect(
            rows.map { $0["amount"] as? String ?? "" } == ["500.00", "500.02", "-500.00"])
    }
}
