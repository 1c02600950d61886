import Foundation
import Testing

@Suite("The manual")
struct ManualTests {
    @Test("Every noun has its page, which groff takes without a warning and which names every verb")
    func pages() throws {
        let desk = try Desk()
        let root = Desk.fixtures.deletingLastPathComponent()
        let program = try Desk.program().path
        let script = root.appending(path: "scripts/man.py").path
        let made = try shell(desk, "python3", script, program, "man1")
        try #require(made.status == 0, "\(made.text)")
        let folder = desk.folder.appending(path: "man1")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        #expect(names.contains("almoner.1"))
        for noun in ["award", "bid", "report", "export", "policy", "verify"] {
            #expect(names.contains("almoner-\(noun).1"))
        }
        for name in names {
            let page = folder.appending(path: name).path
            let said = try shell(desk, "groff", "-man", "-Tutf8", "-wall", "-z", page)
            #expect(said.status == 0)
            #expect(said.text.isEmpty, "\(name): \(said.text)")
        }
        let text = try shell(desk, "groff", "-man", "-Tascii", "-P-cbou", "man1/almoner-award.1")
            .text
        for verb in ["make", "sign", "vire", "lapse", "carry"] {
            #expect(text.contains("almoner award \(verb)"))
        }
        #expect(text.contains("--profile"))
    }

    private func shell(_ desk: Desk, _ words: String...) throws -> (status: Int32, text: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = words
        process.currentDirectoryURL = desk.folder
        let said = Pipe()
        process.standardOutput = said
        process.standardError = said
        try process.run()
        let data = said.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: data, as: UTF8.self))
    }
}
