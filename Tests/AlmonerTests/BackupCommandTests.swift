import Foundation
import Testing

@Suite("Backups by command")
struct BackupCommandTests {
    @Test("backup prints entries, chain hash and size; restore proves the same in another folder")
    func drill() throws {
        let desk = try Desk.withFund()
        let page = try desk.json("backup", "b.copy")
        #expect(page["schema"] as? String == "almoner.backup/1")
        let backup = try #require(page["facts"] as? [String: Any])
        #expect(backup["entries"] as? Int == 4)
        #expect((backup["bytes"] as? Int ?? 0) > 4096)
        let drill = try desk.json("restore", "b.copy", "drill.almoner")
        let restored = try #require(drill["facts"] as? [String: Any])
        for name in ["entries", "chain", "debits", "credits", "sound"] {
            #expect("\(restored[name] ?? "")" == "\(backup[name] ?? "-")")
        }
        #expect(restored["debits"] as? String == "100000.00")
        let rows = try Desk.rows(drill, "compared")
        #expect(rows.count == 3)
        #expect(rows.allSatisfy { $0["backup"] as? String == $0["book"] as? String })
        try desk.done("area", "add", "A", "--name", "A", "--book", "drill.almoner")
        try desk.done("verify", "--rules", "--book", "drill.almoner")
    }

    @Test("A file that is there ends both with 73, one that is not with 66; both teach")
    func taken() throws {
        let desk = try Desk.withFund()
        try desk.done("backup", "b.copy")
        let again = try desk.run("backup", "b.copy")
        #expect(again.status == 73)
        #expect(again.err.hasPrefix("error[book-exists]: b.copy is there already."))
        let over = try desk.run("restore", "b.copy", "kent.almoner")
        #expect(over.status == 73)
        #expect(over.err.contains("Choose another name"))
        #expect(try desk.run("restore", "none.copy", "x.almoner").status == 66)
        #expect(try desk.run("backup", "none/b.copy").status == 73)
        try FileManager.default.removeItem(at: desk.folder.appending(path: "kent.almoner"))
        let left = try desk.run("restore", "b.copy", "kent.almoner")
        #expect(left.status == 73)
        #expect(left.err.hasPrefix("error[counterfoils-exist]: "))
    }

    @Test("Restored without counterfoils it says that book adopt is the way on")
    func without() throws {
        let desk = try Desk.withFund()
        try desk.done("backup", "b.copy")
        try FileManager.default.removeItem(at: desk.folder.appending(path: "b.copy.counterfoils"))
        let restored = try desk.done("restore", "b.copy", "x.almoner")
        #expect(restored.out.contains("almoner book adopt --reason TEXT"))
        try desk.done("book", "adopt", "--book", "x.almoner", "--reason", "Restored")
        try desk.done("verify", "--full", "--book", "x.almoner")
    }
}
