import ArgumentParser

/// `almoner prepared`.
struct PreparedGroup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prepared", abstract: "Entries that wait for a second person.",
        subcommands: [
            PreparedList.self, PreparedShow.self, PreparedApprove.self, PreparedDecline.self,
        ])
}
