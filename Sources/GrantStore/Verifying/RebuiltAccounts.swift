import GrantLedger

/// An account as the records leave it.
struct RebuiltAccount {
    var debits: Int64 = 0
    var credits: Int64 = 0
    /// The last transfer that moved it.
    var entry: UInt32 = 0
    var line: UInt32 = 0
    /// The latest date of any entry that moved it: `20190405`.
    var date: Int32 = 0
    /// The number of its pool.
    let pool: Int32

    init(pool: Int32) { self.pool = pool }
}

/// An account in twenty bytes, where its figures are as small as those of nearly all are: a book has
/// millions.
private struct SmallAccount {
    let debits: UInt32
    let credits: UInt32
    let entry: UInt32
    let line: UInt16
    /// Years after 1970, month and day in seven, four and five bits; nil where nothing has moved it.
    let date: UInt16
    let pool: Int32

    /// One that nothing has moved.
    init(pool: Int32) {
        (debits, credits, entry, line, date) = (0, 0, 0, 0, 0)
        self.pool = pool
    }

    /// Nil where a figure is too great.
    init?(_ account: RebuiltAccount) {
        guard let debits = UInt32(exactly: account.debits),
            let credits = UInt32(exactly: account.credits),
            let line = UInt16(exactly: account.line),
            let date = Self.packed(account.date)
        else { return nil }
        (self.debits, self.credits, self.line, self.date) = (debits, credits, line, date)
        (entry, pool) = (account.entry, account.pool)
    }

    var whole: RebuiltAccount {
        var account = RebuiltAccount(pool: pool)
        (account.debits, account.credits) = (Int64(debits), Int64(credits))
        (account.entry, account.line) = (entry, UInt32(line))
        account.date = Self.compact(date)
        return account
    }

    private static func packed(_ compact: Int32) -> UInt16? {
        guard compact != 0 else { return 0 }
        let (years, month, day) = (compact / 10_000 - 1_970, compact / 100 % 100, compact % 100)
        guard (0..<128).contains(years) else { return nil }
        return UInt16(years << 9 | month << 5 | day)
    }

    private static func compact(_ packed: UInt16) -> Int32 {
        guard packed != 0 else { return 0 }
        let date = Int32(packed)
        return (date >> 9 + 1_970) * 10_000 + (date >> 5 & 15) * 100 + date & 31
    }
}

/// The accounts that records have moved, in the order of their first transfer.
///
/// They lie in pieces that never move, so that growing takes no second copy.
struct RebuiltAccounts {
    private static let piece = 65_536

    private var pieces: [[SmallAccount]] = []
    /// Those whose figures are too great for twenty bytes, by their places.
    private var great: [Int: RebuiltAccount] = [:]
    /// How many there are.
    private(set) var count = 0
    /// Where each lies by its id in the book; nil while ids are 1, 2, 3 … in that order.
    private var places: [Int: Int]?

    subscript(place: Int) -> RebuiltAccount {
        get { great[place] ?? pieces[place / Self.piece][place % Self.piece].whole }
        set {
            if let small = SmallAccount(newValue) {
                pieces[place / Self.piece][place % Self.piece] = small
                if !great.isEmpty { great[place] = nil }
            } else {
                great[place] = newValue
            }
        }
    }

    /// Where the account with an id lies; nil where no record has moved it.
    func place(ofID id: Int) -> Int? {
        if let places { return places[id] }
        return id >= 1 && id <= count ? id - 1 : nil
    }

    /// The id of the account that lies at a place.
    func id(at place: Int) -> Int? {
        guard let places else { return place + 1 }
        return places.first { $0.value == place }?.key
    }

    /// Adds the next one.
    mutating func open(id: Int, pool: Int32) -> Int {
        if id != count + 1, places == nil {
            places = Dictionary(uniqueKeysWithValues: (0..<count).map { ($0 + 1, $0) })
        }
        places?[id] = count
        if count % Self.piece == 0 {
            pieces.append([])
            pieces[pieces.count - 1].reserveCapacity(Self.piece)
        }
        pieces[pieces.count - 1].append(SmallAccount(pool: pool))
        count += 1
        return count - 1
    }
}
