import Foundation
import Testing

@Suite("Schema")
struct SchemaTests {
    private let migrations = SourceTree.files.filter {
        $0.path.hasPrefix("Schema/Migrations/") && $0.path.hasSuffix(".sql")
    }

    @Test("Migrations are numbered from 1 without a gap, and each is in the list")
    func everyMigrationIsListed() throws {
        #expect(!migrations.isEmpty)
        let list = try SourceTree.file("Schema/Schema.swift").text
        for (number, file) in zip(1..., migrations) {
            let digits = String(String(1000 + number).dropFirst())
            #expect(file.name.hasPrefix("v\(digits)-"), "\(file.path) should be number \(number)")
            let resource = file.name.replacing("-", with: "_") + "_sql"
            #expect(list.contains(resource), "\(resource) is not in Schema.swift")
        }
    }

    @Test("A released migration never changes")
    func releasedMigrationsStand() throws {
        #expect(!migrations.isEmpty)
        let released = SourceTree.files.first { $0.path == "Schema/released.txt" }?.lines ?? []
        for line in released where !line.isEmpty && !line.hasPrefix("#") {
            let words = line.split(separator: " ")
            try #require(words.count == 2, "a line of released.txt is `name sha256`: \(line)")
            let name = words[0].hasSuffix(".sql") ? words[0] : words[0] + ".sql"
            #expect(try sha256("Schema/Migrations/\(name)") == words[1], "\(name) was changed")
        }
    }

    @Test("Every trigger is named by a test")
    func everyTriggerIsTried() {
        let triggers = migrations.flatMap {
            $0.text.matches(of: #/(?i)\bCREATE TRIGGER (\w+)/#).map(\.1)
        }
        #expect(!triggers.isEmpty)
        let tests = SourceTree.proofs.filter { $0.path.hasPrefix("Tests/") }.map(\.text).joined()
        let named = Set(tests.matches(of: #/\w+(?:-\w+)*/#).map(\.output))
        let untried = triggers.filter {
            !named.contains($0) && !named.contains($0.replacing("_", with: "-")[...])
        }
        #expect(untried.isEmpty, "no test names the triggers \(untried)")
    }

    /// The digest by the system's own tool: the tests of the tree depend on no library.
    private func sha256(_ path: String) throws -> String {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/sha256sum")
        process.arguments = [SourceTree.root.appending(path: path).path]
        process.standardOutput = pipe
        try process.run()
        let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "\(path) cannot be read")
        return String(String(decoding: output, as: UTF8.self).prefix(64))
    }
}
