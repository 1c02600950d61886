import ArgumentParser
import GrantExchange
import GrantLedger

/// `almoner` alone: what a finance officer looks at in the morning.
struct Today: ReadingCommand {
    static let configuration = CommandConfiguration(
        commandName: "today",
        abstract: "What is free, due, overdue and held, and the days to the year's close.")

    @OptionGroup
    var place: BookOptions

    @OptionGroup
    var output: OutputOptions

    func page(_ reading: Reading) throws -> Page {
        let today = reading.now.today
        let year = FinancialYear(containing: today)
        let instalments = try reading.facts.all(Instalment.self).sorted {
            ($0.due, $0.award, $0.number) < ($1.due, $1.award, $1.number)
        }
        let due = instalments.filter { $0.status == .released && $0.due <= today }
        let stopped = instalments.filter {
            $0.status == .held || $0.status == .waiting && $0.due <= today
        }
        let overdue = try ReturnsDue.lines(
            try reading.facts.all(Award.self), by: today, reading)
        let days = year.lastDay.daysSince1970 - today.daysSince1970
        return reading.page(
            "today/1", "Today, \(today.prose)",
            sentences: [
                days == 0
                    ? "The year \(year) closes today."
                    : "The year \(year) closes in \(days) \(days == 1 ? "day" : "days")."
            ],
            sheets: [
                try free(year, reading),
                try InstalmentSheet.sheet(
                    due, reading, key: "paymentsDue", title: "Payments due", empty: "None."),
                try InstalmentSheet.sheet(
                    stopped, reading, key: "paymentsStopped", title: "Payments held or waiting",
                    empty: "None."),
                ReturnsDue.sheet(
                    overdue, key: "returnsOverdue", title: "Returns not yet accepted"),
                try claims(reading),
            ])
    }

    /// What each fund has this year.
    private func free(_ year: FinancialYear, _ reading: Reading) throws -> Sheet {
        var rows: [[Cell]] = []
        var totals = SpendFigures()
        let positions = try reading.positions()
        for fund in try reading.facts.all(Fund.self) {
            guard let position = positions[fund.code]?[year] else { continue }
            totals += position
            rows.append([.text(fund.code.description)] + position.position)
        }
        return Sheet(
            key: "free", title: "Funds in \(year)",
            columns: [Column("fund", "Fund")] + Position.columns, rows: rows,
            totals: [.text("Total")] + totals.position, empty: "No fund has money in this year.")
    }

    /// What can be claimed of each grant.
    private func claims(_ reading: Reading) throws -> Sheet {
        let lines = try reading.balances(Account(.earnedClaimable))
        return Sheet(
            key: "claims", title: "Earned and not yet claimed",
            columns: [
                Column("grant", "Grant"), Column("year", "Year"),
                Column("earnedClaimable", "To claim", .money),
            ],
            rows: lines.map { [Cell($0.account.grant), Cell($0.account.year), .money($0.amount)] },
            totals: [.text("Total"), .absent, .money(lines.map(\.amount).total)])
    }
}
