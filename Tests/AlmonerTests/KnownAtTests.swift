import Foundation
import Testing

/// A report made then, and asked again when more has come.
@Suite("As the book was known")
struct KnownAtTests {
    /// Every command that answers from the book, about the things of the illustrative year.
    private static let questions: [[String]] = [
        ["today"], ["organisation", "list"], ["organisation", "show", "P00"], ["fund", "list"],
        ["fund", "show", "HO"], ["grant", "list"], ["grant", "show", "G"], ["round", "list"],
        ["round", "show", "R"], ["bid", "list"], ["bid", "show", "W00-B"], ["award", "list"],
        ["award", "show", "W00"], ["award", "show", "W27"], ["instalment", "list"],
        ["instalment", "show", "W00", "1"], ["payment", "list"], ["return", "list"],
        ["return", "show", "W00", "--period", "2019/20-Q1"], ["return", "due"], ["claim", "list"],
        ["match", "list"], ["clawback", "list"], ["cost", "list"], ["prepared", "list"],
        ["person", "list"], ["policy", "show"], ["entry", "list"], ["entry", "show", "40"],
        ["year", "status", "2019/20"], ["award", "statement", "W00"],
        ["report", "spend"], ["report", "spend", "--by", "award"],
        ["report", "spend", "--by", "quarter"], ["report", "spend", "--as-at", "2019-10-31"],
        ["report", "spend", "--by", "recipient", "category", "--as-at", "2019-07-31"],
        ["report", "commitments"], ["report", "caps"], ["report", "returns"],
        ["report", "payments"], ["report", "match"], ["report", "claims"], ["report", "variance"],
        ["report", "fund-statement", "--fund", "HO"], ["report", "panel", "--fund", "HO"],
        ["report", "calendar"], ["report", "exceptions"], ["report", "trial-balance"],
        ["report", "postings"], ["reconcile", "show"],
    ]

    private static let year = fixture("illustrative-year/year.batch")
    private static let forms = ["json", "table", "csv", "html"]

    private static func fixture(_ name: String) -> [String] {
        let file = Desk.fixtures.appending(path: name)
        return (try? String(contentsOf: file, encoding: .utf8))?.components(separatedBy: "\n") ?? []
    }

    @Test("A report, ten corrections, the report again with --known-at: identical bytes, all forms")
    func everyAnswer() throws {
        let desk = try Desk(clock: "2020-03-31T16:00:00Z")
        try desk.done(
            "init", "year.almoner", "--office", "Illustrative office", "--from", "2019-04-01")
        try desk.write(Self.year.joined(separator: "\n"), to: "year.batch")
        try desk.done("batch", "year.batch")
        let entries = try Self.entries(desk)
        let before = try Self.answers(desk)
        try desk.write(
            """
            organisation change P00 --name "Illustrative project renamed" --reason Corrected
            fund change HO --title "Illustrative fund renamed" --reason Corrected
            policy set variance-tolerance 9% --from 2019-04-01 --reason Corrected
            award change W00 --purpose "Corrected (illustrative)" --reason Corrected
            award lapse W00 --year 2020/21 --amount 100 --reason Corrected
            award vary W01 --year 2020/21 --amount -50 --reason Corrected
            fund approve OWN --year 2020/21 --amount 3
            fund reduce OWN --year 2020/21 --amount 1 --reason Corrected
            category add EXTRA --name Extra
            entry reverse \(entries + 5) --reason Corrected
            """, to: "corrections.batch")
        try desk.done("batch", "corrections.batch")
        #expect(try Self.entries(desk) == entries + 10)
        let now = try Self.answers(desk)
        let again = try Self.answers(desk, ["--known-at", "\(entries)"])
        for (words, text) in before {
            #expect(again[words] == text, "\(words)")
        }
        // What was corrected is seen where it is not asked as it was.
        let changed = before.filter { now[$0.key] != $0.value }
        #expect(changed.count > before.count / 2)
    }

    @Test("An answer at a moment between two entries is the one that was given then")
    func everyMoment() throws {
        let desk = try Desk(clock: "2020-03-31T16:00:00Z")
        try desk.done(
            "init", "year.almoner", "--office", "Illustrative office", "--from", "2019-04-01")
        let questions = [
            ["report", "spend", "--by", "fund", "award"], ["report", "trial-balance"],
            ["report", "claims"], ["award", "list"],
        ]
        var given: [Int: [String]] = [:]
        for start in stride(from: 0, to: 240, by: 60) {
            try desk.write(
                Self.year[start..<start + 60].joined(separator: "\n"), to: "part.batch")
            try desk.done("batch", "part.batch")
            given[try Self.entries(desk)] = try questions.map {
                try desk.run($0 + ["--format", "json"]).out
            }
        }
        for (entry, answers) in given {
            let again = try questions.map {
                try desk.run($0 + ["--format", "json", "--known-at", "\(entry)"]).out
            }
            #expect(again == answers, "after entry \(entry)")
        }
    }

    @Test("An entry that is not there yet cannot have been known; before the first nothing was")
    func notThere() throws {
        let desk = try Desk.withFund()
        let ahead = try desk.run("fund", "list", "--known-at", "6")
        #expect(ahead.status == 65 && ahead.err.contains("error[unknown-entry]"))
        #expect(ahead.err.contains("the book ends with 4"))
        let before = try desk.json("fund", "list", "--known-at", "2001-01-01T00:00:00Z")
        #expect(try Desk.rows(before).isEmpty)
        #expect((before["journal"] as? [String: Any])?["entries"] as? Int == 0)
    }

    private static func entries(_ desk: Desk) throws -> Int {
        let journal = try desk.json("report", "trial-balance")["journal"] as? [String: Any]
        return try #require(journal?["entries"] as? Int)
    }

    private static func answers(_ desk: Desk, _ known: [String] = []) throws -> [[String]: String] {
        var answers: [[String]: String] = [:]
        for (index, words) in questions.enumerated() {
            let asked = words + ["--format", forms[index % forms.count]]
            let outcome = try desk.run(asked + known)
            try #require(outcome.status == 0, "\(words): \(outcome.err)")
            answers[asked] = outcome.out
        }
        return answers
    }
}
