import Foundation
import Testing

@Suite("Bank lines")
struct ImportBankTests {
    /// A desk with two costs of £40 and one of £70, by their entries 5, 6 and 7.
    private func desk(_ statement: String) throws -> Desk {
        let desk = try Desk.withFund(clock: "2019-06-30T09:00:00Z")
        for (amount, reference, day) in [
            ("40", "INV-1", 10), ("40", "INV-2", 11), ("70", "INV-3", 12),
        ] {
            try desk.done(
                "cost", "record", "VRF", "--year", "2019/20", "--category", "GENERAL", "--amount",
                amount, "--supplier", "Payee", "--reference", reference, "--on", "2019-06-\(day)")
        }
        try desk.write("Date,Details,Amount\n" + statement, to: "bank.csv")
        return desk
    }

    private func take(_ desk: Desk, _ total: String) throws -> String {
        try desk.done(
            "import", "bank", "bank.csv", "--save", "BANK", "--dates", "dmy", "--expect-total",
            total
        ).out
    }

    private func reconciled(_ desk: Desk, _ words: String...) throws -> [String: Any] {
        let out = try desk.run(["reconcile", "--format", "json"] + words).out
        return try #require(JSONSerialization.jsonObject(with: Data(out.utf8)) as? [String: Any])
    }

    private func count(_ page: [String: Any], _ sheet: String) -> Int {
        let found = page[sheet] as? [Any] ?? (page[sheet] as? [String: Any])?["rows"] as? [Any]
        return found?.count ?? -1
    }

    @Test("A line is matched at once where it names one entry of its amount within five days")
    func matched() throws {
        let desk = try desk("13/06/2019,BACS INV-2 PAYEE,-40.00\n")
        #expect(try take(desk, "-40").contains("  1 matched to an entry beyond doubt\n"))
        let page = try reconciled(desk)
        #expect(count(page, "matched") == 1 && count(page, "entries") == 2)
        let refused = try desk.run("entry", "reverse", "6", "--reason", "Wrong")
        #expect(refused.status == 65 && refused.err.contains("entry-in-use"), "\(refused.err)")
    }

    @Test(
        "By amount and date alone, six days off, by another amount, or inside a longer word: never",
        arguments: [
            ("13/06/2019,BACS PAYEE,-40.00\n", "-40", 2),
            ("17/06/2019,BACS INV-2,-40.00\n", "-40", 0),
            ("13/06/2019,BACS INV-2,-40.01\n", "-40.01", 0),
            ("13/06/2019,BACS INV-23,-40.00\n", "-40", 2),
            ("13/06/2019,BACS INV-2,40.00\n", "40", 0),
        ])
    func notMatched(_ line: String, _ total: String, _ near: Int) throws {
        let desk = try desk(line)
        #expect(try take(desk, total).contains("matched to an entry") == false)
        let page = try reconciled(desk)
        #expect(count(page, "matched") == 0 && count(page, "lines") == 1)
        let waits = try desk.done("import", "review", "--format", "table").out
        #expect(waits.contains("5, 6") == (near == 2), "\(waits)")
    }

    @Test("A line is matched by hand to entries that come to its amount, and to no others")
    func byHand() throws {
        let desk = try desk("13/06/2019,BULK,-110.00\n14/06/2019,CHARGES,-5.00\n")
        _ = try take(desk, "-115")
        let differs = try desk.run("reconcile", "match", "10", "--entry", "5")
        #expect(differs.status == 65 && differs.err.hasPrefix("error[bank-differs]"))
        try desk.done("reconcile", "match", "10", "--entry", "5", "7")
        try desk.done("reconcile", "elsewhere", "11", "--reason", "The force's charges")
        let text = try desk.done("reconcile", "--format", "table").out
        #expect(text.contains("Per the book -£150.00, per the bank's lines -£115.00: £35.00 apart"))
        let explained = try #require(text.firstMatch(of: #/Not explained +([-\d.,]+)\n/#))
        #expect(explained.1 == "0.00")
    }

    @Test("The difference comes to nil in any span of days", arguments: 8...16)
    func spans(_ day: Int) throws {
        let desk = try desk(
            "13/06/2019,BACS INV-2 PAYEE,-40.00\n16/06/2019,BACS INV-3,-70.00\n12/06/2019,IN,9.00\n"
        )
        _ = try take(desk, "-101")
        let text = try desk.done(
            "reconcile", "--from", "2019-06-\(day < 10 ? "0" : "")\(day)", "--to",
            "2019-06-\(day + 1 < 10 ? "0" : "")\(day + 1)",
            "--format", "table"
        ).out
        #expect(text.contains("Not explained"))
        let explained = try #require(text.firstMatch(of: #/Not explained +([-\d.,]+)\n/#))
        #expect(explained.1 == "0.00")
    }
}
