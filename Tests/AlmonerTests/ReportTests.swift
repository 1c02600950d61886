import Foundation
import Testing

@Suite("Reports of the life of a grant")
struct ReportTests {
    @Test(
        "Every report comes in every form, of a book that has little to say too",
        arguments: [
            ["report", "match"], ["report", "claims"], ["report", "variance"],
            ["report", "fund-statement"], ["report", "panel", "--fund", "VRF"],
            ["report", "calendar"], ["report", "exceptions"],
            ["report", "variance", "--by", "recipient", "--as-at", "2019-12-31"],
            ["report", "exceptions", "--fund", "VRF", "--year", "2019/20"],
            ["report", "match", "--fund", "VRF", "--year", "2019/20", "--as-at", "2020-03-31"],
            ["report", "calendar", "--from", "2019-04-01", "--to", "2020-03-31", "--fund", "VRF"],
        ])
    func forms(_ words: [String]) throws {
        let desk = try Desk.withFund()
        for format in ["table", "csv", "tsv", "json", "jsonl", "markdown", "html"] {
            let outcome = try desk.run(words + ["--format", format])
            #expect(outcome.status == 0, "\(words) \(format): \(outcome.err)")
        }
    }

    @Test("A single-person office says so on each of these reports")
    func singlePerson() throws {
        let desk = try Desk.withFund()
        for report in ["match", "claims", "variance", "fund-statement", "calendar", "exceptions"] {
            #expect(try desk.json("report", report)["singlePerson"] as? Bool == true)
        }
    }

    @Test(
        "Variance shows the report of spend's own figures, in every row, now and as at any day",
        arguments: [["fund", "award", "year"], ["award"], ["recipient", "year"], ["round"]])
    func variance(_ by: [String]) throws {
        let desk = try Desk.withKent()
        for day in ["2019-09-30", "2020-03-31", "2020-06-30"] {
            let spend = try desk.json(["report", "spend", "--as-at", day, "--by"] + by)
            let variance = try desk.json(["report", "variance", "--as-at", day, "--by"] + by)
            let (all, told) = (try Desk.totals(spend), try Desk.totals(variance))
            for key in ["awarded", "profiled", "charged", "variance"] {
                #expect(try Desk.pence(all, key) == Desk.pence(told, key), "\(key) as at \(day)")
            }
            for row in try Desk.rows(variance) {
                let left = try Desk.pence(row, "awarded") - Desk.pence(row, "forecast")
                #expect(try Desk.pence(row, "underspend") == left)
            }
        }
        #expect(try desk.run("report", "variance", "--by", "quarter").status == 64)
    }

    @Test("A return's forecast of £20,000 for a year of £35,000 leaves £15,000")
    func forecast() throws {
        let desk = try Desk.withFund()
        try desk.done(
            "award", "make", "VRF-01", "--fund", "VRF", "--recipient", "PROJECT-01", "--title",
            "Boxing", "--profile", "2019/20=35000")
        try desk.done("award", "sign", "VRF-01", "--returns", "quarterly")
        desk.environment["ALMONER_CLOCK"] = "2019-07-10T09:00:00Z"
        try desk.done("category", "add", "STAFF", "--name", "Staff")
        try desk.done(
            "return", "submit", "VRF-01", "--period", "2019/20-Q1", "--spend", "STAFF=8000",
            "--forecast", "20000")
        try desk.done("return", "accept", "VRF-01", "--period", "2019/20-Q1")
        let totals = try Desk.totals(try desk.json("report", "variance"))
        #expect(totals["forecast"] as? String == "20000.00")
        #expect(totals["underspend"] as? String == "15000.00")
        let before = try desk.json("report", "variance", "--as-at", "2019-06-30")
        #expect(try Desk.totals(before)["underspend"] as? String == "0.00")
    }

