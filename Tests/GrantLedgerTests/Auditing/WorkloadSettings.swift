import Foundation

/// How much workload to run; the environment may say otherwise.
///
/// `ALMONER_SEQUENCES=900 ALMONER_ACTS=90 ALMONER_SEED=1000 swift test --filter WorkloadTests` puts
/// well over 100,000 acts, each sequence with a seed of its own from 1,000 on; with
/// `ALMONER_VERBOSE=1` it prints how many of each kind were accepted and refused.
struct WorkloadSettings {
    /// The seeds, one a sequence.
    let seeds: ClosedRange<UInt64>
    /// Acts in a sequence of ordinary length, after its opening; a life has more.
    let acts: Int
    /// Whether to count what was accepted and refused.
    let isVerbose: Bool

    /// Reads `ALMONER_SEQUENCES`, `ALMONER_SEED`, `ALMONER_ACTS` and `ALMONER_VERBOSE`.
    init(sequences: UInt64 = 300) {
        let environment = ProcessInfo.processInfo.environment
        let first = environment["ALMONER_SEED"].flatMap { UInt64($0) } ?? 1
        let count = environment["ALMONER_SEQUENCES"].flatMap { UInt64($0) } ?? sequences
        seeds = first...(first + max(1, count) - 1)
        acts = environment["ALMONER_ACTS"].flatMap { Int($0) } ?? 40
        isVerbose = environment["ALMONER_VERBOSE"] != nil
    }
}
