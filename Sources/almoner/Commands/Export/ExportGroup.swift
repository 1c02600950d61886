import ArgumentParser

/// `almoner export`.
struct ExportGroup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "The book in other bodies' hands.",
        subcommands: [
            ExportPostings.self, ExportHandover.self, ExportXLSX.self, ExportCSV.self,
            ExportHledger.self, ExportLedger.self, ExportBeancount.self,
            Export360Giving.self, ExportSpecifiedInformation.self, ExportTransparency.self,
            ExportSample.self, ExportAudit.self, ExportEntries.self,
        ])
}
