import Foundation
import Testing

@Suite("360Giving")
struct ThreeSixtyTests {
    /// A desk with the book of every case and recipe, each with its two packages.
    private static func published() throws -> (desk: Desk, packages: [String]) {
        let desk = try Desk(clock: "2026-06-30T09:00:00Z")
        let files = try FileManager.default.subpathsOfDirectory(atPath: Desk.fixtures.path)
            .filter { $0.hasSuffix(".transcript") && !$0.hasPrefix("transcripts/") }.sorted()
        try #require(files.count > 30)
        let said = try Judge.run(
            "books.py",
            [try Desk.program().path, desk.folder.path]
                + files.map { Desk.fixtures.appending(path: $0).path })
        var packages: [String] = []
        for book in said.split(separator: "\n").map(String.init) {
            var words: [String] = []
            for suffix in ["json", "csv"] {
                words.append("\(book).\(suffix)")
                let outcome = try desk.run(
                    "export", "360giving", "--book", book, "--output", words.last ?? "")
                guard outcome.status != 0 else { continue }
                #expect(outcome.err.hasPrefix("error[nothing-to-publish]"), "\(book)")
                words = []
                break
            }
            guard !words.isEmpty else { continue }
            packages += [book] + words
        }
        return (desk, packages.map { desk.folder.appending(path: $0).path })
    }

    @Test(
        """
        Every signed award, 170 and more, of the 30 and more books of the fixtures is valid by the \
        official schema with formats asserted, its numbers are the book's pence, and the table is the \
        same grants
        """, .enabled(if: Standard.isThere, Comment(rawValue: Standard.absence)))
    func everyFixture() throws {
        let (desk, packages) = try Self.published()
        let said = try Judge.run("threesixty.py", [Standard.folder.path] + packages)
        let counts = said.matches(of: #/(\d+) (\w+)/#).reduce(into: [String: Int]()) {
            $0[String($1.2)] = Int($1.1)
        }
        #expect(try #require(counts["books"]) >= 30, "\(said)")
        #expect(try #require(counts["grants"]) >= 170, "\(said)")
        #expect(try #require(counts["amounts"]) >= 1_200, "\(said)")
        let year = desk.folder.appending(path: "illustrative-year-year-year.almoner.json")
        let text = try String(contentsOf: year, encoding: .utf8)
        #expect(text.contains(#""value": -"#), "A clawback received is a negative disbursement.")
    }

    @Test(
        """
        The judge names a package with one amount a penny off, another award's payment, and a table \
        with one cell changed
        """, .enabled(if: Standard.isThere, Comment(rawValue: Standard.absence)))
    func judgeCanFail() throws {
        let desk = try Desk.withKent()
        try desk.done("export", "360giving", "--output", "grants.json")
        try desk.done("export", "360giving", "--output", "grants.csv")
        let json = try String(
            contentsOf: desk.folder.appending(path: "grants.json"), encoding: .utf8)
        let csv = try String(
            contentsOf: desk.folder.appending(path: "grants.csv"), encoding: .utf8)
        func judged() throws -> Int32 {
            let files = ["book.almoner", "wrong.json", "wrong.csv"]
                .map { desk.folder.appending(path: $0).path }
            return try desk.judge("threesixty.py", [Standard.folder.path] + files).status
        }
        try desk.write(json, to: "wrong.json")
        try desk.write(csv, to: "wrong.csv")
        #expect(try judged() == 0)
        for (good, bad) in [
            ("\"amountAwarded\": 105000.00", "\"amountAwarded\": 105000.01"),
            ("\"value\": 35000.00", "\"value\": 34999.99"), ("payment-", "payment-1"),
            ("\"dateModified\": \"2", "\"dateModified\": \"on 2"),
        ] {
            let place = try #require(json.range(of: good), "\(good)")
            try desk.write(json.replacingCharacters(in: place, with: bad), to: "wrong.json")
            #expect(try judged() == 1, "\(bad)")
        }
        try desk.write(json, to: "wrong.json")
        let place = try #require(csv.range(of: ",35000.00,"))
        try desk.write(csv.replacingCharacters(in: place, with: ",35000.10,"), to: "wrong.csv")
        #expect(try judged() == 1)
    }

