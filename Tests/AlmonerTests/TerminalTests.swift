import Foundation
import Testing

@Suite("At a terminal")
struct TerminalTests {
    private let escape = "\u{1B}"

    @Test(
        "A table longer than the screen goes to PAGER; a short one, --no-pager and a dumb terminal do not"
    )
    func pager() throws {
        let desk = try Desk.withFund()
        let pager = ["PAGER": "sed 's/^/P:/'"]
        let long = try desk.atTerminal(["almoner", "policy", "show"], rows: 6, pager)
        #expect(long.status == 0)
        #expect(long.lines.filter { !$0.isEmpty }.allSatisfy { $0.hasPrefix("P:") })
        let straight = ["almoner", "policy", "show", "--no-pager"]
        for shown in [
            try desk.atTerminal(["almoner", "policy", "show"], rows: 100, pager),
            try desk.atTerminal(straight, rows: 6, pager),
            try desk.atTerminal(
                ["almoner", "policy", "show"], rows: 6, pager.merging(["TERM": "dumb"]) { $1 }),
            try desk.atTerminal(["almoner", "policy", "show"], rows: 6, ["PAGER": ""]),
        ] {
            #expect(!shown.screen.contains("P:"))
            #expect(shown.screen.contains("Policies"))
        }
        let none = try desk.atTerminal(
            ["almoner", "policy", "show"], rows: 6, ["PAGER": "no-such-pager-here"])
        #expect(none.screen.contains("Policies"))
        #expect(none.status == 0)
    }

    @Test("The pager that is not named is less, which reads the keys of the terminal")
    func less() throws {
        let desk = try Desk.withFund()
        let shown = try desk.atTerminal(
            ["almoner", "policy", "show"], answers: [(":", "q")], rows: 6)
        #expect(shown.status == 0)
        #expect(shown.screen.contains("Policies"))
    }

    @Test("Colour is on a terminal only, beside the word; NO_COLOR and a dumb terminal have none")
    func colour() throws {
        let desk = try Desk.withFund()
        let wrong = ["almoner", "fund", "show", "NONE"]
        let red = try desk.atTerminal(wrong)
        #expect(red.status == 65)
        #expect(red.screen.contains("\(escape)[1;31merror[unknown-code]:\(escape)[0m"))
        for plain in [["NO_COLOR": "1"], ["TERM": "dumb"]] {
            let shown = try desk.atTerminal(wrong, plain)
            #expect(!shown.screen.contains(escape))
            #expect(shown.screen.contains("error[unknown-code]:"))
        }
        let piped = try desk.run("fund", "show", "NONE").err
        #expect(!piped.contains(escape))
        let heading = try desk.atTerminal(["almoner", "policy", "show"])
        #expect(heading.screen.contains("\(escape)[1mPolicies, all at their defaults"))
    }

    @Test(
        "Work of more than a second says how far it is, how fast and how long; elsewhere it is silent"
    )
    func progress() throws {
        let desk = try Desk.withFund()
        let lines = (1...1_000).map { "area add H\($0) --name \"Area \($0)\"" }
        try desk.write(lines.joined(separator: "\n"), to: "areas.batch")
        let shown = try desk.atTerminal(
            ["/bin/sh", "-c", "almoner batch areas.batch > /dev/null"])
        #expect(shown.status == 0)
        let line = try Regex("\r[0-9]+ of 1,000 commands, [0-9,]+ a second, [0-9]+ s left")
        #expect(shown.screen.contains(line))
        #expect(shown.screen.contains("areas.batch: 1000 of 1000 commands done."))
        let piped = try desk.run("batch", "areas.batch", "--dry-run", "--keep-going")
        #expect(!piped.err.contains("a second"))
    }

    @Test("Bash completes verbs, options and the codes of the awards that are in the book")
    func bash() throws {
        let desk = try Desk.withKent()
        let shown = try desk.atTerminal(
            ["bash", "--norc", "--noprofile", "-i"],
            answers: [
                ("$ ", "source <(almoner completions bash); echo re''ady\n"),
                ("\nready", ""), ("$ ", "almoner award sho\t"), ("almoner award show", "vrf-0\t\t"),
                ("VRF-02", ""), ("VRF-09", "\u{3}"), ("$ ", "almoner report spend --fund \t"),
                ("--fund VRF", "\u{3}"), ("$ ", "exit\n"),
            ])
        #expect(shown.screen.contains("VRF-01"))
    }

    @Test("Completion is silent and done where there is no book")
    func noBook() throws {
        let outcome = try Desk().run(
            "---completion", "award", "show", "--", "positional@0", "0", "0")
        #expect(outcome.err.isEmpty, "\(outcome.err)")
        let words = outcome.out.split { $0.isWhitespace }
        #expect(words.isEmpty)
    }

    @Test("Each shell has its completions", arguments: ["bash", "zsh", "fish"])
    func completions(_ shell: String) throws {
        let outcome = try Desk().run("completions", shell)
        #expect(outcome.status == 0)
        #expect(outcome.out.contains("---completion"))
    }
}
