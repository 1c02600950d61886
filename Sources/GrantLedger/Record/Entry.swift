/// A row of a register as an entry leaves it.
public struct Put: Hashable, Codable, Sendable {
    /// Which register.
    public let register: Register
    /// Which row.
    public let key: String
    /// The whole row as it now stands; absent where a reversal takes it out of use.
    public let row: Canonical?
    /// The entry that wrote the version this one replaces; absent for the first.
    public let was: Int?

    /// Creates a put.
    public init(register: Register, key: String, row: Canonical?, was: Int?) {
        (self.register, self.key, self.row, self.was) = (register, key, row, was)
    }
}

/// What a rule says an act does: money moved, rows written, things worth an auditor's look.
public struct Posting: Hashable, Sendable {
    /// Money moved, in the order in which floors are checked.
    public var transfers: [Transfer] = []
    /// Rows of registers as they now stand.
    public var puts: [Put] = []
    /// The earlier entries this one stands on: those that wrote the rows its rule read, ascending.
    public var rests: [Int] = []
    /// What was let through but should be seen.
    public var flags: [Flag] = []
    /// The entry it undoes.
    public var reverses: Int?

    /// Creates a posting.
    public init(
        _ transfers: [Transfer] = [], puts: [Put] = [], flags: [Flag] = [], reverses: Int? = nil
    ) {
        (self.transfers, self.puts, self.flags, self.reverses) = (transfers, puts, flags, reverses)
    }
}

/// What an entry is let through with, for an auditor to see.
public enum Flag: String, Codable, CaseIterable, Sendable {
    /// A bid that came after its round closed, or in a round that was closed early.
    case late
    /// A bid that asks more than the cap.
    case overCap = "over-cap"
    /// A return that reports more than is committed.
    case overAward = "over-award"
    /// A return that reports less than nothing left to report, or comes after its successor.
    case outOfOrder = "out-of-order"
    /// An instalment released before the return it waits for.
    case releasedBeforeReturn = "released-before-return"
    /// An award made although the bid asked for less.
    case moreThanAsked = "more-than-asked"
    /// An organisation said to be another than one of the same name or number.
    case distinct
    /// Recorded more than a year after its date, or dated ahead, or before the book.
    case historic
    /// The clock was behind the entry before.
    case clockBehind = "clock-behind"
    /// The time was given by the caller (`ALMONER_CLOCK`), not by the machine.
    case clockGiven = "clock-given"
    /// Authorised by the one who acted: the office has no second person.
    case singlePerson = "single-person"
    /// Recorded from another login than the one its user was enrolled with.
    case otherLogin = "other-login"
    /// A claim, a return or a close while match that is required was not found.
    case matchShort = "match-short"
    /// A claim, a return or a close while a category has had less than its least share.
    case minimumShort = "minimum-short"
    /// Evidence of match by a document that was evidence before.
    case documentUsedTwice = "document-used-twice"
    /// Dated in a closed year, on a second person's authority.
    case lateAdjustment = "late-adjustment"
}

/// A paper behind an entry: its name, size and SHA-256, or a reference to it.
public struct Document: Hashable, Codable, Sendable {
    /// The file's name or the reference.
    public let name: String
    /// Bytes; absent for a reference.
    public let size: Int?
    /// 64 hexadecimal digits; absent for a reference.
    public let sha256: String?
    /// The row of an imported file, counted as a spreadsheet counts; absent for a whole paper.
    public let row: Int?

    /// Creates a document.
    public init(name: String, size: Int? = nil, sha256: String? = nil, row: Int? = nil) {
        (self.name, self.size, self.sha256, self.row) = (name, size, sha256, row)
    }
}

/// Who asks, when, and on what papers: all of an entry that is neither the act nor what comes of
/// it.
public struct Occasion: Hashable, Sendable {
    /// Who says they act.
    public var user: String
    /// The machine's name for them.
    public var login: String
    /// The day it takes effect.
    public var date: Day
    /// The caller's key against doing it twice.
    public var key: String?
    /// The paper's or the bank's reference, free and repeatable.
    public var reference: String?
    /// The papers behind it.
    public var documents: [Document]
    /// What the front door already knows an auditor should see.
    public var flags: [Flag]
    /// The second person, where one has approved it.
    public var approver: String?
    /// The machine's name for the second person.
    public var approverLogin: String?
    /// The entry that prepared it, where a second person has approved it.
    public var prepared: Int?

    /// Creates an occasion.
    public init(
        user: String, login: String, date: Day, key: String? = nil, reference: String? = nil,
        documents: [Document] = [], flags: [Flag] = []
    ) {
        self.user = user
        self.login = login
        self.date = date
        self.key = key
        self.reference = reference
        self.documents = documents
        self.flags = flags
    }
}

/// One entry as it is hashed, stored, exported and rebuilt from.
///
/// It holds what was asked (`act`) and what came of it (`transfers`, `puts`). A book is rebuilt
/// from what came of it, so that no later change of a rule can alter an old year.
public struct Entry: Hashable, Codable, Sendable {
    /// The version of this record's form.
    public static let format = 1

    /// The version of the record's form.
    public let format: Int
    /// 1, 2, 3 … without gaps.
    public let number: Int
    /// The first entry of the same commit.
    public let batch: Int
    /// The book's id.
    public let book: String
    /// The act's kind.
    public let kind: Kind
    /// The version of the rules that judged it.
    public let rules: Int
    /// The day it takes effect.
    public let date: Day
    /// The clock when it was recorded, UTC to the millisecond: `2019-04-05T10:00:00.000Z`.
    public let recordedAt: String
    /// Who says they acted.
    public let user: String
    /// The machine's name for them.
    public let login: String
    /// The second person, never the user; with their login.
    public let approver: String?
    /// The machine's name for the second person, never the first's.
    public let approverLogin: String?
    /// The entry that prepared it for its second person.
    public let prepared: Int?
    /// The entry it undoes.
    public let reverses: Int?
    /// The caller's key against doing it twice.
    public let key: String?
    /// The paper's or the bank's reference.
    public let reference: String?
    /// The papers behind it.
    public let documents: [Document]
    /// What an auditor should see.
    public let flags: [Flag]
    /// The earlier entries it stands on.
    public let rests: [Int]
    /// What was asked, as it was asked.
    public let act: Canonical
    /// Money moved.
    public let transfers: [Transfer]
    /// Rows written.
    public let puts: [Put]

    /// Creates the entry that an act becomes.
    public init(
        number: Int, batch: Int, book: String, kind: Kind, recordedAt: String, act: Canonical,
        occasion: Occasion, posting: Posting
    ) {
        format = Self.format
        self.number = number
        self.batch = batch
        self.book = book
        self.kind = kind
        rules = Rules.version
        date = occasion.date
        self.recordedAt = recordedAt
        user = occasion.user
        login = occasion.login
        approver = occasion.approver
        approverLogin = occasion.approverLogin
        prepared = occasion.prepared
        reverses = posting.reverses
        key = occasion.key
        reference = occasion.reference
        documents = occasion.documents
        flags = posting.flags
        rests = posting.rests
        self.act = act
        transfers = posting.transfers
        puts = posting.puts
    }
}

/// The rules as a whole have a number: raised whenever some act would post or refuse otherwise than
/// before.
public enum Rules {
    /// The number now.
    public static let version = 3
}
