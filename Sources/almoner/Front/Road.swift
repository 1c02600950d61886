import GrantExchange
import GrantLedger
import GrantStore

/// The one road of everything that is recorded: acts from facts, one write transaction, counterfoils.
struct Road {
    /// One command on it.
    struct Line {
        /// What asks.
        let command: any RecordingCommand
        /// Its options, with those of a batch.
        let write: WriteOptions
        /// Where it stands in a batch.
        var place: String?
        /// The number of that line.
        var number: Int?
    }

    /// The world as the command meets it.
    let place: Surroundings
    /// The options by which the book is opened.
    let write: WriteOptions
    /// Whether all is tried only.
    let isDryRun: Bool
    /// How the counterfoils are printed.
    let format: Format?
    /// The commands, one after another, in the order in which they are recorded.
    let lines: () throws -> Line?

    /// Records what the commands ask, in one transaction, and prints the counterfoils.
    func record() throws {
        try CounterfoilText.check(format)
        let now = try place.now()
        let file = try write.place.file(in: place)
        let writer: Writer
        if let batch = place.batch, batch.book == file {
            writer = batch.writer
        } else {
            writer = try place.writer(file, wait: write.wait, now: now)
        }
        var foils: [CounterfoilText.Line] = []
        var unfinished: [(command: any FinishingCommand, foils: [Counterfoil])] = []
        var office: Office?
        var entries = 0
        try writer.record(dryRun: isDryRun) { recording in
            let now = try now.placed(by: recording.facts)
            office = try recording.facts.find(Office.self, Office.onlyKey)
            entries = recording.reader.newest
            while let line = try lines() {
                do {
                    let entered = try enter(line, in: recording, now: now, office: office)
                    foils += entered
                    guard let command = line.command as? any FinishingCommand else { continue }
                    unfinished.append((command, entered.map(\.foil)))
                    if recording.dryRun {
                        try command.finish(entered.map(\.foil), recording.reader, in: place)
                    }
                } catch let error where line.place != nil {
                    throw Fault(error).at(
                        line.place ?? "", details: line.number.map { [.init("line", $0)] } ?? [])
                }
            }
            if !recording.dryRun { entries = recording.reader.newest }
        }
        guard !foils.isEmpty else { return try place.err.write("Nothing to record.\n") }
        let name = file.split(separator: "/").last.map(String.init) ?? file
        try place.print(
            CounterfoilText(
                office: office?.name.description ?? "", book: name, entries: entries, foils: foils),
            as: format)
        for (command, foils) in unfinished where foils.contains(where: { !$0.dryRun }) {
            try writer.read { try command.finish(foils, $0, in: place) }
        }
    }

    private func enter(
        _ line: Line, in recording: Recording, now: Now, office: Office?
    ) throws -> [CounterfoilText.Line] {
        let acts = try line.command.acts(in: recording, now)
        var foils: [CounterfoilText.Line] = []
        for (index, act) in acts.enumerated() {
            let day = try line.command.day(of: act, recording.facts)
            let key = line.write.once.map { acts.count == 1 ? "\($0)" : "\($0)/\(index + 1)" }
            let occasion = try line.command.placed(
                line.write.occasion(in: place, now: now, office: office, key: key, day: day),
                for: act, recording.facts)
            let before = recording.counterfoils.count
            try recording.enter(
                act, on: occasion, dateGiven: line.write.date != nil || day != nil)
            for foil in recording.counterfoils[before...] {
                foils.append(try .init(foil, recording.facts))
            }
        }
        if foils.last?.foil.kind != .prepareEntry, !foils.isEmpty {
            foils[foils.count - 1].notes += try line.command.notes(recording.facts)
        }
        return foils
    }
}

extension Road {
    /// The road of a command typed by itself.
    init(place: Surroundings, command: any RecordingCommand) throws {
        let write = try command.write.settled(in: place)
        var line: Line? = Line(command: command, write: write)
        self.init(place: place, write: write, isDryRun: write.dryRun, format: write.format) {
            defer { line = nil }
            return line
        }
    }
}
