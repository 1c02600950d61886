import ArgumentParser
import GrantExchange
import GrantLedger

/// `almoner payment run`.
struct PaymentRun: RecordingCommand, AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Show what is due by a day and what is not released and why; --pay pays it.")

    @Option(help: "Instalments due by this day.", transform: Day.typed)
    var dueBy: Day

    @Flag(help: "Pay all that is released, in one commit.")
    var pay = false

    @OptionGroup
    var write: WriteOptions

    @Option(help: "Without --pay: write to a file; its suffix picks the form.")
    var output: String?

    var place: BookOptions { write.place }

    var answerForm: OutputForm { OutputForm(format: write.format, output: output) }

    func run(in place: Surroundings) throws {
        if pay { return try Road(place: place, command: self).record() }
        try answer(in: place)
    }

    func acts(_ facts: Facts, _ now: Now) throws -> [any Act] {
        try due(facts).filter { $0.status == .released }.map {
            PayInstalment(award: $0.award, number: $0.number)
        }
    }

    func page(_ reading: Reading) throws -> Page {
        let lines = try due(reading.facts)
        let released = lines.filter { $0.status == .released }
        let stopped = lines.filter { $0.status != .released }
        return reading.page(
            "payment.run/1", "Payments due by \(dueBy.prose). Pounds.",
            sheets: [
                try InstalmentSheet.sheet(
                    released, reading, key: "due", title: "To pay", empty: "Nothing."),
                try InstalmentSheet.sheet(
                    stopped, reading, key: "stopped", title: "Not released", empty: "Nothing."),
            ])
    }

    private func due(_ facts: Facts) throws -> [Instalment] {
        try facts.all(Instalment.self).filter { line in
            line.due <= dueBy && line.status != .paid && line.status != .withdrawn
        }.sorted { ($0.due, $0.award, $0.number) < ($1.due, $1.award, $1.number) }
    }
}
