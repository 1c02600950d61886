import ArgumentParser
import GrantExchange
import GrantLedger
import GrantStore

/// `almoner award statement`.
struct AwardStatement: ReadingCommand {
    static let configuration = CommandConfiguration(
        commandName: "statement",
        abstract: "An award as its recipient is told of it: awarded, paid, agreed, due.")

    @Argument(help: "The award.", completion: .codes(.award), transform: Code.typed)
    var code: Code

    @Option(
        name: .customLong("as-at"), help: "Entries dated to this day; today where absent.",
        transform: Day.typed)
    var asAt: Day?

    @OptionGroup
    var place: BookOptions

    @OptionGroup
    var output: OutputOptions

    func page(_ reading: Reading) throws -> Page {
        let day = asAt ?? reading.today
        let award = try reading.known(Award.self, code)
        let recipient = try reading.facts.find(Organisation.self, award.recipient)
        let held = try reading.reader.balances(
            RecipientStatement.heads, owner: code, asAt: day)
        let statement = RecipientStatement(
            award: award, balances: held.map { ($0.account, $0.amount) },
            returns: try reading.reader.returns(asAt: day) { $0.code == code }, asAt: day)
        var envelope = reading.envelope
        envelope.asAt = day
        return statement.page(
            envelope, recipient: recipient?.name.description ?? award.recipient.description)
    }
}
