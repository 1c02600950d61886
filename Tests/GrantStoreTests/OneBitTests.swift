import Foundation
import GrantLedger
import GrantStore
import Testing

@Suite("One bit of a book's file changed")
struct OneBitTests {
    /// The seed of the run; `ALMONER_SEED` gives another.
    private static let seed = environment("ALMONER_SEED").flatMap { UInt64($0) } ?? 20_190_401
    /// How many changes; `ALMONER_BIT_CHANGES` asks for more.
    private static let count = environment("ALMONER_BIT_CHANGES").flatMap { Int($0) } ?? 500

    private static func environment(_ name: String) -> String? {
        ProcessInfo.processInfo.environment[name]
    }

    /// What a reader sees, as SQL text; nil where SQLite cannot read it all.
    ///
    /// It is the schema, every row of every table, and what the header says the file is.
    private func seen(_ path: String) throws -> String? {
        let dumped = try Shell.run(
            "sqlite3",
            [path, "PRAGMA application_id;", "PRAGMA user_version;", "PRAGMA encoding;", ".dump"])
        let isWhole = dumped.status == 0 && dumped.output.hasSuffix("COMMIT;\n")
        return isWhole && !dumped.output.contains("CORRUPTION ERROR") ? dumped.output : nil
    }

    private func isFound(_ path: String) -> Bool {
        guard let book = try? Book(reading: path), let verdict = try? book.verify(.full) else {
            return true
        }
        return !verdict.isSound
    }

    /// The book of the Kent example, made by the program itself.
    private func kent(in folder: TestFolder) throws -> String {
        let path = folder.path("kent.almoner")
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let built = ["release", "debug"].map { root.appending(path: ".build/\($0)/almoner").path }
        let program = try #require(
            ([Self.environment("ALMONER_BIN")].compactMap(\.self) + built)
                .first { FileManager.default.isExecutableFile(atPath: $0) })
        let outcome = try Shell.run(program, ["init", path, "--example", "kent"])
        try #require(outcome.status == 0, "\(outcome.output)")
        return path
    }

    /// Changes one bit at a time, and tells what came of each.
    private func run(_ path: String, _ folder: TestFolder, count: Int, seed: UInt64) throws {
        let whole = try TestFolder.bytes(path)
        let changed = try folder.copy(path, to: "changed.almoner")
        let before = try #require(try seen(changed))
        try #require(!isFound(changed), "the book is not sound to begin with")
        var random = SeededBits(seed: seed)
        var found = 0
        var missed: [String] = []
        for number in 1...count {
            let bit = Int(random.next() % UInt64(whole.count * 8))
            var bytes = whole
            bytes[bytes.startIndex + bit / 8] ^= 1 << UInt8(bit % 8)
            try bytes.write(to: URL(filePath: changed))
            if isFound(changed) {
                found += 1
            } else if try seen(changed) != before {
                missed.append("change \(number): bit \(bit % 8) of byte \(bit / 8)")
            }
        }
        #expect(missed.isEmpty, "seed \(seed): \(missed)")
        #expect(found > count / 4, "seed \(seed): only \(found) of \(count) were found")
    }

    @Test("verify --full finds each of 500 that changes what a reader sees, in Kent's book")
    func kentsBook() throws {
        let folder = try TestFolder()
        try run(try kent(in: folder), folder, count: Self.count, seed: Self.seed)
    }

    @Test(
        "verify --full finds each of 100 that changes what a reader sees, in a book with approvals")
    func bookWithApproval() throws {
        let sample = try SampleBook.withApproval()
        try run(sample.path, sample.folder, count: max(100, Self.count / 5), seed: Self.seed + 1)
    }
}

/// The same bits everywhere for the same seed.
private struct SeededBits {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
