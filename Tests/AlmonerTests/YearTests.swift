import Foundation
import Testing

@Suite("The year end at the command line")
struct YearTests {
    /// A book whose year is over: an award of £1,000 of £2,000, half of it accepted.
    private static func desk() throws -> Desk {
        let desk = try Desk(clock: "2020-04-20T09:00:00Z")
        try desk.done("init", "a.almoner", "--office", "An office", "--from", "2019-04-01")
        for words in [
            ["category", "add", "STAFF", "--name", "Staff"],
            ["organisation", "add", "P1", "--name", "Illustrative project"],
            ["fund", "open", "VRF", "--title", "Violence", "--source", "own-budget"],
            ["fund", "approve", "VRF", "--profile", "2019/20=2000", "--on", "2019-04-20"],
            [
                "award", "make", "W1", "--fund", "VRF", "--recipient", "P1", "--title", "T",
                "--profile", "2019/20=1000", "--on", "2019-04-21",
            ],
            ["award", "sign", "W1", "--returns", "half-yearly", "--on", "2019-04-22"],
            [
                "return", "submit", "W1", "--period", "2019/20-H1", "--spend", "STAFF=500", "--on",
                "2019-10-10",
            ],
            ["return", "accept", "W1", "--period", "2019/20-H1", "--on", "2019-10-12"],
            [
                "return", "estimate", "W1", "--period", "2019/20-H2", "--spend", "STAFF=450",
                "--basis", "A letter",
            ],
        ] {
            let outcome = try desk.run(words)
            try #require(outcome.status == 0, "\(words): \(outcome.err)")
        }
        return desk
    }

    private static func rows(_ desk: Desk) throws -> [[String: Any]] {
        let out = try desk.done("year", "status", "2019/20", "--format", "json").out
        let page = try JSONSerialization.jsonObject(with: Data(out.utf8)) as? [String: Any]
        return try #require(page?["rows"] as? [[String: Any]])
    }

    /// Does what the status says, the first that blocks each time, until nothing does.
    private static func clear(_ desk: Desk) throws -> [String] {
        var done: [String] = []
        while let row = try rows(desk).first(where: { $0["blocks"] as? String == "yes" }) {
            let command = try #require(row["command"] as? String)
            try #require(done.count < 10, "\(command) clears nothing")
            let words = command.split(separator: " ").dropFirst().map(String.init)
            let outcome = try desk.run(
                words + (words[1] == "accrue" ? [] : ["--on", "2020-03-31"]))
            try #require(outcome.status == 0, "\(command): \(outcome.err)")
            done.append(command)
        }
        return done
    }

    @Test("Each command that year status gives, done as it stands, brings the year to its close")
    func cleared() throws {
        let desk = try Self.desk()
        let before = try desk.run("year", "close", "2019/20")
        #expect(before.status == 65)
        #expect(before.err.contains("error[year-not-ready]"))
        #expect(before.err.contains("almoner year status 2019/20"))
        #expect(
            try Self.clear(desk) == [
                "almoner year accrue 2019/20",
                "almoner award lapse W1 --year 2019/20 --amount 50.00 --reason TEXT",
                "almoner fund reduce VRF --year 2019/20 --amount 1050.00 --reason TEXT",
            ])
        let dry = try desk.done("year", "close", "2019/20", "--dry-run")
        #expect(dry.out.contains("close year 2019/20"))
        #expect(
            try desk.done("year", "status", "2019/20", "--format", "table")
                .out.contains("can be closed"))
        let close = try desk.done("year", "close", "2019/20").out
        #expect(close.contains("close year 2019/20"))
        #expect(close.contains("reverse accrual W1 2019/20-H2"))
        #expect(
            try desk.done("year", "status", "2019/20", "--format", "table")
                .out.contains("is closed, by entry"))
        let late = try desk.run("fund", "approve", "VRF", "--profile", "2019/20=1")
        #expect(late.err.contains("error[year-closed]"))
        try desk.done("verify", "--full", "--rules")
    }

    @Test("A year that is not over is not closed, nor accrued before its end")
    func notOver() throws {
        let desk = try Self.desk()
        desk.environment["ALMONER_CLOCK"] = "2020-03-30T09:00:00Z"
        for verb in ["close", "accrue"] {
            let outcome = try desk.run("year", verb, "2019/20")
            #expect(outcome.status == 65)
            #expect(outcome.err.contains("error[year-not-over]"))
        }
    }

    @Test("A late adjustment takes any command that records, numbers it and dates it 31 March")
    func adjust() throws {
        let desk = try Self.desk()
        _ = try Self.clear(desk)
        try desk.done("year", "close", "2019/20")
        let head = ["year", "adjust", "2019/20", "--authorised-by", "ANN", "--reason", "Audit"]
        let disallow = [
            "return", "disallow", "W1", "--period", "2019/20-H1", "--category", "STAFF", "--amount",
            "40", "--reason", "A gift",
        ]
        let done = try desk.run(head + ["--format", "json", "--"] + disallow)
        #expect(done.status == 0, "\(done.err)")
        #expect(done.out.contains("\"date\": \"2020-03-31\""))
        #expect(done.out.contains("late-adjustment"))
        let second = try desk.run(head + ["--"] + disallow)
        #expect(second.out.contains("late adjustment 2 of 2019/20"))
        let entry = try desk.done("entry", "list", "--format", "tsv").out
            .split(separator: "\n").count
        let undo = ["entry", "reverse", "\(entry - 1)", "--reason", "Not so"]
        #expect(try desk.run(undo).err.contains("error[year-closed]"))
        let undone = try desk.run(head + ["--"] + undo)
        #expect(undone.status == 0, "\(undone.err)")
        for wrong in [
            head, head + ["--", "fund", "list"], head + ["--"] + disallow + ["--dry-run"],
        ] { #expect(try desk.run(wrong).status == 64) }
        try desk.done("verify", "--full", "--rules")
    }

    @Test("A year is opened again with its accruals, and closes again on the same figures")
    func reopen() throws {
        let desk = try Self.desk()
        _ = try Self.clear(desk)
        try desk.done("year", "close", "2019/20")
        let before = try desk.done("report", "trial-balance", "--format", "csv").out
        try desk.done(
            "year", "reopen", "2019/20", "--authorised-by", "ANN", "--reason", "The auditor asks")
        #expect(
            try desk.done("year", "status", "2019/20", "--format", "table")
                .out.contains("can be closed"))
        try desk.done("year", "close", "2019/20")
        #expect(try desk.done("report", "trial-balance", "--format", "csv").out == before)
        try desk.done("verify", "--full", "--rules")
    }
}
