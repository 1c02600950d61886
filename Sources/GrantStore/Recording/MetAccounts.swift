import GRDB
import GrantLedger

/// The accounts that a commit in the making has met: each is read once, and moved as its entries move it.
///
/// Rules read the book through it, so that what they ask of an account is not asked of SQLite again
/// by the entry that moves it. All accounts that an award, bid or grant has under a head are read where
/// some of them are asked for.
final class MetAccounts {
    /// An account's row as it stands; without an id where no transfer has opened it yet.
    struct Met {
        let account: Account
        /// What records and the book call it.
        let name: String
        private(set) var id: Int64?
        private(set) var pool: Int64 = 0
        private(set) var balance = Balance()
        /// The latest date of any entry that moved it.
        private(set) var latest: Day?

        init(_ account: Account, name: String) { (self.account, self.name) = (account, name) }

        /// Takes what the book's row says: id, pool, debits, credits, date.
        fileprivate mutating func read(_ row: RawStatement) throws {
            id = Int64(try row.whole(0))
            pool = Int64(try row.whole(1))
            balance = try Reader.balance(try row.whole(2), try row.whole(3))
            latest = Day(String(decoding: try row.text(4), as: UTF8.self))
        }

        /// Takes the row that the book has now given it.
        fileprivate mutating func open(id: Int64, pool: Int64) { (self.id, self.pool) = (id, pool) }

        /// Takes a debit or a credit of an entry dated on a day.
        mutating func move(_ amount: Money, debit: Bool, on date: Day) {
            if debit { balance.debits += amount } else { balance.credits += amount }
            latest = max(latest ?? date, date)
        }
    }

    private let finding: RawStatement
    private let listing: RawStatement
    private var places: [Account: Int] = [:]
    private var met: [Met] = []
    /// Those of an award, bid or grant under a head that the book has, once they were asked for.
    private var owned: [Owned: [Int]] = [:]

    private struct Owned: Hashable {
        let owner: Code
        let head: Head
    }

    init(_ db: Database) throws {
        let columns = "id, pool, debits, credits, date"
        finding = try RawStatement(db, "SELECT \(columns) FROM account WHERE name = ?")
        listing = try RawStatement(
            db, "SELECT \(columns), name FROM account WHERE owner = ? AND head = ?")
    }

    subscript(place: Int) -> Met {
        get { met[place] }
        _modify { yield &met[place] }
    }

    /// How many bytes all that is kept takes, about.
    var size: Int { met.count * 500 }

    /// Where an account is kept, read from the book where it is met for the first time.
    func place(of account: Account) throws -> Int {
        if let place = places[account] { return place }
        var found = Met(account, name: account.description)
        finding.bind(found.name)
        defer { finding.reset() }
        if try finding.step() { try found.read(finding) }
        return keep(found)
    }

    /// Takes the row that the book has given an account with its first transfer.
    func open(_ place: Int, id: Int64, pool: Int64) {
        met[place].open(id: id, pool: pool)
        let account = met[place].account
        guard let owner = account.owner else { return }
        owned[Owned(owner: owner, head: account.head)]?.append(place)
    }

    /// The accounts of an award, bid or grant that match a pattern and are not nil, or were ever moved,
    /// in the order of their names' bytes.
    func accounts(
        of owner: Code, matching pattern: Account, evenNil: Bool
    ) throws -> [Account] {
        let asked = Owned(owner: owner, head: pattern.head)
        return try (owned[asked] ?? list(asked)).map { met[$0] }
            .filter { evenNil || $0.balance.debits != $0.balance.credits }
            .filter { $0.account.matches(pattern) }
            .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }.map(\.account)
    }

    private func list(_ asked: Owned) throws -> [Int] {
        var places: [Int] = []
        listing.bind(asked.owner.description, asked.head.rawValue)
        defer { listing.reset() }
        while try listing.step() {
            let name = try Reader.validated(try listing.text(5))
            let account = try Reader.account(name)
            var found = Met(account, name: name)
            try found.read(listing)
            places.append(self.places[account] ?? keep(found))
        }
        owned[asked] = places
        return places
    }

    private func keep(_ found: Met) -> Int {
        met.append(found)
        places[found.account] = met.count - 1
        return met.count - 1
    }

    /// Forgets all of them.
    func forget() {
        places.removeAll()
        met.removeAll()
        owned.removeAll()
    }
}
