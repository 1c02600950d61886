/// Match funding: what is required, met and short of each award and grant by year, who has said
/// they will provide it, and how far it has come.
public struct MatchReport: Sendable {
    /// What one award or grant must find besides in a year, and has found.
    public struct Row: Hashable, Sendable {
        /// The award or the grant.
        public let of: Code
        /// Whether it is an award.
        public let isAward: Bool
        /// The year.
        public let year: FinancialYear
        /// What must be found.
        public var target = Money.zero
        /// What is still to be found, as the book keeps it.
        public var required = Money.zero
        /// What has been found: the least of what is evidenced and what is required.
        public var met = Money.zero

        /// What is not found.
        public var short: Money { target - met }
    }

    /// What one provider gives to one award or grant for a year.
    public struct Source: Hashable, Sendable {
        /// The award or the grant.
        public let of: Code
        /// The year.
        public let year: FinancialYear
        /// Who provides it.
        public let from: Code
        /// In money or in kind.
        public let kind: MatchOffer.Kind
        /// What was offered and not withdrawn, whatever stage it has reached.
        public var offered = Money.zero
        /// What is pledged and has come no further.
        public var pledged = Money.zero
        /// What is confirmed and has come no further.
        public var confirmed = Money.zero
        /// What is evidenced.
        public var evidenced = Money.zero
    }

    /// What must be found, by award or grant and year.
    public let rows: [Row]
    /// What was offered, by provider and kind.
    public let sources: [Source]
    /// The least shares of categories.
    public let minimums: [MinimumTest]

    /// The heads it is made of.
    public static let heads: Set<Head> = [
        .matchTarget, .matchRequired, .matchMet, .matchOffered, .matchPledged, .matchConfirmed,
        .matchEvidenced,
    ]

    /// Gathers the rows.
    ///
    /// - Parameters:
    ///   - balances: the accounts of match with their balances in the normal direction.
    ///   - minimums: the least shares that were tested.
    public init(balances: [(Account, Money)], minimums: [MinimumTest] = []) {
        var rows: [Account: Row] = [:]
        var sources: [Account: Source] = [:]
        for (account, amount) in balances where amount != .zero {
            guard let of = account.owner, let year = account.year else { continue }
            if let from = account.organisation {
                let key = account.under(.matchOffered)
                let kind: MatchOffer.Kind = account.mark == .inKind ? .inKind : .cash
                var source =
                    sources[key] ?? Source(of: of, year: year, from: from, kind: kind)
                source.add(amount, account.head)
                sources[key] = source
            } else {
                let key = account.under(.matchTarget)
                var row = rows[key] ?? Row(of: of, isAward: account.award != nil, year: year)
                row.add(amount, account.head)
                rows[key] = row
            }
        }
        self.rows = rows.values.sorted { ($0.of, $0.year) < ($1.of, $1.year) }
        self.sources = sources.values.sorted {
            ($0.of, $0.year, $0.from, $0.kind.rawValue)
                < ($1.of, $1.year, $1.from, $1.kind.rawValue)
        }
        self.minimums = minimums
    }
}

extension MatchReport.Row {
    fileprivate mutating func add(_ amount: Money, _ head: Head) {
        switch head {
        case .matchTarget: target += amount
        case .matchRequired: required += amount
        case .matchMet: met += amount
        default: break
        }
    }
}

extension MatchReport.Source {
    fileprivate mutating func add(_ amount: Money, _ head: Head) {
        switch head {
        case .matchOffered: offered += amount
        case .matchPledged: pledged += amount
        case .matchConfirmed: confirmed += amount
        case .matchEvidenced: evidenced += amount
        default: break
        }
    }
}
