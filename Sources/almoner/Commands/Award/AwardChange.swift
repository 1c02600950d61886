import ArgumentParser
import GrantLedger

/// `almoner award change`.
struct AwardChange: ChangingCommand {
    static let register = Register.award

    static let configuration = CommandConfiguration(
        commandName: "change",
        abstract: "Correct facts of an award that are not money; an empty text clears one.")

    @Argument(help: "The award.", completion: .codes(.award), transform: Code.typed)
    var code: Code

    @Option(help: "Its title.")
    var title: String?

    @Option(help: "What it is for.")
    var purpose: String?

    @Option(help: "Why it was awarded.")
    var reasons: String?

    @Option(help: "On what conditions.")
    var conditions: String?

    @Option(help: "What the public is told of it.")
    var description: String?

    @Option(help: "The number of the decision notice.")
    var decision: String?

    @Option(help: "The reference of the signed agreement.")
    var agreement: String?

    @Option(help: "When the project starts.")
    var starts: String?

    @Option(help: "When it ends.")
    var ends: String?

    @Option(help: "Where the money is spent, as published.")
    var place: String?

    @Option(help: "Which area it counts to.")
    var area: String?

    @Option(help: "Which theme it counts to.")
    var theme: String?

    @Option(help: "Why.", transform: Note.typed)
    var reason: Note

    @OptionGroup
    var write: WriteOptions

    func changes() throws -> [String: String?] {
        [
            "title": try Changed.text(title),
            "purpose": try Changed.text(purpose),
            "reasons": try Changed.text(reasons),
            "conditions": try Changed.text(conditions),
            "description": try Changed.text(description),
            "decision": try Changed.text(decision),
            "agreement": try Changed.text(agreement),
            "starts": try Changed.day(starts),
            "ends": try Changed.day(ends),
            "place": try Changed.code(place),
            "area": try Changed.code(area),
            "theme": try Changed.code(theme),
        ]
    }
}
