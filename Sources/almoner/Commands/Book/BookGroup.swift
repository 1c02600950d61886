import ArgumentParser

/// `almoner book`.
struct BookGroup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "book", abstract: "The book and its counterfoils.",
        subcommands: [BookAdopt.self])
}