    @Test(
        """
        An amount is written as an exact decimal, £99,999,999,999.99 and 1p too; a variation and a \
        lapse are published under the same identifier, later
        """)
    func exactAmounts() throws {
        let desk = try Desk.withFund()
        try desk.done("fund", "approve", "VRF", "--profile", "2020/21=99999999999.99")
        try desk.done(
            "award", "make", "BIG", "--fund", "VRF", "--recipient", "PROJECT-01", "--title", "All",
            "--profile", "2020/21=99999999999.99")
        try desk.done(
            "award", "make", "SMALL", "--fund", "VRF", "--recipient", "PROJECT-01", "--title",
            "Least", "--profile", "2019/20=0.01")
        for award in ["BIG", "SMALL"] { try desk.done("award", "sign", award) }
        let first = try package(desk, "first.json")
        #expect(first.contains("\"amountAwarded\": 99999999999.99,"))
        #expect(first.contains("\"amountAwarded\": 0.01,"))
        #expect(first.contains("\"amountDisbursed\": 0.00,"))
        desk.environment["ALMONER_CLOCK"] = "2019-05-05T09:00:00Z"
        try desk.done(
            "award", "vary", "SMALL", "--year", "2019/20", "--amount", "10", "--reason", "More")
        try desk.done(
            "award", "lapse", "SMALL", "--year", "2019/20", "--amount", "0.05", "--reason", "Less")
        let second = try package(desk, "second.json")
        #expect(second.contains("\"amountAwarded\": 9.96,"))
        #expect(second.contains("\"dateModified\": \"2019-05-05T09:00:00.000Z\""))
        let ids = { (text: String) in text.matches(of: #/"id": "(360G-[^"]+)"/#).map(\.1) }
        #expect(ids(first) == ids(second))
    }

    @Test(
        "A package has a grant, one of two forms, a prefix that is one, and is never written over")
    func refused() throws {
        let desk = try Desk.withFund()
        let nothing = try desk.run("export", "360giving", "--output", "grants.json")
        #expect(nothing.status == 65)
        #expect(nothing.err.hasPrefix("error[nothing-to-publish]"))
        try desk.done(
            "award", "make", "A1", "--fund", "VRF", "--recipient", "PROJECT-01", "--title", "One",
            "--profile", "2019/20=100")
        try desk.done("award", "sign", "A1")
        for words in [
            ["--output", "grants.xlsx"], ["--output", "g.json", "--prefix", "kentpcc"],
            ["--output", "g.json", "--data-source", "kent.police"],
        ] {
            #expect(try desk.run(["export", "360giving"] + words).status == 64)
        }
        try desk.done(
            "export", "360giving", "--output", "grants.json", "--prefix", "360G-kentpcc")
        let again = try desk.run("export", "360giving", "--output", "grants.json")
        #expect(again.status == 73)
        #expect(again.err.hasPrefix("error[output-exists]"))
        let text = try String(
            contentsOf: desk.folder.appending(path: "grants.json"), encoding: .utf8)
        #expect(text.contains("\"360G-kentpcc-A1\""))
        #expect(text.contains("\"360G-kentpcc-ORG:PROJECT-01\""))
        let other = try desk.run(
            "export", "360giving", "--output", "other.json", "--year", "2020/21")
        #expect(other.status == 65)
    }

    @Test(
        """
        Each of the 40 and more kinds of area of the standard's list is written as told, PFA where only \
        the code E23000032 tells it; one that is not in the list is a finding and not written
        """, .enabled(if: Standard.isThere, Comment(rawValue: Standard.absence)))
    func kindsOfArea() throws {
        let desk = try Desk.withFund()
        let list = try String(
            contentsOf: Standard.folder.appending(path: "codelists/geoCodeType.csv"),
            encoding: .utf8)
        let codes = Set(
            list.split(separator: "\n").dropFirst().compactMap { line in
                line.split(separator: ",").first.map { String($0.replacing("\"", with: "")) }
            }
        ).sorted()
        try #require(codes.count > 40)
        var lines: [String] = []
        for (number, kind) in (codes + ["", "Parish of mine"]).enumerated() {
            let type = kind.isEmpty ? "" : " --geo-type \"\(kind)\""
            let code = kind.isEmpty ? "E23000032" : "X\(number)"
            lines += [
                "area add P\(number) --name \"Place \(number)\" --geo-code \(code)\(type)",
                "award make A\(number) --fund VRF --recipient PROJECT-01 --title \"Title \(number)\""
                    + " --profile 2019/20=1.01 --place P\(number)",
                "award sign A\(number)",
            ]
        }
        try desk.write(lines.joined(separator: "\n"), to: "areas.batch")
        try desk.done("batch", "areas.batch")
        let text = try package(desk, "grants.json")
        let told = text.matches(of: #/"geoCodeType": "([^"]+)"/#).map { String($0.1) }
        #expect(told.sorted() == (codes + ["PFA"]).sorted())
        let findings = try String(
            contentsOf: desk.folder.appending(path: "grants.json.findings.csv"), encoding: .utf8)
        let found = findings.split(separator: "\n").filter { $0.hasPrefix("geoCodeType,") }
        #expect(found.count == 1)
        #expect(found.first?.contains("Parish of mine") ?? false)
        _ = try package(desk, "grants.csv")
        let files = ["kent.almoner", "grants.json", "grants.csv"]
            .map { desk.folder.appending(path: $0).path }
        try Judge.run("threesixty.py", [Standard.folder.path] + files)
    }

    private func package(_ desk: Desk, _ name: String) throws -> String {
        try desk.done("export", "360giving", "--output", name)
        return try String(contentsOf: desk.folder.appending(path: name), encoding: .utf8)
    }
}
