import ArgumentParser

/// `almoner person`.
struct PersonGroup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "person", abstract: "Those who act on the book, and who may approve.",
        subcommands: [PersonAdd.self, PersonList.self, PersonShow.self])
}
