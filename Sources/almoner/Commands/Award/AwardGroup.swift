import ArgumentParser

/// `almoner award`.
struct AwardGroup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "award", abstract: "Decided grants to recipients: money out.",
        subcommands: [
            AwardMake.self, AwardSign.self, AwardExcept.self, AwardVary.self, AwardVire.self,
            AwardReprofile.self, AwardForecast.self, AwardMove.self, AwardCarry.self,
            AwardLapse.self, AwardFinish.self, AwardWithhold.self, AwardAnnounce.self,
            AwardChange.self, AwardList.self, AwardShow.self, AwardStatement.self,
        ])
}
