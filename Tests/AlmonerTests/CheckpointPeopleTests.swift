import Foundation
import Testing

@Suite("Who signs a checkpoint, and with which key")
struct CheckpointPeopleTests {
    private func sitDown(_ name: String, login: String? = nil, at desk: Desk) {
        desk.environment["ALMONER_USER"] = name
        desk.environment["LOGNAME"] = login ?? name
    }

    private func refused(_ desk: Desk, _ words: String..., code: String, status: Int32 = 65) throws
    {
        let outcome = try desk.run(words)
        #expect(outcome.err.contains("error[\(code)]"), "\(words): \(outcome.err)")
        #expect(outcome.status == status)
        #expect(outcome.out.isEmpty)
    }

    private func key(_ desk: Desk, _ name: String) -> URL {
        desk.folder.appending(path: ".config/almoner/\(name).key")
    }

    @Test("The second line is another person's: another user, another login, another key")
    func secondPerson() throws {
        let desk = try Desk.withFund()
        try desk.done("checkpoint", "make", "--output", "close.note")
        try refused(desk, "checkpoint", "sign", "close.note", code: "already-signed")
        try refused(
            desk, "checkpoint", "sign", "close.note", "--key",
            ".config/other.key",
            code: "another-person-needed")
        sitDown("treasurer", login: "finance", at: desk)
        try refused(desk, "checkpoint", "sign", "close.note", code: "another-person-needed")
        sitDown("finance", login: "treasurer", at: desk)
        try refused(desk, "checkpoint", "sign", "close.note", code: "key-of-another")
        sitDown("treasurer", at: desk)
        try refused(
            desk, "checkpoint", "verify", "close.note", "--signatures", "2",
            code: "signature-unknown")
        let both = try desk.done("checkpoint", "sign", "close.note").out
        #expect(both.split(separator: "\n").count { $0.hasPrefix("— almoner/") } == 2)
        try desk.write(both, to: "both.note")
        try desk.done("checkpoint", "verify", "both.note", "--signatures", "2")
        try refused(desk, "checkpoint", "sign", "both.note", code: "already-signed")
    }

    @Test("Nobody signs below a line that is not known, nor a note the book does not agree with")
    func signsWhatHolds() throws {
        let desk = try Desk.withFund()
        try desk.done("checkpoint", "make", "--output", "close.note")
        let first = String(try desk.done("checkpoint", "key").out.dropLast())
        sitDown("treasurer", at: desk)
        desk.environment["XDG_CONFIG_HOME"] = desk.folder.path + "/treasurer"
        try refused(desk, "checkpoint", "sign", "close.note", code: "signature-unknown")
        let book = desk.folder.appending(path: "kent.almoner").path
        let whole = try Data(contentsOf: URL(filePath: book))
        try Judge.run("forge.py", [book, "2", "2019-04-04"])
        try FileManager.default.removeItem(atPath: book + ".counterfoils")
        try refused(
            desk, "checkpoint", "sign", "close.note", "--verifier", first, code: "book-rewritten",
            status: 3)
        try whole.write(to: URL(filePath: book))
        try desk.done("checkpoint", "sign", "close.note", "--verifier", first)
    }

    @Test("Once people are enrolled, who signs is one of them, and the second may approve")
    func enrolled() throws {
        let desk = try Desk.withFund()
        try desk.done(
            "person", "add", "FINANCE", "--name", "One", "--login", "finance", "--may", "approve")
        try refused(desk, "checkpoint", "make", code: "not-enrolled")
        sitDown("FINANCE", login: "finance", at: desk)
        try desk.done("person", "add", "CLERK", "--name", "Two", "--login", "clerk")
        try desk.done(
            "person", "add", "CFO", "--name", "Three", "--login", "cfo", "--may", "approve")
        try desk.done("checkpoint", "make", "--output", "close.note")
        sitDown("CLERK", login: "clerk", at: desk)
        try refused(desk, "checkpoint", "sign", "close.note", code: "another-person-needed")
        sitDown("CFO", login: "finance", at: desk)
        try refused(desk, "checkpoint", "sign", "close.note", code: "another-person-needed")
        sitDown("CFO", login: "cfo", at: desk)
        try desk.done("checkpoint", "sign", "close.note", "--key", ".config/cfo.key")
    }

