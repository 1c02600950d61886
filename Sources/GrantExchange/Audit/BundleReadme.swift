import GrantLedger

/// The page of a bundle: what it is of, what each file is, and how it is checked.
public struct BundleReadme: Sendable {
    /// What was told of the book and of what is in the bundle.
    public var manifest: BundleManifest
    /// The tables with their titles and how many rows each has.
    public var tables: [TableFan.Table]
    /// Who signs, with the key's fingerprint; nil where nobody does.
    public var signer: Signer?
    /// The SHA-256 of the verifier.
    public var verifier: String

    /// Who signs a bundle.
    public struct Signer: Hashable, Sendable {
        /// The key's name.
        public let name: String
        /// Its fingerprint.
        public let fingerprint: String

        /// Creates a signer.
        public init(name: String, fingerprint: String) {
            (self.name, self.fingerprint) = (name, fingerprint)
        }
    }

    /// Creates the page of a bundle.
    public init(
        manifest: BundleManifest, tables: [TableFan.Table], signer: Signer?, verifier: String
    ) {
        (self.manifest, self.tables, self.signer) = (manifest, tables, signer)
        self.verifier = verifier
    }

    /// The name of its file.
    public static let name = "README.html"

    /// The page.
    public func page(_ envelope: Envelope) -> Page {
        Page(
            schema: "export.audit/1", heading: "Audit bundle",
            subheading: "\(manifest.office). Pounds.", sentences: sentences, facts: facts,
            sheets: [steps, fileList], envelope: envelope)
    }

    private var sentences: [String] {
        let span =
            manifest.year.map {
                "The tables of entries are of what is dated in \($0); the years of cost stand "
                    + "beside it. entries.jsonl has every entry all the same."
            } ?? "The tables are of all years."
        let signature =
            signer == nil
            ? "NOT SIGNED. Nothing but this bundle itself says that it is whole: hold the chain "
                + "hash below against a page or a counterfoil that somebody else has kept."
            : "Signed. Compare the key's fingerprint with last year's signed page, not with this "
                + "bundle: who forges a bundle can put another key beside it."
        return [
            "Every entry of the book, 1 to \(manifest.entries), with tables made from them, and "
                + "a program that checks both without ours.", span,
            "Registers are whole, as they stand at entry \(manifest.entries). What is about a "
                + "year end is about \(manifest.yearEnd.prose).", signature,
            "It shows that nothing was changed since it was signed. It cannot show that an entry "
                + "is true.",
        ]
    }

    private var facts: [Fact] {
        [
            Fact("book", "Book", .text(manifest.book)),
            Fact("entries", "Entries", .number(manifest.entries)),
            Fact("first", "First number", .number(min(manifest.entries, 1))),
            Fact("last", "Last number", .number(manifest.entries)),
            Fact("transfers", "Transfers", .number(manifest.transfers)),
            Fact("chain", "Chain", .text(manifest.chain)),
            Fact("root", "Root of the tree", .text(manifest.root)),
            Fact("signer", "Signed by", .text(signer?.name ?? "nobody")),
            Fact("fingerprint", "The key's fingerprint", Cell(signer?.fingerprint)),
            Fact("verifier", "SHA-256 of verify.py", .text(verifier)),
            Fact("program", "Made by", .text("almoner \(manifest.program)")),
            Fact("made", "Made at", .text(manifest.made)),
        ]
    }

    private var steps: Sheet {
        let lines = [
            "Compare the SHA-256 of verify.py with the one published with release "
                + "\(manifest.program): almoner export audit --help prints it.",
            "python3 -I verify.py: it must end with \"All is as it was signed.\"",
            "python3 -I verify.py --keys FILE: the same, and the key must be one that you hold.",
            "python3 -I verify.py --against NOTE: the entries up to a checkpoint that you kept "
                + "are the same still.",
        ]
        return Sheet(
            key: "steps", title: "How to check it",
            columns: [Column("step", "Step", .number), Column("what", "What", wraps: true)],
            rows: zip(1..., lines).map { [.number($0), .text($1)] })
    }

    private var fileList: Sheet {
        let byName = Dictionary(tables.map { ("\($0.key).csv", $0) }) { $1 }
        let rows = (manifest.files.map(\.name) + [Self.name, BundleManifest.name, BundleNote.name])
            .map { name -> [Cell] in
                let table = byName[name]
                return [
                    .text(name), .text(table?.title ?? Self.words[name] ?? ""),
                    Cell(table?.rows),
                ]
            }
        return Sheet(
            key: "files", title: "What is in it",
            columns: [
                Column("file", "File"), Column("what", "What it is", wraps: true),
                Column("rows", "Rows", .number),
            ], rows: rows)
    }

    private static let words = [
        "entries.jsonl": "Every entry as it is hashed: one canonical record a line",
        "journal.hledger": "Every entry for hledger",
        "journal.ledger": "Every entry for ledger, with its chained hashes",
        "ledger.beancount": "Every entry for beancount",
        "book.xlsx": "The tables as one workbook",
        "verify.py": "The program that checks it; Python's standard library is all it needs",
        BundleNote.keys: "The public key of who signed",
        BundleManifest.name: "Every other file with its size and SHA-256",
        BundleNote.name: "The signed note: entries, root, and the manifest's SHA-256",
        Self.name: "This page",
    ]
}
