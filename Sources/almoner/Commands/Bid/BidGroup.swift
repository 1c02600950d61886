import ArgumentParser

/// `almoner bid`.
struct BidGroup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bid", abstract: "Requests for money: in a round, or of the office itself.",
        subcommands: [
            BidLog.self, BidDecide.self, BidWithdraw.self, BidSubmit.self, BidOutcome.self,
            BidList.self, BidShow.self, BidChange.self,
        ])
}
