/// The signed year-end certificate of one grant: what was approved, earned, claimed, received and
/// charged, what was found besides, and what became of what was not spent.
public struct StatementOfGrantUsage: Sendable {
    /// Money that moved between two accounts, of which one at least is the grant's.
    public struct Movement: Hashable, Sendable {
        /// The kind of the act that was meant.
        public let kind: Kind
        /// The account debited.
        public let debit: Account
        /// The account credited.
        public let credit: Account
        /// How much.
        public let amount: Money
        /// Whether it takes back what an act of the kind did.
        public let isUndone: Bool

        /// Creates a movement.
        ///
        /// - Parameters:
        ///   - kind: the kind of the act that was meant.
        ///   - debit: the account debited.
        ///   - credit: the account credited.
        ///   - amount: how much.
        ///   - isUndone: whether it takes back what such an act did.
        public init(
            kind: Kind, debit: Account, credit: Account, amount: Money, isUndone: Bool = false
        ) {
            (self.kind, self.debit, self.credit) = (kind, debit, credit)
            (self.amount, self.isUndone) = (amount, isUndone)
        }
    }

    /// What is charged to the grant's fund under one heading of cost.
    public struct Category: Hashable, Sendable {
        /// The heading.
        public let category: Code
        /// Spend accepted, and the office's own costs.
        public var accepted = Money.zero
        /// Accruals standing.
        public var accrued = Money.zero
        /// Written off.
        public var writtenOff = Money.zero

        /// All of it.
        public var charged: Money { accepted + accrued + writtenOff }
    }

    /// The grant.
    public let grant: Grant
    /// The year of the cost.
    public let year: FinancialYear
    /// The day it is told as at.
    public let asAt: Day

    /// What the funder agreed to pay for the year, with what was varied.
    public private(set) var approved = Money.zero
    /// Into the year by consent.
    public private(set) var broughtForward = Money.zero
    /// Out of the year by consent.
    public private(set) var carriedForward = Money.zero
    /// Given back to the funder.
    public private(set) var surrendered = Money.zero
    /// What spend has earned, less what was taken back.
    public private(set) var earned = Money.zero

    /// Received from the funder.
    public private(set) var received = Money.zero
    /// Received ahead, and moved with what was carried: into the year above nil, out of it below.
    public private(set) var receivedCarried = Money.zero
    /// Paid back to the funder.
    public private(set) var repaid = Money.zero
    /// Claimed and not yet received.
    public private(set) var debtors = Money.zero
    /// Earned and neither claimed nor received.
    public private(set) var accruedIncome = Money.zero
    /// Of that, what accruals have earned.
    public private(set) var accrued = Money.zero
    /// Received and not yet earned.
    public private(set) var inAdvance = Money.zero
    /// To be paid back to the funder.
    public private(set) var repayable = Money.zero

    /// The claims made for the year.
    public let claims: [ClaimReport.Line]
    /// What is charged to the fund the grant feeds, by heading of cost.
    public let categories: [Category]
    /// What was found besides, for the grant and the awards of its fund.
    public let match: MatchReport

    /// Gathers the figures.
    ///
    /// - Parameters:
    ///   - grant: the grant.
    ///   - year: the year of the cost.
    ///   - asAt: the day.
    ///   - movements: what moved through the grant's accounts to the day.
    ///   - charged: the accounts of what is charged to its fund in the year, with their balances.
    ///   - claims: the grant's claims for the year.
    ///   - match: match of the year, of the grant and its fund's awards.
    public init(
        grant: Grant, year: FinancialYear, asAt: Day, movements: [Movement],
        charged: [(Account, Money)], claims: [ClaimReport.Line], match: MatchReport
    ) {
        self.grant = grant
        self.year = year
        self.asAt = asAt
        self.claims = claims
        self.match = match
        var categories: [Code: Category] = [:]
        for (account, amount) in charged where amount != .zero {
            let code = account.category ?? .general
            var row = categories[code] ?? Category(category: code)
            switch account.mark {
            case .accrued: row.accrued += amount
            case .writtenOff: row.writtenOff += amount
            default: row.accepted += amount
            }
            categories[code] = row
        }
        self.categories = categories.values.sorted { $0.category < $1.category }
        for movement in movements { add(movement) }
    }
}

extension StatementOfGrantUsage {
    private mutating func add(_ movement: Movement) {
        if isOwn(movement.debit) {
            add(movement, movement.debit, other: movement.credit, movement.amount)
        }
        if isOwn(movement.credit) {
            add(movement, movement.credit, other: movement.debit, -movement.amount)
        }
    }

    private func isOwn(_ account: Account) -> Bool {
        account.grant == grant.code && account.year == year
    }

    /// Takes what was debited to one of the grant's accounts; below nil for what was credited.
    private mutating func add(
        _ movement: Movement, _ account: Account, other: Account, _ debited: Money
    ) {
        if other.head == .bank {
            if movement.kind == .repayGrant { repaid += debited } else { received -= debited }
        }
        switch account.head {
        case .claimCeiling: addCeiling(movement, debited)
        // What the close passes on is not taken back.
        case .grantIncome: if other.head != .generalFund { earned -= debited }
        case .grantDebtors: debtors += debited
        case .accruedGrantIncome:
            accruedIncome += debited
            if account.mark == .accrued { accrued += debited }
        case .receiptsInAdvance:
            inAdvance -= debited
            if other.head == .receiptsInAdvance { receivedCarried -= debited }
        case .repayableToFunder: repayable -= debited
        default: break
        }
    }

    private mutating func addCeiling(_ movement: Movement, _ raised: Money) {
        switch movement.kind {
        case .surrenderGrant: surrendered -= raised
        case .carryAward, .carryFunding:
            if (raised > .zero) == movement.isUndone {
                carriedForward -= raised
            } else {
                broughtForward += raised
            }
        default: approved += raised
        }
    }
}

extension StatementOfGrantUsage {
    /// What the grant could pay for the year's spend.
    public var available: Money { approved + broughtForward }
    /// What of that was not spent.
    public var underspend: Money { available - earned }
    /// What of the underspend is neither carried nor surrendered.
    public var unspent: Money { underspend - carriedForward - surrendered }
    /// What the funder has still to pay.
    public var receivable: Money { debtors + accruedIncome }
    /// What was asked in claims.
    public var claimed: Money { claims.map(\.claim.total).total }
    /// What the funder refused of claims.
    public var disallowed: Money { claims.map(\.claim.disallowed).total }
    /// What is charged to the fund the grant feeds.
    public var charged: Money { categories.map(\.charged).total }
    /// What of the fund's spend other money bears.
    public var borneElsewhere: Money { charged - earned }
}
