/// A record taken apart where its bytes lie; nothing of it is copied.
///
/// It takes the bytes that ``Entry/bytes`` writes, member by member in that order, and no others; so
/// what it has read is the whole of the record. Whether the names of accounts are names is for who
/// asks. A test holds it equal to the `Codable` form.
public struct RecordScan {
    /// Money moved, the accounts by their names.
    public struct Move: Sendable {
        /// How much, above nil.
        public let amount: Money
        /// The name of the account credited.
        public let credit: ScannedText
        /// The name of the account debited.
        public let debit: ScannedText
    }

    /// A row of a register as the entry leaves it.
    public struct Row: Sendable {
        /// Which register.
        public let register: Register
        /// Which row.
        public let key: ScannedText
        /// Where its canonical bytes stand; nil where it is taken out of use.
        public let row: Range<Int>?
        /// The entry that wrote the version before.
        public let was: Int?
    }

    /// The record's bytes, to which every text and row is a place.
    public let bytes: UnsafeRawBufferPointer
    /// The version of the record's form.
    public let format: Int
    /// The entry's number.
    public let number: Int
    /// The first entry of the same commit.
    public let batch: Int
    /// The version of the rules.
    public let rules: Int
    /// The entry that prepared it.
    public let prepared: Int?
    /// The entry it undoes.
    public let reverses: Int?
    /// The act's kind.
    public let kind: Kind
    /// The day it takes effect.
    public let date: Day
    /// Where its kind stands.
    public let kindText: ScannedText
    /// Where its date stands.
    public let dateText: ScannedText
    /// The book's id.
    public let book: ScannedText
    /// The clock when it was recorded.
    public let recordedAt: ScannedText
    /// Who acted.
    public let user: ScannedText
    /// Their login.
    public let login: ScannedText
    /// The second person.
    public let approver: ScannedText?
    /// Their login.
    public let approverLogin: ScannedText?
    /// The caller's key.
    public let key: ScannedText?
    /// What an auditor should see.
    public let flags: [Flag]
    /// The entries it stands on.
    public let rests: [Int]
    /// Money moved.
    public let moves: [Move]
    /// Rows written.
    public let rows: [Row]

    private static let kinds = NameTable(Kind.allCases)
    private static let flagNames = NameTable(Flag.allCases)
    private static let registers = NameTable(Register.allCases)

    /// Takes a record apart.
    ///
    /// - Parameter bytes: the record's, which must stay while this is looked at.
    /// - Throws: where they are not a record; damaged ones never trap.
    public init(_ bytes: UnsafeRawBufferPointer) throws {
        self.bytes = bytes
        var scan = CanonicalScanner(bytes)
        try scan.expect("{\"act\":")
        _ = try scan.tree(depth: 1)
        approver = try scan.textIfAny(",\"approver\":")
        approverLogin = try scan.textIfAny(",\"approverLogin\":")
        batch = try scan.number(",\"batch\":")
        book = try scan.text(",\"book\":")
        dateText = try scan.text(",\"date\":")
        date = try scan.day(dateText)
        _ = try scan.list(",\"documents\":") { scan in try scan.document() }
        flags = try scan.list(",\"flags\":") { scan in
            try scan.value(of: try scan.text(""), in: Self.flagNames)
        }
        format = try scan.number(",\"format\":")
        key = try scan.textIfAny(",\"key\":")
        kindText = try scan.text(",\"kind\":")
        kind = try scan.value(of: kindText, in: Self.kinds)
        login = try scan.text(",\"login\":")
        number = try scan.number(",\"number\":")
        prepared = try scan.numberIfAny(",\"prepared\":")
        rows = try scan.list(",\"puts\":") { scan in try Row(&scan, Self.registers) }
        recordedAt = try scan.text(",\"recordedAt\":")
        _ = try scan.textIfAny(",\"reference\":")
        rests = try scan.list(",\"rests\":") { scan in try scan.number("") }
        reverses = try scan.numberIfAny(",\"reverses\":")
        rules = try scan.number(",\"rules\":")
        moves = try scan.list(",\"transfers\":") { scan in try Move(&scan) }
        user = try scan.text(",\"user\":")
        try scan.expect("}")
        guard scan.isAtEnd else { throw Unreadable.outOfRange }
    }

    /// A text of the record.
    public func string(_ text: ScannedText) -> String {
        text.isPlain
            ? String(decoding: bytes[text.range], as: UTF8.self)
            : String(decoding: text.plain(in: bytes), as: UTF8.self)
    }

    /// Whether a text of the record is the same as another, byte by byte.
    public func holds(_ text: ScannedText, _ other: some Collection<UInt8>) -> Bool {
        text.isPlain
            ? bytes[text.range].elementsEqual(other)
            : text.plain(in: bytes).elementsEqual(other)
    }
}

extension RecordScan.Move {
    fileprivate init(_ scan: inout CanonicalScanner) throws {
        let text = try scan.text("{\"amount\":")
        credit = try scan.text(",\"credit\":")
        debit = try scan.text(",\"debit\":")
        try scan.expect("}")
        let digits = scan.bytes[text.range]
        guard digits.count <= 19, let first = digits.first, first != UInt8(ascii: "0") else {
            throw Unreadable.notANumber
        }
        var pence: UInt64 = 0
        for byte in digits {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else {
                throw Unreadable.notANumber
            }
            pence = pence * 10 + UInt64(byte - UInt8(ascii: "0"))
        }
        guard let pence = Int64(exactly: pence) else { throw Unreadable.outOfRange }
        amount = Money(pence: pence)
    }
}

extension RecordScan.Row {
    fileprivate init(_ scan: inout CanonicalScanner, _ registers: NameTable<Register>) throws {
        key = try scan.text("{\"key\":")
        register = try scan.value(of: try scan.text(",\"register\":"), in: registers)
        row = scan.take(",\"row\":") ? try scan.tree(depth: 3) : nil
        was = try scan.numberIfAny(",\"was\":")
        try scan.expect("}")
    }
}
