import Foundation
import Testing

@Suite("Checkpoints")
struct CheckpointTests {
    /// A desk whose book a note was signed of.
    private func signed() throws -> Desk {
        let desk = try Desk.withFund()
        try desk.done("checkpoint", "make", "--output", "close.note")
        return desk
    }

    /// Another person sits down: another user, another login.
    private func sitDown(_ name: String, at desk: Desk) {
        desk.environment["ALMONER_USER"] = name
        desk.environment["LOGNAME"] = name
    }

    private func refused(_ desk: Desk, _ words: String..., code: String, status: Int32) throws {
        let outcome = try desk.run(words)
        #expect(outcome.err.contains("error[\(code)]"), "\(words): \(outcome.err)")
        #expect(outcome.status == status)
        #expect(outcome.out.isEmpty || words.first == "verify", "\(outcome.out)")
    }

    private func verifier(_ desk: Desk) throws -> String {
        let out = try desk.done("checkpoint", "key").out
        return String(out.dropLast())
    }

    @Test("A book merely grown is accepted, and the growth is said; by verify --against too")
    func grown() throws {
        let desk = try signed()
        let same = try desk.done("checkpoint", "verify", "close.note", "--format", "markdown")
        #expect(same.out.contains("The first 4 entries are as they were signed; nothing has come"))
        try desk.done("organisation", "add", "PROJECT-02", "--name", "Another")
        try desk.done("organisation", "add", "PROJECT-03", "--name", "A third")
        for words in [
            ["checkpoint", "verify", "close.note"], ["verify", "--against", "close.note"],
        ] {
            let outcome = try desk.run(words + ["--format", "markdown"])
            #expect(outcome.status == 0, "\(outcome.err)")
            #expect(outcome.out.contains("the book has grown by 2 entries"), "\(outcome.out)")
            #expect(outcome.out.contains("finance (login finance)"))
        }
        let full = try desk.done("verify", "--full", "--since", "close.note", "--format", "json")
        #expect(full.out.contains("\"since\""))
        #expect(full.out.contains("\"first\": 5"))
        #expect(full.out.contains("\"last\": 6"))
    }

    @Test(
        "A book chained anew in every record is refused with 3, though --full finds nothing in it")
    func rewritten() throws {
        let desk = try signed()
        let book = desk.folder.appending(path: "kent.almoner").path
        try Judge.run("forge.py", [book, "2", "2019-04-04"])
        try FileManager.default.removeItem(atPath: book + ".counterfoils")
        try desk.done("verify", "--full")
        try refused(
            desk, "checkpoint", "verify", "close.note", code: "book-rewritten", status: 3)
        try refused(
            desk, "verify", "--against", "close.note", code: "book-rewritten", status: 3)
        let page = try desk.run("verify", "--against", "close.note", "--format", "json")
        #expect(page.out.contains("\"sound\": \"no\""))
        #expect(page.out.contains("\"field\": \"checkpoint\""))
    }

    @Test("A record changed under its chain hash is damage, and no note is made of it")
    func damaged() throws {
        let desk = try signed()
        let book = desk.folder.appending(path: "kent.almoner").path
        let guarding =
            "CREATE TRIGGER journal_never_changed BEFORE UPDATE ON journal\n"
            + "BEGIN SELECT RAISE(ABORT, 'journal-never-changed'); END;"
        let sql = """
            DROP TRIGGER journal_never_changed;
            UPDATE journal SET record = replace(record, 'Violence', 'Violins');
            \(guarding)
            """
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/sqlite3")
        process.arguments = [book, sql]
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
        try refused(
            desk, "checkpoint", "verify", "close.note", code: "book-damaged", status: 3)
        try refused(desk, "checkpoint", "make", code: "book-damaged", status: 3)
        try refused(desk, "verify", "--against", "close.note", code: "book-damaged", status: 3)
        let said = try desk.run("checkpoint", "verify", "close.note").err
        #expect(said.contains("the record of entry 2 does not come to its chain hash"), "\(said)")
    }

    @Test("An older copy put back with its counterfoils is refused with 3")
    func olderCopy() throws {
        let desk = try Desk.withFund()
        let files = ["kent.almoner", "kent.almoner.counterfoils"].map {
            desk.folder.appending(path: $0)
        }
        let old = try files.map { try Data(contentsOf: $0) }
        try desk.done("organisation", "add", "PROJECT-02", "--name", "Another")
        try desk.done("checkpoint", "make", "--output", "close.note")
        for (file, bytes) in zip(files, old) { try bytes.write(to: file) }
        try desk.done("verify", "--full")
        try refused(desk, "checkpoint", "verify", "close.note", code: "entries-gone", status: 3)
        try refused(desk, "verify", "--against", "close.note", code: "entries-gone", status: 3)
    }

