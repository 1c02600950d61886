/// The money columns of a spend report; no report uses other words.
public struct SpendFigures: Hashable, Sendable {
    /// Allocated to a fund and in no round.
    public var unallocated = Money.zero
    /// In a round and not awarded.
    public var roundAvailable = Money.zero
    /// Waiting for a second person.
    public var prepared = Money.zero
    /// Awarded and unsigned.
    public var reserved = Money.zero
    /// Signed and not yet charged, lapsed or carried.
    public var committed = Money.zero
    /// Spend accepted.
    public var accepted = Money.zero
    /// Accruals standing.
    public var accrued = Money.zero
    /// Accepted, accrued and written off.
    public var charged = Money.zero
    /// Authorised above the allocation.
    public var overProgrammed = Money.zero
    /// The part of the allocation that is not confirmed.
    public var unconfirmed = Money.zero
    /// Out of the year by consent.
    public var carriedForward = Money.zero
    /// Into the year by consent.
    public var broughtForward = Money.zero
    /// Paid for the year's cost, net of what came back.
    public var paid = Money.zero
    /// Paid and come back.
    public var returned = Money.zero
    /// Paid and not yet accepted.
    public var onAccount = Money.zero
    /// Accepted or accrued and not yet paid.
    public var owed = Money.zero
    /// Planned to the last quarter end.
    public var profiled = Money.zero

    /// Creates figures of nil.
    public init() {}

    /// What may still be awarded.
    public var free: Money { unallocated + roundAvailable }
    /// What recipients have been awarded; it does not fall as money is spent.
    public var awarded: Money { reserved + committed + charged }
    /// What was set aside for the year: what is in use and what is free, less what is authorised
    /// above it.
    public var allocation: Money { awarded + prepared + free - overProgrammed }
    /// Charged beyond, or short of, what was planned.
    public var variance: Money { charged - profiled }
    /// Charged of allocation, in hundredths of a per cent.
    public var percentCharged: Int64? { charged.hundredthsOfPercent(of: allocation) }
    /// Charged, committed and reserved of allocation, in hundredths of a per cent.
    public var percentUsed: Int64? { awarded.hundredthsOfPercent(of: allocation) }
    /// The variance of what was planned, in hundredths of a per cent.
    public var variancePercent: Int64? { variance.hundredthsOfPercent(of: profiled) }

    /// Whether spend keeps to the plan, by a tolerance in hundredths of a per cent; nil where
    /// nothing was planned.
    ///
    /// - Parameter tolerance: how far it may be off, in hundredths of a per cent of what was
    ///   planned.
    /// - Returns: where it stands.
    public func position(tolerance: Int64) -> SpendPosition? {
        guard profiled > .zero else { return nil }
        let allowed = profiled.percent(hundredths: tolerance)
        if variance > allowed { return .over }
        return variance < -allowed ? .under : .on
    }

    /// Adds an amount of a head.
    mutating func add(_ figure: KeptFigure) {
        let amount = figure.amount
        switch figure.head {
        case .unallocated: unallocated += amount
        case .roundAvailable: roundAvailable += amount
        case .budgetPrepared: prepared += amount
        case .reserved: reserved += amount
        case .committed: committed += amount
        case .charged:
            charged += amount
            if figure.mark == nil { accepted += amount }
            if figure.mark == .accrued { accrued += amount }
        case .overProgrammingAuthorised: overProgrammed += amount
        case .fundingApproved:
            if figure.mark == .indicative || figure.mark == .provisional { unconfirmed += amount }
        case .carriedForward: carriedForward += amount
        case .broughtForward: broughtForward += amount
        case .paid: paid += amount
        case .paymentReturned: returned += amount
        case .paymentsOnAccount: onAccount += amount
        case .awardCreditors, .accruedExpenditure: owed += amount
        default: break
        }
    }

    /// Adds the figures of another row.
    public static func += (lhs: inout SpendFigures, rhs: SpendFigures) {
        for path in amounts { lhs[keyPath: path] += rhs[keyPath: path] }
    }

    /// Whether every amount is nil.
    var isNil: Bool { Self.amounts.allSatisfy { self[keyPath: $0] == .zero } }

    private static var amounts: [WritableKeyPath<SpendFigures, Money>] {
        [
            \.unallocated, \.roundAvailable, \.prepared, \.reserved, \.committed, \.accepted,
            \.accrued,
            \.charged, \.overProgrammed, \.unconfirmed, \.carriedForward, \.broughtForward, \.paid,
            \.returned, \.onAccount, \.owed, \.profiled,
        ]
    }

    /// The heads a spend report is made of.
    public static let heads: Set<Head> = [
        .unallocated, .roundAvailable, .budgetPrepared, .reserved, .committed, .charged,
        .overProgrammingAuthorised, .fundingApproved, .carriedForward, .broughtForward, .paid,
        .paymentReturned, .paymentsOnAccount, .awardCreditors, .accruedExpenditure,
    ]
}

extension Sequence<SpendFigures> {
    /// The sum, figure by figure.
    public var total: SpendFigures { reduce(into: SpendFigures()) { $0 += $1 } }
}

/// Where spend stands against its plan.
public enum SpendPosition: String, Sendable {
    case on, under, over
}
