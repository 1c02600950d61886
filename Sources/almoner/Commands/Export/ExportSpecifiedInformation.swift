import ArgumentParser
import GrantExchange
import GrantLedger
import GrantStore

/// `almoner export specified-information`.
struct ExportSpecifiedInformation: ReadingCommand {
    static let configuration = CommandConfiguration(
        commandName: "specified-information",
        abstract: "Each grant as the Specified Information Order has it, by month of signature.",
        discussion: """
            Recipient, purpose, conditions, reasons and amount as they stood at the end of the month. \
            What changed later is a correction in the month of the change. A fact that is withheld is \
            said to be, with its ground and never the reason.
            """)

    @OptionGroup
    var months: PublishedMonths

    @OptionGroup(title: "Output")
    var output: OutputOptions

    @OptionGroup
    var place: BookOptions

    func run(in surroundings: Surroundings) throws {
        if let file = output.written.output { try FileAside.checkNew(file) }
        try answer(in: surroundings)
    }

    func page(_ reading: Reading) throws -> Page {
        SpecifiedInformation(try reading.reader.grantHistories(), in: months.span)
            .page(reading.envelope, months: months.words)
    }
}
