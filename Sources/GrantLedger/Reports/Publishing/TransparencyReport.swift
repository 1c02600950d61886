/// What the Local Government Transparency Code asks of grants to voluntary, community and social
/// enterprise organisations, and of expenditure above a threshold.
public struct TransparencyReport: Sendable {
    /// A grant to an organisation that is no public body.
    public struct Grant: Sendable {
        /// The award.
        public let award: Code
        /// The day it was decided.
        public let decided: Day
        /// For which time it is given.
        public let period: Disclosure.Fact
        /// Who receives it.
        public let beneficiary: Disclosure.Fact
        /// Its public identifier.
        public let identifier: Disclosure.Fact
        /// What it is for.
        public let purpose: Disclosure.Fact
        /// How much.
        public let amount: Money
    }

    /// Money that went out, or came back.
    public struct Expenditure: Sendable {
        /// The day.
        public let date: Day
        /// The entry.
        public let entry: Int
        /// The award; nil for a cost of the office itself.
        public let award: Code?
        /// Who was paid.
        public let beneficiary: Disclosure.Fact
        /// What for.
        public let purpose: Disclosure.Fact
        /// How much; below nil where it came back.
        public let amount: Money
        /// The heading of a cost, or `Grant`.
        public let category: String
    }

    /// The grants decided in the span, in the order of their dates.
    public let grants: [Grant]
    /// What was paid in the span and is above the threshold, in the order of entries.
    public let expenditure: [Expenditure]
    /// Only what is above it is told, either way.
    public let threshold: Money

    /// Gathers the report.
    ///
    /// - Parameters:
    ///   - grants: every signed award.
    ///   - costs: every cost of the office itself, with the name of its heading.
    ///   - span: the days wanted; nil for all.
    ///   - threshold: only what is above it is told.
    public init(
        _ grants: [PublishedGrant], costs: [(cost: Cost, heading: String)],
        in span: ClosedRange<Day>?, above threshold: Money
    ) {
        let takes = { (day: Day) in span?.contains(day) ?? true }
        self.grants = grants.filter { takes($0.decided) && $0.isToSociety }.map(\.transparent)
            .sorted { ($0.decided, $0.award) < ($1.decided, $1.award) }
        let isTold = { (amount: Money) in amount > threshold || -amount > threshold }
        let paid = grants.flatMap { grant in
            grant.payments.filter { takes($0.moment.date) && isTold($0.amount) }
                .map { grant.expenditure($0) }
        }
        let bought = costs.filter { takes($0.cost.date) && isTold($0.cost.amount) }.map {
            Expenditure(
                date: $0.cost.date, entry: $0.cost.number, award: nil,
                beneficiary: .told($0.cost.supplier.description), purpose: .told($0.heading),
                amount: $0.cost.amount, category: $0.heading)
        }
        expenditure = (paid + bought).sorted { ($0.date, $0.entry) < ($1.date, $1.entry) }
        self.threshold = threshold
    }
}

extension PublishedGrant {
    /// Whether its recipient is no public body, as far as the book knows.
    fileprivate var isToSociety: Bool {
        switch recipient?.kind {
        case .council, .police, .csp, .health, .government: false
        case .charity, .company, .other, nil: true
        }
    }

    fileprivate var transparent: TransparencyReport.Grant {
        TransparencyReport.Grant(
            award: award.code, decided: decided, period: period,
            beneficiary: disclosure.fact("recipient", recipient?.name),
            identifier: disclosure.fact("recipient", recipient?.orgId),
            purpose: purposeOrTitle, amount: awarded)
    }

    fileprivate func expenditure(_ payment: Payment) -> TransparencyReport.Expenditure {
        TransparencyReport.Expenditure(
            date: payment.moment.date, entry: payment.moment.entry, award: award.code,
            beneficiary: disclosure.fact("recipient", recipient?.name), purpose: purposeOrTitle,
            amount: payment.amount, category: "Grant")
    }

    private var purposeOrTitle: Disclosure.Fact {
        let purpose = disclosure.fact("purpose", award.purpose)
        return purpose == .unsaid ? disclosure.fact("title", award.title) : purpose
    }

    /// From when to when, else the years it has money for.
    private var period: Disclosure.Fact {
        for field in ["starts", "ends"] where disclosure.withholds(field) {
            return disclosure.fact(field, award.starts)
        }
        if let starts = award.starts, let ends = award.ends { return .told("\(starts) to \(ends)") }
        guard let first = years.first?.year, let last = years.last?.year else { return .unsaid }
        return .told(first == last ? "\(first)" : "\(first) to \(last)")
    }
}
