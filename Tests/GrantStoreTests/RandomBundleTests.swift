import Foundation
import GrantLedger
import GrantStore
import Testing

@Suite("Bundles of random books")
struct RandomBundleTests {
    @Test("Bundles of random books pass their own verifier: folders, zips, whole and of a year")
    func goodBundlesPass() throws {
        let folder = try TestFolder()
        let bundles = folder.path("bundles")
        try FileManager.default.createDirectory(
            atPath: bundles, withIntermediateDirectories: true)
        let settings = ProcessInfo.processInfo.environment
        let count = settings["ALMONER_BUNDLES"].flatMap { UInt64($0) } ?? 40
        let first = settings["ALMONER_SEED"].flatMap { UInt64($0) } ?? 1
        let program = try #require(
            settings["ALMONER_BIN"] ?? Self.built(), "Build the program, or set ALMONER_BIN.")
        for seed in first..<(first + count) {
            let path = folder.path("\(seed).almoner")
            try Writer.create(at: path) { recording in
                var workload = Workload(seed: seed, ledger: RecordingLedger(recording))
                try workload.run(acts: WorkloadSettings().acts)
            }
            let years = try Book(reading: path).read { reader in
                try reader.dates().map { FinancialYear(containing: $0.lowerBound).description }
            }
            var words = ["export", "audit", "--book", path, "--output"]
            words.append("\(bundles)/\(seed)\(seed % 3 == 0 ? ".zip" : "")")
            if seed % 2 == 0, let years { words += ["--year", years] }
            let made = try Shell.run("HOME=\(folder.path("home"))", [program] + words)
            try #require(made.status == 0, "seed \(seed): \(made.output)")
        }
        let judged = try Shell.judge("bundle.py", ["good", bundles])
        #expect(judged.output == "\(count)\n", "the name in what follows is the seed")
    }

    private static func built() -> String? {
        let root = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../..").standardized
        return ["release", "debug"].map { root.appending(path: ".build/\($0)/almoner").path }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }
}
