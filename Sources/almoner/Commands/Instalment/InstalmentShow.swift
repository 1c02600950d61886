import ArgumentParser
import GrantExchange
import GrantLedger

/// `almoner instalment show`.
struct InstalmentShow: ReadingCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show one instalment.")

    @Argument(help: "The award.", completion: .codes(.award), transform: Code.typed)
    var award: Code

    @Argument(help: "Which instalment.")
    var number: Int

    @OptionGroup
    var place: BookOptions

    @OptionGroup
    var output: OutputOptions

    func page(_ reading: Reading) throws -> Page {
        _ = try reading.known(Award.self, award)
        let key = Instalment.key(award, number)
        guard let line = try reading.facts.find(Instalment.self, key) else {
            throw Refusal(
                .unknownCode, "There is no instalment \(number) of \(award).",
                remedy: "almoner instalment list --award \(award) shows what there is.",
                [.init("award", award), .init("instalment", number)])
        }
        return reading.page(
            "instalment.show/1", "Instalment \(number) of \(award)",
            sheets: [try InstalmentSheet.sheet([line], reading)])
    }
}
