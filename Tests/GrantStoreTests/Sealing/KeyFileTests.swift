import Foundation
import GrantSeal
import GrantStore
import Testing

@Suite("Key files")
struct KeyFileTests {
    private let name = KeyName(user: "finance", login: "finance")

    private func mode(_ path: String) throws -> Int {
        let found = try FileManager.default.attributesOfItem(atPath: path)
        return try #require(found[.posixPermissions] as? NSNumber).intValue
    }

    @Test(
        "A key is made with mode 0600 whatever the mask, is read again, and is never written over")
    func made() throws {
        let folder = try TestFolder()
        let file = try KeyFile(folder.path("own.key"), besides: nil)
        #expect(!file.isThere)
        #expect(throws: KeyFault.missing(path: file.path)) { try file.key() }
        let before = umask(0)
        let key = try file.make(for: name)
        umask(before)
        #expect(try mode(file.path) == 0o600)
        #expect(try file.key().verifier == key.verifier)
        let bytes = try TestFolder.bytes(file.path)
        #expect(throws: KeyFault.taken(path: file.path)) { try file.make(for: name) }
        #expect(try TestFolder.bytes(file.path) == bytes)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["own.key"])
    }

    @Test(
        "A key that anybody else may read, write or run is refused",
        arguments: [0o640, 0o620, 0o610, 0o604, 0o602, 0o601, 0o644, 0o660, 0o777])
    func open(_ mode: Int) throws {
        let folder = try TestFolder()
        let file = try KeyFile(folder.path("own.key"), besides: nil)
        _ = try file.make(for: name)
        chmod(file.path, mode_t(mode))
        let said = "0" + String(mode, radix: 8)
        #expect(throws: KeyFault.open(path: file.path, mode: said)) { try file.key() }
        chmod(file.path, 0o400)
        #expect(try file.key().verifier.name == name)
    }

    @Test("A key beside the book is refused, also by a link to the folder or to the key")
    func besideBook() throws {
        let (books, elsewhere) = (try TestFolder(), try TestFolder())
        let book = books.path("kent.almoner")
        try Data().write(to: URL(filePath: book))
        #expect(throws: KeyFault.besideBook(path: books.path("own.key"))) {
            try KeyFile(books.path("own.key"), besides: book)
        }
        let linked = elsewhere.path("linked")
        try FileManager.default.createSymbolicLink(
            atPath: linked, withDestinationPath: books.url.path)
        #expect(throws: KeyFault.besideBook(path: linked + "/own.key")) {
            try KeyFile(linked + "/own.key", besides: book)
        }
        _ = try KeyFile(books.path("own.key"), besides: nil).make(for: name)
        let link = elsewhere.path("own.key")
        try FileManager.default.createSymbolicLink(
            atPath: link, withDestinationPath: books.path("own.key"))
        #expect(throws: KeyFault.besideBook(path: link)) { try KeyFile(link, besides: book) }
        let away = try KeyFile(elsewhere.path("other.key"), besides: book)
        #expect(try away.make(for: name).verifier.name == name)
    }

    @Test(
        "What is not a key file is refused, and its text is in no fault",
        arguments: [
            "", "\n", "PRIVATE+KEY+x", "secret words", String(repeating: "x", count: 5_000),
        ])
    func notAKey(_ text: String) throws {
        let folder = try TestFolder()
        let path = folder.path("own.key")
        try Data(text.utf8).write(to: URL(filePath: path))
        chmod(path, 0o600)
        let fault = KeyFault.notAKey(path: path)
        #expect(throws: fault) { try KeyFile(path, besides: nil).key() }
        #expect(!(fault.message + fault.remedy).contains("secret words"))
        #expect(throws: KeyFault.notAKey(path: folder.url.path)) {
            try KeyFile(folder.url.path, besides: nil).key()
        }
    }

    @Test("A folder that is not there, or may not be written, makes no key")
    func noFolder() throws {
        let folder = try TestFolder()
        let file = try KeyFile(folder.path("none/own.key"), besides: nil)
        #expect(throws: KeyFault.self) { try file.make(for: name) }
    }

    @Test("Known keys are a line each; a key is added once, and a line that is none is named")
    func list() throws {
        let folder = try TestFolder()
        let list = VerifierList(folder.path("verifiers"))
        #expect(try list.keys().isEmpty)
        let keys = (1...2).map { SigningKey(name: KeyName(user: "u\($0)", login: "l")).verifier }
        for key in keys + keys { try list.add(key) }
        #expect(try list.keys() == keys)
        let text = "# known\r\n\(keys[0])\r\n\n\(keys[1])\nother\n"
        try Data(text.utf8).write(to: URL(filePath: list.path))
        #expect(throws: KeyFault.notAVerifier(path: list.path, line: 5)) { try list.keys() }
    }
}