    @Test("The note of another book is refused")
    func otherBook() throws {
        let desk = try signed()
        try desk.done("init", "other.almoner", "--office", "Another office")
        for command in [
            ["checkpoint", "verify", "close.note"], ["verify", "--against", "close.note"],
        ] {
            let outcome = try desk.run(command + ["--book", "other.almoner"])
            #expect(outcome.err.contains("error[note-other-book]"))
            #expect(outcome.status == 65)
        }
    }

    @Test("A note changed after it was signed, cut, or not there is refused")
    func badNotes() throws {
        let desk = try signed()
        let file = desk.folder.appending(path: "close.note")
        let text = try String(contentsOf: file, encoding: .utf8)
        try desk.write(text.replacing("\n4\n", with: "\n3\n"), to: "changed.note")
        try refused(desk, "checkpoint", "verify", "changed.note", code: "signature-bad", status: 65)
        try refused(
            desk, "verify", "--against", "changed.note", code: "signature-bad", status: 65)
        try desk.write(String(text.dropLast(3)), to: "cut.note")
        try refused(desk, "checkpoint", "verify", "cut.note", code: "note-malformed", status: 65)
        try refused(desk, "checkpoint", "verify", "none.note", code: "no-note", status: 66)
    }

    @Test("A key that is not known proves nothing, until it is given or known from then on")
    func unknownKey() throws {
        let desk = try signed()
        let key = try verifier(desk)
        desk.environment["XDG_CONFIG_HOME"] = desk.folder.path + "/auditor"
        try refused(
            desk, "checkpoint", "verify", "close.note", code: "signature-unknown", status: 65)
        try refused(
            desk, "verify", "--against", "close.note", code: "signature-unknown", status: 65)
        try desk.done("checkpoint", "verify", "close.note", "--verifier", key)
        try desk.write("# the office\n\(key)\n", to: "keys.txt")
        try desk.done("verify", "--against", "close.note", "--verifier", "keys.txt")
        try refused(
            desk, "checkpoint", "verify", "close.note", "--verifier", "nonsense",
            code: "not-a-verifier", status: 65)
        try desk.done("checkpoint", "key", "--know", key)
        try desk.done("checkpoint", "verify", "close.note")
    }

    @Test("The judge from outside finds the same root, and Ed25519 signatures of both people")
    func judge() throws {
        let desk = try signed()
        var keys = [try verifier(desk)]
        sitDown("treasurer", at: desk)
        try desk.done("checkpoint", "sign", "close.note", "--output", "both.note")
        keys.append(try verifier(desk))
        try desk.done("organisation", "add", "PROJECT-02", "--name", "Another")
        let files = ["kent.almoner", "both.note"].map { desk.folder.appending(path: $0).path }
        #expect(try Judge.run("checkpoint.py", files + keys) == "4 1 2\n")
    }

    @Test("An earlier entry may be the last of a note; one that is not there may not")
    func atEntry() throws {
        let desk = try signed()
        let note = try desk.done("checkpoint", "make", "--at", "2").out
        #expect(note.split(separator: "\n")[1] == "2")
        try desk.write(note, to: "two.note")
        let answer = try desk.done("checkpoint", "verify", "two.note", "--format", "json").out
        #expect(answer.contains("\"grown\": 2"))
        for entry in ["0", "5", "-1"] {
            try refused(
                desk, "checkpoint", "make", "--at=\(entry)", code: "unknown-entry", status: 65)
        }
    }

    @Test("Nothing is ever written over, and a refusal leaves no file")
    func outputs() throws {
        let desk = try signed()
        try refused(
            desk, "checkpoint", "make", "--output", "close.note", code: "output-exists", status: 73)
        sitDown("treasurer", at: desk)
        try refused(
            desk, "checkpoint", "sign", "close.note", "--output", "close.note",
            code: "output-exists", status: 73)
        let names = try FileManager.default.contentsOfDirectory(atPath: desk.folder.path)
        #expect(names.filter { $0.contains("note") } == ["close.note"])
    }
}
