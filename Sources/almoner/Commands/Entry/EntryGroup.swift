import ArgumentParser

/// `almoner entry`.
struct EntryGroup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "entry", abstract: "The journal.",
        subcommands: [EntryList.self, EntryShow.self, EntryReverse.self])
}
