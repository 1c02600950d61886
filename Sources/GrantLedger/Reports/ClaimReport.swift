/// What grants may be claimed, have been claimed and have paid, by year, and each claim by itself.
public struct ClaimReport: Sendable {
    /// One grant and year of cost.
    public struct Row: Hashable, Sendable {
        /// The grant.
        public let grant: Code
        /// The year of the cost.
        public let year: FinancialYear
        /// The most that can be claimed or received.
        public var ceiling = Money.zero
        /// What spend has not earned yet.
        public var notYetEarned = Money.zero
        /// What is earned and may be claimed.
        public var earnedClaimable = Money.zero
        /// What is earned by an accrual and stands apart.
        public var accrued = Money.zero
        /// What is claimed and not yet received.
        public var claimed = Money.zero
        /// What is received.
        public var received = Money.zero
        /// What the funder refused.
        public var disallowed = Money.zero
    }

    /// One claim and how it stands.
    public struct Line: Hashable, Sendable {
        /// The claim.
        public let claim: Claim
        /// What of it is neither received nor refused.
        public let outstanding: Money

        /// What was received of it.
        public var received: Money { claim.total - claim.disallowed - outstanding }

        /// How it stands, in a word.
        public var state: State {
            if claim.disallowed == claim.total { return .disallowed }
            if outstanding == .zero { return .received }
            return received == .zero ? .claimed : .partReceived
        }
    }

    /// How a claim stands.
    public enum State: String, CaseIterable, Sendable {
        case claimed
        case partReceived = "part-received"
        case received, disallowed
    }

    /// The rows, by grant and year.
    public let rows: [Row]
    /// The claims, by grant, year and day.
    public let claims: [Line]

    /// The heads it is made of.
    public static let heads: Set<Head> = [
        .claimCeiling, .notYetEarned, .earnedClaimable, .claimed, .received,
    ]

    /// Gathers the rows.
    ///
    /// - Parameters:
    ///   - balances: the accounts of claims with their balances in the normal direction.
    ///   - claims: the claims that were made.
    public init(balances: [(Account, Money)], claims: [Claim]) {
        var rows: [GrantKey: Row] = [:]
        var outstanding: [Code: Money] = [:]
        for (account, amount) in balances where amount != .zero {
            guard let grant = account.grant, let year = account.year else { continue }
            let key = GrantKey(grant: grant, year: year)
            rows[key, default: Row(grant: grant, year: year)].add(amount, account)
            if account.head == .claimed, let claim = account.claim {
                outstanding[claim, default: .zero] += amount
            }
        }
        for claim in claims where claim.disallowed != .zero {
            let key = GrantKey(grant: claim.grant, year: claim.year)
            rows[key, default: Row(grant: claim.grant, year: claim.year)].disallowed +=
                claim.disallowed
        }
        self.rows = rows.values.sorted { ($0.grant, $0.year) < ($1.grant, $1.year) }
        self.claims = claims.sorted {
            ($0.grant, $0.year, $0.made, $0.code) < ($1.grant, $1.year, $1.made, $1.code)
        }.map { Line(claim: $0, outstanding: outstanding[$0.code] ?? .zero) }
    }
}

private struct GrantKey: Hashable {
    let grant: Code
    let year: FinancialYear
}

extension ClaimReport.Row {
    fileprivate mutating func add(_ amount: Money, _ account: Account) {
        switch account.head {
        case .claimCeiling: ceiling += amount
        case .notYetEarned: notYetEarned += amount
        case .earnedClaimable where account.mark == .accrued: accrued += amount
        case .earnedClaimable: earnedClaimable += amount
        case .claimed: claimed += amount
        case .received: received += amount
        default: break
        }
    }
}
