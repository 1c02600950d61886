import Foundation
import GrantLedger
import GrantStore
import Synchronization
import Testing

/// A clock that goes on by a second whenever it is read.
final class TestClock: Sendable {
    private let seconds = Mutex(0)

    func now() -> String {
        let passed = seconds.withLock { seconds in
            seconds += 1
            return seconds
        }
        func two(_ number: Int) -> String { String(String(100 + number).dropFirst()) }
        return
            "2019-06-01T\(two(passed / 3600 % 24)):\(two(passed / 60 % 60)):\(two(passed % 60)).000Z"
    }
}

/// A small office's book: a fund, a round, bids, awards, payments, a return and a reversal.
struct SampleBook: Sendable {
    let folder: TestFolder
    let path: String

    /// The entry that makes the award from a bid.
    static let award = 9
    /// The entry that was reversed.
    static let reversed = 17

    /// A copy of its own for one test.
    init() throws {
        folder = try TestFolder()
        path = try folder.copy(try Self.first.get().path, to: "kent.almoner")
    }

    private static let first = Result { try SampleBook(in: TestFolder()) }

    private init(in folder: TestFolder) throws {
        self.folder = folder
        path = folder.path("kent.almoner")
        let clock = TestClock()
        try Writer.create(at: path, id: "KENT-1", clock: clock.now) { recording in
            try recording.enter(
                OpenBook(name: Self.title("Office of the Kent Police and Crime Commissioner")),
                on: Self.occasion("2019-04-01"))
        }
        let writer = try Writer(opening: path, clock: clock.now)
        try Self.begin(writer)
        try Self.decide(writer)
        try Self.pay(writer)
    }

    static func begin(_ writer: Writer) throws {
        try writer.record { recording in
            let contact = try recording.keep(
                contact: "grants@example.org", for: code("CHARITY"))
            try recording.enter(
                AddOrganisation(
                    code: code("CHARITY"), name: title("Café Zürich"), contact: contact),
                on: occasion("2019-04-02"))
            try recording.enter(
                AddOrganisation(code: code("COUNCIL"), name: title("A council")),
                on: occasion("2019-04-02"))
        }
        try writer.record { recording in
            try recording.enter(
                OpenFund(
                    code: code("VRF"), title: title("Violence Reduction Fund"), source: .ownBudget),
                on: occasion("2019-04-03"))
        }
        try writer.record { recording in
            try recording.enter(
                ApproveFunding(
                    fund: code("VRF"),
                    profile: try profile([(2019, 10_000_000), (2020, 5_000_000)])),
                on: occasion("2019-04-05", key: "approve-1"))
        }
        try writer.record { recording in
            try recording.enter(
                OpenRound(
                    code: code("R1"), fund: code("VRF"), title: title("First round"),
                    opens: day("2019-04-08"), closes: day("2019-05-08"),
                    profile: try profile([(2019, 9_000_000), (2020, 4_000_000)]),
                    capPerYear: Money(pence: 3_500_000)),
                on: occasion("2019-04-08"))
        }
    }

    static func decide(_ writer: Writer) throws {
        try writer.record { recording in
            for (bid, amount) in [("B1", Int64(3_500_000)), ("B2", 2_000_000)] {
                try recording.enter(
                    LogBid(
                        code: code(bid), round: code("R1"), applicant: code("CHARITY"),
                        title: title("Project \(bid)"),
                        profile: try profile([(2019, amount), (2020, amount)])),
                    on: occasion("2019-05-01"))
            }
        }
        try writer.record { recording in
            try recording.enter(
                MakeAward(code: code("VRF-01"), bid: code("B1")),
                on: occasion("2019-05-20", documents: [Document(name: "notice.pdf", size: 3)]))
        }
        try writer.record { recording in
            try recording.enter(
                SignAward(award: code("VRF-01"), returns: .quarterly), on: occasion("2019-05-28"))
        }
        try writer.record { recording in
            try recording.enter(
                ScheduleInstalments(award: code("VRF-01"), year: try year(2019)),
                on: occasion("2019-05-28"))
        }
    }

