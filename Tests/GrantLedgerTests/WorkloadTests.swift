import Foundation
import GrantLedger
import Testing

@Suite struct WorkloadTests {
    @Test("Ledger and auditor agree on every act of the seeded workload, and the ties hold")
    func agreement() throws {
        let settings = WorkloadSettings()
        var tally: [Kind: (accepted: Int, refused: Int)] = [:]
        for seed in settings.seeds {
            var workload = Workload(seed: seed, ledger: Desk())
            try workload.run(acts: settings.acts)
            tally.merge(workload.tally.byKind) {
                ($0.accepted + $1.accepted, $0.refused + $1.refused)
            }
        }
        if settings.isVerbose { print(tally.sorted { $0.key.rawValue < $1.key.rawValue }) }
    }

    @Test("A fault planted in the posting is found", arguments: PlantedFault.allCases)
    func planted(fault: PlantedFault) throws {
        #expect(throws: Workload.Difference.self, "not found in 40 sequences") {
            for seed in 1...40 as ClosedRange<UInt64> {
                var workload = Workload(seed: seed, ledger: Desk(fault: fault))
                try workload.run(acts: 40)
            }
        }
    }
}
