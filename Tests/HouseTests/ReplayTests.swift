import Foundation
import Testing

/// What the transcripts prove rests on the script that runs them.
@Suite("Replaying transcripts")
struct ReplayTests {
    /// Output that looks like every mark of the format, with and without a last line's end.
    private static let awkward = #"""
        $ printf '# a\n\n$ b\n> c\n[exit 3]\n\\back\n\n'
        $ printf '£ and no end'; exit 7
        $ cat <<END
        > two
        > END

        """#

    @Test("What was recorded is found again, whatever was printed")
    func recordedIsFoundAgain() throws {
        try with(Self.awkward) { file in
            #expect(try replay("--check", file) == 1)
            #expect(try replay("--record", file) == 0)
            let recorded = try String(contentsOf: file, encoding: .utf8)
            #expect(recorded.contains("\\[exit 3]\n"))
            #expect(recorded.contains("\n[exit 7]\n"))
            #expect(try replay("--check", file) == 0)
        }
    }

    @Test(
        "A transcript that differs by one byte, one line or its exit fails",
        arguments: [
            "$ printf 'a\\n'\nb\n", "$ printf 'a\\n'\n", "$ printf 'a\\n'\na\n\n\n",
            "$ printf 'a\\n'\na\n[exit 1]\n", "$ printf a\na\n", "$ cat none\n", "words\n",
            "# none\n",
        ])
    func differenceFails(_ text: String) throws {
        #expect(try ended("--check", text) == 1)
    }

    @Test("The demo fails where a command ends otherwise than recorded")
    func demoMindsExits() throws {
        #expect(try ended("--show", "$ printf 'a\\n'\nanother\n") == 0)
        #expect(try ended("--show", "$ printf 'a\\n'\na\n[exit 65]\n") == 1)
    }

    private func ended(_ mode: String, _ transcript: String) throws -> Int32 {
        try with(transcript) { try replay(mode, $0) }
    }

    private func with<Value>(_ transcript: String, _ body: (URL) throws -> Value) throws -> Value {
        let file = FileManager.default.temporaryDirectory
            .appending(path: "almoner-\(UUID().uuidString).transcript")
        try transcript.write(to: file, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(at: file) }
        return try body(file)
    }

    /// How the script ended.
    private func replay(_ mode: String, _ file: URL) throws -> Int32 {
        let process = Process()
        process.executableURL = SourceTree.root.appending(path: "scripts/replay.py")
        process.arguments = [mode, file.path]
        process.environment = ProcessInfo.processInfo.environment
            .merging(["ALMONER_BIN": "/bin/true", "ALMONER_RECORD": ""]) { $1 }
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }
}
