import ArgumentParser
import GrantExchange
import GrantLedger
import GrantStore

/// `almoner report panel`.
struct ReportPanel: ReadingCommand {
    static let configuration = CommandConfiguration(
        commandName: "panel",
        abstract: "One fund on one page, beside the same day a year before.")

    @Option(help: "The fund.", completion: .codes(.fund), transform: Code.typed)
    var fund: Code

    @Option(
        name: .customLong("as-at"), help: "Entries dated to this day; today where absent.",
        transform: Day.typed)
    var asAt: Day?

    @OptionGroup(title: "Output")
    var output: OutputOptions

    @OptionGroup
    var place: BookOptions

    func page(_ reading: Reading) throws -> Page {
        let day = asAt ?? reading.today
        let row = try reading.known(Fund.self, fund)
        var envelope = reading.envelope
        envelope.asAt = day
        let panel = try panel(reading, row, day)
        return try reading.told(
            panel.page(
                envelope, tolerance: try reading.facts.policies(on: day).varianceTolerance), day)
    }

    private func panel(_ reading: Reading, _ fund: Fund, _ day: Day) throws -> FundPanel {
        let reader = reading.reader
        var question = SpendQuestion(asAt: day)
        question.funds = [fund.code]
        question.by = [.year]
        var earlier = question
        earlier.asAt = day.yearBefore ?? day
        let awards = try reading.awards(of: [fund.code])
        let things = try reading.things(of: [fund.code]).union(fund.grants)
        return FundPanel(
            fund: fund, answer: try reader.spend(question),
            variance: try reader.variance(question), before: try reader.spend(earlier).report,
            caps: try caps(reading, fund, day),
            returns: try reader.returns(asAt: day) { awards.contains($0.code) },
            match: try reader.match(asAt: day) { things.contains($0) },
            claims: try reader.claims(asAt: day) { fund.grants.contains($0) },
            exceptions: try reading.exceptions(
                from: FinancialYear(containing: day).firstDay, asAt: day, about: things))
    }

    private func caps(_ reading: Reading, _ fund: Fund, _ day: Day) throws -> CapReport {
        let rounds = try reading.facts.all(Round.self).filter { $0.fund == fund.code }
        let kept = try reading.reader.balances([.capSet, .capUsed, .capHeadroom], asAt: day)
            .filter { kept in rounds.contains { $0.code == kept.account.round } }
        let projects = Set(kept.compactMap { $0.account.bid ?? $0.account.award })
        let exceptions = try reading.reader.entries(
            matching: EntryFilter(kinds: [.exceptCap], to: day)
        ).map(\.entry).filter { try reading.facts.reversal(of: $0.number) == nil }
            .compactMap { CapReport.Exception($0) }.filter { projects.contains($0.act.project) }
        return CapReport(
            balances: kept.map { ($0.account, $0.amount) }, rounds: rounds,
            exceptions: exceptions)
    }
}
