/// What an imported file is about.
public enum ImportKind: String, Codable, CaseIterable, Sendable {
    case bids, awards, payments, returns, costs, bank
}

/// How a source lays its files out, so that the next one is read without asking.
public struct ImportProfile: Coded {
    /// The register of import profiles.
    public static let register = Register.importProfile
    /// As prose has it.
    public static let noun = "import profile"

    /// In which order a date like 5/4/2019 has its parts.
    public enum DateOrder: String, Codable, CaseIterable, Sendable { case dmy, mdy, ymd }

    /// Which sign money that leaves the office has.
    public enum Sign: String, Codable, CaseIterable, Sendable {
        /// Money out is negative, money in positive.
        case outNegative = "out-negative"
        /// Money out is positive, money in negative.
        case outPositive = "out-positive"
        /// Two columns, one for money out and one for money in.
        case twoColumns = "two-columns"
    }

    /// Where a fact of a row stands.
    public struct Field: Hashable, Codable, Sendable {
        /// The fact, as the command's flag has it: `applicant`, `amount`, `reference`.
        public var name: Note
        /// The heading of its column; absent where every row has the same value.
        public var heading: Note?
        /// The value of every row; absent where a column has it.
        public var value: Note?

        /// Creates a field.
        public init(name: Note, heading: Note? = nil, value: Note? = nil) {
            (self.name, self.heading, self.value) = (name, heading, value)
        }
    }

    /// Its code.
    public var code: Code
    /// What its files are about.
    public var kind: ImportKind
    /// Where each fact stands.
    public var fields: [Field]
    /// The fact that tells a row from every other: the bank's or the system's own reference.
    ///
    /// Absent where rows have none, and are then told apart by all they say.
    public var unique: Note?
    /// What parts the columns of a text: `,`, `;`, `tab` or `|`; absent for a workbook.
    public var delimiter: Note?
    /// The sheet of a workbook; absent for its first.
    public var sheet: Note?
    /// The row its headings stand in, 1 for the first.
    public var headingRow: Int
    /// How its dates are written.
    public var dates: DateOrder
    /// How its amounts are signed.
    public var sign: Sign

    /// Creates a profile.
    ///
    /// - Parameters:
    ///   - code: its code.
    ///   - kind: what its files are about.
    ///   - fields: where each fact stands.
    ///   - unique: the fact that tells a row from every other, if there is one.
    ///   - delimiter: what parts the columns of a text.
    ///   - sheet: the sheet of a workbook.
    ///   - headingRow: the row its headings stand in.
    ///   - dates: how its dates are written.
    ///   - sign: how its amounts are signed.
    public init(
        code: Code, kind: ImportKind, fields: [Field], unique: Note? = nil,
        delimiter: Note? = nil, sheet: Note? = nil, headingRow: Int = 1, dates: DateOrder = .dmy,
        sign: Sign = .outPositive
    ) {
        self.code = code
        self.kind = kind
        self.fields = fields
        self.unique = unique
        self.delimiter = delimiter
        self.sheet = sheet
        self.headingRow = headingRow
        self.dates = dates
        self.sign = sign
    }
}

/// A file that was taken in.
public struct ImportedFile: Registered {
    /// The register of imported files.
    public static let register = Register.importedFile
    /// As prose has it.
    public static let noun = "imported file"
    /// The entry that began it, `12`.
    public var key: String { "\(number)" }

    /// The entry that began it; the rows follow it in the same commit.
    public var number: Int
    /// What it was about.
    public var kind: ImportKind
    /// How it was read.
    public var profile: Code
    /// The file's name.
    public var file: Note
    /// The file's SHA-256, 64 hexadecimal digits.
    public var sha256: Note
    /// How many rows of data it has.
    public var rows: Int
    /// How many of them are recorded with it.
    public var recorded: Int
    /// How many were seen before.
    public var seen: Int
    /// How many wait for a person.
    public var setAside: Int
    /// What its amounts come to, seen before or not; absent where it has none.
    public var total: Money?
}

/// A row that may be what the book already has, and waits for a person.
public struct SetAsideRow: Registered {
    /// The register of rows set aside.
    public static let register = Register.setAsideRow
    /// As prose has it.
    public static let noun = "row set aside"
    /// The entry that set it aside, `12`.
    public var key: String { "\(number)" }

    /// What became of it.
    public enum Status: String, Codable, CaseIterable, Sendable {
        /// Nobody has said yet.
        case waiting
        /// It is what an entry already says.
        case same
        /// It is another; it is recorded.
        case another
    }

    /// The entry that set it aside.
    public var number: Int
    /// The kind of the act it would be.
    public var kind: Kind
    /// The act it would be.
    public var act: Canonical
    /// The day that act would have.
    public var date: Day
    /// Its key against being recorded twice.
    public var once: Note
    /// The paper's or bank's reference.
    public var reference: Note?
    /// The entries it may be.
    public var near: [Int]
    /// What else the row asks, after that act; absent where it asks one thing.
    public var rest: [HeldAct]?
    /// What became of it.
    public var status: Status
    /// The entry it is.
    public var same: Int?
}

/// An act that is kept until somebody says whether it is to be done.
public struct HeldAct: Hashable, Codable, Sendable {
    /// Its kind.
    public var kind: Kind
    /// What is asked.
    public var act: Canonical
    /// The day it would have.
    public var date: Day

    /// Creates a held act.
    public init<Asked: Act>(_ act: Asked, date: Day) throws {
        (kind, self.act, self.date) = (Asked.kind, try Canonical(act), date)
    }
}

extension SetAsideRow {
    /// All that the row asks, in order, each with its day.
    public var asked: [(act: any Act, date: Day)] {
        get throws {
            let first = [(try kind.read(act), date)]
            return try first + (rest ?? []).map { (try $0.kind.read($0.act), $0.date) }
        }
    }
}

/// A line of the bank's statement.
public struct BankLine: Registered {
    /// The register of the bank's lines.
    public static let register = Register.bankLine
    /// As prose has it.
    public static let noun = "bank line"
    /// The entry that noted it, `12`.
    public var key: String { "\(number)" }

    /// The entry that noted it.
    public var number: Int
    /// The day the bank gives it.
    public var date: Day
    /// How much came in; negative for what went out.
    public var amount: Money
    /// What the bank says of it.
    public var text: Note?
    /// The bank's reference.
    public var reference: Note?
    /// The entries it may be, of the same amount and a near date; a person says.
    public var near: [Int]
    /// The entries it is; empty until it is matched.
    public var entries: [Int]
    /// Why it is none of this book's; absent until somebody says so.
    public var elsewhere: Note?
}

/// An entry that a line of the bank is matched to.
public struct BankMatch: Registered {
    /// The register of what is matched.
    public static let register = Register.bankMatch
    /// As prose has it.
    public static let noun = "bank match"
    /// The entry that moved money, `12`.
    public var key: String { "\(entry)" }

    /// The entry that moved money.
    public var entry: Int
    /// The bank's line.
    public var line: Int
}

/// A workbook that was given out for a monitoring return.
public struct ReturnForm: Registered {
    /// The register of forms given out.
    public static let register = Register.returnForm
    /// As prose has it.
    public static let noun = "return form"
    /// `VRF-01#2019/20`.
    public var key: String { MonitoringReturn.key(award, period) }

    /// The award.
    public var award: Code
    /// The period the return covers.
    public var period: Period
    /// 1 for the first given out; only the newest is taken back.
    public var version: Int
    /// The code that ties the workbook to what it was given out with.
    public var check: Note
    /// The day it was given out.
    public var issued: Day
}
