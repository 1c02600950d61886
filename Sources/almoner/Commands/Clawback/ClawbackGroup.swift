import ArgumentParser

/// `almoner clawback`.
struct ClawbackGroup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "clawback", abstract: "Money a recipient holds and will not spend.",
        subcommands: [
            ClawbackRaise.self, ClawbackReceive.self, ClawbackWriteOff.self, ClawbackList.self,
        ])
}
