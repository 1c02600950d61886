import Foundation
import Testing

@Suite("Width")
struct WidthTests {
    /// A command that reads, as the program's own help names it.
    private struct Known: Decodable {
        let commandName: String
        let subcommands: [Known]?
    }

    private struct Help: Decodable { let command: Known }

    /// Every list and report there is, and what shows one thing of a book.
    private func questions(_ desk: Desk, _ shown: [[String]]) throws -> [[String]] {
        let said = try desk.done("--experimental-dump-help").out
        let root = try JSONDecoder().decode(Help.self, from: Data(said.utf8)).command
        var found: [[String]] = [["today"], ["doctor"], ["verify"], ["policy", "show"]]
        for noun in root.subcommands ?? [] {
            for verb in noun.subcommands ?? [] {
                let isAsked = verb.commandName == "list" || noun.commandName == "report"
                let isOfMore = ["book", "check", "usage"].contains(verb.commandName)
                guard isAsked, !isOfMore else { continue }
                found.append([noun.commandName, verb.commandName])
            }
        }
        return found + shown
    }

    private func check(_ desk: Desk, _ questions: [[String]], fund: String) throws {
        for width in [60, 80, 100] {
            desk.environment["COLUMNS"] = String(width)
            for words in questions {
                var outcome = try desk.run(words)
                if outcome.status == 64 { outcome = try desk.run(words + ["--fund", fund]) }
                if outcome.status == 64 { outcome = try desk.run(words + [fund]) }
                #expect(outcome.status == 0, "\(words): \(outcome.err)")
                for line in outcome.out.split(separator: "\n") where line.count > width {
                    Issue.record("\(words) at \(width): \(line.count) wide: \(line)")
                }
            }
        }
    }

    @Test(
        "No line of any list or report of the illustrative year is wider than 60, 80 or 100 columns"
    )
    func year() throws {
        let desk = try Desk.withYear()
        try desk.done("policy", "map", "bank", "1000")
        let shown = [
            ["award", "show", "W00"], ["grant", "show", "G"], ["round", "show", "R"],
            ["fund", "show", "HO"], ["claim", "show", "C1"], ["entry", "show", "100"],
            ["year", "status", "2019/20"], ["award", "statement", "W00"],
            ["report", "usage", "G", "--year", "2019/20"],
            ["report", "spend", "--by", "fund", "--by", "award", "--by", "category"],
            ["report", "spend", "--by", "quarter", "--by", "recipient"],
        ]
        try check(desk, try questions(desk, shown), fund: "HO")
    }

    @Test("Nor of the example of Kent")
    func kent() throws {
        let desk = try Desk.withKent()
        let shown = [["award", "show", "VRF-01"], ["fund", "show", "VRF"], ["round", "list"]]
        try check(desk, try questions(desk, shown), fund: "VRF")
    }
}
