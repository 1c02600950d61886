import ArgumentParser
import GrantLedger
import GrantStore

/// `almoner init`.
struct Init: Command {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Begin a book for an office.")

    @Argument(help: "The book's file, such as kent.almoner.", completion: .file())
    var book: String

    @Option(
        name: [.customLong("office"), .customLong("name")], help: "The office's name.",
        transform: Title.typed)
    var office: Title?

    @Option(help: "What kind of body it is.")
    var kind: Office.Kind = .pcc

    @Option(help: "Its public identifier, such as GB-LAE-….", transform: Note.typed)
    var orgId: Note?

    @Option(help: "The first day the book is kept for.", transform: Day.typed)
    var from: Day?

    @Option(
        help: "Balances the office begins with: a CSV file; almoner help opening.",
        completion: .file(extensions: ["csv"]))
    var opening: String?

    @Option(help: "What every record calls the book; random where absent.")
    var id: String?

    @Option(help: "Fill it with an example: kent.")
    var example: Example?

    @Option(help: "The group whose members may use it too.")
    var group: String?

    @OptionGroup
    var write: WriteOptions

    func validate() throws {
        guard opening == nil || example == nil else {
            throw ValidationError("--opening and --example exclude each other.")
        }
    }

    func run(in place: Surroundings) throws {
        guard place.batch == nil else { throw ValidationError("init stands alone.") }
        guard let office = office ?? example?.office else {
            throw ValidationError("Missing expected argument '--office <office>'")
        }
        try CounterfoilText.check(write.format)
        let now = try place.now()
        let act = OpenBook(
            name: office, officeKind: kind, orgId: orgId, from: from ?? example?.from)
        let occasion = try write.occasion(
            in: place, now: now, office: nil, key: write.once?.description, day: nil)
        var asked: [Asked] = [(act, occasion)]
        if let opening {
            let begins = try write.occasion(
                in: place, now: now, office: nil, key: nil, day: from ?? example?.from)
            asked += try OpeningFile(opening).acts.map { ($0, begins) }
        }
        let foils = try begin(asked, clock: place.recordingClock(now))
        let name = book.split(separator: "/").last.map(String.init) ?? book
        try place.print(
            CounterfoilText(
                office: office.description, book: name, entries: write.dryRun ? 0 : foils.count,
                foils: foils.map { CounterfoilText.Line($0) }),
            as: write.format)
        guard let example, !write.dryRun else { return }
        let lines = try BatchFile(text: example.text, name: "example \(example.rawValue)")
        var settings = write
        settings.historic = true
        try BatchRun(file: lines, write: settings, book: book, place: place).run(quietly: true)
    }

    private typealias Asked = (act: any Act, occasion: Occasion)

    private func begin(
        _ asked: [Asked], clock: @escaping @Sendable () -> String
    ) throws -> [Counterfoil] {
        let enter = { (recording: Recording) in
            try asked.map { try recording.enter($0.act, on: $0.occasion) }
        }
        if write.dryRun {
            let writer = try Writer.inMemory(id: id ?? "DRY-RUN", clock: clock)
            return try writer.record(dryRun: true, enter)
        }
        return try Writer.create(at: book, id: id, group: group, clock: clock, enter)
    }
}

/// A book to learn on, compiled into the program.
enum Example: String, CaseIterable, ExpressibleByArgument, Sendable {
    case kent

    /// Whose book it is, unless another name is given.
    var office: Title? { Title("Kent Police and Crime Commissioner") }
    /// The first day it is kept for.
    var from: Day? { Day(year: 2019, month: 4, day: 1) }
    /// Its commands, one a line.
    var text: String { String(decoding: PackageResources.kent_batch, as: UTF8.self) }
}
