import GrantExchange
import GrantLedger
import GrantSeal
import GrantStore

/// One audit bundle being written: the entries, the tables, the journals of other programs, and last
/// what seals them.
struct AuditWriting {
    let book: Book
    let bundle: BundleFolder
    /// The key that signs; nil where nobody does.
    let signer: SigningKey?
    /// The keys that may sign below it.
    let known: [VerifierKey]
    let year: FinancialYear?
    let question: [String]
    let place: Surroundings

    /// Writes every file of it.
    func write() throws {
        let now = try place.now()
        let tables = try AuditTables(
            book: book, now: now, question: question, year: year, in: place)
        let tree = try entries()
        let envelope = try tables.read { $0.envelope }
        let workbook = try BookWorkbook(at: bundle.path(of: Self.workbook), cover(envelope))
        let fan = TableFan([bundle, workbook])
        try tables.stream(to: fan)
        try workbook.finish()
        try bundle.adopt(Self.workbook)
        try journals(tables, envelope)
        try bundle.write(AuditVerifier.name) { try $0.write(AuditVerifier.bytes) }
        try bundle.write(BundleNote.keys) { file in
            for key in keys { try file.write("\(key)\n".utf8) }
        }
        var manifest = BundleManifest(
            book: book.id, office: envelope.office, program: AuditVerifier.release,
            made: now.recordedAt,
            signer: signer.map { "\($0.verifier.name)+\(Hex.text($0.verifier.id))" },
            year: year, yearEnd: tables.yearEnd, entries: book.entries,
            transfers: try tables.read { try $0.reader.countTransfers() }, chain: book.chain,
            root: Base64.text(tree.root), files: bundle.files)
        let readme = BundleReadme(
            manifest: manifest, tables: fan.tables,
            signer: signer.map { key in
                .init(name: "\(key.verifier.name)", fingerprint: key.verifier.fingerprint)
            }, verifier: AuditVerifier.digest)
        try bundle.write(BundleReadme.name) { file in
            try file.write(readme.page(envelope).text(as: .html).utf8)
        }
        manifest.files = bundle.files
        try bundle.write(BundleManifest.name) { try $0.write(manifest.bytes) }
        let note = try note(of: tree, manifest)
        try bundle.write(BundleNote.name) { try $0.write(note.bytes) }
    }

    /// The signer's public key first, then those of others the signer knows.
    private var keys: [VerifierKey] {
        guard let own = signer?.verifier else { return [] }
        return [own] + known.filter { $0 != own }
    }

    private static let workbook = "book.xlsx"

    /// Writes every entry as it is hashed, and gives the tree over them; refused where they do not come
    /// to the book's own chain.
    private func entries() throws -> MerkleTree {
        var tree = MerkleTree()
        var chain = Chain.start
        let progress = Progress(total: book.entries, noun: "entries", in: place)
        try bundle.write("entries.jsonl") { file in
            try book.forEachRecord(after: 0, through: book.entries) { number, bytes in
                chain = chain.after(bytes)
                tree.take(Chain.leaf(of: bytes))
                try file.write(bytes + [UInt8(ascii: "\n")])
                progress.advance(to: number)
            }
        }
        progress.end()
        guard chain.hex == book.chain, tree.size == book.entries else {
            throw BookFault.damaged(what: "its records do not come to its chain hash")
        }
        return tree
    }

    /// Writes the book as the journals of other programs, every entry whatever the year.
    private func journals(_ tables: AuditTables, _ envelope: Envelope) throws {
        let journal = JournalBook(tables.book, envelope, in: place)
        for (name, format) in Self.journals {
            try bundle.write(name) { file in try journal.write(format) { try file.write($0) } }
        }
    }

    private static let journals: [(String, PlainTextFormat)] = [
        ("journal.hledger", .hledger), ("journal.ledger", .ledger),
        ("ledger.beancount", .beancount),
    ]

    /// The note over the tree, with the manifest's digest on a line of its own; signed where a key is.
    private func note(of tree: MerkleTree, _ manifest: BundleManifest) throws -> SignedNote {
        let checkpoint = Checkpoint(
            origin: Checkpoint.origin(ofBook: book.id), tree: tree)
        let line = BundleNote.line(of: manifest.bytes) + "\n"
        var note = try SignedNote(text: checkpoint.text + Array(line.utf8))
        if let signer { try note.sign(with: signer) }
        return note
    }

    private func cover(_ envelope: Envelope) -> Page {
        let span = year.map { "Entries dated in \($0)." } ?? "All years."
        return Page(
            schema: "export.audit/1", heading: "Tables of the audit bundle",
            subheading: envelope.office,
            sentences: ["\(span) Every entry is in entries.jsonl."], envelope: envelope)
    }
}
