/// Keeps how a source lays its files out; a later one of the same code replaces it.
///
/// Posts nothing.
public struct SaveImportProfile: Act {
    /// Its kind.
    public static let kind = Kind.saveImportProfile
    /// The profile.
    public var profile: ImportProfile

    /// Creates the act.
    public init(_ profile: ImportProfile) { self.profile = profile }

    /// Its rule.
    public func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        let before = try facts.look(ImportProfile.self, profile.key)
        guard before != profile else {
            throw .no(
                .nothingToChange, "Profile \(profile.code) says just that already.",
                remedy: "Nothing is left to do.", [.init("profile", profile.code)])
        }
        if let before, before.kind != profile.kind {
            throw .no(
                .codeTaken, "Profile \(profile.code) is for \(before.kind.rawValue).",
                remedy: "Give the new profile a code of its own.", [.init("profile", profile.code)])
        }
        return Posting(puts: [try facts.put(profile)])
    }
}

/// Begins the taking in of a file: its name, digest, rows and total; its rows follow in the same
/// commit.
///
/// Posts nothing.
public struct RecordImport: Act {
    /// Its kind.
    public static let kind = Kind.recordImport
    /// What it is about.
    public var of: ImportKind
    /// How it is read.
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
    /// What its amounts come to; absent where it has none.
    public var total: Money?

    /// Creates the act.
    public init(
        of: ImportKind, profile: Code, file: Note, sha256: Note, rows: Int, recorded: Int,
        seen: Int, setAside: Int, total: Money? = nil
    ) {
        self.of = of
        self.profile = profile
        self.file = file
        self.sha256 = sha256
        self.rows = rows
        self.recorded = recorded
        self.seen = seen
        self.setAside = setAside
        self.total = total
    }

    /// Its rule.
    public func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        _ = try facts.known(ImportProfile.self, profile)
        guard recorded + setAside > 0, seen >= 0, rows == recorded + seen + setAside else {
            throw .no(
                .nothingToChange, "\(file) has no row that the book does not have.",
                remedy: "Nothing is left to do.",
                [.init("rows", rows), .init("seen", seen)])
        }
        let row = ImportedFile(
            number: facts.nextNumber, kind: of, profile: profile, file: file, sha256: sha256,
            rows: rows, recorded: recorded, seen: seen, setAside: setAside, total: total)
        return Posting(puts: [try facts.put(row)])
    }
}

/// Sets a row aside that may be what the book already has.
///
/// Posts nothing.
public struct SetRowAside: Act {
    /// Its kind.
    public static let kind = Kind.setRowAside
    /// The kind of the act it would be.
    public var asked: Kind
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

    /// Creates the act that sets another aside, with what its row asks besides.
    public init<Asked: Act>(
        _ act: Asked, date: Day, once: Note, reference: Note? = nil, near: [Int],
        rest: [HeldAct]? = nil
    ) throws {
        (asked, self.act) = (Asked.kind, try Canonical(act))
        self.rest = rest
        self.date = date
        self.once = once
        self.reference = reference
        self.near = near
    }

    /// Its rule.
    public func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        for number in near where try facts.entry(number) == nil {
            throw .refused(.unknownEntry(number))
        }
        let row = SetAsideRow(
            number: facts.nextNumber, kind: asked, act: act, date: date, once: once,
            reference: reference, near: near, rest: rest, status: .waiting)
        return Posting(puts: [try facts.put(row)])
    }
}

/// Says what a row that was set aside is: what an entry already says, or another, which the front
/// door then records in the same commit.
///
/// Posts nothing.
public struct DecideRow: Act {
    /// Its kind.
    public static let kind = Kind.decideRow
    /// The entry that set it aside.
    public var row: Int
    /// The entry it is; absent where it is another.
    public var same: Int?

    /// Creates the act.
    public init(row: Int, same: Int? = nil) { (self.row, self.same) = (row, same) }

    /// Its rule.
    public func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        guard var aside = try facts.find(SetAsideRow.self, "\(row)") else {
            throw .refused(.unknownEntry(row))
        }
        guard aside.status == .waiting else {
            throw .no(
                .rowDecided,
                aside.same.map { "Row \(row) was said to be entry \($0)." }
                    ?? "Row \(row) was said to be another, and recorded.",
                remedy: "Reverse that decision first: almoner entry reverse.", [.init("row", row)])
        }
        if let same {
            guard try facts.entry(same) != nil else { throw .refused(.unknownEntry(same)) }
        }
        aside.status = same == nil ? .another : .same
        aside.same = same
        return Posting(puts: [try facts.put(aside)])
    }
}
