import GrantLedger
import GrantStore
import Testing

@Suite("Two people, in the book")
struct SecondPersonTests {
    private func enrolled() throws -> (SampleBook, Writer) {
        let sample = try SampleBook()
        let writer = try Writer(opening: sample.path)
        try writer.record { recording in
            try SampleBook.enrol(in: recording)
            try recording.enter(
                SetPolicy(
                    name: SampleBook.note("two-people-above"), value: SampleBook.note("500.00"),
                    from: SampleBook.day("2019-08-01"), reason: SampleBook.note("Standing orders")),
                on: SampleBook.occasion("2019-07-22"))
        }
        return (sample, writer)
    }

    private var chief: Occasion {
        get throws {
            Occasion(user: "CFO", login: "kent\\cfo", date: try SampleBook.day("2019-08-01"))
        }
    }

    private func approve(_ pence: Int64) throws -> ApproveFunding {
        ApproveFunding(
            fund: try SampleBook.code("VRF"), profile: try SampleBook.profile([(2019, pence)]))
    }

    @Test("Above the threshold an entry is prepared, and recorded when another person approves it")
    func approved() throws {
        let (sample, writer) = try enrolled()
        let prepared = try writer.record { recording in
            try recording.enter(approve(50_001), on: SampleBook.occasion("2019-08-01"))
        }
        #expect(prepared.kind == .prepareEntry)
        try writer.record { recording in
            try recording.enter(
                DecidePrepared(prepared: prepared.entry, approves: true), on: try chief)
        }
        let book = try Book(reading: sample.path)
        let entry = try #require(try book.read { try $0.entry(book.entries) })
        #expect(entry.kind == .approveFunding && entry.prepared == prepared.entry)
        #expect(entry.user == "FINANCE" && entry.approver == "CFO")
        #expect(entry.approverLogin == "kent\\cfo" && entry.date.description == "2019-08-01")
        #expect(try book.verify(.rules).findings == [])
        let row = try Shell.sqlite(sample.path, "SELECT entry - prepared FROM approval;")
        #expect(row.output == "2\n")
    }

    @Test("An entry at the threshold is recorded by one person")
    func atThreshold() throws {
        let (sample, writer) = try enrolled()
        defer { withExtendedLifetime(sample) {} }
        let foil = try writer.record { recording in
            try recording.enter(approve(50_000), on: SampleBook.occasion("2019-08-01"))
        }
        #expect(foil.kind == .approveFunding)
    }

    @Test("Nobody approves what they prepared, under no name and from no other login")
    func anotherPerson() throws {
        let (sample, writer) = try enrolled()
        defer { withExtendedLifetime(sample) {} }
        let prepared = try writer.record { recording in
            try recording.enter(approve(50_001), on: SampleBook.occasion("2019-08-01"))
        }
        for (user, login) in [
            ("FINANCE", "kent\\finance"), ("CFO", "kent\\finance"), ("FINANCE", "kent\\cfo"),
            ("STRANGER", "stranger"),
        ] {
            let occasion = Occasion(
                user: user, login: login, date: try SampleBook.day("2019-08-02"))
            let refusal = #expect(throws: Refusal.self) {
                try writer.record { recording in
                    try recording.enter(
                        DecidePrepared(prepared: prepared.entry, approves: true), on: occasion)
                }
            }
            let reasons: [Refusal.Reason?] = [.anotherPersonNeeded, .notEnrolled]
            #expect(reasons.contains(refusal?.reason))
        }
    }
}
