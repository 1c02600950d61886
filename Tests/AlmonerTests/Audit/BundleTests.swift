import Foundation
import GrantLedger
import Testing

@Suite("Audit bundle")
struct BundleTests {
    @Test("A bundle has every file that is promised, and closes on the trial balance of the book")
    func everyFile() throws {
        let desk = try Self.year()
        try desk.done("export", "audit", "--output", "audit")
        let names = try desk.names(in: "audit")
        #expect(Set(Self.promised).subtracting(names) == [])
        let filled = [
            "entries", "transfers", "accounts", "decisions", "variations", "payments", "receipts",
            "accruals", "funds", "grants", "rounds", "bids", "awards", "profiles", "instalments",
            "returns", "claims", "claim-lines", "periods", "people", "cut-off", "ageing",
            "after-year-end", "organisations", "exceptions",
        ]
        for name in filled {
            let lines = try desk.lines(of: "audit/\(name).csv")
            #expect(lines.count > 1, "\(name).csv has no row")
        }
        let closing = try desk.lines(of: "audit/closing-trial-balance.csv").dropFirst().map { row in
            row.split(separator: ",").dropFirst().joined(separator: ",")
        }
        let report = try desk.done("report", "trial-balance", "--format", "csv").out
            .split(separator: "\n").filter { !$0.hasPrefix("head,") }.map { row in
                let cells = row.split(separator: ",")
                return [cells[0], cells[2], cells[3]].joined(separator: ",")
            }
        #expect(closing == report)
        #expect(try desk.lines(of: "audit/opening-trial-balance.csv").count == 1)
    }

    @Test(
        "A year filters the tables alone: entries.jsonl has every entry, and the year rolls forward"
    )
    func oneYear() throws {
        let desk = try Self.year()
        try desk.done("export", "audit", "--output", "all")
        try desk.done("export", "audit", "--output", "next", "--year", "2020/21")
        #expect(
            try desk.bytes("all/entries.jsonl") == desk.bytes("next/entries.jsonl"))
        let rows = try desk.lines(of: "next/entries.csv").dropFirst()
        #expect(!rows.isEmpty && rows.allSatisfy { $0.contains(",2020/21,") })
        let whole = try desk.lines(of: "all/entries.csv").dropFirst()
        #expect(rows.count < whole.count)
        try desk.done("export", "audit", "--output", "first", "--year", "2019/20")
        #expect(
            try desk.lines(of: "first/closing-trial-balance.csv")
                == desk.lines(of: "next/opening-trial-balance.csv"))
        #expect(try desk.lines(of: "first/cut-off.csv").contains { $0.contains("recorded-late") })
        let judged = try Judge.run(
            "bundle.py", ["good", desk.folder(of: ["first", "next", "all"])])
        #expect(judged == "3\n")
    }

    @Test("A zip holds the same bytes as the folder, and is judged as it is")
    func zip() throws {
        let desk = try Self.year()
        try desk.done("export", "audit", "--output", "audit.zip")
        try desk.done("export", "audit", "--output", "again.zip")
        #expect(try desk.bytes("audit.zip") == desk.bytes("again.zip"))
        try desk.done("export", "audit", "--output", "audit")
        let verdict = try desk.verify("audit/verify.py", "audit.zip")
        #expect(verdict.status == 0, "\(verdict.out)")
        #expect(verdict.out == (try desk.verify("audit/verify.py")).out)
    }

    @Test("Nothing is written over, and nothing is left where it fails")
    func neverOver() throws {
        let desk = try Desk.withFund()
        try desk.write("mine", to: "audit")
        let refused = try desk.run("export", "audit", "--output", "audit")
        #expect(refused.status == 73 && refused.err.contains("error[output-exists]"))
        #expect(try desk.lines(of: "audit") == ["mine"])
        let nowhere = try desk.run("export", "audit", "--output", "missing/audit.zip")
        #expect(nowhere.status == 73 && nowhere.err.contains("error[cannot-create]"))
        let left = try FileManager.default.contentsOfDirectory(atPath: desk.folder.path)
        #expect(!left.contains { $0.hasPrefix(".audit") })
    }

    @Test("A damaged book makes no bundle")
    func damaged() throws {
        let desk = try Desk.withFund()
        let path = desk.folder.appending(path: "kent.almoner")
        var bytes = try Data(contentsOf: path)
        let record = try #require(bytes.range(of: Data("\"kind\":\"openFund\"".utf8)))
        bytes[record.lowerBound + 9] = UInt8(ascii: "O")
        try bytes.write(to: path)
        let refused = try desk.run("export", "audit", "--output", "audit")
        #expect(refused.status == 65, "\(refused.status) \(refused.err)")
        #expect(refused.err.contains("error[book-damaged]"))
        #expect(!FileManager.default.fileExists(atPath: desk.folder.appending(path: "audit").path))
    }

    /// What PROMISES.md names, as files.
    private static let promised =
        [
            "manifest.json", "checkpoint.note", "public-keys.txt", "entries.jsonl", "README.html",
            "verify.py", "book.xlsx",
        ]
        + [
            "entries", "transfers", "accounts", "organisations", "funds", "grants", "rounds",
            "bids", "decisions", "awards", "profiles", "variations", "virements", "instalments",
            "payments", "returns", "accruals", "match", "claims", "periods", "policies", "people",
            "approvals", "documents", "imports", "reconciliation", "cut-off", "ageing",
            "after-year-end", "exceptions", "opening-trial-balance", "closing-trial-balance",
        ].map { "\($0).csv" }

    /// The illustrative year with what came in April.
    static func year() throws -> Desk {
        let desk = try Desk(clock: "2020-03-31T16:00:00Z")
        try desk.done(
            "init", "year.almoner", "--office", "Illustrative office", "--from", "2019-04-01")
        let batch = Desk.fixtures.appending(path: "illustrative-year/year.batch").path
        try desk.done("batch", batch)
        desk.environment["ALMONER_CLOCK"] = "2020-05-05T09:00:00Z"
        try desk.done("year", "accrue", "2019/20")
        try desk.done(
            "return", "submit", "W27", "--period", "2019/20-Q4", "--spend", "STAFF=5000", "--on",
            "2020-04-20")
        try desk.done("return", "accept", "W27", "--period", "2019/20-Q4", "--on", "2020-04-21")
        return desk
    }
}

extension Desk {
    /// The names of the files in a folder.
    func names(in name: String) throws -> Set<String> {
        Set(try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: name).path))
    }

    /// The lines of a file.
    func lines(of name: String) throws -> [String] {
        try String(contentsOf: folder.appending(path: name), encoding: .utf8)
            .split(separator: "\n").map(String.init)
    }

    /// The bytes of a file.
    func bytes(_ name: String) throws -> Data {
        try Data(contentsOf: folder.appending(path: name))
    }

    /// A folder with some of the files moved into it.
    func folder(of names: [String]) throws -> String {
        let place = folder.appending(path: "together")
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        for name in names {
            try FileManager.default.moveItem(
                at: folder.appending(path: name), to: place.appending(path: name))
        }
        return place.path
    }

    /// Runs the verifier of a bundle in a Python of its own, as an auditor does.
    func verify(_ script: String, _ words: String...) throws -> Outcome {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", "-I", script] + words
        process.currentDirectoryURL = folder
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let said = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return Outcome(
            out: String(decoding: said, as: UTF8.self), err: "", status: process.terminationStatus)
    }
}
