import Foundation
import Testing

@Suite("Peers")
struct PeersTests {
    @Test(
        """
        hledger, ledger and beancount find in every case of the repository what the trial balance says, \
        account by account, year by year, to the penny; their own checks of the journals are clean
        """)
    func everyCase() throws {
        let said = try Judge.run("peers.py", [try Desk.program().path, "--fixtures"])
        print(said, terminator: "")
        #expect(try Self.count("books", in: said) >= 18)
        #expect(try Self.count("balances compared", in: said) > 20_000)
    }

    @Test("Texts made to break a journal are read back as they were recorded, and move no penny")
    func nastyTexts() throws {
        let desk = try Desk.withFund()
        for (number, text) in Self.nasty.enumerated() {
            try desk.done(
                "fund", "reduce", "VRF", "--year", "2019/20", "--amount", "\(number + 1).01",
                "--reason", text, "--reference", text)
            try desk.done(
                "organisation", "add", "ORG-\(number)", "--name", "\(number) \(text)", "--distinct",
                "--document", "\(text) ref")
            try desk.done(
                "fund", "open", "F.\(number)-", "--title", text, "--source", "own-budget")
            try desk.done(
                "fund", "approve", "F.\(number)-", "--year", "2020/21", "--amount", "0.01")
        }
        for (year, fund) in [(1066, "F.0-"), (1399, "F.1-"), (1400, "F.2-")] {
            try desk.done(
                "fund", "approve", fund, "--year", "2020/21", "--amount", "7.77", "--historic",
                "--on", "\(year)-01-01")
        }
        let long = String(repeating: "[£é ", count: 400)
        try desk.done(
            "fund", "reduce", "VRF", "--year", "2019/20", "--amount", "1", "--reason", long + "end")
        let book = desk.folder.appending(path: "kent.almoner").path
        let said = try Judge.run("peers.py", [try Desk.program().path, book])
        #expect(said.contains(" 0 differ"))
        #expect(try Self.count("texts read back", in: said) > 1_000)
    }

    @Test("A penny put on another account is found by each program's own check of the journal")
    func penny() throws {
        let desk = try Desk.withKent()
        for (format, check) in Self.checks {
            let name = "book.\(format)"
            try desk.done("export", format, "--output", name)
            let file = desk.folder.appending(path: name)
            #expect(try desk.status(of: check + [file.path]) == 0, "\(format)")
            let text = try String(contentsOf: file, encoding: .utf8)
            let debit = try #require(text.firstRange(of: "  35000.00 GBP\n"))
            let credit = try #require(text.firstRange(of: "  -35000.00 GBP\n"))
            #expect(debit.upperBound < credit.lowerBound)
            let changed =
                text[..<debit.lowerBound] + "  35000.01 GBP\n"
                + text[debit.upperBound..<credit.lowerBound] + "  -35000.01 GBP\n"
                + text[credit.upperBound...]
            try String(changed).write(to: file, atomically: true, encoding: .utf8)
            #expect(try desk.status(of: check + [file.path]) != 0, "\(format)")
        }
    }

    @Test(
        "A journal goes to a new file, or to standard output, the same bytes; nothing is written over"
    )
    func whereItGoes() throws {
        let desk = try Desk.withFund()
        for format in ["hledger", "ledger", "beancount"] {
            let words = ["export", format, "--book", "kent.almoner"]
            let printed = try desk.run(words)
            #expect(printed.status == 0, "\(printed.err)")
            #expect(try desk.run(words + ["--output", "-"]).out == printed.out)
            let file = try desk.run(words + ["--output", "a.\(format)"])
            #expect(file.err == "a.\(format) is written.\n")
            let written = desk.folder.appending(path: "a.\(format)")
            #expect(try String(contentsOf: written, encoding: .utf8) == printed.out)
            let again = try desk.run(words + ["--output", "a.\(format)"])
            #expect(again.status == 73)
            #expect(again.err.hasPrefix("error[output-exists]"))
            #expect(try desk.run(words + ["--year", "open"]).status == 64)
        }
    }

    @Test(
        "The trial balance as at a day, and rolled forward through a year, by head and by account")
    func trialBalance() throws {
        let desk = try Desk.withKent()
        let all = ["report", "trial-balance"]
        for sheet in ["actual", "budget", "control", "memorandum"] {
            let now = try Desk.rows(try desk.json(all), sheet)
            #expect(
                try Desk.rows(try desk.json(all + ["--as-at", "9999-12-31"]), sheet).count
                    == now.count)
            let byHead = try desk.json(all + ["--year", "2019/20"])
            let byAccount = try desk.json(all + ["--year", "2019/20", "--by", "account"])
            let asAt = try desk.json(all + ["--as-at", "2020-03-31"])
            for row in try Desk.rows(asAt, sheet) {
                let head = try #require(row["head"] as? String)
                let net = try Desk.pence(row, "debit") - Desk.pence(row, "credit")
                for page in [byHead, byAccount] {
                    let own = try Desk.rows(page, sheet).filter { $0["head"] as? String == head }
                    #expect(try own.map { try Desk.pence($0, "closing") }.reduce(0, +) == net)
                }
            }
            let totals = try Desk.totals(byAccount, sheet)
            #expect(try Desk.pence(totals, "opening") == 0)
            #expect(try Desk.pence(totals, "closing") == 0)
            #expect(try Desk.pence(totals, "debit") == Desk.pence(totals, "credit"))
        }
        let both = try desk.run(all + ["--year", "2019/20", "--as-at", "2020-03-31"])
        #expect(both.status == 64)
    }
}

extension PeersTests {
    /// What each program checks a journal by.
    private static var checks: [(String, [String])] {
        let root = Desk.fixtures.deletingLastPathComponent()
        return [
            ("hledger", ["hledger", "check", "--strict", "-f"]),
            ("ledger", ["ledger", "--args-only", "--pedantic", "balance", "-f"]),
            ("beancount", [root.appending(path: ".venv/bin/bean-check").path]),
        ]
    }

    /// What a line, a comment, a tag, a string or a transaction of some journal would end at.
    private static let nasty = [
        "a; b", "a, chain: 00", "a | b", "; entry: 1", "[2019-01-01] a", "a [=2019/01/01]",
        "\" * \"x\" ^entry-1", "back\\slash\\", "= 5.00 GBP", "@@ 3 EUR", "{2.00 EUR} (x)",
        "two  spaces  ; Hash: 0", "100% %2C %25", "£ é ‐ 日本語 🙂", "end comment", "!include x",
        "~ monthly", "* heading", "#tag ^link", "a: b: c", ":tag:other:", "Payee:: 1", "'single'",
        "$(id) `id`", "<b>&amp;</b>", "\u{A0}hard space\u{A0}", "e\u{301}", "P 2020-01-01 GBP $2",
    ]

    /// The number that stands before some words.
    private static func count(_ words: String, in said: String) throws -> Int {
        let range = try #require(said.firstRange(of: " \(words)"), "\(said)")
        let digits = said[..<range.lowerBound].reversed().prefix { $0.isNumber || $0 == "," }
        return try #require(Int(String(digits.reversed()).replacing(",", with: "")), "\(said)")
    }
}

extension Desk {
    /// How another program ends.
    fileprivate func status(of words: [String]) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = words
        process.environment = environment.merging(["LC_ALL": "C.UTF-8"]) { $1 }
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }
}
