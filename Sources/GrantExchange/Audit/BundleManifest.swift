public import GrantLedger

/// What a bundle says of itself: what it was made of, and every other file with its digest.
///
/// One line of canonical JSON, so that there is one way to write it and every byte counts. The note
/// has the digest of it.
public struct BundleManifest: Sendable {
    /// A file of the bundle.
    public struct File: Hashable, Sendable {
        /// Its name.
        public let name: String
        /// How many bytes it has.
        public let size: Int
        /// Their SHA-256, 64 hexadecimal digits.
        public let sha256: String
    }

    /// The name of the form of a bundle.
    public static let format = "almoner-audit/1"
    /// The name of its file.
    public static let name = "manifest.json"

    /// The book's id.
    public var book: String
    /// Whose book it is.
    public var office: String
    /// The version of the program that made it.
    public var program: String
    /// When it was made: `2020-04-05T10:00:00.000Z`.
    public var made: String
    /// The key that signs the note, `name+hash`; nil where nobody does.
    public var signer: String?
    /// The year the tables are of; nil for all.
    public var year: FinancialYear?
    /// The year end that the tables of a year end are about.
    public var yearEnd: Day
    /// The number of the newest entry.
    public var entries: Int
    /// How many transfers they have.
    public var transfers: Int
    /// The chain hash of the newest, 64 hexadecimal digits.
    public var chain: String
    /// The root of the tree of all entries in base 64, as the note has it.
    public var root: String
    /// The other files, but for the note.
    public var files: [File]

    /// Creates what a bundle says of itself.
    public init(
        book: String, office: String, program: String, made: String, signer: String?,
        year: FinancialYear?, yearEnd: Day, entries: Int, transfers: Int, chain: String,
        root: String, files: [File]
    ) {
        self.book = book
        self.office = office
        self.program = program
        self.made = made
        self.signer = signer
        self.year = year
        self.yearEnd = yearEnd
        self.entries = entries
        self.transfers = transfers
        self.chain = chain
        self.root = root
        self.files = files
    }

    /// The line of its file.
    public var bytes: [UInt8] {
        var fields: [String: Canonical] = [
            "format": .text(Self.format), "book": .text(book), "office": .text(office),
            "program": .text(program), "made": .text(made),
            "yearEnd": .text(yearEnd.description), "entries": .number(entries),
            "first": .number(min(entries, 1)), "last": .number(entries),
            "transfers": .number(transfers), "chain": .text(chain), "root": .text(root),
        ]
        fields["signer"] = signer.map { .text($0) }
        fields["year"] = year.map { .text($0.description) }
        fields["files"] = .list(
            files.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }.map { file in
                .object([
                    "name": .text(file.name), "size": .number(file.size),
                    "sha256": .text(file.sha256),
                ])
            })
        return Canonical.object(fields).bytes + [UInt8(ascii: "\n")]
    }
}
