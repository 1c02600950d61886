import ArgumentParser

/// `almoner fund`.
struct FundGroup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fund", abstract: "Pots of money, each with one source.",
        subcommands: [
            FundOpen.self, FundApprove.self, FundReduce.self, FundReceive.self, FundCarry.self,
            FundReserve.self, FundOverProgramme.self, FundList.self, FundShow.self,
            FundChange.self,
        ])
}
