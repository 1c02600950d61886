import Foundation
import Testing

@Suite("Errors and exit codes")
struct ErrorTests {
    @Test("An error is two lines: what is wrong, what to do")
    func text() throws {
        let desk = try Desk.withFund()
        let outcome = try desk.run(
            "fund", "reduce", "VRF", "--year", "2019/20", "--amount", "100000.01", "--reason", "x")
        #expect(outcome.status == 65)
        #expect(outcome.out.isEmpty)
        let lines = outcome.err.split(separator: "\n")
        #expect(lines.count == 2)
        #expect(lines[0].hasPrefix("error[fund-exceeded]: "))
    }

    @Test("A refusal repeats nothing that steers a terminal or turns the text round")
    func shown() throws {
        let desk = try Desk.withFund()
        for steering in ["\u{1B}[31m", "\u{202E}", "\r", "\u{9B}"] {
            let outcome = try desk.run("organisation", "add", "Z", "--name", "Z\(steering)red")
            #expect(outcome.status != 0 && outcome.err.contains("\\u{"))
            #expect(!outcome.err.unicodeScalars.contains { steering.unicodeScalars.first == $0 })
        }
    }

    @Test("With --format json it is an object, before and after parsing")
    func json() throws {
        let desk = try Desk.withFund()
        for words in [
            ["fund", "open", "VRF", "--title", "x", "--source", "other", "--format", "json"],
            ["fund", "open", "--format=json"], ["fund", "list", "--format", "json", "--year", "x"],
        ] {
            let outcome = try desk.run(words)
            let object =
                try JSONSerialization.jsonObject(with: Data(outcome.err.utf8)) as? [String: Any]
            #expect(Set(object?.keys.map { $0 } ?? []) == ["code", "message", "remedy", "details"])
        }
    }

    @Test(
        "What is misused ends with 64",
        arguments: [
            ["fnd"], ["fund", "opne"], ["fund", "open"], ["fund", "list", "--format", "pdf"],
            ["fund", "list", "--output", "x.doc"],
            ["instalment", "schedule", "A", "--year", "2019/20"], ["fund", "open", "a b"],
            ["fund", "list", "--wrong"], ["entry", "reverse", "--reason", "x"],
            ["area", "add", "A", "--name", ""],
            ["area", "add", "A", "--name", String(repeating: "x", count: 201)],
            ["area", "add", "A", "--name", "a\u{7}b"],
        ])
    func usage(_ words: [String]) throws {
        let outcome = try Desk.withFund().run(words)
        #expect(outcome.status == 64, "\(outcome.err)")
        #expect(outcome.err.hasPrefix("error[usage]: "))
    }

    @Test("Help is no error")
    func help() throws {
        let desk = try Desk()
        for words in [
            ["--help"], ["fund", "open", "--help"], ["help", "award", "make"], ["fund"],
        ] {
            let outcome = try desk.run(words)
            #expect(outcome.status == 0)
            #expect(outcome.out.contains("USAGE: almoner"))
        }
        #expect(try desk.run("help", "award", "make").out.contains("--recipient"))
        for topic in ["exit-codes", "formats", "amounts", "refusals"] {
            #expect(try desk.run("help", topic).status == 0)
        }
    }

    @Test("No book is 66, a file that is none is 66, a second init is 73, an unwritable file 73")
    func files() throws {
        let desk = try Desk()
        #expect(try desk.run("fund", "list").status == 66)
        #expect(try desk.run("fund", "list", "--book", "none.almoner").status == 66)
        try desk.write("no book", to: "text.almoner")
        #expect(try desk.run("fund", "list").status == 66)
        #expect(try desk.run("init", "text.almoner", "--office", "x").status == 73)
        try desk.done("init", "b.almoner", "--office", "x")
        let listed = try desk.run(
            "fund", "list", "--book", "b.almoner", "--output", "none/x.csv")
        #expect(listed.status == 73)
        #expect(try desk.run("fund", "list").status == 64)
        #expect(try desk.run("batch", "none.batch", "--book", "b.almoner").status == 66)
    }

    @Test("A book without its counterfoils is read with a warning, and not written until adopted")
    func adoption() throws {
        let desk = try Desk.withFund()
        let manager = FileManager.default
        try manager.removeItem(at: desk.folder.appending(path: "kent.almoner.counterfoils"))
        let read = try desk.run("fund", "list")
        #expect(read.status == 0)
        #expect(read.err.hasPrefix("warning[no-counterfoils]: "))
        #expect(try desk.run("area", "add", "A", "--name", "A").status == 65)
        try desk.done("book", "adopt", "--reason", "Moved to the new server")
        try desk.done("area", "add", "A", "--name", "A")
        try desk.done("verify", "--rules")
    }

    @Test("A damaged book is found by verify, which ends with 3")
    func damage() throws {
        let desk = try Desk.withFund()
        let file = desk.folder.appending(path: "kent.almoner")
        var bytes = try Data(contentsOf: file)
        let place = try #require(bytes.range(of: Data("Violence".utf8)))
        bytes.replaceSubrange(place, with: Data("Silence!".utf8))
        try bytes.write(to: file)
        let outcome = try desk.run("verify", "--full")
        #expect(outcome.status == 3, "\(outcome.out) \(outcome.err)")
        #expect(outcome.err.hasPrefix("error[book-damaged]: "))
    }
}
