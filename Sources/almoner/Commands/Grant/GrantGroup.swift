import ArgumentParser

/// `almoner grant`.
struct GrantGroup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "grant",
        abstract: "Agreements under which a funder pays the office: money in.",
        subcommands: [
            GrantAgree.self, GrantConfirm.self, GrantVary.self, GrantReceive.self,
            GrantSurrender.self,
            GrantRepay.self, GrantPass.self, GrantAnnounce.self, GrantList.self, GrantShow.self,
            GrantChange.self,
        ])
}
