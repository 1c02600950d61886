import ArgumentParser
import GrantExchange
import GrantLedger
import GrantStore

/// A batch being run: every line in turn, in one process.
struct BatchRun {
    let file: BatchFile
    let write: WriteOptions
    let book: String
    let place: Surroundings
    var allOrNothing = false
    var keepGoing = false

    /// Runs the lines.
    func run(quietly: Bool = false) throws {
        let now = try place.now()
        let writer = try place.writer(book, wait: write.wait, now: now)
        if !quietly, write.format != .json { try printHeading(writer) }
        if allOrNothing { return try runWhole(writer) }
        var failed: [Fault] = []
        let progress = Progress(total: file.lines.count, noun: "commands", in: place)
        defer { progress.end() }
        var commands = BatchCommands(file)
        while let (line, command) = try commands.next() {
            do {
                if !place.out.isTerminal { progress.advance(to: commands.count - 1) }
                let surroundings = surroundings(writer, line, quietly: quietly)
                try command.get().run(in: surroundings)
            } catch  where Almoner.exitCode(for: error) == .success {
                try place.out.write(Almoner.fullMessage(for: error) + "\n")
            } catch let fault as ChannelFault {
                throw fault
            } catch {
                let fault = at(line, error)
                guard keepGoing, fault.status == .refused || fault.status == .usage else {
                    throw fault
                }
                failed.append(fault)
                progress.end()
                try place.err.write(fault.text(place.ink(place.err)))
            }
        }
        progress.end()
        let done = file.lines.count - failed.count
        try place.err.write("\(file.name): \(done) of \(file.lines.count) commands done.\n")
        guard let first = failed.first else { return }
        throw Fault(
            "batch-refused", "\(failed.count) of \(file.lines.count) commands were refused.",
            remedy: "They are named above; the others stand.", status: first.status)
    }

    /// Names the book once, where a line by itself would.
    private func printHeading(_ writer: Writer) throws {
        let (office, entries) = try writer.read { reader in
            (try reader.row(Office.self, Office.onlyKey)?.name.description ?? "", reader.newest)
        }
        let name = book.split(separator: "/").last.map(String.init) ?? book
        try place.out.write(
            "\(office), \(name), \(entries) \(entries == 1 ? "entry" : "entries")\n")
    }

    /// All lines in one transaction.
    private func runWhole(_ writer: Writer) throws {
        var commands = BatchCommands(file)
        let progress = Progress(total: file.lines.count, noun: "commands", in: place)
        defer { progress.end() }
        func next() throws -> Road.Line? {
            progress.advance(to: commands.count)
            guard let (line, command) = try commands.next() else { return nil }
            do { return try whole(line, try command.get(), writer) } catch { throw at(line, error) }
        }
        var surroundings = place
        surroundings.batch = BatchSettings(write: write, book: book, writer: writer, line: 0)
        guard !file.lines.isEmpty else {
            try place.err.write("Nothing to record.\n")
            return try sayWhole()
        }
        // One line that is only tried makes all of them so, and that is known first.
        guard file.lines.contains(where: { $0.words.contains("--dry-run") }) else {
            try Road(
                place: surroundings, write: write, isDryRun: write.dryRun, format: write.format,
                lines: next
            ).record()
            return try sayWhole()
        }
        var lines: [Road.Line] = []
        while let line = try next() { lines.append(line) }
        let isDryRun = lines.contains { $0.write.dryRun }
        var rest = lines[...]
        try Road(
            place: surroundings, write: write, isDryRun: isDryRun, format: write.format
        ) { rest.popFirst() }.record()
        try sayWhole()
    }

    private func sayWhole() throws {
        let count = file.lines.count
        try place.err.write("\(file.name): \(count) of \(count) commands done.\n")
    }

    private func whole(
        _ line: BatchFile.Line, _ command: any Command, _ writer: Writer
    ) throws -> Road.Line {
        guard let command = command as? any RecordingCommand else {
            throw ValidationError("With --all-or-nothing every line records something.")
        }
        let settled = surroundings(writer, line, quietly: false)
        return Road.Line(
            command: command, write: try command.write.settled(in: settled),
            place: "\(file.name), line \(line.number)", number: line.number)
    }

    private func surroundings(
        _ writer: Writer, _ line: BatchFile.Line, quietly: Bool
    ) -> Surroundings {
        var surroundings = place
        surroundings.arguments = line.words
        surroundings.batch = BatchSettings(
            write: write, book: book, writer: writer, line: line.number)
        if quietly { surroundings.out = .nowhere }
        return surroundings
    }

    private func at(_ line: BatchFile.Line, _ error: any Error) -> Fault {
        Fault(error).at(
            "\(file.name), line \(line.number)", details: [.init("line", line.number)])
    }
}
