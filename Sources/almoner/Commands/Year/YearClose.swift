import ArgumentParser
import GrantLedger
import GrantSeal
import GrantStore

/// `almoner year close`.
struct YearClose: FinishingCommand {
    static let configuration = CommandConfiguration(
        commandName: "close",
        abstract: "Close a year as of 31 March; its accruals are taken back on 1 April.",
        discussion: """
            almoner year status YEAR lists what stands in the way. With --checkpoint FILE the closer \
            signs what the book then holds; a second person adds a line with almoner checkpoint sign.
            """)

    @Argument(help: "The year.", transform: FinancialYear.typed)
    var year: FinancialYear

    @Option(
        help: "Why match that is required was not found, or a minimum not met.",
        transform: Note.typed)
    var explain: Note?

    @Option(
        help: "Write a checkpoint of the closed book, signed by you: a file that is not there yet.",
        completion: .file())
    var checkpoint: String?

    @Option(
        help: "The file of your key; else the one in your configuration folder.",
        completion: .file())
    var key: String?

    @OptionGroup
    var write: WriteOptions

    mutating func validate() throws {
        guard key == nil || checkpoint != nil else {
            throw ValidationError("--key goes with --checkpoint FILE.")
        }
    }

    func run(in place: Surroundings) throws {
        if let checkpoint {
            try FileAside.checkNew(checkpoint)
            _ = try ring(in: place).verifier(key, besides: try write.place.file(in: place))
        }
        try Road(place: place, command: self).record()
    }

    func acts(_ facts: Facts, _ now: Now) throws -> [any Act] {
        try year.checkOver(now)
        let accruals = try facts.all(Estimate.self)
            .filter { $0.period.year == year && $0.status == .accrued }
        return [CloseYear(year: year, explanation: explain)]
            + accruals.map { ReverseAccrual(award: $0.award, period: $0.period) }
    }

    func day(of act: any Act, _ facts: Facts) throws -> Day? {
        if act is ReverseAccrual { return year.next?.firstDay }
        return write.date == nil ? year.lastDay : nil
    }

    /// How the close is witnessed by two people.
    func notes(_ facts: Facts) throws -> [String] {
        let name = "\(year)".replacing("/", with: "-")
        let sign =
            "almoner checkpoint sign \(checkpoint ?? "\(name).note") --output \(name)-signed.note"
        guard checkpoint == nil else { return ["for the second person to sign: \(sign)"] }
        return [
            "to have it witnessed: almoner checkpoint make --output \(name).note",
            "then, by a second person: \(sign)",
        ]
    }

    /// Signs what the book holds once the close is on disk.
    func finish(_ foils: [Counterfoil], _ reader: Reader, in place: Surroundings) throws {
        guard let checkpoint, foils.contains(where: { $0.kind == .closeYear && !$0.dryRun }) else {
            return
        }
        let isThere = (try? FileAside.checkNew(checkpoint)) == nil
        guard !isThere || !foils.allSatisfy(\.repeated) else { return }
        do {
            let found = try reader.checkpoint()
            let ring = try ring(in: place)
            let file = try write.place.file(in: place)
            var note = try SignedNote(text: found.text)
            try note.sign(with: try ring.key(key, besides: file, in: place))
            try NotePaper.put(note, to: checkpoint, in: place)
            try place.note(
                .checkpoint, at: checkpoint, entries: found.size, of: file, at: try place.now())
            try place.err.write(
                "\(checkpoint) is written: \(found.size) entries, signed by \(ring.who).\n")
        } catch {
            let fault = Fault(error)
            throw Fault(
                fault.code, "\(year) is closed; its checkpoint is not written: \(fault.message)",
                remedy: "\(fault.remedy) Then: almoner checkpoint make --output \(checkpoint).",
                status: fault.status)
        }
    }

    private func ring(in place: Surroundings) throws -> Keyring {
        try Keyring(user: try write.settled(in: place).user, in: place)
    }
}
