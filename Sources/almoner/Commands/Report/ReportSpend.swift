import ArgumentParser
import GrantExchange
import GrantLedger
import GrantStore

/// `almoner report spend`.
struct ReportSpend: ReadingCommand {
    static let configuration = CommandConfiguration(
        commandName: "spend", abstract: "What has been spent against the allocation, as at any day."
    )

    @OptionGroup
    var report: ReportOptions

    @Option(
        parsing: .upToNextOption,
        help:
            "Grouped by: year, fund, round, award, recipient, area, theme, category or quarter; outermost first.",
        transform: Dimension.typed)
    var by: [Dimension] = []

    @OptionGroup(title: "Output")
    var output: OutputOptions

    @OptionGroup
    var place: BookOptions

    func page(_ reading: Reading) throws -> Page {
        var question = try report.question(reading)
        if !by.isEmpty { question.by = by }
        let answer = try reading.reader.spend(question)
        var page = try answer.page(
            report.envelope(reading, question),
            tolerance: try reading.facts.policies(on: question.asAt).varianceTolerance)
        if answerForm.isDrawn, let line = try line(reading, question) { page.charts.append(line) }
        return page
    }

    /// Spend against its profile, where the question is of whole funds.
    private func line(_ reading: Reading, _ question: SpendQuestion) throws -> Chart? {
        guard !question.namesAwards, question.rounds.isEmpty, question.years == .all,
            question.funds.count < 2
        else { return nil }
        return try reading.reader.quarters(asAt: question.asAt)
            .chart(of: question.funds.first)
    }
}

extension Dimension {
    /// Reads one text.
    static func typed(_ text: String) throws -> Dimension {
        if let dimension = Dimension(rawValue: text.lowercased()) { return dimension }
        throw NotAccepted("group by \(allCases.map(\.rawValue).joined(separator: ", ")).")
    }
}

extension ReportOptions {
    /// What is asked, with the day and the entry it is asked for.
    func question(_ reading: Reading) throws -> SpendQuestion {
        var question = SpendQuestion(asAt: asAt ?? reading.today)
        question.funds = try checked(filter.fund, Fund.self, reading)
        question.rounds = try checked(filter.round, Round.self, reading)
        question.awards = try checked(filter.award, Award.self, reading)
        question.recipients = try checked(filter.recipient, Organisation.self, reading)
        question.areas = try checked(filter.area, Area.self, reading)
        question.themes = try checked(filter.theme, Theme.self, reading)
        question.categories = Set(category)
        question.years = year.selection
        return question
    }

    /// What was asked of which book.
    func envelope(_ reading: Reading, _ question: SpendQuestion) throws -> Envelope {
        var envelope = reading.envelope
        envelope.asAt = question.asAt
        envelope.isSinglePerson = try reading.facts.policies(on: question.asAt).isSinglePerson
        return envelope
    }

    private func checked<Noun: Coded>(
        _ codes: [Code], _ type: Noun.Type, _ reading: Reading
    ) throws -> Set<Code> {
        for code in codes { _ = try reading.known(type, code) }
        return Set(codes)
    }
}

extension YearsEntry {
    /// As a report takes it.
    var selection: YearSelection {
        switch self {
        case .all: .all
        case .open: .open
        case .between(let first, let last): .range(first...last)
        }
    }
}
