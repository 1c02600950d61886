import Foundation
import Testing

@Suite("Is a filed report what the book says")
struct ReportCheckTests {
    private static let questions: [[String]] = [
        ["report", "spend"], ["report", "spend", "--by", "award"], ["award", "list"],
        ["award", "show", "VRF-01"], ["report", "caps"], ["fund", "show", "VRF"],
        ["report", "trial-balance"], ["entry", "list"], ["report", "payments"], ["round", "list"],
    ]

    private static let forms = ["json", "html", "xlsx"]

    private static func desk() throws -> Desk {
        let desk = try Desk(clock: "2026-11-21T09:00:00Z")
        try desk.done("init", "kent.almoner", "--example", "kent")
        return desk
    }

    /// The reports in every form, as files.
    private static func file(_ desk: Desk) throws -> [String] {
        var files: [String] = []
        for (index, words) in questions.enumerated() {
            for form in forms {
                files.append("report-\(index).\(form)")
                let outcome = try desk.run(words + ["--output", files[files.count - 1]])
                try #require(outcome.status == 0, "\(words): \(outcome.err)")
            }
        }
        return files
    }

    @Test("Every report as it was written is the same, and still is when the book has grown")
    func unchanged() throws {
        let desk = try Self.desk()
        let files = try Self.file(desk)
        for round in 0..<4 {
            for file in files where round > 0 || file.hasSuffix("json") {
                let outcome = try desk.run("report", "check", file, "--format", "json")
                #expect(outcome.status == 0, "\(file): \(outcome.err)")
                #expect(outcome.out.contains("\"same\": \"yes\""))
            }
            try desk.done("category", "add", "EXTRA-\(round)", "--name", "Extra")
        }
    }

    @Test("One figure changed in each of a hundred reports: each is named, and where")
    func changed() throws {
        let desk = try Self.desk()
        let files = try Self.file(desk).filter { !$0.hasSuffix("xlsx") }
        try desk.done("category", "add", "EXTRA", "--name", "Extra")
        var random = SystemRandomNumberGenerator()
        for number in 0..<80 {
            let file = files[number % files.count]
            let text = try String(contentsOf: desk.folder.appending(path: file), encoding: .utf8)
            let changed = try #require(Self.changed(text, &random))
            let name = "changed-\(file)"
            try desk.write(changed.text, to: name)
            let outcome = try desk.run("report", "check", name, "--format", "json")
            #expect(outcome.status == 65, "\(file), digit at \(changed.place): \(outcome.out)")
        }
    }

    @Test("A changed cell of a workbook is named by its sheet and address")
    func changedWorkbook() throws {
        let desk = try Self.desk()
        let files = try Self.file(desk).filter { $0.hasSuffix("xlsx") }
        let words = files + ["20261121"]
        let (said, status) = try desk.judge("nudge.py", words)
        try #require(status == 0, "\(said)")
        let changed = said.split(separator: "\n").map { $0.split(separator: "\t").map(String.init) }
        #expect(changed.count == 2 * files.count)
        for line in changed {
            let outcome = try desk.run("report", "check", line[0])
            #expect(outcome.status == 65, "\(line): \(outcome.out)")
            #expect(outcome.err.contains(line[1]), "\(line): \(outcome.err)")
        }
    }

    @Test("A page of the report of a book is one of them; a page of another book is refused")
    func site() throws {
        let desk = try Self.desk()
        try desk.done("report", "book", "--output", "site")
        try desk.done("report", "check", "site/index.html")
        try desk.done("report", "check", "site/award-VRF-01.html")
        try desk.done("export", "xlsx", "--output", "book.xlsx")
        try desk.done("report", "check", "book.xlsx")
        try desk.done("init", "other.almoner", "--office", "Another office")
        let fewer = try desk.run("report", "check", "site/index.html", "--book", "other.almoner")
        #expect(fewer.err.contains("error[report-of-more]"))
        try desk.done("fund", "list", "--book", "other.almoner", "--output", "funds.json")
        let other = try desk.run("report", "check", "funds.json", "--book", "kent.almoner")
        #expect(other.err.contains("error[report-of-another-book]"))
    }

    @Test("What is no report says so: another program's file, and a command that answers nothing")
    func noReport() throws {
        let desk = try Self.desk()
        let none = try desk.run("report", "check", "none.json")
        #expect(none.status == 66 && none.err.contains("error[no-file]"))
        try desk.write("{\"a\": 1}", to: "a.json")
        let foreign = try desk.run("report", "check", "a.json")
        #expect(foreign.err.contains("error[unreadable-file]"))
        #expect(foreign.status == 65)
        try desk.done("fund", "list", "--output", "funds.json")
        let text = try String(
            contentsOf: desk.folder.appending(path: "funds.json"), encoding: .utf8)
        try desk.write(text.replacing("\"list\"", with: "\"open\""), to: "b.json")
        #expect(try desk.run("report", "check", "b.json").err.contains("error[not-a-report]"))
    }

    /// A text with one digit of a figure another.
    private static func changed(
        _ text: String, _ random: inout SystemRandomNumberGenerator
    ) -> (text: String, place: Int)? {
        var bytes = Array(text.utf8)
        // Figures stand in rows and facts: after the head, before the colophon.
        let start =
            text.firstRange(of: "<main").map {
                text.utf8.distance(from: text.startIndex, to: $0.lowerBound)
            }
            ?? text.firstRange(of: "\"singlePerson\"").map {
                text.utf8.distance(from: text.startIndex, to: $0.lowerBound)
            } ?? 0
        let end =
            text.firstRange(of: "<footer").map {
                text.utf8.distance(from: text.startIndex, to: $0.lowerBound)
            } ?? bytes.count
        let digits = (start..<end).filter {
            (0x30...0x39).contains(bytes[$0]) && bytes[$0 - 1] != 0x68
        }
        guard let place = digits.randomElement(using: &random) else { return nil }
        bytes[place] = bytes[place] == 0x39 ? 0x30 : bytes[place] + 1
        return (String(decoding: bytes, as: UTF8.self), place)
    }
}
