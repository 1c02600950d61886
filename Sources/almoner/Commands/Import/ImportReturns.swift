import ArgumentParser
import GrantLedger

/// `almoner import returns`.
struct ImportReturns: Command {
    static let configuration = CommandConfiguration(
        commandName: "returns",
        abstract: "Take in figures of monitoring returns.",
        discussion: ImportOptions.discussion(.returns))

    @OptionGroup
    var options: ImportOptions

    func run(in place: Surroundings) throws {
        try ImportRun(kind: .returns, options: options, place: place).run()
    }
}
