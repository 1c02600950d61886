/// Where facts come from: the book, inside the transaction that will write the entry.
public protocol FactSource {
    /// A row of a register as it stands, with the entry that last wrote it; no row where a reversal
    /// took it out of use.
    func row(_ register: Register, _ key: String) throws -> (row: Canonical?, entry: Int)?
    /// The keys of a register's rows that begin with a text, in the order of their bytes, in use or
    /// not.
    func keys(_ register: Register, prefix: String) throws -> [String]
    /// What has moved through an account.
    func balance(_ account: Account) throws -> Balance
    /// The lowest normal balance an account has at the end of any day from the given one on; nil
    /// where no entry that moved it is dated after that day, so that the balance now is the lowest.
    func lowest(_ account: Account, from date: Day) throws -> Money?
    /// The accounts that match a pattern and are not nil, in the order of their names' bytes.
    func accounts(_ pattern: Account) throws -> [Account]
    /// An entry already in the journal.
    func entry(_ number: Int) throws -> Entry?
    /// The entry that reverses an entry, if one does.
    func reversal(of number: Int) throws -> Int?
    /// The newest entry that stands on an entry, if there is one: it rests on it, or on a reversal
    /// that rests on it, and is neither reversed nor itself a reversal.
    func standing(on number: Int) throws -> Int?
    /// The number the next entry will have.
    var nextNumber: Int { get }
}

/// What the rules may know, read when first asked for and kept while a batch lasts.
///
/// A class, because asking fills it. It lives inside one write transaction and is thrown away with
/// it.
public final class Facts {
    let source: any FactSource
    var balances: [Account: Balance] = [:]
    private var rows: [Register: [String: (row: Canonical?, entry: Int)?]] = [:]
    private var things: [Register: [String: any Registered]] = [:]
    private var listed: [Register: [String: [String]]] = [:]
    private var read: Set<Int> = []
    private var supposed = Supposed()

    /// What an act under judgement supposes done before the rest of it.
    private struct Supposed {
        var moved: [Account: Balance] = [:]
        var rows: [Register: [String: Canonical?]] = [:]
    }

    /// Creates facts that come from a source.
    public init(_ source: any FactSource) { self.source = source }

    /// How much is known.
    ///
    /// Balances and keys each count one, a row ten. Who records much begins anew
    /// where it is much.
    public private(set) var known = 0

    /// The number the entry under judgement will have.
    public var nextNumber: Int { source.nextNumber }

    /// The entries whose rows have been read since the act began, ascending.
    var rests: [Int] { read.sorted() }

    /// Forgets what the act before has read; what it wrote stays known.
    func begin() {
        read.removeAll(keepingCapacity: true)
        endSupposing()
    }

    /// Goes back to what the book holds, once a rule has said what it posts.
    func endSupposing() { supposed = Supposed() }

    /// Supposes part of an act done, so that the rest of its rule reads what then stands.
    ///
    /// Floors are still judged on what the book holds, over all that the act posts.
    func suppose(_ posting: Posting) throws(Stop) {
        for transfer in posting.transfers {
            for (account, isDebit) in [(transfer.debit, true), (transfer.credit, false)] {
                let moved = supposed.moved[account] ?? Balance()
                guard let next = moved.moved(by: transfer.amount, debit: isDebit) else {
                    throw .refused(.tooLarge(transfer.amount))
                }
                supposed.moved[account] = next
            }
        }
        for put in posting.puts { supposed.rows[put.register, default: [:]][put.key] = put.row }
    }

    func reading<T>(_ body: () throws -> T) throws(Stop) -> T {
        do { return try body() } catch { throw .unreadable(error) }
    }

    private func version(_ register: Register, _ key: String) throws(Stop) -> (
        row: Canonical?, entry: Int
    )? {
        if let known = rows[register]?[key] { return known }
        let found = try reading { try source.row(register, key) }
        keep(found, register, key)
        return found
    }

    private func keep(
        _ version: (row: Canonical?, entry: Int)?, _ register: Register, _ key: String
    ) {
        let before = rows[register, default: [:]].updateValue(version, forKey: key)
        if before == nil { known += 10 }
    }

    /// A thing by its key, or nil; the entry under judgement then rests on the one that wrote it.
    public func find<Noun: Registered>(_ type: Noun.Type, _ key: String) throws(Stop) -> Noun? {
        let found = try version(Noun.register, key)
        if let found, found.row != nil { read.insert(found.entry) }
        return try look(type, key)
    }

