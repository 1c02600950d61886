import GrantLedger

/// Facts that come from a few dictionaries, so that rules are tested without a book on disk.
///
/// It only looks up: what an entry does to it is in ``apply(_:)``.
final class DictionaryFacts: FactSource {
    /// One movement of an account.
    private struct Movement {
        let date: Day
        let isDebit: Bool
        let amount: Money
    }

    private var versions: [Register: [String: (row: Canonical?, entry: Int)]] = [:]
    private var movements: [Account: [Movement]] = [:]
    private var standingBalances: [Account: Balance] = [:]
    private var names: [Account: String] = [:]
    private var byHead: [Head: Set<Account>] = [:]
    /// The journal.
    private(set) var entries: [Entry] = []
    private var reversals: [Int: Int] = [:]
    /// The registers whose keys were all asked for.
    private(set) var listedWhole: Set<Register> = []

    /// The same facts, which go their own way from here.
    func copy() -> DictionaryFacts {
        let copy = DictionaryFacts()
        (copy.versions, copy.movements, copy.standingBalances) = (
            versions, movements, standingBalances
        )
        (copy.names, copy.byHead, copy.entries, copy.reversals) = (
            names, byHead, entries, reversals
        )
        return copy
    }

    /// A copy in which some entries are otherwise.
    func with(_ altered: [Entry]) -> DictionaryFacts {
        let copy = copy()
        for entry in altered { copy.entries[entry.number - 1] = entry }
        return copy
    }

    /// Drops a row, as if no rule had ever written it.
    func forget(_ register: Register, _ key: String) { versions[register]?[key] = nil }

    var nextNumber: Int { entries.count + 1 }

    func row(_ register: Register, _ key: String) -> (row: Canonical?, entry: Int)? {
        versions[register]?[key]
    }

    func keys(_ register: Register, prefix: String) -> [String] {
        if prefix.isEmpty { listedWhole.insert(register) }
        return (versions[register] ?? [:]).keys.filter { $0.hasPrefix(prefix) }.sorted()
    }

    func balance(_ account: Account) -> Balance { standingBalances[account] ?? Balance() }

    func lowest(_ account: Account, from date: Day) -> Money? {
        guard let moved = movements[account], moved.contains(where: { $0.date > date }) else {
            return nil
        }
        let ends = Set(moved.map(\.date).filter { $0 > date }).union([date])
        return ends.map { end in
            var balance = Balance()
            for movement in moved where movement.date <= end {
                if movement.isDebit {
                    balance.debits += movement.amount
                } else {
                    balance.credits += movement.amount
                }
            }
            return balance.normal(account.head)
        }.min()
    }

    func accounts(_ pattern: Account, evenNil: Bool) -> [Account] {
        (byHead[pattern.head] ?? [])
            .filter { $0.matches(pattern) && (evenNil || balance($0).normal($0.head) != .zero) }
            .sorted { (names[$0] ?? "") < (names[$1] ?? "") }
    }

    func entry(_ number: Int) -> Entry? {
        entries.indices.contains(number - 1) ? entries[number - 1] : nil
    }

    func reversal(of number: Int) -> Int? { reversals[number] }

    func standing(on number: Int) -> Int? {
        var bases: Set = [number]
        for entry in entries where entry.reverses != nil {
            if !bases.isDisjoint(with: entry.rests) { bases.insert(entry.number) }
        }
        return entries.last { entry in
            entry.reverses == nil && reversals[entry.number] == nil
                && !bases.isDisjoint(with: entry.rests)
        }?.number
    }

    /// Sets a row that no entry wrote.
    func preset(_ register: Register, _ key: String, _ row: [String: String]) {
        versions[register, default: [:]][key] = (.object(row.mapValues(Canonical.text)), 0)
    }

    /// Sets a row as if another rule had written it.
    func preset(_ noun: some Registered) throws {
        versions[type(of: noun).register, default: [:]][noun.key] = (try Canonical(noun), 0)
    }

    /// Takes an entry in, as a book would.
    func apply(_ entry: Entry) {
        entries.append(entry)
        if let reversed = entry.reverses { reversals[reversed] = entry.number }
        for put in entry.puts {
            versions[put.register, default: [:]][put.key] = (put.row, entry.number)
        }
        for transfer in entry.transfers {
            move(transfer.debit, transfer.amount, isDebit: true, on: entry.date)
            move(transfer.credit, transfer.amount, isDebit: false, on: entry.date)
        }
    }

    private func move(_ account: Account, _ amount: Money, isDebit: Bool, on date: Day) {
        if names[account] == nil {
            names[account] = account.description
            byHead[account.head, default: []].insert(account)
        }
        movements[account, default: []].append(
            Movement(date: date, isDebit: isDebit, amount: amount))
        if isDebit {
            standingBalances[account, default: Balance()].debits += amount
        } else {
            standingBalances[account, default: Balance()].credits += amount
        }
    }

    /// Every account that is not nil: debits less credits, in pence.
    var signed: [Account: Int64] {
        standingBalances.compactMapValues { balance in
            let pence = balance.debits.pence - balance.credits.pence
            return pence == 0 ? nil : pence
        }
    }
}
