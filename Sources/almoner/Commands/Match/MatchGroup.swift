import ArgumentParser

/// `almoner match`.
struct MatchGroup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "match",
        abstract: "Other money or value put to an award or a grant, stage by stage.",
        subcommands: [
            MatchPledge.self, MatchConfirm.self, MatchEvidence.self, MatchWithdraw.self,
            MatchList.self,
        ])
}
