import ArgumentParser
import GrantLedger

/// `almoner award announce`.
struct AwardAnnounce: RecordingCommand {
    static let configuration = CommandConfiguration(
        commandName: "announce",
        abstract: "Keep a figure that was made public about an award; it moves no money.")

    @Argument(help: "The award.", completion: .codes(.award), transform: Code.typed)
    var award: Code

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
                register: .award, of: award, amount: amount, source: source, date: date)
        ]
    }
}
