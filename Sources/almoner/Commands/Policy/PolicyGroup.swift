import ArgumentParser

/// `almoner policy`.
struct PolicyGroup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "policy", abstract: "How the office does things.",
        subcommands: [PolicySet.self, PolicyMap.self, PolicyShow.self])
}
