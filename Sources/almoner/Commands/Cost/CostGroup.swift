import ArgumentParser

/// `almoner cost`.
struct CostGroup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cost", abstract: "Costs of the office itself: its team, an evaluation.",
        subcommands: [CostRecord.self, CostList.self, CostShow.self])
}
