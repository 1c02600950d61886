import ArgumentParser

/// `almoner import`.
struct ImportGroup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Take in files of other systems: CSV, TSV and workbooks.",
        subcommands: [
            ImportBids.self, ImportAwards.self, ImportPayments.self, ImportReturns.self,
            ImportCosts.self, ImportBank.self, ImportReview.self, ImportProfiles.self,
        ])
}
