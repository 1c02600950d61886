import ArgumentParser
import GrantLedger

/// `almoner import bids`.
struct ImportBids: Command {
    static let configuration = CommandConfiguration(
        commandName: "bids",
        abstract: "Take in a sheet of bids, each logged in its round.",
        discussion: ImportOptions.discussion(.bids))

    @OptionGroup
    var options: ImportOptions

    func run(in place: Surroundings) throws {
        try ImportRun(kind: .bids, options: options, place: place).run()
    }
}
