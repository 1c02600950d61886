import GrantLedger
import GrantStore
import Testing

@Suite("Keys of what waits for a second person")
struct PreparedKeyTests {
    private func begun() throws -> (SampleBook, Writer) {
        let sample = try SampleBook()
        let writer = try Writer(opening: sample.path)
        try writer.record { recording in
            try recording.enter(
                SetPolicy(
                    name: SampleBook.note("two-people-above"), value: SampleBook.note("500.00"),
                    from: SampleBook.day("2019-08-01"), reason: SampleBook.note("Standing orders")),
                on: SampleBook.occasion("2019-07-22"))
            try SampleBook.enrol(in: recording)
        }
        return (sample, writer)
    }

    private func approve(_ pence: Int64) throws -> ApproveFunding {
        ApproveFunding(
            fund: try SampleBook.code("VRF"), profile: try SampleBook.profile([(2019, pence)]))
    }

    private func chief(_ key: String?) throws -> Occasion {
        Occasion(
            user: "CFO", login: "kent\\cfo", date: try SampleBook.day("2019-08-01"), key: key)
    }

    @Test(
        "An act that was prepared under a key is the same act under that key, before and after approval"
    )
    func sameAct() throws {
        let (sample, writer) = try begun()
        defer { withExtendedLifetime(sample) {} }
        let occasion = try SampleBook.occasion("2019-08-01", key: "K")
        let first = try writer.record { try $0.enter(approve(50_001), on: occasion) }
        let again = try writer.record { try $0.enter(approve(50_001), on: occasion) }
        #expect(again.repeated && again.entry == first.entry && again.kind == .prepareEntry)
        #expect(again.chain == first.chain && again.moved == first.moved)
        try writer.record { recording in
            try recording.enter(
                DecidePrepared(prepared: first.entry, approves: true), on: try chief("A"))
        }
        let newest = try writer.read { $0.newest }
        let late = try writer.record { try $0.enter(approve(50_001), on: occasion) }
        #expect(late.entry == first.entry && late.repeated)
        #expect(try writer.read { $0.newest } == newest)
    }

    @Test("A penny more under the key of what waits is refused: key-taken")
    func otherAct() throws {
        let (sample, writer) = try begun()
        defer { withExtendedLifetime(sample) {} }
        let occasion = try SampleBook.occasion("2019-08-01", key: "K")
        try writer.record { try $0.enter(approve(50_001), on: occasion) }
        for pence in [Int64(50_002), 50_000] {
            let refusal = #expect(throws: Refusal.self) {
                try writer.record { try $0.enter(approve(pence), on: occasion) }
            }
            #expect(refusal?.reason == .keyTaken)
        }
    }

    @Test(
        "An approval gives two counterfoils, and the same two under its key again; a refusal to approve one"
    )
    func approval() throws {
        let (sample, writer) = try begun()
        defer { withExtendedLifetime(sample) {} }
        let occasion = try SampleBook.occasion("2019-08-01")
        let first = try writer.record { try $0.enter(approve(50_001), on: occasion) }
        let decision = DecidePrepared(prepared: first.entry, approves: true)
        let two = try writer.record { recording in
            try recording.enter(decision, on: try chief("A"))
            return recording.counterfoils
        }
        #expect(two.map(\.kind) == [.decidePrepared, .approveFunding])
        let again = try writer.record { recording in
            try recording.enter(decision, on: try chief("A"))
            return recording.counterfoils
        }
        #expect(again.map(\.entry) == two.map(\.entry) && again.allSatisfy(\.repeated))
        #expect(again.map(\.chain) == two.map(\.chain))
        let other = try writer.record { try $0.enter(approve(50_002), on: occasion) }
        let declined = try writer.record { recording in
            try recording.enter(
                DecidePrepared(
                    prepared: other.entry, approves: false, reason: SampleBook.note("No")),
                on: try chief("D"))
            return recording.counterfoils
        }
        #expect(declined.map(\.kind) == [.decidePrepared])
    }
}
