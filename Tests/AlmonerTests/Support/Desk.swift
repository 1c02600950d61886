import Foundation
import Testing

/// An empty folder with the real program in it, and a clock that stands still.
final class Desk {
    let folder: URL
    var environment: [String: String]

    /// What a command printed and how it ended.
    struct Outcome {
        let out: String
        let err: String
        let status: Int32
    }

    init(clock: String = "2019-04-05T09:00:00Z", zone: String = "UTC") throws {
        folder = FileManager.default.temporaryDirectory
            .appending(path: "almoner-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        environment = [
            "ALMONER_CLOCK": clock, "ALMONER_USER": "finance", "LOGNAME": "finance",
            "HOME": folder.path, "PATH": "/usr/bin:/bin", "TERM": "dumb", "TZ": zone,
        ]
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// A desk with a book of one fund that holds £100,000 in 2019/20.
    static func withFund(clock: String = "2019-04-05T09:00:00Z") throws -> Desk {
        let desk = try Desk(clock: clock)
        let begun = try #require(begun)
        for (name, bytes) in begun { try bytes.write(to: desk.folder.appending(path: name)) }
        return desk
    }

    /// The book every such desk begins with and its counterfoils: written once, and copied.
    private static let begun: [String: Data]? = try? {
        let desk = try Desk()
        try desk.done("init", "kent.almoner", "--office", "An office", "--from", "2019-04-01")
        try desk.done("fund", "open", "VRF", "--title", "Violence", "--source", "own-budget")
        try desk.done("fund", "approve", "VRF", "--profile", "2019/20=100000")
        try desk.done("organisation", "add", "PROJECT-01", "--name", "Illustrative project")
        var files: [String: Data] = [:]
        for name in ["kent.almoner", "kent.almoner.counterfoils"] {
            files[name] = try Data(contentsOf: desk.folder.appending(path: name))
        }
        return files
    }()

    /// Runs a command.
    func run(_ words: String..., input: String = "") throws -> Outcome {
        try run(words, input: input)
    }

    /// Runs a command.
    ///
    /// - Parameters:
    ///   - words: the command's words.
    ///   - input: what it reads.
    ///   - memory: how much address space it may take, in kilobytes; nil for any. Not kept under the
    ///     sanitizers, whose own bookkeeping takes terabytes of it.
    /// - Returns: what it printed and how it ended.
    /// - Throws: what keeps it from running.
    func run(_ words: [String], input: String = "", memory: Int? = nil) throws -> Outcome {
        let process = Process()
        process.executableURL = try Self.program()
        process.arguments = words
        if let memory, ProcessInfo.processInfo.environment["ALMONER_SANITIZED"] == nil {
            process.executableURL = URL(filePath: "/bin/sh")
            process.arguments =
                ["-c", "ulimit -v \(memory) && exec \"$0\" \"$@\"", try Self.program().path] + words
        }
        process.environment = environment
        process.currentDirectoryURL = folder
        let given = folder.appending(path: ".input")
        let printed = folder.appending(path: ".output")
        let said = folder.appending(path: ".error")
        try input.write(to: given, atomically: true, encoding: .utf8)
        for file in [printed, said] {
            try Data().write(to: file)
        }
        process.standardInput = try FileHandle(forReadingFrom: given)
        process.standardOutput = try FileHandle(forWritingTo: printed)
        process.standardError = try FileHandle(forWritingTo: said)
        try process.run()
        process.waitUntilExit()
        return Outcome(
            out: try String(contentsOf: printed, encoding: .utf8),
            err: try String(contentsOf: said, encoding: .utf8), status: process.terminationStatus)
    }

    /// Runs a command that must be done.
    @discardableResult
    func done(_ words: String...) throws -> Outcome {
        let outcome = try run(words)
        try #require(outcome.status == 0, "\(words): \(outcome.err)")
        return outcome
    }

    /// Writes a file.
    func write(_ text: String, to name: String) throws {
        try text.write(to: folder.appending(path: name), atomically: true, encoding: .utf8)
    }

    /// The program: the one of `ALMONER_BIN`, else the one built beside the tests.
    static func program() throws -> URL {
        if let named = ProcessInfo.processInfo.environment["ALMONER_BIN"] {
            return URL(fileURLWithPath: named)
        }
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let found = ["release", "debug"].map { root.appending(path: ".build/\($0)/almoner") }
            .first { FileManager.default.isExecutableFile(atPath: $0.path) }
        return try #require(found, "Build the program first, or set ALMONER_BIN.")
    }
}
