import ArgumentParser

/// `almoner grant`.
struct GrantGroup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "grant",
        abstract: "Agreements under which a funder pays the office: money in.",
        subcommands: [
            GrantAgree.self, GrantConfirm.self, GrantVary.self, GrantAnnounce.self, GrantList.self,
            GrantShow.self, GrantChange.self,
        ])
}
