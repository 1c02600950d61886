import GrantLedger

/// What a ledger answers to a proposal.
enum Reply {
    /// Taken: the kinds of the entries it became.
    case accepted([Kind])
    case refused(Refusal)
}

/// A ledger the workload can drive: dictionaries, or a book.
protocol LedgerUnderTest {
    /// Records an act, or says why not.
    func propose(_ act: any Act, on occasion: Occasion) throws -> Reply
    /// Every account that is not nil: debits less credits, in pence.
    func balances() throws -> [Account: Int64]
    /// Whether a proposal of several entries can be given up without giving up those before it.
    var givesUpOneCommit: Bool { get }
}
