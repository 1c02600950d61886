import Foundation
import GrantLedger
import GrantStore
import Testing

@Suite("A book and its counterfoils")
struct StandingTests {
    private func record(_ path: String, _ code: String, key: String? = nil) throws -> Counterfoil {
        try Writer(opening: path).record { recording in
            try recording.enter(
                AddTheme(code: SampleBook.code(code), name: SampleBook.title(code)),
                on: SampleBook.occasion("2019-08-01", key: key))
        }
    }

    private func counterfoils(_ path: String) throws -> String {
        String(decoding: try TestFolder.bytes(path + ".counterfoils"), as: UTF8.self)
    }

    private func rewrite(_ path: String, _ text: String) throws {
        try text.write(toFile: path + ".counterfoils", atomically: true, encoding: .utf8)
    }

    @Test("One line a commit, each with its chain hash")
    func lines() throws {
        let sample = try SampleBook()
        let lines = try counterfoils(sample.path).split(separator: "\n")
        #expect(lines[0] == "almoner-counterfoils/1 KENT-1 0")
        let book = try Book(reading: sample.path)
        #expect(lines.last?.hasPrefix("18 \(book.chain) 2019-06-01T") == true)
        let commits = try Shell.sqlite(sample.path, "SELECT count(DISTINCT batch) FROM journal;")
        #expect(commits.output == "\(lines.count - 1)\n")
    }

    @Test("A torn last line is cut by the next writer")
    func torn() throws {
        let sample = try SampleBook()
        let whole = try counterfoils(sample.path)
        try rewrite(sample.path, whole + "19 abc")
        #expect(try Book(reading: sample.path).standing == .well)
        let counterfoil = try record(sample.path, "T1")
        let mended = try counterfoils(sample.path)
        #expect(mended.hasPrefix(whole + "19 \(counterfoil.chain) "))
        #expect(try Book(reading: sample.path).verify(.full).isSound)
    }

    @Test("A process that died between commit and line is mended by the next writer")
    func diedBetween() throws {
        let sample = try SampleBook()
        let before = try counterfoils(sample.path)
        _ = try record(sample.path, "T1")
        let after = try counterfoils(sample.path)
        try rewrite(sample.path, before)
        let book = try Book(reading: sample.path)
        #expect(book.standing == .diedBetween(newest: 19))
        #expect(try book.verify(.full).isSound)
        _ = try record(sample.path, "T2")
        #expect(try counterfoils(sample.path).hasPrefix(after))
        #expect(try Book(reading: sample.path).verify(.full).isSound)
    }

    @Test("The same key after a counterfoil that was not written answers with its entry")
    func keyAfterDeath() throws {
        let sample = try SampleBook()
        let before = try counterfoils(sample.path)
        let first = try record(sample.path, "T1", key: "once")
        try rewrite(sample.path, before)
        let again = try record(sample.path, "T1", key: "once")
        #expect(again.entry == first.entry)
        #expect(again.repeated)
        #expect(try Book(reading: sample.path).standing == .well)
    }

    @Test("Lines cut off are told, and nothing is recorded on them")
    func cut() throws {
        let sample = try SampleBook()
        let lines = try counterfoils(sample.path).split(separator: "\n")
        try rewrite(sample.path, lines.dropLast(3).joined(separator: "\n") + "\n")
        guard case .cut(_, newest: 18) = try Book(reading: sample.path).standing else {
            Issue.record("not cut")
            return
        }
        #expect(throws: BookFault.self) { try record(sample.path, "T1") }
    }

    @Test("A line cut from the middle is found")
    func middle() throws {
        let sample = try SampleBook()
        var lines = try counterfoils(sample.path).split(separator: "\n")
        lines.remove(at: 4)
        try rewrite(sample.path, lines.joined(separator: "\n") + "\n")
        let found = try Book(reading: sample.path).verify(.full).findings
        #expect(found.map(\.field) == ["counterfoils"])
    }

