import ArgumentParser

/// `almoner reconcile`.
struct ReconcileGroup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reconcile", abstract: "Compare the book's bank with the bank's own lines.",
        subcommands: [ReconcileShow.self, ReconcileMatch.self, ReconcileElsewhere.self],
        defaultSubcommand: ReconcileShow.self)
}
