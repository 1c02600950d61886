import Foundation
import Testing

@Suite("The report of a book")
struct SiteTests {
    @Test("Every fund, round and award has a page; every link leads to a page that is there")
    func whole() throws {
        let desk = try Desk.withKent()
        let outcome = try desk.done("report", "book", "--output", "out")
        #expect(outcome.err.hasSuffix("out is written: 15 pages, from index.html.\n"))
        let pages = try desk.pages(of: "out")
        let names = Set(pages.map(\.name))
        #expect(names.isSuperset(of: ["index.html", "fund-VRF.html", "round-VRF-R1.html"]))
        #expect(names.count { $0.hasPrefix("award-") } == 9)
        for page in pages {
            for link in page.text.matches(of: #/ href="([^"#]+)"/#) {
                #expect(names.contains(String(link.1)), "\(page.name) leads to \(link.1)")
            }
        }
    }

    @Test("The digests are the files': sha256sum finds every page as it was written")
    func digests() throws {
        let desk = try Desk.withFund()
        try desk.done("report", "book", "--output", "out")
        let said = try desk.program(
            "/bin/sh", ["-c", "cd out && sha256sum --strict -c SHA256SUMS"])
        #expect(said.status == 0, "\(said.said)")
        #expect(said.said.contains("index.html: OK"))
    }

    @Test("A report is replaced by the next one, whole; what somebody touched never is")
    func replaced() throws {
        let desk = try Desk.withFund()
        try desk.done("report", "book", "--output", "out")
        try desk.done("fund", "open", "TWO", "--title", "Two", "--source", "other")
        try desk.done("report", "book", "--output", "out")
        #expect(try desk.pages(of: "out").contains { $0.name == "fund-TWO.html" })
        try desk.write("mine", to: "out/note.txt")
        try refused(desk, "out", "error[output-exists]: out/note.txt is not as it was written.")
        try FileManager.default.removeItem(at: desk.folder.appending(path: "out/note.txt"))
        try desk.write("mine", to: "out/index.html")
        try refused(desk, "out", "error[output-exists]: out/index.html is not as it was written.")
        try FileManager.default.removeItem(at: desk.folder.appending(path: "out/index.html"))
        try refused(desk, "out", "error[output-exists]: out/index.html is not as it was written.")
    }

    @Test("A file or a folder that is somebody's own is never written over; an empty one is used")
    func taken() throws {
        let desk = try Desk.withFund()
        try desk.write("mine", to: "file")
        try refused(desk, "file", "error[output-exists]: file is there already")
        let folder = desk.folder.appending(path: "mine")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        try desk.done("report", "book", "--output", "mine")
        try FileManager.default.removeItem(at: folder)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        try desk.write("mine", to: "mine/letter.txt")
        try refused(desk, "mine", "error[output-exists]: mine is there already")
        try refused(desk, "no/such/place", "error[cannot-create]")
    }

    private func refused(_ desk: Desk, _ place: String, _ error: String) throws {
        let before = try? desk.pages(of: place).map(\.text)
        let outcome = try desk.run("report", "book", "--output", place)
        #expect(outcome.status == 73)
        #expect(outcome.err.hasPrefix(error), "\(outcome.err)")
        #expect(try? desk.pages(of: place).map(\.text) == before)
        let names = try FileManager.default.contentsOfDirectory(atPath: desk.folder.path)
        #expect(!names.contains { $0.hasPrefix(".\(place).") }, "\(names)")
    }

    @Test("At the last quarter ended, what was planned and charged is the report of spend's own")
    func quarters() throws {
        let desk = try Desk.withKent(clock: "2020-06-30T09:00:00Z")
        for day in ["2019-09-30", "2020-03-31", "2020-06-30"] {
            let totals = try Desk.totals(
                try desk.json("report", "spend", "--fund", "VRF", "--as-at", day))
            let page = try desk.done(
                "report", "spend", "--fund", "VRF", "--as-at", day, "--format", "html"
            ).out
            let charged = try Desk.shown(totals, "charged")
            let words = try #require(page.firstMatch(of: #/To [^,]+, (£[\d,.]+) is charged/#))
            #expect(words.1 == "£" + charged, "as at \(day)")
            let planned = try Desk.shown(totals, "profiled")
            #expect(page.contains("<td class=\"figure\">\(planned)</td>"), "as at \(day)")
        }
    }
}

extension Desk {
    /// An amount as a column has it.
    fileprivate static func shown(_ row: [String: Any], _ key: String) throws -> String {
        let pence = try pence(row, key)
        let digits = Array(String(pence / 100))
        var text = ""
        for (place, digit) in digits.enumerated() {
            if place > 0, (digits.count - place) % 3 == 0 { text += "," }
            text.append(digit)
        }
        return text + "." + String(100 + pence % 100).dropFirst()
    }
}
