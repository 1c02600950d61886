import GrantLedger

/// What a pool is known by: a head, fund, round, year of cost and mark.
struct PoolKey: Hashable {
    let head: Head
    let fund: String
    let round: String
    let year: Int
    let mark: String

    /// The pool that an account is in.
    init(_ account: Account) {
        head = account.head
        fund = account.fund?.description ?? ""
        round = account.round?.description ?? ""
        year = account.year?.start ?? 0
        mark = account.mark?.rawValue ?? ""
    }
}
