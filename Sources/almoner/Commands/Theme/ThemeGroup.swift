import ArgumentParser

/// `almoner theme`.
struct ThemeGroup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "theme", abstract: "Purposes that money is spent on.",
        subcommands: [ThemeAdd.self, ThemeList.self, ThemeShow.self])
}
