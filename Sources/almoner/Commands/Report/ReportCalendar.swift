import ArgumentParser
import GrantExchange
import GrantLedger
import GrantStore

/// `almoner report calendar`.
struct ReportCalendar: ReadingCommand {
    static let configuration = CommandConfiguration(
        commandName: "calendar",
        abstract: "What is due when: returns, instalments, claims, ends, the close of years.")

    @OptionGroup(title: "Only")
    var filter: FilterOptions

    @Option(help: "The first day; today where absent.", transform: Day.typed)
    var from: Day?

    @Option(help: "The last day; twelve months on where absent.", transform: Day.typed)
    var to: Day?

    @OptionGroup(title: "Output")
    var output: OutputOptions

    @OptionGroup
    var place: BookOptions

    func page(_ reading: Reading) throws -> Page {
        let calendar = try calendar(reading)
        let names = Dictionary(
            try reading.facts.all(Organisation.self).map { ($0.code, $0.name.description) }
        ) { $1 }
        return try reading.told(
            calendar.page(reading.envelope, names: names), reading.today)
    }

    /// What falls due on the days that are asked for, and before them.
    func calendar(_ reading: Reading) throws -> CalendarReport {
        let first = from ?? reading.today
        guard let last = to ?? first.yearOn, first <= last else {
            throw Fault.usage(
                "The last day comes before \(first.prose).",
                remedy: "Give --from a day that is not after --to.")
        }
        return CalendarReport(try items(reading, first, last), days: first...last)
    }

    private func items(
        _ reading: Reading, _ first: Day, _ last: Day
    ) throws -> [CalendarReport.Item] {
        let awards = try reading.facts.all(Award.self).filter(filter.takes)
        return try instalments(reading, awards) + returns(reading, awards)
            + grants(reading, awards, first) + years(reading, first, last)
    }

    private func instalments(
        _ reading: Reading, _ awards: [Award]
    ) throws -> [CalendarReport.Item] {
        let recipients = Dictionary(awards.map { ($0.code, $0.recipient) }) { $1 }
        return try reading.facts.all(Instalment.self).compactMap { line in
            guard let recipient = recipients[line.award], line.status != .paid,
                line.status != .withdrawn
            else { return nil }
            return .init(
                line.due, .instalment, of: line.award.description,
                part: "#\(line.number) \(line.status.rawValue)", party: recipient,
                amount: try InstalmentSheet.amount(of: line, reading))
        }
    }

    private func returns(_ reading: Reading, _ awards: [Award]) throws -> [CalendarReport.Item] {
        var years: [Code: Set<FinancialYear>] = [:]
        for (account, _) in try reading.balances(Account(.awardPayable)) {
            guard let award = account.award, let year = account.year else { continue }
            years[award, default: []].insert(year)
        }
        let accepted = Set(
            try reading.facts.all(MonitoringReturn.self).filter { $0.status == .accepted }
                .map(\.key))
        return awards.flatMap { award in
            let ends = award.ends.map { [$0] } ?? []
            return CalendarReport.Item.returns(
                of: award, in: years[award.code] ?? [], accepted: accepted)
                + ends.filter { _ in award.status != .ended }.map {
                    .init(
                        $0, .awardEnds, of: award.code.description, party: award.recipient)
                }
        }
    }

    private func grants(
        _ reading: Reading, _ awards: [Award], _ first: Day
    ) throws -> [CalendarReport.Item] {
        let closed = try closed(reading)
        let byAward = [filter.award, filter.recipient, filter.round, filter.area, filter.theme]
            .contains { !$0.isEmpty }
        guard !byAward else { return [] }
        return try reading.facts.all(Grant.self)
            .filter { FilterOptions.fits(filter.fund, $0.fund) }.flatMap { grant in
                var claimable: [FinancialYear: Money] = [:]
                for (account, amount) in try reading.balances(
                    Account(.earnedClaimable, grant: grant.code))
                where account.mark != .accrued {
                    guard let year = account.year else { continue }
                    claimable[year, default: .zero] += amount
                }
                return CalendarReport.Item.grant(
                    grant, claimable: claimable, today: first
                ) { !closed.contains($0) }
            }
    }

    /// The close of each year that has entries and is not closed.
    private func years(
        _ reading: Reading, _ first: Day, _ last: Day
    ) throws -> [CalendarReport.Item] {
        guard let dates = try reading.reader.dates() else { return [] }
        let closed = try closed(reading)
        let begun = FinancialYear(containing: min(dates.lowerBound, last)).start
        let end = FinancialYear(containing: last).start
        guard begun <= end else { return [] }
        return (begun...end).compactMap { FinancialYear(starting: $0) }
            .filter { !closed.contains($0) }.map {
                .init($0.lastDay, .yearClose, of: $0.description)
            }
    }

    private func closed(_ reading: Reading) throws -> Set<FinancialYear> {
        Set(
            try reading.facts.all(YearEnd.self).filter { $0.status == .closed }.map(\.year))
    }
}
