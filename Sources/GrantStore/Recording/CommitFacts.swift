import GrantLedger

/// What rules may know of a book while a commit is made.
final class CommitFacts: FactSource {
    private let reader: Reader
    private let accounts: MetAccounts

    init(_ reader: Reader, _ accounts: MetAccounts) {
        (self.reader, self.accounts) = (reader, accounts)
    }

    func balance(_ account: Account) throws -> Balance {
        accounts[try accounts.place(of: account)].balance
    }

    func lowest(_ account: Account, from date: Day) throws -> Money? {
        let met = accounts[try accounts.place(of: account)]
        guard let id = met.id, let latest = met.latest, latest > date else { return nil }
        return try reader.lowest(
            id: Int(id), side: account.head.traits.side, from: date.description)
    }

    func row(_ register: Register, _ key: String) throws -> (row: Canonical?, entry: Int)? {
        try reader.row(register, key)
    }
    func keys(_ register: Register, prefix: String) throws -> [String] {
        try reader.keys(register, prefix: prefix)
    }
    func accounts(_ pattern: Account, evenNil: Bool) throws -> [Account] {
        guard let owner = pattern.owner else {
            return try reader.accounts(pattern, evenNil: evenNil)
        }
        return try accounts.accounts(of: owner, matching: pattern, evenNil: evenNil)
    }
    func entry(_ number: Int) throws -> Entry? { try reader.entry(number) }
    func reversal(of number: Int) throws -> Int? { try reader.reversal(of: number) }
    func standing(on number: Int) throws -> Int? { try reader.standing(on: number) }
    var nextNumber: Int { reader.nextNumber }
}
