import Foundation
import Testing

extension Desk {
    /// A page of a report of the book.
    struct Page {
        let name: String
        let text: String
    }

    /// The pages in a folder.
    func pages(of name: String) throws -> [Page] {
        let place = folder.appending(path: name)
        return try FileManager.default.contentsOfDirectory(atPath: place.path)
            .filter { $0.hasSuffix(".html") }.sorted().map { file in
                Page(
                    name: file,
                    text: try String(contentsOf: place.appending(path: file), encoding: .utf8))
            }
    }

    /// What a program of the system says, and how it ends.
    func program(_ path: String, _ words: [String]) throws -> (said: String, status: Int32) {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = words
        process.currentDirectoryURL = folder
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let said = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return (String(decoding: said, as: UTF8.self), process.terminationStatus)
    }

    /// Runs one of the judges beside the tests by the Python that has what they import.
    func judge(_ name: String, _ words: [String]) throws -> (said: String, status: Int32) {
        let tests = Self.fixtures.deletingLastPathComponent()
        return try program(
            tests.appending(path: ".venv/bin/python").path,
            [tests.appending(path: "Tests/judges/\(name)").path] + words)
    }
}
