import ArgumentParser

/// `almoner instalment`.
struct InstalmentGroup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "instalment", abstract: "Scheduled payments of an award.",
        subcommands: [
            InstalmentSchedule.self, InstalmentHold.self, InstalmentRelease.self,
            InstalmentWithdraw.self, InstalmentList.self, InstalmentShow.self,
        ])
}