    static func pay(_ writer: Writer) throws {
        try writer.record { recording in
            try recording.enter(
                PayInstalment(award: code("VRF-01"), number: 1),
                on: occasion("2019-06-01", reference: "BACS 7"))
        }
        let quarter = try #require(Period("2019/20-Q1"))
        let spend = CategoryAmount(category: .general, amount: Money(pence: 800_000))
        try writer.record { recording in
            try recording.enter(
                SubmitReturn(award: code("VRF-01"), period: quarter, spend: [spend]),
                on: occasion("2019-07-10"))
            try recording.enter(
                AcceptReturn(award: code("VRF-01"), period: quarter), on: occasion("2019-07-20"))
        }
        try writer.record { recording in
            try recording.enter(
                ApproveFunding(fund: code("VRF"), profile: try profile([(2019, 100)])),
                on: occasion("2019-04-30"))
        }
        try writer.record { recording in
            try recording.enter(
                OpenFund(
                    code: code("POCA"), title: title("Proceeds of crime"), source: .proceedsOfCrime),
                on: occasion("2019-07-21"))
            try recording.enter(
                ApproveFunding(fund: code("POCA"), profile: try profile([(2019, 500_000)])),
                on: occasion("2019-07-22"))
            try recording.enter(
                ReverseEntry(entry: reversed, reason: note("Entered twice")),
                on: occasion("2019-07-22"))
        }
    }
}

extension SampleBook {
    /// A copy that goes on: from 2020 on more than £900,000 needs two people, and a penny above it
    /// was prepared and approved.
    static func withApproval() throws -> SampleBook {
        let sample = try SampleBook()
        let writer = try Writer(opening: sample.path)
        let chief = Occasion(user: "CFO", login: "kent\\cfo", date: try day("2020-01-02"))
        try writer.record { recording in
            try recording.enter(
                SetPolicy(
                    name: note("two-people-above"), value: note("900000.00"),
                    from: day("2020-01-01"), reason: note("Standing orders")),
                on: occasion("2019-12-20"))
            try enrol(in: recording)
            let prepared = try recording.enter(
                ApproveFunding(fund: code("VRF"), profile: profile([(2021, 90_000_001)])),
                on: occasion("2020-01-02"))
            try recording.enter(
                DecidePrepared(prepared: prepared.entry, approves: true), on: chief)
        }
        return sample
    }
}

extension SampleBook {
    /// Enrols two people who may approve, each with a login.
    static func enrol(in recording: Recording) throws {
        for (person, login) in [("FINANCE", "kent\\finance"), ("CFO", "kent\\cfo")] {
            try recording.enter(
                EnrolPerson(
                    code: code(person), name: title("Person \(person)"), login: note(login),
                    mayApprove: true),
                on: occasion("2019-07-22"))
        }
    }
}

/// Values for tests, each of which must be one.
extension SampleBook {
    static func code(_ text: String) throws -> Code { try #require(Code(text)) }
    static func title(_ text: String) throws -> Title { try #require(Title(text)) }
    static func note(_ text: String) throws -> Note { try #require(Note(text)) }
    static func day(_ text: String) throws -> Day { try #require(Day(text)) }
    static func year(_ start: Int) throws -> FinancialYear {
        try #require(FinancialYear(starting: start))
    }
    static func profile(_ years: [(Int, Int64)]) throws -> Profile {
        try years.map { ProfileLine(year: try year($0.0), amount: Money(pence: $0.1)) }
    }
    static func occasion(
        _ date: String, key: String? = nil, reference: String? = nil, documents: [Document] = []
    ) throws -> Occasion {
        Occasion(
            user: "FINANCE", login: "kent\\finance", date: try day(date), key: key,
            reference: reference, documents: documents)
    }
}
