import ArgumentParser
import GrantExchange
import GrantLedger

/// `almoner policy show`.
struct PolicyShow: ReadingCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show how the office does things.")

    @OptionGroup
    var place: BookOptions

    @OptionGroup
    var output: OutputOptions

    func page(_ reading: Reading) throws -> Page {
        let sheet = Sheet(
            columns: [
                Column("policy", "Policy"), Column("value", "Value"),
                Column("meaning", "What it is", wraps: true),
            ],
            rows: Policies.defaults.table.map {
                [.text($0.name), .text($0.value), .text($0.meaning)]
            })
        return reading.page("policy.show/1", "Policies, all at their defaults", sheets: [sheet])
    }
}
