import ArgumentParser

/// `almoner claim`.
struct ClaimGroup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "claim", abstract: "Requests to a funder for what was spent.",
        subcommands: [
            ClaimMake.self, ClaimReceive.self, ClaimDisallow.self, ClaimList.self,
            ClaimShow.self,
        ])
}
