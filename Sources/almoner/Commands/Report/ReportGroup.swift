import ArgumentParser

/// `almoner report`.
struct ReportGroup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "What the book says.",
        subcommands: [ReportTrialBalance.self])
}
