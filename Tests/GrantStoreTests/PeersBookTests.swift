import Foundation
import GrantStore
import Testing

@Suite struct PeersBookTests {
    @Test(
        """
        hledger, ledger and beancount find in 20 random books what the trial balance says, account by \
        account, year by year, to the penny
        """)
    func randomBooks() throws {
        let folder = try TestFolder()
        var books: [String] = []
        for seed in WorkloadSettings(sequences: 20).seeds {
            let path = folder.path("seed-\(seed).almoner")
            try Writer.create(at: path) { recording in
                var workload = Workload(seed: seed, ledger: RecordingLedger(recording))
                try workload.run(acts: WorkloadSettings().acts)
            }
            books.append(path)
        }
        let said = try Shell.peers(books)
        print(said.output, terminator: "")
        #expect(said.status == 0, "\(said.output)")
        #expect(said.output.contains("peers: \(books.count) books, "))
        #expect(said.output.contains(": 0 differ"))
    }
}
