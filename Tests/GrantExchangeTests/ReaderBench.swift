import Foundation
import Testing

/// A folder for files that come in, and the Python that makes and judges them.
final class ReaderBench {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory
            .appending(path: "almoner-readers-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// The path of a file in it.
    func path(_ name: String) -> String { folder.appending(path: name).path }

    /// Runs one of the judges, and gives what it prints.
    @discardableResult
    func judge(_ name: String, _ arguments: String...) throws -> String {
        let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let python = tests.deletingLastPathComponent().appending(path: ".venv/bin/python")
        return try run(
            python.path, [tests.appending(path: "judges/\(name)").path] + arguments)
    }

    /// Runs a program, which must end well.
    @discardableResult
    func run(_ program: String, _ arguments: [String]) throws -> String {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [program] + arguments
        process.currentDirectoryURL = folder
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        let text = String(decoding: output, as: UTF8.self)
        try #require(process.terminationStatus == 0, "\(program) \(arguments): \(text)")
        return text
    }
}
