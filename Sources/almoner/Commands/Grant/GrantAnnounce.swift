import ArgumentParser
import GrantLedger

/// `almoner grant announce`.
struct GrantAnnounce: RecordingCommand {
    static let configuration = CommandConfiguration(
        commandName: "announce",
        abstract: "Keep a figure that was made public about a grant; it moves no money.")

    @Argument(help: "The grant.", completion: .codes(.grant), transform: Code.typed)
    var grant: Code

    @Option(parsing: .unconditional, help: "The figure.", transform: Money.typed)
    var amount: Money

    @Option(help: "Where it was said.", transform: Note.typed)
    var source: Note

    @Option(help: "When it was said.", transform: Day.typed)
    var date: Day

    @OptionGroup
    var write: WriteOptions

    func acts(_ facts: Facts, _ now: Now) throws -> [any Act] {
        [
            AnnounceFigure(
                register: .grant, of: grant, amount: amount, source: source, date: date)
        ]
    }
}
