import GrantLedger

/// An account as the records leave it, in as few bytes as can be: a book has millions.
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

/// The accounts that records have moved, in the order of their first transfer.
///
/// They lie in pieces that never move, so that growing takes no second copy.
struct RebuiltAccounts {
    private static let piece = 65_536

    private var pieces: [[RebuiltAccount]] = []
    /// How many there are.
    private(set) var count = 0
    /// Where each lies by its id in the book; nil while ids are 1, 2, 3 … in that order.
    private var places: [Int: Int]?

    subscript(place: Int) -> RebuiltAccount {
        get { pieces[place / Self.piece][place % Self.piece] }
        _modify { yield &pieces[place / Self.piece][place % Self.piece] }
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
        pieces[pieces.count - 1].append(RebuiltAccount(pool: pool))
        count += 1
        return count - 1
    }
}
