import ArgumentParser

/// `almoner year`.
struct YearGroup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "year", abstract: "The year end: what is open, accruals, the close.",
        subcommands: [
            YearState.self, YearAccrue.self, YearClose.self, YearAdjust.self, YearReopen.self,
        ])
}
