import ArgumentParser

/// `almoner report`.
struct ReportGroup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "What the book says.",
        subcommands: [
            ReportSpend.self, ReportCommitments.self, ReportCaps.self, ReportReturns.self,
            ReportPayments.self, ReportMatch.self, ReportClaims.self, ReportVariance.self,
            ReportFundStatement.self, ReportPanel.self, ReportCalendar.self, ReportExceptions.self,
            ReportTrialBalance.self, ReportPostings.self, ReportUsage.self, ReportBook.self,
            ReportCheck.self,
        ])
}
