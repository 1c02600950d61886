import Foundation
import Testing

@Suite("Recovering by command")
struct RecoverTests {
    /// A desk whose book was replaced by a copy older by two entries.
    private func olderCopy() throws -> Desk {
        let desk = try Desk.withFund()
        let file = desk.folder.appending(path: "kent.almoner")
        let older = try Data(contentsOf: file)
        try desk.done("area", "add", "A", "--name", "A")
        try desk.done("area", "add", "B", "--name", "B")
        try older.write(to: file)
        return desk
    }

    private func bytes(_ desk: Desk) throws -> [String: Data] {
        let names = try FileManager.default.contentsOfDirectory(atPath: desk.folder.path)
        return try names.filter { $0.hasPrefix("kent") }.reduce(into: [:]) { bytes, name in
            bytes[name] = try Data(contentsOf: desk.folder.appending(path: name))
        }
    }

    @Test("Without --accept-loss it says what is gone, writes nothing, and ends with 65")
    func asked() throws {
        let desk = try olderCopy()
        let before = try bytes(desk)
        let said = try desk.run("recover")
        #expect(said.status == 65)
        #expect(said.err.hasPrefix("error[loss-not-accepted]: The book ends with entry 4, but 2 "))
        #expect(said.err.contains("Both agree up to entry 4: 2 entries are gone."))
        #expect(said.err.contains("almoner recover --accept-loss --reason TEXT"))
        let json = try desk.run("recover", "--format", "json")
        #expect(json.err.contains("\"code\": \"loss-not-accepted\""))
        #expect(json.err.contains("\"gone\": \"2\"") || json.err.contains("\"gone\": 2"))
        #expect(try desk.run("recover", "--accept-loss").status == 64)
        #expect(try bytes(desk) == before)
    }

    @Test("An older copy is refused by every way on but recover --accept-loss, which is an entry")
    func recovered() throws {
        let desk = try olderCopy()
        let refused = try desk.run("area", "add", "C", "--name", "C")
        #expect(refused.status == 65)
        #expect(refused.err.contains("almoner recover"))
        #expect(try desk.run("book", "adopt", "--reason", "x").status == 65)
        #expect(try desk.run("backup", "b.copy").status == 65)
        let done = try desk.done("recover", "--accept-loss", "--reason", "The disk was lost")
        #expect(done.out.contains("entry 5  recover book  5 April 2019"))
        #expect(done.out.contains("kent.almoner.counterfoils.was-1"))
        try desk.done("area", "add", "C", "--name", "C")
        try desk.done("verify", "--rules")
        let shown = try desk.done("entry", "show", "5").out
        #expect(shown.contains("The disk was lost"))
        #expect(shown.contains("an older copy was put back"))
        #expect(try desk.run("entry", "reverse", "5", "--reason", "x").status == 65)
        #expect(try desk.run("recover").err.hasPrefix("error[nothing-to-recover]: "))
    }
}
