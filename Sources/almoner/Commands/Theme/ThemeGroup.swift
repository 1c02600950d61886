import ArgumentParser
import GrantLedger

/// `almoner theme`.
struct ThemeGroup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "theme", abstract: "Purposes that money is spent on.",
        subcommands: [
            ThemeAdd.self, NamedList<GrantLedger.Theme>.self,
            NamedShow<GrantLedger.Theme>.self,
        ])
}