    @Test("A key is made at first, for its owner alone, and its secret is in no output")
    func keyIsMade() throws {
        let desk = try Desk.withFund()
        let made = try desk.done("checkpoint", "make", "--output", "close.note")
        #expect(made.err.contains("A key was made for finance (login finance)"))
        let file = key(desk, "finance")
        let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions]
        #expect((mode as? NSNumber)?.intValue == 0o600)
        let secret = try String(contentsOf: file, encoding: .utf8)
        let hidden = try #require(secret.split(separator: "+").last?.prefix(20))
        var said = made.out + made.err
        for words in [
            ["checkpoint", "key"], ["checkpoint", "make"], ["checkpoint", "verify", "close.note"],
            ["doctor"], ["verify", "--against", "close.note", "--format", "json"],
            ["checkpoint", "sign", "close.note"], ["checkpoint", "verify", file.path],
            ["checkpoint", "key", "--know", file.path],
        ] {
            let outcome = try desk.run(words)
            said += outcome.out + outcome.err
        }
        chmod(file.path, 0o644)
        said += try desk.run("checkpoint", "make").err
        #expect(!said.contains(hidden))
        #expect(said.contains("almoner/finance/finance+"))
    }

    @Test("A key that others may read, that lies beside the book, or is none, is refused")
    func badKeys() throws {
        let desk = try Desk.withFund()
        try desk.done("checkpoint", "key")
        let file = key(desk, "finance")
        chmod(file.path, 0o640)
        try refused(desk, "checkpoint", "make", code: "key-open", status: 77)
        chmod(file.path, 0o600)
        try refused(desk, "checkpoint", "make", "--key", "own.key", code: "key-beside-book")
        #expect(!FileManager.default.fileExists(atPath: desk.folder.path + "/own.key"))
        try desk.write("words", to: ".config/words")
        chmod(desk.folder.path + "/.config/words", 0o600)
        try refused(desk, "checkpoint", "make", "--key", ".config/words", code: "not-a-key")
        try refused(
            desk, "checkpoint", "key", "--key", "none/own.key", code: "key-failed", status: 77)
        desk.environment["HOME"] = nil
        try refused(desk, "checkpoint", "make", code: "usage", status: 64)
        try desk.done("checkpoint", "make", "--key", ".config/elsewhere.key")
    }

    @Test("A key file given by name is made there, and its signatures are known afterwards")
    func namedKey() throws {
        let desk = try Desk.withFund()
        try desk.done("checkpoint", "make", "--key", ".config/mine.key", "--output", "close.note")
        try desk.done("checkpoint", "verify", "close.note")
        try desk.done("verify", "--against", "close.note")
        let printed = try desk.done("checkpoint", "key", "--key", ".config/mine.key")
        #expect(printed.out.hasPrefix("almoner/finance/finance+"))
        #expect(printed.err.contains("Fingerprint: "))
    }

    @Test("A close whose note could not be written is refused before anything is recorded")
    func closeChecksFirst() throws {
        let desk = try Desk()
        try desk.done("init", "kent.almoner", "--office", "An office", "--from", "2018-04-01")
        let book = desk.folder.appending(path: "kent.almoner")
        let before = try Data(contentsOf: book)
        try desk.write("here", to: "close.note")
        let close = ["year", "close", "2018/19", "--checkpoint"]
        for (words, code, status) in [
            (["close.note"], "output-exists", 73), (["none/close.note"], "cannot-create", 73),
            (["new.note", "--key", "own.key"], "key-beside-book", 65),
            (["new.note", "--key", "close.note"], "key-beside-book", 65),
        ] {
            let outcome = try desk.run(close + words)
            #expect(outcome.err.contains("error[\(code)]"), "\(words): \(outcome.err)")
            #expect(outcome.status == Int32(status))
        }
        try refused(desk, "year", "close", "2018/19", "--key", "x", code: "usage", status: 64)
        #expect(try Data(contentsOf: book) == before)
        let dry = try desk.run(close + ["new.note", "--dry-run"])
        #expect(dry.status == 0)
        #expect(!FileManager.default.fileExists(atPath: desk.folder.path + "/new.note"))
        #expect(!FileManager.default.fileExists(atPath: key(desk, "finance").path))
        let done = try desk.run(close + ["new.note", "--once", "close-1"])
        #expect(done.status == 0, "\(done.err)")
        try desk.done("checkpoint", "verify", "new.note")
        let again = try desk.run(close + ["again.note", "--once", "close-1"])
        #expect(again.status == 0, "\(again.err)")
        try desk.done("verify", "--against", "again.note")
    }
}
