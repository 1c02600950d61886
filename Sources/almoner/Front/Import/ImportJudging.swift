import GrantExchange
import GrantLedger
import GrantStore

/// Judges the rows of a file inside one write transaction.
///
/// The file is read twice: first for what the book has of each row and for the totals, which the
/// first entry states; then each row is entered in its order, so that the later ones see it.
final class ImportJudging {
    let run: ImportRun
    let file: IncomingFile
    let settled: ImportLayoutChoice.Settled
    let write: WriteOptions
    let now: Now
    let recording: Recording
    let names: OrganisationNames
    let office: Office?

    private var verdicts: [RowVerdict?] = []
    private var faults = ImportFaults()
    private var outcome: ImportOutcome
    private var hasUnreadable = false

    init(
        run: ImportRun, file: IncomingFile, settled: ImportLayoutChoice.Settled,
        write: WriteOptions, now: Now, recording: Recording
    ) throws {
        self.run = run
        self.file = file
        self.settled = settled
        self.write = write
        self.now = now
        self.recording = recording
        names = try OrganisationNames(recording.facts)
        office = try recording.facts.find(Office.self, Office.onlyKey)
        outcome = ImportOutcome(
            office: office?.name.description ?? "", entries: recording.reader.newest,
            file: file, profile: settled.profile.code, layout: settled.layout,
            isSaved: settled.isNew,
            dryRun: write.dryRun)
    }

    /// Judges all of it; throws where anything is wrong.
    func judge() throws -> ImportOutcome {
        try compare()
        checkTotals()
        if outcome.recorded + outcome.setAside > 0 || !faults.isEmpty {
            try enter()
        }
        guard faults.isEmpty else {
            throw ImportWords.refused(faults.first, count: faults.count, file)
        }
        guard outcome.recorded + outcome.setAside > 0 else { return outcome }
        let isTold = run.options.expectTotal != nil || run.totalSeen == outcome.total
        guard isTold || write.dryRun else {
            throw ImportWords.totalNeeded(outcome.rows, outcome.total, file)
        }
        outcome.foils = Array(recording.counterfoils)
        if !write.dryRun { outcome.entries = recording.reader.newest }
        return outcome
    }

    /// The rows from the first on, with their keys.
    private func forEach(_ body: (RecordStream.Item, Int) throws -> Void) throws {
        let layout = settled.layout
        let table = try file.table(delimiter: layout.delimiter, sheet: layout.sheet)
        var stream = RecordStream(table, layout: layout)
        var place = 0
        while let item = try stream.read() {
            try body(item, place)
            place += 1
        }
    }

    /// What the book has of each row, and what the rows come to.
    private func compare() throws {
        var keys = RowKeys(profile: settled.profile.code, unique: settled.layout.unique)
        let history = ImportHistory(
            BookJournal(reader: recording.reader), facts: recording.facts, names: names,
            profile: settled.profile.code)
        try forEach { item, _ in
            switch item {
            case .faulty(let found):
                outcome.rows += 1
                hasUnreadable = true
                found.forEach { faults.add($0) }
                verdicts.append(nil)
            case .record(let record):
                outcome.rows += record.rows
                guard let sum = outcome.total.adding(record.controlAmount) else {
                    throw Refusal(
                        .amountTooLarge,
                        "The amounts of \(file.name) come to more than can be held.",
                        remedy: "Check its figures.")
                }
                outcome.total = sum
                verdicts.append(try verdict(record, keys.next(record), history))
            }
        }
    }

    private func verdict(
        _ record: ImportRecord, _ key: RowKeys.Key, _ history: ImportHistory
    ) throws -> RowVerdict? {
        if let twin = key.twin {
            faults.add(ImportFault(twin: twin, of: record, in: settled.layout))
            return nil
        }
        let verdict = try history.verdict(record, key)
        switch verdict {
        case .new: outcome.recorded += record.rows
        case .near: outcome.setAside += record.rows
        case .seen: outcome.seen += record.rows
        case .differs(let entry):
            faults.add(ImportFault(differsFrom: entry, of: record, in: settled.layout))
            return nil
        }
        return verdict
    }

    /// The rows and the total that the source is said to have.
    private func checkTotals() {
        if let rows = run.options.expectRows, rows != outcome.rows {
            faults.add(
                ImportFault(
                    "rows-differ", row: nil,
                    "\(file.name) has \(outcome.rows) of the \(rows) rows of data that are expected.",
                    remedy: "See that the file is whole and is the right one."))
        }
        if let total = run.options.expectTotal, total != outcome.total, !hasUnreadable {
            let apart = total < outcome.total ? outcome.total - total : total - outcome.total
            faults.add(
                ImportFault(
                    "total-differs", row: nil,
                    "\(file.name) comes to \(outcome.total); \(total) is expected: \(apart) apart.",
                    remedy: "Compare it with its source, row by row if need be."))
        }
    }

    /// Enters the profile where it is new, the import, and each row.
    private func enter() throws {
        if settled.isNew { try enterPlain(SaveImportProfile(settled.profile)) }
        if outcome.recorded + outcome.setAside > 0 { try enterImport() }
        var keys = RowKeys(profile: settled.profile.code, unique: settled.layout.unique)
        let rows = ImportRows(self)
        let progress = Progress(total: outcome.rows, noun: "rows", in: place)
        defer { progress.end() }
        try forEach { item, place in
            progress.advance(to: place)
            guard case .record(let record) = item else { return }
            let key = keys.next(record)
            guard let verdict = verdicts[place] else { return }
            if let fault = try rows.enter(record, key, verdict) { faults.add(fault) }
        }
        outcome.matched = rows.matched
    }

    private func enterImport() throws {
        guard let name = Note(file.name), let digest = Note(file.sha256) else {
            throw Fault.usage(
                "The file's name is no plain text.", remedy: "Give it a name of letters and digits."
            )
        }
        let begin = RecordImport(
            of: run.kind, profile: settled.profile.code, file: name, sha256: digest,
            rows: outcome.recorded + outcome.seen + outcome.setAside, recorded: outcome.recorded,
            seen: outcome.seen, setAside: outcome.setAside, total: outcome.total)
        try enterPlain(begin, documents: [file.document()])
    }

    private func enterPlain(_ act: any Act, documents: [Document] = []) throws {
        var occasion = try write.occasion(
            in: place, now: now, office: office, key: nil, day: nil)
        occasion.documents = documents + occasion.documents
        try recording.enter(act, on: occasion)
    }

    var place: Surroundings { run.place }
}

/// The faults of a file: the first hundred, and how many there are.
struct ImportFaults {
    private(set) var count = 0
    private var kept: [ImportFault] = []

    var isEmpty: Bool { count == 0 }

    /// The first hundred in the order of their rows.
    var first: [ImportFault] {
        Array(
            kept.enumerated().sorted {
                ($0.element.row ?? .max, $0.offset) < ($1.element.row ?? .max, $1.offset)
            }
            .map(\.element).prefix(100))
    }

    mutating func add(_ fault: ImportFault) {
        count += 1
        if kept.count < 200 { kept.append(fault) }
    }
}
