import ArgumentParser
import GrantLedger

/// `almoner import payments`.
struct ImportPayments: Command {
    static let configuration = CommandConfiguration(
        commandName: "payments",
        abstract: "Take in payments of instalments from the finance system.",
        discussion: ImportOptions.discussion(.payments))

    @OptionGroup
    var options: ImportOptions

    func run(in place: Surroundings) throws {
        try ImportRun(kind: .payments, options: options, place: place).run()
    }
}