    @Test(
        "A fund opens a year on what it closed the last with, and agrees with the report of spend")
    func fundStatement() throws {
        let desk = try Desk.withKent(clock: "2022-06-30T09:00:00Z")
        var closing: [String: Any]?
        for (year, end) in [
            ("2019/20", "2020-03-31"), ("2020/21", "2021-03-31"), ("2021/22", "2022-03-31"),
        ] {
            let page = try desk.json("report", "fund-statement", "--fund", "VRF", "--year", year)
            let rows = try Desk.rows(page)
            let first = try #require(rows.first)
            let last = try #require(rows.last)
            for key in ["free", "reserved", "committed", "total"] {
                let moved = try rows.dropFirst().dropLast().map { try Desk.pence($0, key) }
                #expect(
                    try Desk.pence(first, key) + moved.reduce(0, +) == Desk.pence(last, key))
                if let closing {
                    #expect(try Desk.pence(first, key) == Desk.pence(closing, key))
                }
            }
            closing = last
            let spend = try Desk.totals(
                try desk.json("report", "spend", "--fund", "VRF", "--as-at", end))
            for key in ["free", "reserved", "committed"] {
                #expect(try Desk.pence(last, key) == Desk.pence(spend, key), "\(key) \(end)")
            }
            #expect(
                try Desk.pence(last, "total")
                    == Desk.pence(spend, "allocation") - Desk.pence(spend, "charged"))
        }
        #expect(
            try desk.run("report", "fund-statement", "--year", "2030/31").status == 64)
    }

    @Test("A panel is a page of at most 60 lines and begins with the report of spend's sentence")
    func panel() throws {
        let desk = try Desk.withKent()
        let panel = try desk.json("report", "panel", "--fund", "VRF", "--as-at", "2020-03-31")
        let spend = try desk.json("report", "spend", "--fund", "VRF", "--as-at", "2020-03-31")
        let told = try #require(panel["sentences"] as? [String])
        let said = try #require(spend["sentences"] as? [String])
        #expect(told.first == said.first)
        let allocation = try #require(try Desk.rows(panel, "beside").first)
        #expect(allocation["figure"] as? String == "allocation")
        #expect(allocation["now"] as? String == "333333.34")
        #expect(allocation["then"] as? String == "0.00")
        for key in ["allocation", "charged", "committed", "free", "paid"] {
            #expect(
                try Desk.pence(try Desk.totals(panel, "years"), key)
                    == Desk.pence(try Desk.totals(spend), key))
        }
        let page = try desk.done(
            "report", "panel", "--fund", "VRF", "--as-at", "2020-03-31", "--format", "markdown"
        ).out
        #expect(page.split(separator: "\n", omittingEmptySubsequences: false).count <= 60)
    }

    @Test(
        "A statement shows an award's own figures of the report of spend, and the returns to come")
    func statement() throws {
        let desk = try Desk.withKent()
        let page = try desk.json("award", "statement", "VRF-01", "--as-at", "2020-03-31")
        let spend = try Desk.totals(
            try desk.json("report", "spend", "--award", "VRF-01", "--as-at", "2020-03-31"))
        let totals = try Desk.totals(page, "years")
        for key in ["awarded", "paid", "accepted", "onAccount", "owed"] {
            #expect(try Desk.pence(totals, key) == Desk.pence(spend, key), "\(key)")
        }
        #expect(page["schema"] as? String == "almoner.award.statement/1")
    }

    @Test("The calendar holds the year's close, and nothing outside its days")
    func calendar() throws {
        let desk = try Desk.withKent(clock: "2019-09-01T09:00:00Z")
        let page = try desk.json("report", "calendar", "--to", "2020-03-31")
        let rows = try Desk.rows(page, "items")
        let dates = try rows.map { try #require($0["date"] as? String) }
        #expect(dates == dates.sorted())
        #expect(dates.allSatisfy { $0 >= "2019-09-01" && $0 <= "2020-03-31" })
        #expect(rows.contains { $0["what"] as? String == "year closes" })
        #expect(
            try desk.run("report", "calendar", "--from", "2020-01-01", "--to", "2019-01-01").status
                == 64)
    }
}
