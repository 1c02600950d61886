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
    /// The accounts that match a pattern and are not nil, or were ever moved, in the order of their
    /// names' bytes.
    func accounts(_ pattern: Account, evenNil: Bool) throws -> [Account]
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
    private var versions: [Register: [String: Version?]] = [:]
    private var listed: [Register: [String: [String]]] = [:]
    private var read: Set<Int> = []
    private var supposed = Supposed()

    /// A row as it stands, and the entry that wrote it.
    private struct Version {
        let entry: Int
        var row: Row
    }

    /// What a row holds: a thing once it was asked for, and what it is read from before.
    private enum Row {
        case notInUse
        case unread(Canonical)
        case thing(any Registered)

        init(_ row: Canonical?) { self = row.map(Row.unread) ?? .notInUse }
    }

    /// What an act under judgement supposes done before the rest of it.
    private struct Supposed {
        var moved: [Account: Balance] = [:]
        var rows: [Register: [String: Canonical?]] = [:]
    }

    /// Creates facts that come from a source.
    public init(_ source: any FactSource) { self.source = source }

    /// How many bytes all that is known takes, about; who records much begins anew where it is much.
    public private(set) var size = 0

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

    private func version(_ register: Register, _ key: String) throws(Stop) -> Version? {
        if let known = versions[register]?[key] { return known }
        guard let found = try reading({ try source.row(register, key) }) else {
            keep(nil, register, key)
            return nil
        }
        let version = Version(entry: found.entry, row: Row(found.row))
        keep(version, register, key)
        return version
    }

    private func keep(_ version: Version?, _ register: Register, _ key: String) {
        versions[register, default: [:]][key] = .some(version)
        size += 100
        if case .unread(let row) = version?.row { size += row.size }
    }

    /// A thing by its key, or nil; the entry under judgement then rests on the one that wrote it.
    public func find<Noun: Registered>(_ type: Noun.Type, _ key: String) throws(Stop) -> Noun? {
        if let found = try version(Noun.register, key) {
            if case .notInUse = found.row {} else { read.insert(found.entry) }
        }
        return try look(type, key)
    }

    /// A thing by its key, or nil; nothing comes to rest on it.
    public func look<Noun: Registered>(_ type: Noun.Type, _ key: String) throws(Stop) -> Noun? {
        if let changed = supposed.rows[Noun.register]?[key] {
            return try changed.map { row throws(Stop) in try read(row) }
        }
        guard let found = try version(Noun.register, key) else { return nil }
        switch found.row {
        case .notInUse: return nil
        case .thing(let thing): return thing as? Noun
        case .unread(let row):
            let thing: Noun = try read(row)
            versions[Noun.register]?[key] = Version(entry: found.entry, row: .thing(thing))
            return thing
        }
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
        size += found.reduce(100) { $0 + 32 + $1.utf8.count }
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
        guard let supposed = supposed.rows[Noun.register] else { return things }
        let known = Set(things.map(\.key))
        for (key, row) in supposed where key.hasPrefix(prefix) && !known.contains(key) {
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
        try reading { try source.balance(account) }
    }

    /// The balance of an account in its head's normal direction, with what is supposed done.
    public func amount(_ account: Account) throws(Stop) -> Money {
        let held = try balance(account).normal(account.head)
        guard let moved = supposed.moved[account] else { return held }
        return held + moved.normal(account.head)
    }

    /// The accounts that match a pattern and are not nil, in the order of their names.
    public func accounts(_ pattern: Account) throws(Stop) -> [Account] {
        var found = try reading { try source.accounts(pattern, evenNil: false) }
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
        for put in entry.puts {
            keep(Version(entry: entry.number, row: Row(put.row)), put.register, put.key)
            if put.was == nil { listed[put.register] = nil }
        }
    }
}

extension Canonical {
    /// How many bytes it takes in memory, about.
    fileprivate var size: Int {
        switch self {
        case .text(let text): 16 + (text.utf8.count > 15 ? 32 + text.utf8.count : 0)
        case .number: 16
        case .list(let items): items.reduce(48) { $0 + $1.size }
        case .object(let fields): fields.values.reduce(64) { $0 + 32 + $1.size }
        }
    }
}
