import GrantExchange
import GrantLedger
import GrantStore

/// Takes in one file: its layout settled, every row judged, all of it recorded or nothing.
struct ImportRun {
    let kind: ImportKind
    let options: ImportOptions
    let place: Surroundings
    /// The total that was confirmed at a prompt.
    var totalSeen: Money?

    /// Takes it in and says what came of it.
    func run() throws {
        let write = try options.write.settled(in: place)
        try CounterfoilText.check(write.format)
        let file = try opened()
        let now = try place.now()
        let book = try write.place.file(in: place)
        let writer: Writer
        if let batch = place.batch, batch.book == book {
            writer = batch.writer
        } else {
            writer = try place.writer(book, wait: write.wait, now: now)
        }
        let choice = ImportLayoutChoice(
            kind: kind, options: options, isDry: write.dryRun, place: place, file: file)
        let settled = try writer.read { try choice.settle(Facts($0)) }
        var run = self
        run.totalSeen = try confirmedTotal(settled.layout, file, isDry: write.dryRun)
        var outcome: ImportOutcome?
        try writer.record(dryRun: write.dryRun) { recording in
            let judging = try ImportJudging(
                run: run, file: file, settled: settled, write: write,
                now: try now.placed(by: recording.facts), recording: recording)
            outcome = try judging.judge()
            guard try IncomingFile(options.file).sha256 == file.sha256 else {
                throw Fault(
                    "file-changed", "\(file.name) changed while it was read; nothing is recorded.",
                    remedy: "Take it in again when nobody writes to it.", status: .refused)
            }
        }
        guard let outcome else { return }
        try outcome.print(
            in: place, as: write.format,
            book: book.split(separator: "/").last.map(String.init) ?? book)
    }

    /// The file, read once for its digest.
    private func opened() throws -> IncomingFile {
        do { return try IncomingFile(options.file) } catch {
            throw Fault("no-file", error.message, remedy: error.remedy, status: .noInput)
        }
    }

    /// What the rows come to, where a person at the terminal says that the source has it so.
    private func confirmedTotal(
        _ layout: ImportLayout, _ file: IncomingFile, isDry: Bool
    ) throws -> Money? {
        let prompt = ImportPrompt(place: place)
        guard options.expectTotal == nil, !isDry, prompt.isPossible else { return nil }
        let table = try file.table(delimiter: layout.delimiter, sheet: layout.sheet)
        var stream = RecordStream(table, layout: layout)
        var (rows, total) = (0, Money.zero)
        while let item = try stream.read() {
            guard case .record(let record) = item else { return nil }
            rows += record.rows
            guard let sum = total.adding(record.controlAmount) else { return nil }
            total = sum
        }
        let noun = rows == 1 ? "row comes" : "rows come"
        return try prompt.confirm("\(rows) \(noun) to \(total). Does the source say the same?")
            ? total : nil
    }
}
