import Foundation
import Testing

extension Shell {
    /// Runs the judge that compares books with ledger, hledger and beancount, by the built program.
    static func peers(_ books: [String]) throws -> Outcome {
        let root = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let built = ["release", "debug"].map { root.appending(path: ".build/\($0)/almoner").path }
        let named = ProcessInfo.processInfo.environment["ALMONER_BIN"]
        let program = try #require(
            named ?? built.first { FileManager.default.isExecutableFile(atPath: $0) },
            "Build the program first, or set ALMONER_BIN.")
        let script = root.appending(path: "Tests/judges/peers.py").path
        return try run(
            root.appending(path: ".venv/bin/python").path, [script, program] + books)
    }
}
