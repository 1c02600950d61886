import Foundation
import Testing

@Suite("Statement of grant usage")
struct UsageTests {
    /// The books of the fixtures that have a grant: batch, day, grant, year.
    private static let books = [
        ("violence-reduction-unit/year", "2020-01-31", "VRU-G", "2019/20"),
        ("violence-reduction-unit/year", "2020-01-31", "SVF", "2019/20"),
        ("special-grant/special-grant", "2019-03-31", "SG-BOSON", "2018/19"),
        ("transcripts/final-claim", "2020-06-12", "SSF", "2019/20"),
    ]

    private func lines(_ page: [String: Any], _ sheet: String) throws -> [String: Int] {
        var lines: [String: Int] = [:]
        for row in try Desk.rows(page, sheet) {
            lines[try #require(row["line"] as? String)] = try Desk.pence(row, "amount")
        }
        return lines
    }

    /// The statement agrees with the report of claims and the trial balance's own accounts.
    private func check(_ desk: Desk, _ grant: String, _ year: String) throws {
        let page = try desk.json("report", "usage", grant, "--year", year)
        let use = try lines(page, "use")
        let cash = try lines(page, "cash")
        func part(_ key: String) -> Int { use[key] ?? cash[key] ?? 0 }
        let report = try desk.json("report", "claims", "--grant", grant, "--year", year)
        let row = try Desk.totals(report, "years")
        let (claimed, received) = (try Desk.pence(row, "claimed"), try Desk.pence(row, "received"))
        let ceiling = try Desk.pence(row, "claimCeiling")
        let earned =
            try Desk.pence(row, "earnedClaimable") + Desk.pence(row, "accrued") + claimed + received
        #expect(
            part("approved") + part("broughtForward") == ceiling + part("carriedForward")
                + part("surrendered"))
        #expect(part("earned") == earned)
        #expect(part("unspent") == (try Desk.pence(row, "notYetEarned")))
        #expect(
            part("underspend")
                == part("carriedForward") + part("surrendered") + part("unspent"))
        #expect(
            part("received") + part("receivedCarried") - part("repaid") + part("debtors")
                + part("accruedIncome") == earned + part("inAdvance") + part("repayable"))
        let charged = try Desk.rows(page, "categories").map { try Desk.pence($0, "charged") }
        #expect(charged.reduce(0, +) == earned)
        let journal = try #require(page["journal"] as? [String: Any])
        let made = try #require((page["facts"] as? [String: Any])?["made"] as? String)
        #expect(made.hasSuffix(try #require(journal["chain"] as? String)))
    }

    @Test(
        "Every figure ties to the report of claims, on every fixture that has a grant",
        arguments: books)
    func ties(_ batch: String, _ day: String, _ grant: String, _ year: String) throws {
        let desk = try Desk(clock: "\(day)T16:00:00Z")
        try desk.done(
            "init", "b.almoner", "--office", "Illustrative office", "--from",
            "\(year.prefix(4))-04-01")
        try desk.done("batch", Desk.fixtures.appending(path: "\(batch).batch").path)
        try check(desk, grant, year)
    }

    @Test("A grant received ahead, part carried, part surrendered and repaid, is told to the penny")
    func advance() throws {
        let desk = try Desk(clock: "2020-03-31T16:00:00Z")
        try desk.done(
            "init", "b.almoner", "--office", "Illustrative office", "--from", "2019-04-01")
        for words in [
            "organisation add FUNDER --name Funder", "category add STAFF --name Staff",
            "fund open DUTY --title Duty --source home-office",
            "grant agree G --funder FUNDER --fund DUTY --title Grant --basis advance --profile 2019/20=1000 2020/21=10",
            "grant receive G --year 2019/20 --amount 900",
            "cost record DUTY --year 2019/20 --category STAFF --amount 600.01 --supplier Team",
            "fund carry DUTY --from 2019/20 --to 2020/21 --amount 100 --consent C1",
            "grant surrender G --year 2019/20 --amount 250.50",
            "grant repay G --year 2019/20 --amount 100",
        ] {
            let outcome = try desk.run(words.split(separator: " ").map(String.init))
            #expect(outcome.status == 0, "\(words): \(outcome.err)")
        }
        try check(desk, "G", "2019/20")
        try check(desk, "G", "2020/21")
        let page = try desk.json("report", "usage", "G", "--year", "2019/20")
        let use = try lines(page, "use")
        let expected = [
            "approved": 100_000, "earned": 60_001, "underspend": 39_999, "carriedForward": 10_000,
            "surrendered": 25_050, "unspent": 4_949,
        ]
        #expect(use == expected)
        let cash = try lines(page, "cash")
        #expect(cash["received"] == 90_000 && cash["repaid"] == 10_000)
        #expect(cash["receivedCarried"] == -10_000)
        #expect(
            try lines(try desk.json("report", "usage", "G", "--year", "2020/21"), "use")[
                "broughtForward"] == 10_000)
    }

    @Test("It is one sheet of A4 with a line to sign on, and its chain hash in full")
    func paper() throws {
        let desk = try Desk.withYear()
        try desk.done("report", "usage", "G", "--year", "2019/20", "--output", "usage.html")
        try check(desk, "G", "2019/20")
        let page = desk.folder.appending(path: "usage.html")
        let text = try String(contentsOf: page, encoding: .utf8)
        #expect(text.contains("<h2>Chief finance officer</h2>"))
        #expect(text.contains("<dt>Signature</dt>"))
        let paper = desk.folder.appending(path: "usage.pdf").path
        _ = try desk.program(
            "/usr/bin/chromium",
            [
                "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
                "--print-to-pdf=\(paper)", page.absoluteString,
            ])
        let said = try desk.program("/usr/bin/pdfinfo", [paper]).said
        #expect(said.contains(#/Pages: +1\n/#), "\(said)")
        #expect(said.contains("A4"), "\(said)")
    }
}
