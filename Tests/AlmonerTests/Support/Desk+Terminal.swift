import Foundation
import Testing

extension Desk {
    /// What a terminal showed, and how the program ended.
    struct Shown: Decodable {
        let screen: String
        let status: Int
        let unanswered: [String]

        /// The lines without the carriage returns of a terminal.
        var lines: [String] {
            screen.replacing("\r\n", with: "\n").split(
                separator: "\n", omittingEmptySubsequences: false
            ).map(String.init)
        }
    }

    private struct Asked: Encodable {
        let argv: [String]
        let cwd: String
        let env: [String: String]
        let rows: Int
        let columns: Int
        let answers: [[String]]
    }

    /// Runs a command at a terminal; `almoner` is the program.
    ///
    /// - Parameters:
    ///   - words: the command and its words.
    ///   - answers: what to wait for, and what is then typed.
    ///   - rows: how many lines the terminal has.
    ///   - columns: how many columns it has.
    ///   - more: variables of the environment besides those of the desk.
    /// - Returns: what was shown.
    /// - Throws: where the terminal could not be driven.
    func atTerminal(
        _ words: [String], answers: [(String, String)] = [], rows: Int = 200, columns: Int = 100,
        _ more: [String: String] = [:]
    ) throws -> Shown {
        let bin = folder.appending(path: "bin")
        let program = bin.appending(path: "almoner")
        if !FileManager.default.fileExists(atPath: program.path) {
            try FileManager.default.createDirectory(at: bin, withIntermediateDirectories: true)
            try FileManager.default.createSymbolicLink(
                at: program, withDestinationURL: try Self.program())
        }
        var environment = self.environment.merging(["TERM": "xterm"]) { $1 }
        environment["PATH"] = bin.path + ":/usr/bin:/bin"
        let asked = Asked(
            argv: words, cwd: folder.path, env: environment.merging(more) { $1 }, rows: rows,
            columns: columns, answers: answers.map { [$0.0, $0.1] })
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        let judge = Self.fixtures.deletingLastPathComponent()
            .appending(path: "Tests/judges/terminal.py")
        process.arguments = ["python3", judge.path]
        let given = folder.appending(path: ".asked")
        try JSONEncoder().encode(asked).write(to: given)
        process.standardInput = try FileHandle(forReadingFrom: given)
        let said = Pipe()
        process.standardOutput = said
        try process.run()
        let data = said.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        let shown = try JSONDecoder().decode(Shown.self, from: data)
        #expect(shown.unanswered.isEmpty, "\(shown.screen)")
        return shown
    }
}
