/// What is due when: returns, instalments, claims, ends of grants and awards, the close of years.
public struct CalendarReport: Sendable {
    /// What falls due.
    public enum What: String, CaseIterable, Sendable {
        case instalment
        case monitoringReturn = "return"
        case claim
        case minimum
        case awardEnds = "award-ends"
        case grantEnds = "grant-ends"
        case yearClose = "year-close"
    }

    /// One thing that is due.
    public struct Item: Hashable, Sendable {
        /// The day.
        public let date: Day
        /// What it is.
        public let what: What
        /// The award, grant or year it is of.
        public let of: String
        /// Which part of it: the instalment, the period, the category.
        public let part: String?
        /// Whose it is: the recipient or the funder.
        public let party: Code?
        /// How much, where that is known.
        public let amount: Money?

        /// Creates an item.
        public init(
            _ date: Day, _ what: What, of: String, part: String? = nil, party: Code? = nil,
            amount: Money? = nil
        ) {
            self.date = date
            self.what = what
            self.of = of
            self.part = part
            self.party = party
            self.amount = amount
        }
    }

    /// The first and the last day.
    public let days: ClosedRange<Day>
    /// What is due on those days, in order.
    public let items: [Item]
    /// What was due before them and is not done.
    public let earlier: [Item]

    /// Sorts items by day, and what is due before the first day apart.
    public init(_ items: [Item], days: ClosedRange<Day>) {
        self.days = days
        let places = Dictionary(
            uniqueKeysWithValues: What.allCases.enumerated().map { ($1, $0) })
        let sorted = items.sorted {
            ($0.date, places[$0.what] ?? 0, $0.of, $0.part ?? "")
                < ($1.date, places[$1.what] ?? 0, $1.of, $1.part ?? "")
        }
        self.items = sorted.filter { days.contains($0.date) }
        earlier = sorted.filter { $0.date < days.lowerBound }
    }
}

extension CalendarReport.Item {
    /// The returns of a signed award that are not accepted.
    ///
    /// - Parameters:
    ///   - award: the award.
    ///   - years: the years in which money is payable to it.
    ///   - accepted: the keys of returns that are accepted.
    /// - Returns: an item a return, due at the end of its period.
    public static func returns(
        of award: Award, in years: some Sequence<FinancialYear>, accepted: Set<String>
    ) -> [CalendarReport.Item] {
        guard award.status == .signed else { return [] }
        return award.periods(in: years)
            .filter { !accepted.contains(MonitoringReturn.key(award.code, $0)) }
            .map { period in
                .init(
                    period.lastDay, .monitoringReturn, of: award.code.description,
                    part: period.description, party: award.recipient)
            }
    }

    /// What falls due of a grant: claims at the quarter ends of years that are open, the days on
    /// which its minimums are tested, and its end.
    ///
    /// - Parameters:
    ///   - grant: the grant.
    ///   - claimable: what is earned and not yet claimed, by year; it is asked for at the first
    ///     quarter end that comes.
    ///   - today: the day from which the next quarter end is looked for.
    ///   - isOpen: whether a year is not closed.
    /// - Returns: the items.
    public static func grant(
        _ grant: Grant, claimable: [FinancialYear: Money], today: Day,
        isOpen: (FinancialYear) -> Bool
    ) -> [CalendarReport.Item] {
        var items: [CalendarReport.Item] = []
        let code = grant.code.description
        if grant.basis == .arrears, grant.status == .confirmed {
            for year in Set(grant.profile.years).union(claimable.keys).sorted() {
                let amount = claimable[year]
                guard isOpen(year) || amount != nil else { continue }
                let coming = year.quarters.filter { $0.lastDay >= today }
                for (place, quarter) in coming.enumerated() {
                    items.append(
                        .init(
                            quarter.lastDay, .claim, of: code, part: quarter.description,
                            party: grant.funder, amount: place == 0 ? amount : nil))
                }
                if coming.isEmpty, let amount {
                    items.append(
                        .init(
                            year.lastDay, .claim, of: code, part: year.description,
                            party: grant.funder, amount: amount))
                }
            }
        }
        for minimum in grant.minimums ?? [] {
            guard let day = minimum.by else { continue }
            items.append(
                .init(
                    day, .minimum, of: code, part: "\(minimum.category) \(minimum.percent)",
                    party: grant.funder))
        }
        if let ends = grant.ends {
            items.append(.init(ends, .grantEnds, of: code, party: grant.funder))
        }
        return items
    }
}
