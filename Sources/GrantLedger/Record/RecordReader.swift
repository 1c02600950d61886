/// Reads records one after another straight out of their trees, and remembers the accounts it met.
///
/// It takes what `Codable` takes and nothing more: a member that a record does not hold is an error.
/// A test holds it equal to the `Codable` form. Names are told apart as Swift compares text, so who
/// must be sure of the bytes writes the entry again.
public struct RecordReader: Sendable {
    /// An account and the one spelling of its name.
    public struct Known: Sendable {
        /// As records have it.
        public let name: String
        /// What it names.
        public let account: Account
    }

    /// Where the two accounts of a transfer stand among those known.
    public struct Move: Hashable, Sendable {
        /// The account debited.
        public let debit: Int
        /// The account credited.
        public let credit: Int
    }

    /// The accounts in the order in which they were first met.
    public private(set) var known: [Known] = []
    /// The accounts of the entry read last, a move a transfer.
    public private(set) var moves: [Move] = []

    private var places: [String: Int] = [:]

    /// Creates a reader that knows no account yet.
    public init() {}

    /// Reads the entry of a record.
    ///
    /// - Throws: where the tree is not a record; a damaged one never traps.
    public mutating func entry(_ tree: Canonical) throws -> Entry {
        var fields = try RecordFields(tree)
        moves.removeAll(keepingCapacity: true)
        let transfers = try fields.list("transfers").map { try transfer($0) }
        let entry = try Entry(&fields, transfers: transfers)
        try fields.end()
        return entry
    }

    private mutating func transfer(_ tree: Canonical) throws -> Transfer {
        var fields = try RecordFields(tree)
        let debit = try place(of: try fields.text("debit"))
        let credit = try place(of: try fields.text("credit"))
        let amount = try fields.text("amount")
        try fields.end()
        guard let pence = Int64(amount), String(pence) == amount, pence > 0,
            known[debit].account.head.traits.set == known[credit].account.head.traits.set
        else { throw Unreadable.outOfRange }
        moves.append(Move(debit: debit, credit: credit))
        return Transfer(
            debit: known[debit].account, credit: known[credit].account, Money(pence: pence))
    }

    private mutating func place(of name: String) throws -> Int {
        if let place = places[name] { return place }
        guard let account = Account(name) else { throw Unreadable.outOfRange }
        known.append(Known(name: name, account: account))
        places[name] = known.count - 1
        return known.count - 1
    }
}

extension Entry {
    fileprivate init(_ fields: inout RecordFields, transfers: [Transfer]) throws {
        self.transfers = transfers
        format = try fields.number("format")
        number = try fields.number("number")
        batch = try fields.number("batch")
        book = try fields.text("book")
        kind = try fields.value("kind", Kind.init(rawValue:))
        rules = try fields.number("rules")
        date = try fields.value("date") { Day($0) }
        recordedAt = try fields.text("recordedAt")
        user = try fields.text("user")
        login = try fields.text("login")
        approver = try fields.textIfAny("approver")
        approverLogin = try fields.textIfAny("approverLogin")
        prepared = try fields.numberIfAny("prepared")
        reverses = try fields.numberIfAny("reverses")
        key = try fields.textIfAny("key")
        reference = try fields.textIfAny("reference")
        documents = try fields.list("documents").map(Document.init(record:))
        flags = try fields.list("flags").map { tree in
            guard case .text(let name) = tree, let flag = Flag(rawValue: name) else {
                throw Unreadable.outOfRange
            }
            return flag
        }
        rests = try fields.list("rests").map { tree in
            guard case .number(let number) = tree else { throw Unreadable.notANumber }
            return number
        }
        act = try fields.tree("act")
        puts = try fields.list("puts").map(Put.init(record:))
    }
}

extension Document {
    fileprivate init(record tree: Canonical) throws {
        var fields = try RecordFields(tree)
        self.init(
            name: try fields.text("name"), size: try fields.numberIfAny("size"),
            sha256: try fields.textIfAny("sha256"), row: try fields.numberIfAny("row"))
        try fields.end()
    }
}

extension Put {
    fileprivate init(record tree: Canonical) throws {
        var fields = try RecordFields(tree)
        self.init(
            register: try fields.value("register", Register.init(rawValue:)),
            key: try fields.text("key"), row: fields.treeIfAny("row"),
            was: try fields.numberIfAny("was"))
        try fields.end()
    }
}

/// The members of an object, each to be taken once.
private struct RecordFields {
    private let fields: [String: Canonical]
    private var taken = 0

    init(_ tree: Canonical) throws {
        guard case .object(let fields) = tree else { throw Unreadable.notAnObject }
        self.fields = fields
    }

    /// That nothing is left which was not taken.
    func end() throws {
        guard taken == fields.count else { throw Unreadable.outOfRange }
    }

    mutating func treeIfAny(_ key: String) -> Canonical? {
        guard let tree = fields[key] else { return nil }
        taken += 1
        return tree
    }

    mutating func tree(_ key: String) throws -> Canonical {
        guard let tree = treeIfAny(key) else { throw Unreadable.missing(key) }
        return tree
    }

    mutating func textIfAny(_ key: String) throws -> String? {
        guard let tree = treeIfAny(key) else { return nil }
        guard case .text(let text) = tree else { throw Unreadable.notText }
        return text
    }

    mutating func text(_ key: String) throws -> String {
        guard let text = try textIfAny(key) else { throw Unreadable.missing(key) }
        return text
    }

    mutating func numberIfAny(_ key: String) throws -> Int? {
        guard let tree = treeIfAny(key) else { return nil }
        guard case .number(let number) = tree else { throw Unreadable.notANumber }
        return number
    }

    mutating func number(_ key: String) throws -> Int {
        guard let number = try numberIfAny(key) else { throw Unreadable.missing(key) }
        return number
    }

    mutating func value<Value>(_ key: String, _ read: (String) -> Value?) throws -> Value {
        guard let value = read(try text(key)) else { throw Unreadable.outOfRange }
        return value
    }

    mutating func list(_ key: String) throws -> [Canonical] {
        guard case .list(let items) = try tree(key) else { throw Unreadable.notAList }
        return items
    }
}
