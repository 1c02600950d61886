import Foundation
import Testing

@Suite("Report of spend")
struct SpendTests {
    /// The books of the fixtures: how each is begun, and what is played into it.
    private static let books: [(name: String, batches: [String])] = [
        ("kent", []),
        ("safer-communities", ["round-14.batch", "round-14-completion.batch"]),
        ("early-intervention-youth-fund", ["national.batch"]),
        ("st-giles", ["two-funds.batch"]),
        ("community-safety-partnerships", ["grants.batch", "year-end-returns.batch"]),
    ]

    private static let groupings = [
        ["year"], ["fund"], ["round"], ["award"], ["recipient"], ["area"], ["theme"], ["category"],
        ["quarter"], ["fund", "year"], ["award", "quarter"],
        ["fund", "round", "award", "category"],
    ]

    private static let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Fixtures")

    private func desk(with book: (name: String, batches: [String])) throws -> Desk {
        let desk = try Desk(clock: "2020-06-30T09:00:00Z")
        let id = String(repeating: "0", count: 31) + "1"
        guard !book.batches.isEmpty else {
            try desk.done("init", "book.almoner", "--example", "kent", "--id", id)
            return desk
        }
        try desk.done("init", "book.almoner", "--office", "Illustrative office", "--id", id)
        for batch in book.batches {
            let path = Self.fixtures.appending(path: book.name).appending(path: batch).path
            try desk.done("batch", path, "--historic")
        }
        return desk
    }

    @Test(
        "Totals are the same for every grouping, and every row adds across, now and as at any day",
        arguments: books)
    func totals(_ book: (name: String, batches: [String])) throws {
        let desk = try desk(with: book)
        for asAt in ["2019-03-31", "2019-09-30", "2020-03-31", "2020-06-30"] {
            var totals: Set<String> = []
            for by in Self.groupings {
                let words =
                    ["report", "spend", "--as-at", asAt, "--format", "json", "--by"] + by
                let outcome = try desk.run(words)
                try #require(outcome.status == 0, "\(outcome.err)")
                let report = try #require(
                    try JSONSerialization.jsonObject(with: Data(outcome.out.utf8))
                        as? [String: Any])
                let rows = try #require(report["rows"] as? [[String: Any]])
                let sum = try #require(report["totals"] as? [String: Any])
                for row in rows + [sum] { try check(row) }
                for key in Self.money {
                    let parts = try rows.map { try pence($0, key) }.reduce(0, +)
                    #expect(try parts == pence(sum, key), "\(key) by \(by) as at \(asAt)")
                }
                totals.insert(try Self.money.map { "\($0) \(try pence(sum, $0))" }.joined())
            }
            #expect(totals.count == 1, "as at \(asAt)")
        }
        try desk.done("verify", "--full")
        try desk.done("verify", "--rules")
    }

    private static let money = [
        "allocation", "unconfirmed", "overProgrammed", "unallocated", "roundAvailable", "free",
        "reserved", "committed", "accepted", "accrued", "charged", "awarded", "prepared",
        "carriedForward", "broughtForward", "paid", "returned", "onAccount", "owed", "profiled",
        "variance",
    ]

    private func check(_ row: [String: Any]) throws {
        let uses = try ["charged", "committed", "reserved", "prepared", "free"]
            .map { try pence(row, $0) }.reduce(0, +)
        #expect(try pence(row, "allocation") + pence(row, "overProgrammed") == uses)
        #expect(try pence(row, "unallocated") + pence(row, "roundAvailable") == pence(row, "free"))
        #expect(try pence(row, "charged") - pence(row, "profiled") == pence(row, "variance"))
    }

    private func pence(_ row: [String: Any], _ key: String) throws -> Int {
        let text = try #require(row[key] as? String, "\(key) is not text")
        return try #require(Int(text.replacing(".", with: "")), "\(key): \(text)")
    }

    @Test("The page is byte for byte the same at 80 and 120 columns", arguments: [80, 120])
    func golden(_ width: Int) throws {
        let desk = try desk(with: ("kent", []))
        desk.environment["COLUMNS"] = String(width)
        let page = try desk.done(
            "report", "spend", "--fund", "VRF", "--as-at", "2020-03-31", "--format", "table"
        ).out
        let file = Self.fixtures.appending(path: "golden/kent-spend-\(width).txt")
        if ProcessInfo.processInfo.environment["ALMONER_RECORD"] == "1" {
            try page.write(to: file, atomically: true, encoding: .utf8)
        }
        #expect(try String(contentsOf: file, encoding: .utf8) == page, "make golden")
    }
}
