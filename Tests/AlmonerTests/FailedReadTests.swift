import Foundation
import Testing

@Suite("A disk that fails to be read")
struct FailedReadTests {
    /// A library that fails one read, built where the test runs.
    private func library(_ desk: Desk) throws -> String {
        let source = Desk.fixtures.deletingLastPathComponent()
            .appending(path: "Tests/judges/failing_reads.c")
        let library = desk.folder.appending(path: "failing_reads.so").path
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [
            "clang", "-shared", "-fPIC", "-O1", "-o", library, source.path, "-ldl",
        ]
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
        return library
    }

    @Test(
        "One read that fails, whichever, ends with 74 and is never told as damage; then all is well",
        arguments: [
            ["report", "spend"], ["verify", "--full"], ["today"],
            ["organisation", "add", "O-1", "--name", "Failed", "--dry-run"],
            ["backup", "b.copy"],
        ])
    func told(_ words: [String]) throws {
        let desk = try Desk.withFund()
        let told = desk.folder.appending(path: "reads").path
        desk.environment["LD_PRELOAD"] = try library(desk)
        desk.environment["READS_TOLD"] = told
        #expect(try desk.run(words).status == 0)
        let count = try #require(
            Int(try String(contentsOfFile: told, encoding: .utf8).dropLast()))
        try #require(count > 10)
        var failed = 0
        for number in stride(from: 1, through: count, by: max(1, count / 24)) {
            for name in ["b.copy", "b.copy.counterfoils"] {
                try? FileManager.default.removeItem(at: desk.folder.appending(path: name))
            }
            desk.environment["READ_FAILS_AT"] = "\(number)"
            let ended = try desk.run(words)
            #expect(
                ended.status == 0 || ended.status == 74,
                "read \(number) of \(count): \(ended.status) \(ended.err)")
            if ended.status == 74 {
                failed += 1
                #expect(ended.err.contains("disk-failed"))
            }
        }
        #expect(failed > 10)
        desk.environment["LD_PRELOAD"] = nil
        try desk.done("verify", "--full")
    }

    @Test("Damage is still told as damage where every read succeeds")
    func damage() throws {
        let desk = try Desk.withFund()
        desk.environment["LD_PRELOAD"] = try library(desk)
        let file = desk.folder.appending(path: "kent.almoner")
        var bytes = try Data(contentsOf: file)
        bytes.replaceSubrange(4096 * 2..<4096 * 3, with: Data(count: 4096))
        try bytes.write(to: file)
        #expect([3, 65].contains(try desk.run("verify", "--full").status))
    }
}
