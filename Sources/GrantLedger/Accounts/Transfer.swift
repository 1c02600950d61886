/// Money moved from one account to another of the same set.
public struct Transfer: Hashable, Codable, Sendable {
    /// The account debited.
    public let debit: Account
    /// The account credited.
    public let credit: Account
    /// How much, above nil.
    public let amount: Money

    /// Creates a transfer.
    public init(debit: Account, credit: Account, _ amount: Money) {
        precondition(
            debit.head.traits.set == credit.head.traits.set, "A transfer stays within one set.")
        precondition(amount > .zero, "A transfer moves an amount above nil.")
        (self.debit, self.credit, self.amount) = (debit, credit, amount)
    }

    /// The same money moved back.
    public var reversed: Transfer { Transfer(debit: credit, credit: debit, amount) }
}

extension Transfer {
    /// Reads a transfer of a record; one that could not be made is an error, never a trap.
    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        let debit = try fields.decode(Account.self, forKey: .debit)
        let credit = try fields.decode(Account.self, forKey: .credit)
        let amount = try fields.decode(Money.self, forKey: .amount)
        guard debit.head.traits.set == credit.head.traits.set, amount > .zero else {
            throw DecodingError.dataCorruptedError(
                forKey: .amount, in: fields, debugDescription: "Not a transfer that could be made")
        }
        self.init(debit: debit, credit: credit, amount)
    }
}

extension [Transfer] {
    /// Adds a transfer; nothing where the amount is nil or both accounts are one.
    mutating func move(_ amount: Money, debit: Account, credit: Account) {
        guard amount != .zero, debit != credit else { return }
        append(Transfer(debit: debit, credit: credit, amount))
    }

    /// Adds a transfer to the same key under another head: Dr one head / Cr the other.
    mutating func move(_ amount: Money, _ account: Account, debit: Head, credit: Head) {
        move(amount, debit: account.under(debit), credit: account.under(credit))
    }
}

/// What has ever been debited to and credited to an account.
public struct Balance: Hashable, Sendable {
    /// All debits.
    public var debits: Money
    /// All credits.
    public var credits: Money

    /// Creates a balance.
    public init(debits: Money = .zero, credits: Money = .zero) {
        (self.debits, self.credits) = (debits, credits)
    }

    /// The balance in the head's normal direction; below nil only where the head has no floor.
    public func normal(_ head: Head) -> Money {
        head.traits.debitNormal ? debits - credits : credits - debits
    }

    /// The balance after one more debit or credit, or nil where it would leave 64 bits.
    func moved(by amount: Money, debit: Bool) -> Balance? {
        guard let sum = (debit ? debits : credits).adding(amount) else { return nil }
        return debit
            ? Balance(debits: sum, credits: credits) : Balance(debits: debits, credits: sum)
    }
}

extension Entry {
    /// What the entry is about in pounds: the money that changed its account in one set, budget
    /// before the others.
    ///
    /// Money that passes through an account within the entry counts once. Nil where the entry moves
    /// none.
    public var moved: Money? {
        let sets = Dictionary(grouping: transfers) { $0.debit.head.traits.set }
        for set in [AccountSet.budget, .actual, .control, .memorandum] {
            guard let transfers = sets[set] else { continue }
            var changes: [Account: Money] = [:]
            for transfer in transfers {
                changes[transfer.debit, default: .zero] += transfer.amount
                changes[transfer.credit, default: .zero] -= transfer.amount
            }
            return changes.values.filter { $0 > .zero }.total
        }
        return nil
    }
}
