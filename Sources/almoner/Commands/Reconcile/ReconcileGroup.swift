import ArgumentParser

/// `almoner reconcile`.
struct ReconcileGroup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reconcile",
        abstract: "Compare the book with the bank's own lines, and with the finance system.",
        subcommands: [
            ReconcileShow.self, ReconcileMatch.self, ReconcileElsewhere.self, ReportPostings.self,
        ],
        defaultSubcommand: ReconcileShow.self)
}
