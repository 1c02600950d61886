import ArgumentParser
import GrantLedger

/// `almoner import costs`.
struct ImportCosts: Command {
    static let configuration = CommandConfiguration(
        commandName: "costs",
        abstract: "Take in the office's own costs from the finance system.",
        discussion: ImportOptions.discussion(.costs))

    @OptionGroup
    var options: ImportOptions

    func run(in place: Surroundings) throws {
        try ImportRun(kind: .costs, options: options, place: place).run()
    }
}
