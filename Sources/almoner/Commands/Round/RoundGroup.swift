import ArgumentParser

/// `almoner round`.
struct RoundGroup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "round", abstract: "Openings of a fund to bids.",
        subcommands: [
            RoundOpen.self, RoundAdd.self, RoundReturn.self, RoundClose.self, RoundList.self,
            RoundShow.self, RoundChange.self,
        ])
}
