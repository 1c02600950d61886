import Foundation

/// Programs of the system that judge a book from outside.
enum Shell {
    struct Outcome {
        let status: Int32
        let output: String
    }

    /// Runs a program, and gives what it said on both outputs.
    static func run(_ program: String, _ arguments: [String]) throws -> Outcome {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [program] + arguments
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return Outcome(
            status: process.terminationStatus, output: String(decoding: output, as: UTF8.self))
    }

    /// Runs SQL on a file by SQLite's own shell; the first error ends it.
    static func sqlite(_ path: String, _ sql: String) throws -> Outcome {
        try run("sqlite3", ["-bail", path, sql])
    }

    /// Runs one of the judges beside the tests.
    static func judge(_ name: String, _ arguments: [String]) throws -> Outcome {
        let script = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../judges/\(name)").path
        return try run("python3", [script] + arguments)
    }
}
