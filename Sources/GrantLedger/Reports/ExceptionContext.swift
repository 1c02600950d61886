/// What rules know besides the entry: the book's facts, the office's thresholds and clock.
public final class ExceptionContext {
    /// The entry that closed each year that is closed.
    public let closes: [FinancialYear: Int]
    private(set) var facts: Facts
    private let allLimits: [ExceptionLimits]
    private let offset: (String, Int64) -> Int64
    private var signings: [Code: Signing?] = [:]

    /// What is kept of the entry that signed an award.
    struct Signing {
        /// Its number.
        let number: Int
        /// The day it is dated.
        let date: Day
        /// The day from which the signature was on record: that of its date or of its recording, where
        /// the office is, whichever is later.
        let known: Day
    }

    /// Creates what rules know.
    ///
    /// - Parameters:
    ///   - facts: what the book holds.
    ///   - closes: the entry that closed each year that is closed.
    ///   - offset: how many seconds a time zone is ahead of UTC at a second since 1970; asked of none
    ///     but Europe/London, which is known.
    /// - Throws: where the book cannot be read.
    public init(
        _ facts: Facts, closes: [FinancialYear: Int] = [:],
        offset: @escaping (String, Int64) -> Int64 = { _, _ in 0 }
    ) throws(Stop) {
        self.facts = facts
        self.closes = closes
        self.offset = offset
        allLimits = ExceptionLimits.all(try facts.all(Policy.self))
    }

    /// The thresholds in force on a day.
    func limits(on day: Day) -> ExceptionLimits? { allLimits.on(day) }

    /// When an entry was recorded, on a clock where the office is.
    func time(of entry: Entry) -> LocalTime? { time(entry.recordedAt, on: entry.date) }

    private func time(_ recordedAt: String, on day: Day) -> LocalTime? {
        let zone = limits(on: day)?.timeZone ?? Policies.Name.timeZone.standard
        return LocalTime(recordedAt) { second in
            zone == Policies.Name.timeZone.standard
                ? LocalTime.londonOffset(second) : offset(zone, second)
        }
    }

    /// A thing by its code, or nil.
    func find<Noun: Coded>(_ type: Noun.Type, _ code: Code) throws(Stop) -> Noun? {
        try facts.look(type, code.description)
    }

    /// What a person who acts under a code is called.
    func names(of user: String) throws(Stop) -> [String] {
        guard let person = try facts.look(Person.self, user) else { return [] }
        return [person.name.description, person.login.description]
    }

    /// Whether an entry rests on one of a kind that has a document.
    func rests(_ entry: Entry, onPaperOf kind: Kind) throws(Stop) -> Bool {
        for number in entry.rests {
            guard let under = try facts.entry(number) else { continue }
            if under.meant == kind, !under.documents.isEmpty { return true }
        }
        return false
    }

    /// The most bytes that facts take before they are forgotten.
    private static let mostKnown = 8 << 20

    /// Begins the facts anew where they take much, so that a search of any length holds little.
    func forgetWhereMuch() {
        if facts.size > Self.mostKnown { facts = Facts(facts.source) }
    }

    /// An entry that was searched, read once more.
    func entry(_ number: Int) throws(Stop) -> Entry {
        guard let entry = try facts.entry(number) else { throw .unreadable(Gone(entry: number)) }
        return entry
    }

    /// An entry that was there is not any more.
    private struct Gone: Error { let entry: Int }

    /// Goes on with other facts of the same book.
    func renew(_ facts: Facts) { self.facts = facts }

    /// What signed an award, if it is signed.
    func signing(of award: Code) throws(Stop) -> Signing? {
        if let known = signings[award] { return known }
        let found = try facts.signing(of: award).map { entry in
            let recorded = time(of: entry)?.day ?? entry.date
            return Signing(number: entry.number, date: entry.date, known: max(entry.date, recorded))
        }
        signings[award] = .some(found)
        return found
    }
}

extension ExceptionContext {
    /// The least number of days by which any day's threshold calls an entry back-dated.
    public var leastBackDated: Int? { allLimits.compactMap(\.backDated).min() }

    /// Above which amount an entry may be just under what a second person approves; nil where none
    /// can be.
    public var leastJustUnder: Money? {
        allLimits.compactMap { limits in
            guard let limit = limits.approval, let share = limits.justUnder else { return nil }
            return limit - limit.percent(hundredths: Int64(share.hundredths)) - Money(pence: 1)
        }.min()
    }

    /// How many days before a span payments, awards and costs may belong with those in it.
    public var lookBack: Int {
        max(
            Outgoing.referenceDays,
            allLimits.flatMap { [$0.splitDays, $0.duplicateDays] }.compactMap(\.self).max() ?? 0)
    }

    /// Whether an entry recorded at a time and dated on a day may be found by its time alone.
    public func isUnusual(recordedAt: String, on day: Day) -> Bool {
        guard let time = time(recordedAt, on: day), let limits = limits(on: day) else {
            return true
        }
        if time.weekend != nil { return limits.isOn("weekend") }
        return limits.workingHours.map { !$0.contains(time.minute) } ?? false
    }
}

extension Facts {
    /// The entry that signed an award, if it is signed: the versions of its row are gone back along.
    fileprivate func signing(of award: Code) throws(Stop) -> Entry? {
        func version(_ entry: Entry) -> Put? {
            entry.puts.first { $0.register == .award && $0.key == award.description }
        }
        let row = Put(register: .award, key: award.description, row: nil, was: nil)
        var number = try writer(of: row)
        while let known = number, let entry = try entry(known) {
            if let undone = entry.reverses {
                number = try self.entry(undone).flatMap { version($0)?.was }
                continue
            }
            if entry.meant == .signAward { return entry }
            number = version(entry)?.was
        }
        return nil
    }
}