    /// A thing by its key, or nil; nothing comes to rest on it.
    public func look<Noun: Registered>(_ type: Noun.Type, _ key: String) throws(Stop) -> Noun? {
        if let changed = supposed.rows[Noun.register]?[key] {
            return try changed.map { row throws(Stop) in try read(row) }
        }
        if let known = things[Noun.register]?[key] as? Noun { return known }
        guard let row = try version(Noun.register, key)?.row else { return nil }
        let thing: Noun = try read(row)
        things[Noun.register, default: [:]][key] = thing
        return thing
    }

    private func read<Noun: Registered>(_ row: Canonical) throws(Stop) -> Noun {
        try reading { try row.value(Noun.self) }
    }

    /// A thing by its code, or nil.
    public func find<Noun: Coded>(_ type: Noun.Type, _ code: Code) throws(Stop) -> Noun? {
        try find(type, code.description)
    }

    private func keys(_ register: Register, _ prefix: String) throws(Stop) -> [String] {
        if let known = listed[register]?[prefix] { return known }
        let found = try reading { try source.keys(register, prefix: prefix) }
        listed[register, default: [:]][prefix] = found
        known += 1 + found.count
        return found
    }

    /// The things whose key begins with a text, in the order of their keys.
    ///
    /// Nothing comes to rest on them.
    public func all<Noun: Registered>(_ type: Noun.Type, prefix: String = "") throws(Stop) -> [Noun]
    {
        var things: [Noun] = []
        for key in try keys(Noun.register, prefix) {
            if let thing = try look(type, key) { things.append(thing) }
        }
        let known = Set(things.map(\.key))
        for (key, row) in supposed.rows[Noun.register] ?? [:]
        where key.hasPrefix(prefix) && !known.contains(key) {
            if let row { things.append(try read(row)) }
        }
        return things
    }

    /// The put that makes a thing stand as given; the entry rests on the one that wrote it before.
    public func put<Noun: Registered>(_ thing: Noun) throws(Stop) -> Put {
        let before = try version(Noun.register, thing.key)
        if let before { read.insert(before.entry) }
        let row = try reading { try Canonical(thing) }
        return Put(register: Noun.register, key: thing.key, row: row, was: before?.entry)
    }

    /// What has moved through an account, with what this batch has already moved.
    public func balance(_ account: Account) throws(Stop) -> Balance {
        if let known = balances[account] { return known }
        let found = try reading { try source.balance(account) }
        balances[account] = found
        known += 1
        return found
    }

    /// The balance of an account in its head's normal direction, with what is supposed done.
    public func amount(_ account: Account) throws(Stop) -> Money {
        let held = try balance(account).normal(account.head)
        guard let moved = supposed.moved[account] else { return held }
        return held + moved.normal(account.head)
    }

    /// The accounts that match a pattern and are not nil, in the order of their names.
    public func accounts(_ pattern: Account) throws(Stop) -> [Account] {
        var found = try reading { try source.accounts(pattern) }
        let moved = supposed.moved.keys.filter(pattern.isMatched)
        guard !moved.isEmpty else { return found }
        found = Array(Set(found).union(moved))
            .sorted { $0.description.utf8.lexicographicallyPrecedes($1.description.utf8) }
        var left: [Account] = []
        for account in found where try amount(account) != .zero { left.append(account) }
        return left
    }

    /// An entry already in the journal.
    public func entry(_ number: Int) throws(Stop) -> Entry? {
        try reading { try source.entry(number) }
    }

    /// The entry that reverses an entry, if one does.
    public func reversal(of number: Int) throws(Stop) -> Int? {
        try reading { try source.reversal(of: number) }
    }

    /// The newest entry that stands on an entry, if one does.
    public func standing(on number: Int) throws(Stop) -> Int? {
        try reading { try source.standing(on: number) }
    }

    /// The entry that wrote the row as it stands that a put is of.
    func writer(of put: Put) throws(Stop) -> Int? { try version(put.register, put.key)?.entry }

    /// Makes the entry under judgement rest on another.
    func rest(on number: Int) { read.insert(number) }

    /// Takes an entry's rows into what is known, so that the next act of the batch sees them.
    public func take(_ entry: Entry) {
        for transfer in entry.transfers {
            take(transfer.debit, transfer.amount, isDebit: true)
            take(transfer.credit, transfer.amount, isDebit: false)
        }
        for put in entry.puts {
            keep((put.row, entry.number), put.register, put.key)
            things[put.register]?[put.key] = nil
            if put.was == nil { listed[put.register] = nil }
        }
    }

    private func take(_ account: Account, _ amount: Money, isDebit: Bool) {
        guard let known = balances[account] else { return }
        balances[account] = known.moved(by: amount, debit: isDebit)
    }
}
