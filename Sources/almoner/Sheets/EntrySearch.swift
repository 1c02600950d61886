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
        let owner = try about.flatMap { try Self.isOwner($0, reading) ? $0 : nil }
        let filter = EntryFilter(
            kinds: kind.map { [$0] }, owner: owner, from: from, to: to)
        var found: [Entry] = []
        var after = 0
        while true {
            let slice = try reading.reader.entries(matching: filter, after: after)
            guard let last = slice.last else { break }
            after = last.entry.number
            found += slice.map(\.entry).filter { entry in
                owner != nil || (about.map { Self.names(entry, $0) } ?? true)
            }
            if let newest, found.count > newest { found.removeFirst(found.count - newest) }
        }
        return found
    }

    /// Whether a thing has accounts of its own; others are found in the keys of accounts and in what was asked.
    private static func isOwner(_ code: Code, _ reading: Reading) throws -> Bool {
        if try reading.facts.find(Award.self, code) != nil { return true }
        if try reading.facts.find(Bid.self, code) != nil { return true }
        if try reading.facts.find(Grant.self, code) != nil { return true }
        if try reading.facts.find(Fund.self, code) != nil { return false }
        if try reading.facts.find(Round.self, code) != nil { return false }
        if try reading.facts.find(OwnBid.self, code) != nil { return false }
        if try reading.facts.find(Claim.self, code) != nil { return false }
        if try reading.facts.find(Person.self, code) != nil { return false }
        _ = try reading.known(Organisation.self, code)
        return false
    }

    private static func names(_ entry: Entry, _ code: Code) -> Bool {
        if entry.puts.contains(where: { $0.key == code.description }) { return true }
        let isInKey = entry.transfers.contains { transfer in
            [transfer.debit, transfer.credit].contains { account in
                account.fund == code || account.round == code || account.organisation == code
                    || account.claim == code
            }
        }
        return isInKey || asks(entry.act, code.description)
    }

    private static func asks(_ tree: Canonical, _ code: String) -> Bool {
        switch tree {
        case .text(let text): text == code
        case .number: false
        case .list(let items): items.contains { asks($0, code) }
        case .object(let fields): fields.values.contains { asks($0, code) }
        }
    }
}
