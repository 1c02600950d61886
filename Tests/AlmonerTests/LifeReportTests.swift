import Foundation
import Testing

/// The reports over a played book: Kent's unit and surge of 2019/20, in arrears (illustrative).
@Suite("Reports of a year of claims")
struct LifeReportTests {
    /// The book, written once, and copied for each test.
    private static let begun: [String: Data]? = try? {
        let desk = try Desk(clock: "2020-06-30T09:00:00Z")
        try desk.done(
            "init", "book.almoner", "--office", "Illustrative office", "--from", "2019-04-01",
            "--id", String(repeating: "0", count: 32))
        let folder = Desk.fixtures.appending(path: "violence-reduction-unit")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        let batch = try #require(names.first { $0.hasSuffix(".batch") })
        let outcome = try desk.run(
            "batch", folder.appending(path: batch).path, "--historic", "--keep-going")
        try #require(outcome.status == 0, "\(outcome.err)")
        var files: [String: Data] = [:]
        for name in ["book.almoner", "book.almoner.counterfoils"] {
            files[name] = try Data(contentsOf: desk.folder.appending(path: name))
        }
        return files
    }()

    private static func desk() throws -> Desk {
        let desk = try Desk(clock: "2020-06-30T09:00:00Z")
        for (name, bytes) in try #require(begun) {
            try bytes.write(to: desk.folder.appending(path: name))
        }
        return desk
    }

    @Test("The claim to Q2 is £120,000 of the team and £180,000 of returns: £300,000, line by line")
    func claim() throws {
        let page = try Self.desk().json("claim", "show", "VRU-1")
        #expect(page["schema"] as? String == "almoner.claim.show/1")
        let lines = try Desk.rows(page, "lines")
        let sum = try lines.map { try Desk.pence($0, "amount") }.reduce(0, +)
        #expect(sum == 30_000_000)
        #expect(
            Set(lines.compactMap { $0["category"] as? String }) == ["TEAM", "INTERVENTIONS"])
        let totals = try Desk.totals(page, "categories")
        #expect(totals["claimed"] as? String == "300000.00")
        #expect(totals["claimedBefore"] as? String == "0.00")
        #expect(totals["budget"] as? String == "1100000.00")
        #expect(totals["left"] as? String == "800000.00")
        // all £600,000 of the award is still expected, and the £120,000 of the team is spent
        #expect(totals["forecast"] as? String == "720000.00")
        let facts = try #require(page["facts"] as? [String: Any])
        #expect(facts["total"] as? String == "300000.00")
        let chain = try #require(facts["chain"] as? String)
        #expect(chain.utf8.count == 64)
    }

    @Test(
        "For every grant and year the ceiling is what is not earned, to claim, awaited and received"
    )
    func claims() throws {
        let desk = try Self.desk()
        for day in ["2019-09-30", "2019-12-31", "2020-03-31", "2020-06-30"] {
            let page = try desk.json("report", "claims", "--as-at", day)
            let rows = try Desk.rows(page, "years")
            #expect(!rows.isEmpty)
            for row in rows {
                let parts = try [
                    "notYetEarned", "earnedClaimable", "accrued", "claimed", "received",
                ].map { try Desk.pence(row, $0) }
                #expect(try parts.reduce(0, +) == Desk.pence(row, "claimCeiling"), "\(day)")
            }
            for claim in try Desk.rows(page, "claims") {
                let parts = try ["received", "disallowed", "claimed"].map {
                    try Desk.pence(claim, $0)
                }
                #expect(try parts.reduce(0, +) == Desk.pence(claim, "asked"), "\(day)")
            }
        }
        let then = try desk.json("report", "claims", "--grant", "VRU-G", "--as-at", "2019-11-30")
        let row = try #require(try Desk.rows(then, "years").first)
        #expect(row["claimed"] as? String == "300000.00")
        #expect(row["received"] as? String == "0.00")
        let claim = try #require(try Desk.rows(then, "claims").first)
        #expect(claim["state"] as? String == "claimed")
        let later = try desk.json("report", "claims", "--grant", "VRU-G", "--as-at", "2019-12-31")
        #expect(
            try #require(try Desk.rows(later, "claims").first)["state"] as? String == "received")
    }

    @Test("Of £220,000 of match £150,000 is met in October: £70,000 is short; £220,000 is pledged")
    func match() throws {
        let page = try Self.desk().json(
            "report", "match", "--grant", "VRU-G", "--as-at", "2019-10-31")
        let row = try #require(try Desk.rows(page, "required").first)
        #expect(row["target"] as? String == "220000.00")
        #expect(row["met"] as? String == "150000.00")
        #expect(row["short"] as? String == "70000.00")
        #expect(row["required"] as? String == "70000.00")
        let source = try #require(try Desk.rows(page, "sources").first)
        #expect(source["offered"] as? String == "220000.00")
        #expect(source["evidenced"] as? String == "150000.00")
        let minimum = try #require(try Desk.rows(page, "minimums").first)
        // 10% of the £300,000 charged, and nothing spent on evaluation yet
        #expect(minimum["charged"] as? String == "300000.00")
        #expect(minimum["short"] as? String == "30000.00")
    }

    @Test(
        "Each grant's spend is the report of spend's: charged is what was earned, over both funds")
    func together() throws {
        let desk = try Self.desk()
        let spend = try Desk.totals(try desk.json("report", "spend", "--as-at", "2020-01-31"))
        let variance = try Desk.totals(
            try desk.json("report", "variance", "--as-at", "2020-01-31"))
        for key in ["awarded", "charged", "profiled", "variance"] {
            #expect(try Desk.pence(spend, key) == Desk.pence(variance, key), "\(key)")
        }
        let claims = try Desk.totals(
            try desk.json("report", "claims", "--as-at", "2020-01-31"), "years")
        let earned = try ["earnedClaimable", "accrued", "claimed", "received"]
            .map { try Desk.pence(claims, $0) }.reduce(0, +)
        #expect(try earned == Desk.pence(spend, "charged"))
    }

    @Test("The panel of each fund keeps to a page, and tells its match and its claims")
    func panel() throws {
        let desk = try Self.desk()
        for fund in ["VRU", "SURGE"] {
            let page = try desk.done(
                "report", "panel", "--fund", fund, "--as-at", "2020-01-31", "--format", "markdown"
            ).out
            #expect(page.split(separator: "\n", omittingEmptySubsequences: false).count <= 60)
            #expect(page.contains("Claims"))
        }
    }
}
