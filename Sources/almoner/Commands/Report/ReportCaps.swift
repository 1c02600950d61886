import ArgumentParser
import GrantExchange
import GrantLedger
import GrantStore

/// `almoner report caps`.
struct ReportCaps: ReadingCommand {
    static let configuration = CommandConfiguration(
        commandName: "caps",
        abstract: "What each project may have of a round, has been awarded, and has left.")

    @OptionGroup
    var report: ReportOptions

    @OptionGroup(title: "Output")
    var output: OutputOptions

    @OptionGroup
    var place: BookOptions

    func page(_ reading: Reading) throws -> Page {
        let question = try report.question(reading)
        let rounds = try reading.reader.rows(Round.self)
            .filter { question.rounds.isEmpty || question.rounds.contains($0.code) }
            .filter { question.funds.isEmpty || question.funds.contains($0.fund) }
        let projects = try projects(reading, question)
        let kept = try reading.reader.balances(
            [.capSet, .capUsed, .capHeadroom], asAt: question.asAt)
        let balances = kept.map { ($0.account, $0.amount) }.filter { account, _ in
            let project = account.bid ?? account.award
            return rounds.contains { $0.code == account.round }
                && (account.year.map { report.year.takes($0) } ?? true)
                && (projects.map { wanted in project.map(wanted.contains) ?? false } ?? true)
        }
        let exceptions = try reading.reader.entries(
            matching: EntryFilter(kinds: [.exceptCap], to: question.asAt)
        ).map(\.entry).filter { try reading.facts.reversal(of: $0.number) == nil }
        let caps = CapReport(
            balances: balances, rounds: rounds,
            exceptions: exceptions.compactMap { CapReport.Exception($0) }.filter { exception in
                projects.map { $0.contains(exception.act.project) } ?? true
            })
        return caps.page(try report.envelope(reading, question))
    }

    /// The bids and awards that the filters let through; nil where they let all.
    private func projects(_ reading: Reading, _ question: SpendQuestion) throws -> Set<Code>? {
        guard question.namesAwards else { return nil }
        let awards = try reading.reader.rows(Award.self)
            .filter(report.filter.takes)
        return Set(awards.map { $0.bid ?? $0.code })
    }
}
