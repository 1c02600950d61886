import ArgumentParser
import GrantLedger

/// `almoner import bank`.
struct ImportBank: Command {
    static let configuration = CommandConfiguration(
        commandName: "bank",
        abstract: "Take in lines of the bank's statement, and match what is beyond doubt.",
        discussion: ImportOptions.discussion(.bank))

    @OptionGroup
    var options: ImportOptions

    func run(in place: Surroundings) throws {
        try ImportRun(kind: .bank, options: options, place: place).run()
    }
}
