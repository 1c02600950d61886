import Foundation
import GrantLedger
import Testing

@Suite("The verifier in a bundle")
struct VerifierTests {
    @Test(
        "It finds each of 500 random one-byte changes in any file of a signed bundle, by its name")
    func everyByte() throws {
        let desk = try Self.kent()
        try desk.done("export", "audit", "--output", "audit")
        let settings = ProcessInfo.processInfo.environment
        let seed = settings["ALMONER_SEED"] ?? "2026"
        let count = settings["ALMONER_CHANGES"] ?? "500"
        let said = try Judge.run(
            "bundle.py", ["changes", desk.folder.appending(path: "audit").path, seed, count])
        #expect(said.hasPrefix("\(count) changes in "))
    }

    @Test(
        "It names a file that was added, lost, renamed, cut, whose rows were swapped or line ends changed"
    )
    func everyFault() throws {
        let desk = try Self.kent()
        try desk.done("export", "audit", "--output", "audit")
        let said = try Judge.run(
            "bundle.py", ["faults", desk.folder.appending(path: "audit").path])
        let count = try #require(Int(said.prefix { $0.isNumber }))
        #expect(count > 200, "\(said)")
    }

    @Test("A changed byte ends the process with 1, and it says which file and where")
    func aProcess() throws {
        let desk = try Self.kent()
        try desk.done("export", "audit", "--output", "audit")
        let well = try desk.verify("audit/verify.py")
        #expect(well.status == 0, "\(well.out)")
        #expect(well.out.contains("signed by almoner/finance/finance, fingerprint "))
        #expect(well.out.hasSuffix("All is as it was written.\n"))
        let place = desk.folder.appending(path: "audit/transfers.csv")
        let text = try String(contentsOf: place, encoding: .utf8)
        let rows = text.split(separator: "\n", omittingEmptySubsequences: false)
        let changed = rows.enumerated().map { number, row in
            let text = String(row)
            return number == 3
                ? text.replacing(".33", with: ".34", maxReplacements: 1) : text
        }
        try changed.joined(separator: "\n").write(to: place, atomically: true, encoding: .utf8)
        let bad = try desk.verify("audit/verify.py")
        #expect(bad.status == 1)
        #expect(bad.out.contains("WRONG transfers.csv, row 4, entry "), "\(bad.out)")
        #expect(
            bad.out.contains(
                "WRONG transfers.csv, \(try desk.bytes("audit/transfers.csv").count) bytes"))
        #expect(bad.out.contains("THIS BUNDLE IS NOT SOUND"))
    }

    @Test("A book chained anew passes by itself alone, and neither by a key nor by an earlier note")
    func forged() throws {
        let desk = try Self.kent()
        try desk.done("export", "audit", "--output", "before")
        try desk.done("organisation", "add", "LATER", "--name", "A later organisation")
        try desk.done("export", "audit", "--output", "audit")
        let note = desk.folder.appending(path: "before/checkpoint.note").path
        let keys = desk.folder.appending(path: "before/public-keys.txt").path
        let grown = try desk.verify(
            "audit/verify.py", "--against", note, "--keys", keys)
        #expect(grown.status == 0, "\(grown.out)")

        let forged = desk.folder.appending(path: "forged").path
        try Judge.run(
            "bundle.py", ["forge", desk.folder.appending(path: "audit").path, forged, "7"])
        let alone = try desk.verify("audit/verify.py", "forged")
        #expect(alone.status == 0, "\(alone.out)")
        #expect(alone.out.contains("NOT SIGNED"))
        let held = try desk.verify("audit/verify.py", "forged", "--keys", keys)
        #expect(held.status == 1)
        #expect(held.out.contains("WRONG checkpoint.note, signatures: none is by a key of --keys"))
        let against = try desk.verify("audit/verify.py", "forged", "--against", note)
        #expect(against.status == 1)
        #expect(against.out.contains("not those of the earlier note"))
        let shorter = try desk.verify(
            "audit/verify.py", "before", "--against",
            desk.folder.appending(path: "audit/checkpoint.note").path)
        #expect(shorter.status == 1, "fewer entries than the note: \(shorter.out)")
    }

    @Test("A bundle that nobody signed says so on its page, on standard error and in its verifier")
    func notSigned() throws {
        let desk = try Self.kent(signed: false)
        let said = try desk.done("export", "audit", "--output", "audit")
        #expect(said.err.contains("NOT SIGNED"))
        let page = try String(
            contentsOf: desk.folder.appending(path: "audit/README.html"), encoding: .utf8)
        #expect(page.contains("NOT SIGNED"))
        let verdict = try desk.verify("audit/verify.py")
        #expect(verdict.status == 0 && verdict.out.contains("NOT SIGNED"), "\(verdict.out)")
        let changed = try Judge.run(
            "bundle.py", ["changes", desk.folder.appending(path: "audit").path, "7", "40"])
        #expect(changed.contains("all found"))
    }

    @Test("Signed, the page has the key's fingerprint, and asks for last year's page beside it")
    func page() throws {
        let desk = try Self.kent()
        try desk.done("export", "audit", "--output", "audit")
        let page = try String(
            contentsOf: desk.folder.appending(path: "audit/README.html"), encoding: .utf8)
        let verdict = try desk.verify("audit/verify.py").out
        let line = try #require(verdict.split(separator: "\n").first { $0.contains("fingerprint") })
        let fingerprint = try #require(line.components(separatedBy: "fingerprint ").last)
        #expect(page.contains(fingerprint))
        #expect(page.contains("last year") && page.contains("not with this bundle"))
        #expect(!page.contains("NOT SIGNED"))
    }

    @Test("It has fewer than 400 lines, needs the standard library alone, and has the whole chart")
    func itself() throws {
        let desk = try Desk.withFund()
        try desk.done("export", "audit", "--output", "audit")
        let chart = try Judge.run(
            "bundle.py", ["rest", desk.folder.appending(path: "audit/verify.py").path])
        let wanted = AccountSet.allCases.flatMap { set in
            Head.allCases.filter { $0.traits.set == set }.map { head in
                "\(set.rawValue).\(head.rawValue)\(head.traits.debitNormal ? "+" : "")"
            }
        }
        #expect(chart.split(whereSeparator: \.isWhitespace).map(String.init) == wanted)
        let digest = try desk.done("export", "audit", "--help").out
        let verdict = try desk.verify("audit/verify.py").out
        let own = try #require(verdict.split(separator: "\n").first?.split(separator: " ").last)
        #expect(digest.contains(own), "the help screen publishes \(own)")
    }

    @Test("Texts that look like formulas, and texts with quotes and commas, are held as they stand")
    func hostileTexts() throws {
        let desk = try Desk.withFund()
        let words = ["=cmd|' /C calc'!A0", "a \"quoted\", text", " +44", "@x", "＝1", "-1", "é,ﬁ"]
        for word in words {
            try desk.done(
                "fund", "approve", "VRF", "--profile", "2019/20=1", "--reference=\(word)",
                "--document", "REF \(word)")
        }
        try desk.done("export", "audit", "--output", "audit")
        let verdict = try desk.verify("audit/verify.py")
        #expect(verdict.status == 0, "\(verdict.out)")
    }

    /// The Kent case, with a key of its user or without.
    static func kent(signed: Bool = true) throws -> Desk {
        let desk = try Desk(clock: "2020-04-05T09:00:00Z")
        try desk.done("init", "kent.almoner", "--example", "kent")
        if signed { try desk.done("checkpoint", "key") }
        return desk
    }
}
