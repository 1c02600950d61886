import Foundation
import Testing

@Suite("Transcripts")
struct TranscriptTests {
    @Test("A transcript comes out as it was recorded", arguments: Self.files)
    func transcript(_ path: String) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", "scripts/replay.py", "--check", path]
        process.currentDirectoryURL = Self.root
        var environment = ProcessInfo.processInfo.environment
        environment["ALMONER_BIN"] = try Desk.program().path
        process.environment = environment
        let said = Pipe()
        process.standardOutput = said
        try process.run()
        let difference = said.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(
            process.terminationStatus == 0, "\(String(decoding: difference, as: UTF8.self))")
    }

    private static var root: URL {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
    }

    /// Every transcript of the repository, by its path in it.
    private static var files: [String] {
        let fixtures = root.appending(path: "Fixtures")
        let found = FileManager.default.enumerator(atPath: fixtures.path)
        let names = found.map { $0.compactMap { $0 as? String } } ?? []
        return names.filter { $0.hasSuffix(".transcript") }.sorted().map { "Fixtures/" + $0 }
    }
}
