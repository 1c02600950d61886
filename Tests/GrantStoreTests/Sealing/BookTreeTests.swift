import Foundation
import GrantLedger
import GrantSeal
import GrantStore
import Testing

@Suite("A book and its checkpoint")
struct BookTreeTests {
    /// Records one more entry.
    private func grow(_ path: String, by count: Int = 1) throws {
        let writer = try Writer(opening: path, clock: TestClock().now)
        for number in 0..<count {
            try writer.record { recording in
                try recording.enter(
                    AddOrganisation(
                        code: SampleBook.code("NEW-\(number)"),
                        name: SampleBook.title("New \(number)")),
                    on: SampleBook.occasion("2019-08-01"))
            }
        }
    }

    @Test("The root is that of the definition over the records' leaves, at every entry")
    func root() throws {
        let sample = try SampleBook()
        let book = try Book(reading: sample.path)
        let leaves = try book.read { reader in
            try (1...book.entries).map { Chain.leaf(of: try #require(try reader.bytes(of: $0))) }
        }
        for end in 1...book.entries {
            var tree = MerkleTree()
            for leaf in leaves[..<end] { tree.take(leaf) }
            #expect(
                try book.checkpoint(at: end) == Checkpoint(origin: "almoner/KENT-1", tree: tree))
        }
        #expect(try book.read { try $0.checkpoint() } == book.checkpoint())
        #expect(try book.checkpoint().size == 18)
    }

    @Test("A book merely grown agrees with every checkpoint of before, and says by how many")
    func grown() throws {
        let sample = try SampleBook()
        let before = try (0...18).map { try Book(reading: sample.path).checkpoint(at: $0) }
        try grow(sample.path, by: 3)
        let book = try Book(reading: sample.path)
        for checkpoint in before {
            guard case .grown(let growth) = try book.compared(with: checkpoint) else {
                Issue.record("\(checkpoint.size) entries are not agreed with")
                continue
            }
            #expect(growth.count == 21 - checkpoint.size)
            #expect(growth.now == (try book.checkpoint()))
            guard checkpoint.size > 0 else { continue }
            #expect(
                MerkleProof.shows(
                    (checkpoint.size, checkpoint.root), beginning: (21, growth.now.root),
                    by: growth.proof))
        }
    }

    @Test("A book chained anew after a change disagrees with every checkpoint from the change on")
    func rewritten() throws {
        let sample = try SampleBook()
        let before = try (0...18).map { try Book(reading: sample.path).checkpoint(at: $0) }
        let outcome = try Shell.judge(
            "forge.py", [sample.path, "\(SampleBook.award)", "2019-05-21"])
        try #require(outcome.status == 0, "\(outcome.output)")
        let book = try Book(reading: sample.path)
        for checkpoint in before {
            let agreement = try book.compared(with: checkpoint)
            if checkpoint.size < SampleBook.award {
                guard case .grown = agreement else {
                    Issue.record("\(checkpoint.size) entries were not changed")
                    continue
                }
            } else {
                #expect(agreement == .rewritten(newest: 18), "\(checkpoint.size)")
            }
        }
    }

    @Test("An older copy put back ends before the checkpoint; another book's is another's")
    func olderAndOther() throws {
        let sample = try SampleBook()
        let old = try sample.folder.copy(sample.path, to: "old.almoner")
        try grow(sample.path, by: 2)
        let checkpoint = try Book(reading: sample.path).checkpoint()
        #expect(try Book(reading: old).compared(with: checkpoint) == .entriesGone(newest: 18))
        let other = sample.folder.path("other.almoner")
        try Writer.create(at: other, id: "KENT-2", clock: TestClock().now) { recording in
            try recording.enter(
                OpenBook(name: SampleBook.title("Another")), on: SampleBook.occasion("2019-04-01"))
        }
        #expect(try Book(reading: other).compared(with: checkpoint) == .otherBook)
    }

    @Test("A record that does not come to its chain hash gives no checkpoint, and is named")
    func damaged() throws {
        let sample = try SampleBook()
        let sql = """
            DROP TRIGGER journal_never_changed;
            UPDATE journal SET record = replace(record, 'notice.pdf', 'notice.PDF');
            """
        try #require(try Shell.sqlite(sample.path, sql).status == 0)
        let book = try Book(reading: sample.path)
        let fault = BookFault.damaged(
            what: "the record of entry \(SampleBook.award) does not come to its chain hash")
        #expect(throws: fault) { try book.checkpoint() }
        #expect(throws: fault) { try book.read { try $0.checkpoint() } }
    }

    @Test("What was recorded since an entry is counted by the year it is dated in")
    func since() throws {
        let sample = try SampleBook()
        let book = try Book(reading: sample.path)
        let years = try book.read { try $0.entriesByYear(after: 10) }
        #expect(years.map(\.year.description) == ["2019/20"])
        #expect(years.map(\.count) == [8])
        #expect(years.map(\.first) == [11])
        #expect(years.map(\.last) == [18])
    }
}
