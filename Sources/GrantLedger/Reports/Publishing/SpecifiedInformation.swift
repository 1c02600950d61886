/// What the Specified Information Order asks of each grant, by the month it was signed in; and what
/// has changed of grants since the month they were published in.
///
/// A grant stands as it stood at the end of its month, by the dates of entries; a fact that nobody
/// had said by then stands as it was first said. What changed later is a correction in the month of
/// its date; recorded in a later month than its date, it is one in that month too, for nobody who
/// published the earlier one can have known it.
public struct SpecifiedInformation: Sendable {
    /// A grant as it stood at the end of the month it was signed in.
    public struct Grant: Sendable {
        /// The award.
        public let award: Code
        /// The day it was signed.
        public let signed: Day
        /// The number of the decision notice.
        public let decision: Disclosure.Fact
        /// Its title.
        public let title: Disclosure.Fact
        /// Who receives it.
        public let recipient: Disclosure.Fact
        /// What it is for.
        public let purpose: Disclosure.Fact
        /// On what conditions.
        public let conditions: Disclosure.Fact
        /// Why it is thought to reduce crime and disorder.
        public let reasons: Disclosure.Fact
        /// How much.
        public let amount: Money
    }

    /// What has changed of a grant since.
    public struct Correction: Hashable, Sendable {
        /// The award.
        public let award: Code
        /// The entry that changed it.
        public let moment: GrantHistory.Moment
        /// What came of it, such as `varied` or `lapsed`.
        public let change: String
        /// Which fact, such as `amount` or `purpose`.
        public let field: String
        /// What it was, where that may be told.
        public let was: String?
        /// What it is now.
        public let now: String?
        /// Whether it was recorded in a later month than the one it is dated in.
        public let isLate: Bool
    }

    /// The grants signed in the span, in the order of their dates.
    public let grants: [Grant]
    /// What has changed in the span, in the order of entries.
    public let corrections: [Correction]

    /// Gathers the information of a span of days; of all there are where it is nil.
    public init(_ histories: [GrantHistory], in span: ClosedRange<Day>? = nil) {
        grants = histories.compactMap { $0.published(in: span) }
            .sorted { ($0.signed, $0.award) < ($1.signed, $1.award) }
        corrections = histories.flatMap { $0.corrections(in: span) }
            .sorted { ($0.moment.entry, $0.award) < ($1.moment.entry, $1.award) }
    }

    /// The sum of the grants signed in the span.
    public var total: Money { grants.map(\.amount).total }

    /// The awards that lack a fact the Order asks for, by its name.
    public var lacking: [(field: String, awards: [Code])] {
        let fields: [(String, (Grant) -> Disclosure.Fact)] = [
            ("recipient", \.recipient), ("purpose", \.purpose), ("reasons", \.reasons),
        ]
        return fields.compactMap { field, fact in
            let awards = grants.filter { fact($0) == .unsaid }.map(\.award)
            return awards.isEmpty ? nil : (field, awards)
        }
    }
}

extension GrantHistory {
    /// The grant as it stood at the end of the month it was signed in; nil where that is not in the
    /// span.
    fileprivate func published(in span: ClosedRange<Day>?) -> SpecifiedInformation.Grant? {
        guard let signed = award?.signed, span?.contains(signed) ?? true,
            let disclosure, let row = award(asAt: signed.endOfMonth) ?? award
        else { return nil }
        let end = signed.endOfMonth
        let recipient = recipient(asAt: end) ?? recipients.last?.row
        return SpecifiedInformation.Grant(
            award: code, signed: signed,
            decision: disclosure.fact("decision", filled(\.decision, of: row, after: end)),
            title: disclosure.fact("title", row.title),
            recipient: disclosure.fact("recipient", recipient?.name),
            purpose: disclosure.fact("purpose", filled(\.purpose, of: row, after: end)),
            conditions: disclosure.fact("conditions", filled(\.conditions, of: row, after: end)),
            reasons: disclosure.fact("reasons", filled(\.reasons, of: row, after: end)),
            amount: amounts { $0.date <= end }.values.total)
    }

    /// A fact of a row, or what was first said of it after a day where nothing was said before.
    private func filled<Fact>(
        _ fact: KeyPath<Award, Fact?>, of row: Award, after day: Day
    ) -> Fact? {
        row[keyPath: fact]
            ?? versions.lazy.filter { $0.moment.date > day }
            .compactMap { $0.row?[keyPath: fact] }.first
    }
}

extension Day {
    /// Its month as a number, so that months can be compared.
    var monthNumber: Int { year * 12 + month }

    /// The last day of its month.
    public var endOfMonth: Day {
        (day...31).reversed().lazy.compactMap { Day(year: year, month: month, day: $0) }.first
            ?? self
    }

    /// The first day of its month.
    public var startOfMonth: Day { Day(year: year, month: month, day: 1) ?? self }
}
