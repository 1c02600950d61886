import GRDB
public import GrantLedger

extension Reader {
    /// Spend against allocation, as asked.
    ///
    /// By fund and year it reads what is kept at that grain; finer questions read the accounts of
    /// awards.
    public func spend(_ question: SpendQuestion) throws -> SpendAnswer {
        let awards = question.isCoarse ? [] : try rows(Award.self)
        let rounds = question.isCoarse ? [] : try rows(Round.self)
        let figures = try figures(question)
        let report = SpendReport(
            question, figures: figures, planned: try planned(question, figures, awards),
            things: SpendThings(awards: awards, rounds: rounds))
        var answer = SpendAnswer(report: report, fund: try onlyFund(question, report))
        answer.laterEntries = try countDated(after: question.asAt)
        answer.backDated = try backDated(question)
        answer.returns = try returnsDue(question)
        answer.names = try names(question, report)
        return answer
    }

    /// The names behind the codes of the last thing grouped by.
    private func names(_ question: SpendQuestion, _ report: SpendReport) throws -> [String: String]
    {
        func named<Noun: Coded>(_ type: Noun.Type, _ name: (Noun) -> Title) throws -> [String:
            String]
        {
            var names: [String: String] = [:]
            for key in Set(report.rows.compactMap(\.keys.last)) where !key.hasPrefix("(") {
                guard let thing = try row(type, key) else { continue }
                names[key] = name(thing).description
            }
            return names
        }
        switch question.by.last {
        case .fund: return try named(Fund.self) { $0.title }
        case .round: return try named(Round.self) { $0.title }
        case .award: return try named(Award.self) { $0.title }
        case .recipient: return try named(Organisation.self) { $0.name }
        case .area: return try named(Area.self) { $0.name }
        case .theme: return try named(Theme.self) { $0.name }
        case .category: return try named(Category.self) { $0.name }
        case .year, .quarter, nil: return [:]
        }
    }

    func figures(_ question: SpendQuestion, knownAt known: Int? = nil) throws -> [KeptFigure] {
        let asAt = question.asAt
        if question.isByQuarter { return try quarterly(question, known) }
        if question.isCoarse {
            return try pools(SpendFigures.heads, of: question.funds, knownAt: known, asAt: asAt)
                .map { KeptFigure($0) }
        }
        return try balances(SpendFigures.heads, knownAt: known, asAt: asAt).map { KeptFigure($0) }
    }

    /// What is charged and paid stands in the quarter of its entry's date; the rest has none.
    private func quarterly(_ question: SpendQuestion, _ known: Int?) throws -> [KeptFigure] {
        let asAt = question.asAt
        let dated: Set<Head> = [.charged, .paid, .paymentReturned]
        let whole = SpendFigures.heads.subtracting(dated)
        guard !question.isCoarse else {
            let months = try poolMonths(dated, of: question.funds, knownAt: known, asAt: asAt).map {
                month in
                KeptFigure(
                    month.pool, quarter: Day("\(month.month)-01").map(Quarter.init(containing:)))
            }
            return try months
                + pools(whole, of: question.funds, knownAt: known, asAt: asAt).map {
                    KeptFigure($0)
                }
        }
        let moves = try moves(dated, knownAt: known, asAt: asAt).map { account, date, amount in
            KeptFigure(account, amount, quarter: Quarter(containing: date))
        }
        return try moves + balances(whole, knownAt: known, asAt: asAt).map { KeptFigure($0) }
    }

    func planned(
        _ question: SpendQuestion, _ figures: [KeptFigure], _ awards: [Award]
    ) throws -> [KeptFigure] {
        let heads: Set<Head> = [.reserved, .committed, .charged]
        let awarded = figures.filter { heads.contains($0.head) }
        guard question.isCoarse else {
            return Planned(asAt: question.asAt, awards: awards).figures(from: awarded)
        }
        // A year that has ended is planned in whole, so only a running one needs its awards.
        let running = FinancialYear(containing: question.asAt)
        guard (1...3).contains(Planned.quarters(of: running, endedBy: question.asAt)),
            awarded.contains(where: { $0.year == running && $0.amount > .zero })
        else { return Planned(asAt: question.asAt, awards: []).figures(from: awarded) }
        let ended = awarded.filter { $0.year != running }
        return try Planned(asAt: question.asAt, awards: []).figures(from: ended)
            + plannedByAward(question, heads, in: running)
    }

    /// What was planned of a year that runs, reckoned award by award and kept by fund and round.
    private func plannedByAward(
        _ question: SpendQuestion, _ heads: Set<Head>, in year: FinancialYear
    ) throws -> [KeptFigure] {
        var sums: [KeptFigure: Money] = [:]
        try forEachOwner(heads, of: question.funds, in: year, asAt: question.asAt) {
            owner, accounts in
            let award = try owner.flatMap { try row(Award.self, $0.description) }
            let plan = Planned(asAt: question.asAt, awards: award.map { [$0] } ?? [])
            for figure in plan.figures(from: accounts.map { KeptFigure($0) }) {
                let grain = KeptFigure(
                    head: figure.head, fund: figure.fund, round: figure.round, year: year,
                    amount: .zero)
                sums[grain, default: .zero] += figure.amount
            }
        }
        return sums.map { grain, amount in
            var figure = grain
            figure.amount = amount
            return figure
        }
    }

    /// The fund a report is about, where every figure in it is of one.
    private func onlyFund(_ question: SpendQuestion, _ report: SpendReport) throws -> Fund? {
        if question.funds.count == 1, let code = question.funds.first {
            return try row(Fund.self, code.description)
        }
        guard question.funds.isEmpty, let place = question.by.firstIndex(of: .fund) else {
            return nil
        }
        let codes = Set(report.rows.map { $0.keys[place] })
        guard codes.count == 1, let code = codes.first else { return nil }
        return try row(Fund.self, code)
    }

    /// What was entered after the as-at day with a date up to it.
    private func backDated(_ question: SpendQuestion) throws -> SpendAnswer.BackDated? {
        let end = "\(question.asAt)T23:59:59.999Z"
        let count = try countDated(to: question.asAt, recordedAfter: end)
        guard count > 0 else { return nil }
        let known = try entryNumber(recordedBy: end)
        guard known > 0 else { return .init(entries: count, before: SpendFigures()) }
        let awards = question.isCoarse ? [] : try rows(Award.self, knownAt: known)
        let rounds = question.isCoarse ? [] : try rows(Round.self, knownAt: known)
        let report = SpendReport(
            question, figures: try figures(question, knownAt: known), planned: [],
            things: SpendThings(awards: awards, rounds: rounds))
        return .init(entries: count, before: report.totals)
    }
}

extension KeptFigure {
    init(_ pool: PoolSum, quarter: Quarter? = nil) {
        self.init(
            head: pool.head, mark: pool.mark, fund: pool.fund, round: pool.round, year: pool.year,
            quarter: quarter, amount: pool.amount)
    }

    init(_ kept: Reader.AccountBalance) { self.init(kept.account, kept.amount) }

    fileprivate init(_ account: Account, _ amount: Money, quarter: Quarter? = nil) {
        self.init(
            head: account.head, mark: account.mark, fund: account.fund, round: account.round,
            award: account.award, category: account.category, year: account.year, quarter: quarter,
            amount: amount)
    }
}
