/// What the finance system calls every head, for every fund: the codes as they stood at one moment.
public struct LedgerCodes: Hashable, Sendable {
    private let codes: [String: Note]
    private let funds: [Code: Code]

    /// Creates them from the mapping, and from the grants, whose accounts stand for a fund.
    public init(_ rows: [LedgerCode], grants: [Grant]) {
        codes = Dictionary(rows.map { ($0.key, $0.code) }) { $1 }
        funds = Dictionary(grants.map { ($0.code, $0.fund) }) { $1 }
    }

    /// The fund an account's money is of: its own, else that of its grant.
    public func fund(of account: Account) -> Code? {
        account.fund ?? account.grant.flatMap { funds[$0] }
    }

    /// The code of an account: that of its head for its fund, else of its head; nil where neither is
    /// mapped.
    public func code(of account: Account) -> Note? {
        if let fund = fund(of: account), let code = codes[LedgerCode.key(account.head, fund)] {
            return code
        }
        return codes[LedgerCode.key(account.head, nil)]
    }

    /// The heads among some accounts that have no code, in the order of the chart, each with the
    /// funds it lacks one for.
    public func missing(_ accounts: some Sequence<Account>) -> [(head: Head, funds: [Code])] {
        var found: [Head: Set<Code>] = [:]
        for account in accounts where code(of: account) == nil {
            found[account.head, default: []].formUnion([fund(of: account)].compactMap(\.self))
        }
        return Head.allCases.compactMap { head in
            found[head].map { funds in
                (head, funds.sorted { $0.description < $1.description })
            }
        }
    }
}
