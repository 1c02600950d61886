import GrantExchange
import GrantLedger
import GrantStore

/// The journal as an import asks it.
struct BookJournal: ImportJournal {
    let reader: Reader

    func entry(under key: String) throws -> Entry? { try reader.entry(under: key) }

    func reversal(of number: Int) throws -> Int? { try reader.reversal(of: number) }

    func entry(_ number: Int) throws -> Entry? { try reader.entry(number) }

    func entries(_ kinds: Set<Kind>, from: Day, to: Day) throws -> [Entry] {
        guard from <= to else { return [] }
        return try reader.entries(of: kinds, dated: from...to)
            .filter { try reader.reversal(of: $0.number) == nil }
    }

    func writer(of register: Register, _ key: String) throws -> Int? {
        try reader.row(register, key)?.entry
    }

    func bankMoves(from: Day, to: Day) throws -> [BankMove] {
        try reader.bankMoves(from: from, to: to)
    }
}
