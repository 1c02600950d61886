import GRDB
import GrantLedger

/// The accounts that a commit in the making has met: each is read once, and moved as its entries move it.
///
/// Rules read the book through it, so that what they ask of an account is not asked of SQLite again
/// by the entry that moves it.
final class MetAccounts {
    /// An account's row as it stands; without an id where no transfer has opened it yet.
    struct Met {
        /// What records and the book call it.
        let name: String
        var id: Int64?
        var pool: Int64 = 0
        var balance = Balance()
        /// The latest date of any entry that moved it.
        var latest: Day?

        /// Takes a debit or a credit of an entry dated on a day.
        mutating func move(_ amount: Money, debit: Bool, on date: Day) {
            if debit { balance.debits += amount } else { balance.credits += amount }
            latest = max(latest ?? date, date)
        }
    }

    private let finding: RawStatement
    private var places: [Account: Int] = [:]
    private var met: [Met] = []

    init(_ db: Database) throws {
        finding = try RawStatement(
            db, "SELECT id, pool, debits, credits, date FROM account WHERE name = ?")
    }

    subscript(place: Int) -> Met {
        get { met[place] }
        _modify { yield &met[place] }
    }

    /// How many are kept.
    var count: Int { met.count }

    /// Where an account is kept, read from the book where it is met for the first time.
    func place(of account: Account) throws -> Int {
        if let place = places[account] { return place }
        met.append(try read(account.description))
        places[account] = met.count - 1
        return met.count - 1
    }

    private func read(_ name: String) throws -> Met {
        var found = Met(name: name)
        finding.bind(name)
        defer { finding.reset() }
        guard try finding.step() else { return found }
        found.id = Int64(try finding.whole(0))
        found.pool = Int64(try finding.whole(1))
        let (debits, credits) = (try finding.whole(2), try finding.whole(3))
        found.balance = try Reader.balance(debits, credits)
        found.latest = Day(String(decoding: try finding.text(4), as: UTF8.self))
        return found
    }

    /// Forgets all of them.
    func forget() {
        places.removeAll()
        met.removeAll()
    }
}