    @Test("A line edited above the last is found at the open while it is among the newest")
    func editedAbove() throws {
        let sample = try SampleBook()
        let whole = try counterfoils(sample.path)
        let lines = whole.split(separator: "\n")
        let parts = lines[4].split(separator: " ")
        let entry = try #require(Int(parts[0]))
        for edited in [
            "\(entry) \(String(repeating: "0", count: 64)) \(parts[2])",
            "\(entry) \(parts[1]) 2019-06-01T23:59:59.000Z",
        ] {
            try rewrite(sample.path, whole.replacing(lines[4], with: edited))
            let book = try Book(reading: sample.path)
            #expect(book.standing == .edited(entry: entry))
            for depth: Book.Depth in [.quick, .full] {
                #expect(try book.verify(depth).findings.map(\.field) == ["counterfoils"])
            }
            #expect(throws: BookFault.parted(.edited(entry: entry))) {
                try record(sample.path, "T1")
            }
        }
        try rewrite(sample.path, whole.replacing(lines[4], with: "no line"))
        #expect(try Book(reading: sample.path).standing == .garbled)
    }

    @Test(
        "A line edited where no open reads is found by verify, a backup and a signer; recover goes on",
        arguments: ["chain", "cut", "garbled"])
    func editedFarAbove(_ how: String) throws {
        let sample = try SampleBook()
        for number in 1...60 { _ = try record(sample.path, "T\(number)") }
        var lines = try counterfoils(sample.path).split(separator: "\n").map(String.init)
        switch how {
        case "chain":
            lines[4] = lines[5].split(separator: " ").enumerated().map {
                $0.offset == 0 ? String(lines[4].prefix { $0 != " " }) : String($0.element)
            }.joined(separator: " ")
        case "cut": lines.remove(at: 4)
        default: lines[4] = "no line"
        }
        try rewrite(sample.path, lines.joined(separator: "\n") + "\n")
        let book = try Book(reading: sample.path)
        #expect(book.standing == .well)
        for depth: Book.Depth in [.quick, .full] {
            let findings = try book.verify(depth).findings
            #expect(!findings.isEmpty && findings.allSatisfy { $0.field == "counterfoils" })
        }
        let fault = #expect(throws: BookFault.self) { try book.checkEveryCounterfoil() }
        #expect(fault?.exitCode == 65)
        #expect(throws: BookFault.self) {
            try Writer.backUp(sample.path, to: sample.folder.path("b.almoner"))
        }
        #expect(try Loss(of: sample.path).gone == 0)
        _ = try Writer.recover(
            sample.path, reason: SampleBook.note("A line was edited"),
            on: SampleBook.occasion("2019-08-02"))
        #expect(try Book(reading: sample.path).verify(.rules).findings == [])
    }

    @Test("An older copy put back is told by how many entries are gone, and refused")
    func olderCopy() throws {
        let sample = try SampleBook()
        let older = try TestFolder.bytes(sample.path)
        _ = try record(sample.path, "T1")
        _ = try record(sample.path, "T2")
        try older.write(to: URL(filePath: sample.path))
        let book = try Book(reading: sample.path)
        #expect(book.standing == .olderCopy(newest: 18, gone: 2))
        #expect(try !book.verify(.full).isSound)
        let fault = #expect(throws: BookFault.self) { try record(sample.path, "T3") }
        #expect(fault?.exitCode == 65)
        #expect(fault?.code == "older-copy")
        let refused = #expect(throws: BookFault.self) { try adopt(sample.path) }
        #expect(refused?.code == "older-copy")
    }

    @Test("Two copies that went on apart are told from each other")
    func edited() throws {
        let sample = try SampleBook()
        let copy = try sample.folder.copy(sample.path)
        _ = try record(sample.path, "T1")
        _ = try record(copy, "T2")
        try TestFolder.bytes(sample.path).write(to: URL(filePath: copy))
        #expect(try Book(reading: copy).standing == .edited(entry: 19))
        #expect(throws: BookFault.self) { try record(copy, "T3") }
    }

    private func adopt(_ path: String) throws -> Counterfoil {
        try Writer.adopt(
            path, reason: SampleBook.note("Moved to the new server"),
            on: SampleBook.occasion("2019-08-02"))
    }

    @Test("A book without its counterfoils is read, and adopted before it is written")
    func adopted() throws {
        let sample = try SampleBook()
        let copy = try sample.folder.copy(sample.path, counterfoils: false)
        #expect(try Book(reading: copy).standing == .noCounterfoils)
        let fault = #expect(throws: BookFault.self) { try record(copy, "T1") }
        #expect(fault?.code == "no-counterfoils")
        let counterfoil = try adopt(copy)
        #expect(counterfoil.entry == 19)
        #expect(counterfoil.kind == .adoptBook)
        _ = try record(copy, "T1")
        let book = try Book(reading: copy)
        #expect(book.standing == .well)
        #expect(try book.verify(.rules).findings == [])
        #expect(throws: BookFault.nothingToAdopt) { try adopt(copy) }
    }

    @Test("An adoption that broke off before its entry is gone on with")
    func adoptionGoesOn() throws {
        let sample = try SampleBook()
        try rewrite(sample.path, "almoner-counterfoils/1 KENT-1 18\n")
        #expect(try Book(reading: sample.path).standing == .noCounterfoils)
        #expect(throws: BookFault.self) { try record(sample.path, "T1") }
        #expect(try adopt(sample.path).entry == 19)
        #expect(try Book(reading: sample.path).verify(.full).isSound)
    }

    @Test("Counterfoils of another book, or none at all to read, are set aside by adopting")
    func foreign() throws {
        for text in ["almoner-counterfoils/1 OTHER 0\n", "what is this\n", ""] {
            let sample = try SampleBook()
            try rewrite(sample.path, text)
            #expect(try !Book(reading: sample.path).standing.mayWrite)
            _ = try adopt(sample.path)
            #expect(try Book(reading: sample.path).standing == .well)
            let aside = try TestFolder.bytes(sample.path + ".counterfoils.was-1")
            #expect(String(decoding: aside, as: UTF8.self) == text)
        }
    }
}
