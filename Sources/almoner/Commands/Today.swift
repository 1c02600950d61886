import ArgumentParser
import GrantExchange
import GrantLedger
import GrantStore

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
        let today = reading.today
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
        let waiting = try reading.facts.all(Prepared.self).filter { $0.status == .waiting }
        return reading.page(
            "today/1", "Today, \(today.prose)", sentences: try years(year, reading),
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
                PreparedSheet.sheet(
                    waiting, key: "prepared", title: "Waiting for a second person"
                )
                .hiddenWhenEmpty,
            ])
    }

    /// The days to the year's close, and the years that are over and not closed.
    private func years(_ year: FinancialYear, _ reading: Reading) throws -> [String] {
        let days = year.lastDay.daysSince1970 - reading.today.daysSince1970
        var sentences = [
            days == 0
                ? "The year \(year) closes today."
                : "The year \(year) closes in \(days) \(days == 1 ? "day" : "days")."
        ]
        var past = try reading.reader.dates().map { FinancialYear(containing: $0.lowerBound) }
        while let open = past, open < year {
            if try reading.facts.look(YearEnd.self, open.description)?.status != .closed {
                sentences.append(
                    "The year \(open) is over and not closed: almoner year status \(open)")
            }
            past = open.next
        }
        return sentences
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

    /// What can be claimed of each grant in arrears.
    private func claims(_ reading: Reading) throws -> Sheet {
        let ahead = Set(
            try reading.facts.all(Grant.self).filter { $0.basis == .advance }.map(\.code))
        let lines = try reading.balances(Account(.earnedClaimable)).filter { line in
            line.account.mark != .accrued && !(line.account.grant.map(ahead.contains) ?? false)
        }
        var sums: [GrantYear: Money] = [:]
        for (account, amount) in lines {
            guard let grant = account.grant, let year = account.year else { continue }
            sums[GrantYear(grant: grant, year: year), default: .zero] += amount
        }
        return Sheet(
            key: "claims", title: "Claims to make",
            columns: [
                Column("grant", "Grant"), Column("year", "Year"),
                Column("earnedClaimable", "To claim", .money),
            ],
            rows: sums.sorted { ($0.key.grant, $0.key.year) < ($1.key.grant, $1.key.year) }.map {
                [.text($0.key.grant.description), .text($0.key.year.description), .money($0.value)]
            },
            totals: [.text("Total"), .absent, .money(lines.map(\.amount).total)])
    }

    private struct GrantYear: Hashable {
        let grant: Code
        let year: FinancialYear
    }
}
