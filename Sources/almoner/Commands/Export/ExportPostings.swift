import ArgumentParser
import GrantExchange
import GrantLedger
import GrantStore

/// `almoner export postings`.
struct ExportPostings: FinishingCommand {
    static let configuration = CommandConfiguration(
        commandName: "postings",
        abstract: "Hand a month's entries to the finance system, in balance, each entry once.",
        discussion: """
            All that touches the accounts, is dated by the month's end and went in no journal \
            before, by ledger code (policy map). It is recorded that it went; then the file is \
            written. --again N writes journal N once more, byte for byte. report postings says \
            what went, what has not, and that both come to the trial balance.
            """)

    @Option(help: "The month: 2019-07.", transform: MonthEntry.typed)
    var month: MonthEntry?

    @Option(help: "Write journal N again; nothing is recorded.")
    var again: Int?

    @Option(help: "The file; its suffix picks the form.", completion: .file())
    var output: String?

    @OptionGroup
    var write: WriteOptions

    func validate() throws {
        guard (month == nil) != (again == nil) else {
            throw ValidationError("Give --month to post a month, or --again N.")
        }
    }

    func run(in place: Surroundings) throws {
        _ = try form.form(in: place)
        guard let again else { return try Road(place: place, command: self).record() }
        let book = try Book(reading: try write.place.file(in: place))
        try Warnings(book).print(in: place)
        let page = try book.read { reader in
            try journal(again, reader, book: book.fileName, in: place)
        }
        try form.print(page, in: place)
    }

    func acts(_ facts: Facts, _ now: Now) throws -> [any Act] { [] }

    func acts(in recording: Recording, _ now: Now) throws -> [any Act] {
        guard let month else {
            throw ValidationError("--again records nothing, and has no place among what does.")
        }
        let reader = recording.reader
        if let key = write.once, let act = try reader.act(PostMonth.self, key: key.description),
            act.through == month.last
        {
            return [act]
        }
        if !recording.dryRun { try checkOutput() }
        let spans = try reader.unposted(through: month.last)
        let journal = try PostingJournal(
            through: month.last, entries: try reader.accountEntries(in: spans),
            codes: try reader.ledgerCodes())
        return [PostMonth(through: month.last, spans: spans, total: journal.total)]
    }

    func finish(_ foils: [Counterfoil], _ reader: Reader, in place: Surroundings) throws {
        guard let foil = foils.first, !foil.dryRun || output == nil else { return }
        do {
            let file = try write.place.file(in: place)
            let book = file.split(separator: "/").last.map(String.init) ?? file
            try form.print(try journal(foil.entry, reader, book: book, in: place), in: place)
        } catch {
            guard !foil.dryRun else { throw error }
            let fault = Fault(error)
            throw Fault(
                fault.code, "Journal \(foil.entry) is recorded, but not written: \(fault.message)",
                remedy: "almoner export postings --again \(foil.entry) --output FILE writes it.",
                status: fault.status)
        }
    }

    private var form: OutputForm { OutputForm(format: write.format, output: output) }
}

extension ExportPostings {
    /// Sees, before anything is recorded, that the file can be written and none is lost by it.
    private func checkOutput() throws {
        guard let output else {
            throw Fault.usage(
                "A journal is recorded only with the file it goes to.",
                remedy: "Give --output FILE, or look first with --dry-run.")
        }
        try form.checkNew(output)
    }

    /// The page of a journal that was posted, as the book stood then.
    private func journal(
        _ number: Int, _ reader: Reader, book: String, in place: Surroundings
    ) throws -> Page {
        guard let posted = try reader.row(PostedMonth.self, "\(number)") else {
            let known = try reader.rows(PostedMonth.self).map(\.key)
            throw Refusal(
                .unknownEntry, "No journal went to the finance system with entry \(number).",
                remedy: known.isEmpty
                    ? "None has gone yet: almoner export postings --month 2019-07 --output FILE."
                    : "Journals: \(known.joined(separator: ", ")).",
                [.init("entry", number)])
        }
        let entries = try reader.accountEntries(in: posted.spans)
        let journal = try PostingJournal(
            through: posted.through, entries: entries,
            codes: try reader.ledgerCodes(knownAt: number))
        let words = Dictionary(
            entries.map { entry in
                let text = Narrative.words(entry.kind, entry.act)
                return (
                    entry.number,
                    PostingJournal.Words(text: text, reference: entry.reference)
                )
            }
        ) { $1 }
        let office = try reader.row(Office.self, Office.onlyKey, knownAt: number)
        let policies = Policies(
            try reader.rows(Policy.self, knownAt: number), on: posted.through)
        let envelope = Envelope(
            office: office?.name.description ?? "", book: book,
            question: ["export", "postings", "--again", "\(number)"], asAt: posted.through,
            entries: number, chain: try reader.chainHash(at: number) ?? "",
            isSinglePerson: policies.isSinglePerson)
        switch try form.form(in: place) {
        case .csv, .tsv: return journal.linesPage(envelope, number: number, words: words)
        default: return journal.page(envelope, number: number, words: words)
        }
    }
}
