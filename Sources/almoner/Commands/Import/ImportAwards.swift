import ArgumentParser
import GrantLedger

/// `almoner import awards`.
struct ImportAwards: Command {
    static let configuration = CommandConfiguration(
        commandName: "awards",
        abstract:
            "Take in a sheet of awards: made, signed where it says when, paid where it says how much.",
        discussion: ImportOptions.discussion(.awards))

    @OptionGroup
    var options: ImportOptions

    func run(in place: Surroundings) throws {
        try ImportRun(kind: .awards, options: options, place: place).run()
    }
}
