import Foundation
import GrantLedger
import GrantStore
import Testing

@Suite("Recording")
struct RecordingTests {
    private func theme(_ code: String) throws -> AddTheme {
        AddTheme(code: try SampleBook.code(code), name: try SampleBook.title(code))
    }

    @Test("A book records a year's acts and verifies to the last rule")
    func sampleVerifies() throws {
        let sample = try SampleBook()
        let book = try Book(reading: sample.path)
        #expect(book.standing == .well)
        #expect(book.damage.isEmpty)
        #expect(book.id == "KENT-1")
        #expect(book.fileName == "kent.almoner")
        #expect(book.office?.name.description.hasPrefix("Office of the Kent") == true)
        let verdict = try book.verify(.rules)
        #expect(verdict.findings == [])
        #expect(verdict.entries == book.entries)
        #expect(verdict.judged == book.entries)
        #expect(verdict.transfers > 20)
    }

    @Test("Another program, sharing no code, comes to the same chain and balances")
    func outsideJudge() throws {
        let sample = try SampleBook()
        let outcome = try Shell.judge("chain.py", [sample.path])
        let book = try Book(reading: sample.path)
        let verdict = try book.verify(.full)
        #expect(outcome.output == "\(book.entries) \(verdict.transfers) \(book.chain)\n")
        #expect(outcome.status == 0)
    }

    @Test("An entry's bytes are those of its codable form")
    func bytesOfEntries() throws {
        let sample = try SampleBook()
        var count = 0
        let book = try Book(reading: sample.path)
        try book.forEachEntry { (chained: ChainedEntry) throws in
            #expect(try Canonical(chained.entry).bytes == chained.entry.bytes)
            count += 1
        }
        #expect(count == 18)
    }

    @Test("A dry run judges and changes no byte")
    func dryRun() throws {
        let sample = try SampleBook()
        let before = try TestFolder.bytes(sample.path)
        let lines = try TestFolder.bytes(sample.path + ".counterfoils")
        let counterfoil = try Writer(opening: sample.path).record(dryRun: true) { recording in
            try recording.enter(theme("T"), on: SampleBook.occasion("2019-08-01"))
        }
        #expect(counterfoil.dryRun)
        #expect(counterfoil.entry == 19)
        #expect(try TestFolder.bytes(sample.path) == before)
        #expect(try TestFolder.bytes(sample.path + ".counterfoils") == lines)
    }

    @Test("A refused act changes no byte, nor does what came before it in its commit")
    func refusedAct() throws {
        let sample = try SampleBook()
        let before = try TestFolder.bytes(sample.path)
        let writer = try Writer(opening: sample.path)
        let refusal = #expect(throws: Refusal.self) {
            try writer.record { recording in
                try recording.enter(theme("T"), on: SampleBook.occasion("2019-08-01"))
                try recording.enter(theme("T"), on: SampleBook.occasion("2019-08-01"))
            }
        }
        #expect(refusal?.reason == .codeTaken)
        #expect(try TestFolder.bytes(sample.path) == before)
    }

    @Test("A penny over the cap is refused, with every value")
    func pennyOver() throws {
        let sample = try SampleBook()
        let refusal = #expect(throws: Refusal.self) {
            try Writer(opening: sample.path).record { recording in
                try recording.enter(
                    MakeAward(
                        code: SampleBook.code("VRF-02"), bid: SampleBook.code("B2"),
                        profile: SampleBook.profile([(2019, 3_500_001)])),
                    on: SampleBook.occasion("2019-06-01"))
            }
        }
        #expect(refusal?.reason == .capExceeded)
    }

    @Test("The same key with the same content gives the first counterfoil")
    func sameKey() throws {
        let sample = try SampleBook()
        let writer = try Writer(opening: sample.path)
        let act = ApproveFunding(
            fund: try SampleBook.code("VRF"),
            profile: try SampleBook.profile([(2019, 10_000_000), (2020, 5_000_000)]))
        let again = try writer.record { recording in
            try recording.enter(act, on: SampleBook.occasion("2019-04-05", key: "approve-1"))
        }
        #expect(again.repeated)
        #expect(again.entry == 5)
        #expect(again.moved.map(\.before.pence) == [0, 0, 0, 0])
        #expect(again.moved.map(\.after.pence) == [10_000_000, 10_000_000, 5_000_000, 5_000_000])
        let later = try writer.record { recording in
            try recording.enter(
                act, on: SampleBook.occasion("2019-09-09", key: "approve-1"), dateGiven: false)
        }
        #expect(later.entry == 5)
        #expect(try writer.read { $0.newest } == 18)
    }

    @Test("The same key with other content is refused: key-taken")
    func otherContent() throws {
        let sample = try SampleBook()
        let writer = try Writer(opening: sample.path)
        for occasion in [
            try SampleBook.occasion("2019-04-06", key: "approve-1"),
            try SampleBook.occasion("2019-04-05", key: "approve-1", reference: "X"),
            try SampleBook.occasion(
                "2019-04-05", key: "approve-1", documents: [Document(name: "n")]),
        ] {
            let refusal = #expect(throws: Refusal.self) {
                try writer.record { try $0.enter(theme("T"), on: occasion) }
            }
            #expect(refusal?.reason == .keyTaken)
        }
    }

    @Test("A counterfoil tells each limited balance before and after, in the order of posting")
    func moved() throws {
        let sample = try SampleBook()
        let counterfoil = try Writer(opening: sample.path).record { recording in
            try recording.enter(
                MakeAward(
                    code: SampleBook.code("VRF-02"), bid: SampleBook.code("B2"),
                    profile: SampleBook.profile([(2019, 2_000_000)])),
                on: SampleBook.occasion("2019-06-01"))
        }
        let headroom = try #require(counterfoil.moved.first)
        #expect(headroom.account.head == .capHeadroom)
        #expect(headroom.limit == .capExceeded)
        #expect(headroom.before.pence - headroom.after.pence == 2_000_000)
    }

    @Test("A clock behind the entry before is flagged, and the order stays that of the numbers")
    func clockBehind() throws {
        let sample = try SampleBook()
        let writer = try Writer(opening: sample.path, clock: { "2018-01-01T00:00:00.000Z" })
        let counterfoil = try writer.record { recording in
            try recording.enter(theme("T"), on: SampleBook.occasion("2019-08-01"))
        }
        #expect(counterfoil.flags == [.clockBehind])
        #expect(try Book(reading: sample.path).verify(.rules).isSound)
    }

    @Test("Text with control characters is refused before it reaches a record")
    func plainText() throws {
        let sample = try SampleBook()
        let writer = try Writer(opening: sample.path)
        for text in ["a\u{0}b", "", "a\nb", String(repeating: "x", count: 2_001)] {
            #expect(throws: BookFault.notPlainText(field: "reference")) {
                try writer.record { recording in
                    try recording.enter(
                        theme("T"), on: SampleBook.occasion("2019-08-01", reference: text))
                }
            }
        }
    }

    @Test("An erased contact leaves the chain whole")
    func erasedContact() throws {
        let sample = try SampleBook()
        let writer = try Writer(opening: sample.path)
        let commitment = try writer.read { reader in
            try #require(try reader.row(Organisation.self, "CHARITY")?.contact)
        }
        #expect(try writer.read { try $0.contact(commitment) } == "grants@example.org")
        try writer.record { try $0.eraseContacts(of: SampleBook.code("CHARITY")) }
        #expect(try writer.read { try $0.contact(commitment) } == nil)
        #expect(try Book(reading: sample.path).verify(.rules).isSound)
    }
}
