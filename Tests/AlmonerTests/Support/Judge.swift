import Foundation
import Testing

/// The judges from outside: Python with what `Tests/judges/requirements.txt` names.
enum Judge {
    /// Runs one, and gives what it printed.
    @discardableResult
    static func run(_ script: String, _ arguments: [String]) throws -> String {
        let root = Desk.fixtures.deletingLastPathComponent()
        let python = root.appending(path: ".venv/bin/python")
        try #require(
            FileManager.default.isExecutableFile(atPath: python.path),
            "There is no .venv: scripts/setup.sh makes it from Tests/judges/requirements.txt.")
        let process = Process()
        let pipe = Pipe()
        process.executableURL = python
        process.arguments = [root.appending(path: "Tests/judges/\(script)").path] + arguments
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        let text = String(decoding: output, as: UTF8.self)
        try #require(process.terminationStatus == 0, "\(script): \(text.prefix(4_000))")
        return text
    }
}
