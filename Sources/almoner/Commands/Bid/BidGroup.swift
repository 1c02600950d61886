import ArgumentParser

/// `almoner bid`.
struct BidGroup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bid", abstract: "Requests for money in a round.",
        subcommands: [
            BidLog.self, BidDecide.self, BidWithdraw.self, BidList.self, BidShow.self,
            BidChange.self,
        ])
}
