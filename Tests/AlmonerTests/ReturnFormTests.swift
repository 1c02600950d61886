import Foundation
import Testing

@Suite("Returns as workbooks")
struct ReturnFormTests {
    /// Amounts in pence that are awkward as binary fractions, then any.
    private static let awkward = [1, 10, 995, 110, 3_333_33, 123_456_789, 9_999_999_999_999, 0, 29]

    private static func pounds(_ pence: Int) -> String {
        let rest = pence % 100
        return "\(pence / 100).\(rest < 10 ? "0" : "")\(rest)"
    }

    @Test(
        """
        50 forms given out, filled in by openpyxl and 10 of them saved by LibreOffice, are read back: \
        every value exact
        """)
    func fifty() throws {
        let desk = try Desk.withForms()
        let names = Desk.awards.flatMap { award in
            (1...4).map {
                (award: award, period: "2019/20-Q\($0)", file: "forms/\(award)-\($0).xlsx")
            }
        }.prefix(50)
        let issued = names.map {
            "return issue \($0.award) --period \($0.period) --output \($0.file)"
        }
        try desk.write(issued.joined(separator: "\n"), to: "issue.batch")
        try desk.done("batch", "issue.batch")
        let figures = (0..<names.count).map { number in
            (
                staff: number < Self.awkward.count
                    ? Self.awkward[number] : (number * 7_919_001 + 13) % 99_999_999,
                venue: (number * 104_729 + 1) % 1_000_000, sessions: number
            )
        }
        try desk.fill(
            zip(names, figures).enumerated().map { number, pair in
                [
                    "file": pair.0.file, "to": pair.0.file, "resave": number % 5 == 0,
                    "cells": Desk.answers(
                        staff: Self.pounds(pair.1.staff), venue: Self.pounds(pair.1.venue),
                        sessions: pair.1.sessions),
                ]
            })
        let read = names.map { "return read \($0.file) --submit" }
        try desk.write(read.joined(separator: "\n"), to: "read.batch")
        try desk.done("batch", "read.batch")
        for (name, figure) in zip(names, figures) {
            let page = try desk.json("return", "show", name.award, "--period", name.period)
            let spend = try Desk.rows(page, "spend").map { $0["reported"] as? String }
            #expect(spend == [Self.pounds(figure.staff), Self.pounds(figure.venue)], "\(name)")
            let match = try Desk.rows(page, "match").map { $0["amount"] as? String }
            #expect(match == (figure.venue == 0 ? [] : [Self.pounds(figure.venue)]), "\(name)")
            let done = try Desk.rows(page, "delivered").map { $0["number"] as? Int }
            #expect(done == [figure.sessions], "\(name)")
            #expect((page["facts"] as? [String: Any])?["forecast"] as? String == "7500.00")
        }
        let last = try Desk.rows(try desk.json("entry", "list", "--newest", "1"))
        let number = try #require(last.first?["entry"] as? Int)
        let entry = try desk.run("entry", "show", "\(number)", "--format", "json").out
        #expect(entry.contains("A-13-2.xlsx"), "the workbook is among the papers: \(entry)")
    }

    @Test(
        "What earlier returns of the year reported stands in the next form; an old version is named"
    )
    func reportedSoFar() throws {
        let desk = try Desk.withForms()
        try desk.done(
            "return", "submit", "A-01", "--period", "2019/20-Q1", "--spend", "STAFF=1200.50",
            "VENUE=10", "--delivered", "sessions=3", "--match", "PROJECT-01:cash:50")
        try desk.done(
            "match", "pledge", "A-01", "--from", "PROJECT-01", "--kind", "cash", "--year",
            "2019/20",
            "--amount", "500")
        try desk.done("return", "issue", "A-01", "--period", "2019/20-Q2", "--output", "one.xlsx")
        let there = try desk.run(
            "return", "issue", "A-01", "--period", "2019/20-Q2", "--output", "one.xlsx")
        #expect(there.status == 73)
        try desk.done("return", "issue", "A-01", "--period", "2019/20-Q2", "--output", "two.xlsx")
        var cells = Desk.answers(staff: "1", venue: "2.50", sessions: 4)
        for cell in ["A21", "B21", "A27", "E27"] { cells["Return!\(cell)"] = nil }
        cells["Return!E28"] = "number:4"
        for name in ["B38", "B37", "B36", "B35"] {
            let row = try #require(Int(name.dropFirst()))
            cells["Return!B\(row + 2)"] = cells.removeValue(forKey: "Return!\(name)")
        }
        try desk.fill(["one.xlsx", "two.xlsx"].map { ["file": $0, "to": $0, "cells": cells] })
        let old = try desk.run("return", "read", "one.xlsx", "--submit")
        #expect(old.status == 65)
        #expect(
            old.err.contains("  Form!C5: It is version 1; version 2 was given out on 2 April 2020.")
        )
        let shown = try desk.json("return", "read", "two.xlsx")
        #expect(
            try Desk.rows(shown, "spend").map { $0["reported"] as? String } == ["1.00", "2.50"])
        #expect(try Desk.rows(shown, "match").map { $0["amount"] as? String } == ["2.50"])
        let delivered = try Desk.rows(shown, "delivered")
        #expect(delivered.map { $0["name"] as? String } == ["sessions"])
        #expect(delivered.map { $0["number"] as? Int } == [4])
        let dry = try desk.done("return", "read", "two.xlsx", "--submit", "--dry-run")
        #expect(dry.out.contains("nothing is recorded"))
        let missing = try desk.run("return", "show", "A-01", "--period", "2019/20-Q2")
        #expect(missing.status == 65)
        try desk.done("return", "read", "two.xlsx", "--submit")
        let again = try desk.run("return", "read", "two.xlsx", "--submit")
        #expect(again.err.hasPrefix("error[return-stands]"))
    }

    @Test("The same key gives the same form out once: its first counterfoil, and no second version")
    func once() throws {
        let desk = try Desk.withForms()
        let words = [
            "return", "issue", "A-01", "--period", "2019/20-Q1", "--output", "a.xlsx", "--once",
            "k",
        ]
        let foils = try (1...2).map { _ in try desk.json(words) }
        #expect(foils[0]["entry"] as? Int == foils[1]["entry"] as? Int)
        #expect(foils.map { $0["repeated"] as? Bool } == [false, true])
        let file = desk.folder.appending(path: "a.xlsx")
        let bytes = try Data(contentsOf: file)
        try FileManager.default.removeItem(at: file)
        _ = try desk.json(words)
        #expect(try Data(contentsOf: file) == bytes, "what was lost is written again, the same")
    }

    @Test("A form issued by a dry run is recorded and written nowhere")
    func dryIssue() throws {
        let desk = try Desk.withForms()
        try desk.done(
            "return", "issue", "A-01", "--period", "2019/20-Q1", "--output", "dry.xlsx", "--dry-run"
        )
        let file = desk.folder.appending(path: "dry.xlsx")
        #expect(!FileManager.default.fileExists(atPath: file.path))
        let foil = try desk.json(
            "return", "issue", "A-01", "--period", "2019/20-Q1", "--output", "dry.xlsx")
        #expect("\(foil["notes"] ?? "")".contains("version 1"))
        #expect(FileManager.default.fileExists(atPath: file.path))
    }
}
