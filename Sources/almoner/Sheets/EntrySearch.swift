import GrantLedger
import GrantStore

/// Which entries are wanted.
struct EntrySearch {
    var about: Code?
    var kind: Kind?
    var from: Day?
    var to: Day?
    var newest: Int?

    /// The entries found, in the order they were recorded; the newest so many where that is limited.
    func entries(_ reading: Reading) throws -> [Entry] {
        var found: [Entry] = []
        var number = reading.reader.newest
        while number > 0, newest.map({ found.count < $0 }) ?? true {
            if let entry = try reading.facts.entry(number), takes(entry) { found.append(entry) }
            number -= 1
        }
        return found.reversed()
    }

    private func takes(_ entry: Entry) -> Bool {
        (kind.map { $0 == entry.kind } ?? true) && (from.map { $0 <= entry.date } ?? true)
            && (to.map { $0 >= entry.date } ?? true) && (about.map { Self.names(entry, $0) } ?? true)
    }

    private static func names(_ entry: Entry, _ code: Code) -> Bool {
        let text = code.description
        if entry.puts.contains(where: { $0.key == text || $0.key.hasPrefix(text + "#") }) { return true }
        return entry.transfers.contains { transfer in
            [transfer.debit, transfer.credit].contains { account in
                [account.award, account.bid, account.grant, account.round, account.fund]
                    .contains { $0 == code }
            }
        }
    }
}
