import GrantLedger

/// What a ledger answers to a proposal.
enum Reply {
    case accepted
    case refused(Refusal)
}

/// A ledger the workload can drive: dictionaries, or a book.
protocol LedgerUnderTest {
    /// Records an act, or says why not.
    func propose(_ act: any Act, on date: Day) throws -> Reply
    /// Every account that is not nil: debits less credits, in pence.
    func balances() throws -> [Account: Int64]
}
