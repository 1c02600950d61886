import Foundation

/// How much workload to run; the environment may say otherwise.
struct WorkloadSettings {
    /// The seeds, one a sequence.
    let seeds: ClosedRange<UInt64>
    /// Acts in a sequence, after its opening.
    let acts = 40
    /// Whether to count what was accepted and refused.
    let isVerbose: Bool

    /// Reads `ALMONER_SEQUENCES` and `ALMONER_SEED`.
    init(sequences: UInt64 = 300) {
        let environment = ProcessInfo.processInfo.environment
        let first = environment["ALMONER_SEED"].flatMap { UInt64($0) } ?? 1
        let count = environment["ALMONER_SEQUENCES"].flatMap { UInt64($0) } ?? sequences
        seeds = first...(first + max(1, count) - 1)
        isVerbose = environment["ALMONER_VERBOSE"] != nil
    }
}
