import ArgumentParser
import GrantLedger

/// `almoner category`.
struct CategoryGroup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "category", abstract: "Headings of cost.",
        subcommands: [
            CategoryAdd.self, NamedList<GrantLedger.Category>.self,
            NamedShow<GrantLedger.Category>.self,
        ])
}
