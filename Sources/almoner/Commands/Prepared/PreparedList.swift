import ArgumentParser
import GrantExchange
import GrantLedger

/// `almoner prepared list`.
struct PreparedList: ReadingCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the entries that wait for a second person.")

    @Flag(help: "Those approved and declined too.")
    var all = false

    @OptionGroup
    var place: BookOptions

    @OptionGroup
    var output: OutputOptions

    func page(_ reading: Reading) throws -> Page {
        let rows = try reading.facts.all(Prepared.self).filter { all || $0.status == .waiting }
        return reading.page(
            "prepared.list/1",
            all ? "Prepared entries. Pounds." : "Entries waiting for a second person. Pounds.",
            sheets: [
                PreparedSheet.sheet(rows, empty: all ? "Nothing was prepared." : "Nothing waits.")
            ])
    }
}
