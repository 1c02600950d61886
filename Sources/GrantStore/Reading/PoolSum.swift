public import GrantLedger

/// What was debited and credited to one head, fund, round, year of cost and mark: the grain of reports.
public struct PoolSum: Hashable, Sendable {
    /// What the accounts are for.
    public let head: Head
    /// The fund whose money it is.
    public let fund: Code?
    /// The round it was offered in.
    public let round: Code?
    /// The year of the cost.
    public let year: FinancialYear?
    /// What sets its accounts apart from others of the head.
    public let mark: Mark?
    /// Debits and credits.
    public var balance: Balance

    /// The sum in the head's normal direction.
    public var amount: Money { balance.normal(head) }
}

/// The part of a ``PoolSum`` that entries dated in one month moved.
public struct PoolMonth: Hashable, Sendable {
    /// Whose part it is, with the month's debits and credits.
    public let pool: PoolSum
    /// The month of the entries' date: `2019-04`.
    public let month: String
}
