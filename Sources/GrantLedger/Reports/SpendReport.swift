/// Spend against allocation: rows by what was asked, and totals that are the same for every
/// grouping.
public struct SpendReport: Sendable {
    /// One row.
    public struct Row: Sendable {
        /// What the row is of, one text for each thing grouped by; in brackets where the money
        /// lacks that key.
        public let keys: [String]
        /// The figures.
        public let figures: SpendFigures
    }

    /// What was asked.
    public let question: SpendQuestion
    /// The rows, in the order of their keys.
    public let rows: [Row]
    /// The sums of the rows.
    public let totals: SpendFigures
    /// The same sums by year of cost.
    public let years: [FinancialYear: SpendFigures]

    /// Groups figures into rows.
    ///
    /// - Parameters:
    ///   - question: what was asked.
    ///   - figures: what the book keeps, as at the day and as known at the time that was asked.
    ///   - planned: what was planned to the last quarter end, line by line.
    ///   - things: what awards and rounds are, for grouping and filtering.
    public init(
        _ question: SpendQuestion, figures: [KeptFigure], planned: [KeptFigure], things: SpendThings
    ) {
        var groups: [[String]: SpendFigures] = [:]
        var sums: [FinancialYear: SpendFigures] = [:]
        func each(_ kept: [KeptFigure], _ add: (inout SpendFigures, KeptFigure) -> Void) {
            for figure in kept where things.isAsked(figure, by: question) {
                guard let year = figure.year else { continue }
                add(
                    &groups[
                        question.by.map { things.key(of: figure, $0) }, default: SpendFigures()],
                    figure)
                add(&sums[year, default: SpendFigures()], figure)
            }
        }
        each(figures) { $0.add($1) }
        each(planned) { $0.profiled += $1.amount }
        self.question = question
        rows = groups.filter { !$0.value.isNil }
            .sorted { $0.key.lexicographicallyPrecedes($1.key, by: Self.precedes) }
            .map { Row(keys: $0.key, figures: $0.value) }
        years = sums
        totals = sums.values.reduce(into: SpendFigures()) { $0 += $1 }
    }

    /// Orders keys by their bytes, those in brackets last.
    private static func precedes(_ left: String, _ right: String) -> Bool {
        let brackets = (left.hasPrefix("("), right.hasPrefix("("))
        guard brackets.0 == brackets.1 else { return brackets.1 }
        return left.utf8.lexicographicallyPrecedes(right.utf8)
    }
}

/// What a report must know of awards and rounds to group and filter by them.
public struct SpendThings: Sendable {
    private let awards: [Code: Award]
    private let roundFunds: [Code: Code]

    /// Creates it from the registers as they were known at the time that was asked.
    public init(awards: [Award] = [], rounds: [Round] = []) {
        self.awards = Dictionary(awards.map { ($0.code, $0) }) { $1 }
        roundFunds = Dictionary(rounds.map { ($0.code, $0.fund) }) { $1 }
    }

    /// The round whose money a figure is: its own, or for cash and cost of an award that of the
    /// award's line.
    private func round(of figure: KeptFigure) -> Code? {
        if let round = figure.round { return round }
        guard let award = figure.award, let round = awards[award]?.round else { return nil }
        return roundFunds[round] == figure.fund ? round : nil
    }

    func isAsked(_ figure: KeptFigure, by question: SpendQuestion) -> Bool {
        func passes(_ filter: Set<Code>, _ code: Code?) -> Bool {
            filter.isEmpty || code.map(filter.contains) ?? false
        }
        guard let year = figure.year, question.years.contains(year, asAt: question.asAt),
            passes(question.funds, figure.fund), passes(question.categories, figure.category),
            passes(question.awards, figure.award)
        else { return false }
        if !question.rounds.isEmpty, !passes(question.rounds, round(of: figure)) { return false }
        let award = figure.award.flatMap { awards[$0] }
        return passes(question.recipients, award?.recipient) && passes(question.areas, award?.area)
            && passes(question.themes, award?.theme)
    }

    func key(of figure: KeptFigure, _ dimension: Dimension) -> String {
        switch dimension {
        case .year: return figure.year?.description ?? "(no year)"
        case .fund: return figure.fund?.description ?? "(no fund)"
        case .round: return round(of: figure)?.description ?? "(no round)"
        case .quarter: return figure.quarter?.description ?? "(whole year)"
        case .category:
            guard isAwarded(figure) else { return unawarded(figure) }
            guard let category = figure.category else { return "(no category)" }
            return category == .general ? "general" : category.description
        case .award, .recipient, .area, .theme:
            guard let code = figure.award else { return unawarded(figure) }
            let award = awards[code]
            switch dimension {
            case .award: return code.description
            case .recipient: return award?.recipient.description ?? "(no recipient)"
            case .area: return award?.area?.description ?? "(no area)"
            default: return award?.theme?.description ?? "(no theme)"
            }
        }
    }

    private func isAwarded(_ figure: KeptFigure) -> Bool {
        figure.award != nil || figure.category != nil
    }

    private func unawarded(_ figure: KeptFigure) -> String {
        let own: Set<Head> = [.charged, .paid, .awardCreditors, .paymentsOnAccount]
        return own.contains(figure.head) ? "(office's own costs)" : "(not awarded)"
    }
}
