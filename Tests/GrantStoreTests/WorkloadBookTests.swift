import Foundation
import GrantLedger
import GrantStore
import Testing

@Suite struct WorkloadBookTests {
    @Test("A book in memory agrees with the auditor on every act, each in a commit of its own")
    func inMemory() throws {
        for seed in WorkloadSettings(sequences: 100).seeds {
            let ledger = WriterLedger(try Writer.inMemory())
            var workload = Workload(seed: seed, ledger: ledger)
            try workload.run(acts: WorkloadSettings().acts)
            try ledger.checkAll(against: workload)
        }
    }

    @Test(
        "A book on disk agrees with the auditor on every act of one commit, and verifies, however little it keeps in memory",
        arguments: [16 << 20, 0])
    func onDisk(mostKnown: Int) throws {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "workload-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for seed in WorkloadSettings(sequences: 100).seeds {
            let path = folder.appending(path: "\(seed).almoner").path
            try Writer.create(at: path) { recording in
                recording.mostKnown = mostKnown
                let ledger = RecordingLedger(recording)
                var workload = Workload(seed: seed, ledger: ledger)
                try workload.run(acts: WorkloadSettings().acts)
                #expect(try ledger.everyBalance() == ledger.balances(), "seed \(seed)")
            }
            let verdict = try Book(reading: path).verify(.full)
            #expect(verdict.findings.isEmpty, "seed \(seed): \(verdict.findings)")
            #expect(verdict.entries > 20)
        }
    }
}

/// Balances as the book keeps them, read anew where an entry moved them.
final class KeptBalances {
    private(set) var signed: [Account: Int64] = [:]

    /// Takes in the entries from a number on; their kinds.
    func refresh(from number: Int, _ reader: Reader) throws -> [Kind] {
        try (number..<reader.nextNumber).map { number in
            let entry = try #require(try reader.entry(number))
            for account in Set(entry.transfers.flatMap { [$0.debit, $0.credit] }) {
                signed[account] = try Self.signed(account, reader)
            }
            return entry.kind
        }
    }

    static func signed(_ account: Account, _ reader: Reader) throws -> Int64? {
        let balance = try reader.balance(account)
        let pence = balance.debits.pence - balance.credits.pence
        return pence == 0 ? nil : pence
    }

    static func all(_ reader: Reader) throws -> [Account: Int64] {
        var all: [Account: Int64] = [:]
        for head in Head.allCases {
            for account in try reader.accounts(Account(head), evenNil: false) {
                all[account] = try signed(account, reader)
            }
        }
        return all
    }
}

/// One commit of a book, driven by the workload.
final class RecordingLedger: LedgerUnderTest {
    private let recording: Recording
    private let kept = KeptBalances()

    init(_ recording: Recording) { self.recording = recording }

    func propose(_ act: any Act, on occasion: Occasion) throws -> Reply {
        do {
            let before = recording.reader.nextNumber
            try recording.enter(act, on: occasion)
            return .accepted(try kept.refresh(from: before, recording.reader))
        } catch let refusal as Refusal {
            return .refused(refusal)
        }
    }

    var givesUpOneCommit: Bool { false }

    func balances() -> [Account: Int64] { kept.signed }

    func everyBalance() throws -> [Account: Int64] { try KeptBalances.all(recording.reader) }
}

/// A book, driven by the workload one commit an act.
private final class WriterLedger: LedgerUnderTest {
    private let writer: Writer
    private let kept = KeptBalances()

    init(_ writer: Writer) { self.writer = writer }

    func propose(_ act: any Act, on occasion: Occasion) throws -> Reply {
        do {
            let before = try writer.read { $0.nextNumber }
            try writer.record { try $0.enter(act, on: occasion) }
            return .accepted(try writer.read { try kept.refresh(from: before, $0) })
        } catch let refusal as Refusal {
            return .refused(refusal)
        }
    }

    var givesUpOneCommit: Bool { true }

    func balances() -> [Account: Int64] { kept.signed }

    func checkAll(against workload: Workload) throws {
        let all = try writer.read { try KeptBalances.all($0) }
        #expect(all == kept.signed, "seed \(workload.seed)")
    }
}
