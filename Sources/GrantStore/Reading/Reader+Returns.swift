import GRDB
public import GrantLedger

extension Reader {
    /// The monitoring returns of signed awards up to a day.
    ///
    /// - Parameters:
    ///   - asAt: what came, and periods that begin, after this day are left out.
    ///   - knownAt: what was recorded after this entry is left out.
    ///   - takes: which awards are wanted.
    ///   - years: which years are wanted.
    public func returns(
        asAt: Day, knownAt: Int? = nil, of takes: (Award) -> Bool = { _ in true },
        in years: YearSelection = .all
    ) throws -> ReturnReport {
        var owing: [Code: Set<FinancialYear>] = [:]
        for kept in try balances([.awardPayable], knownAt: knownAt, asAt: asAt)
        where kept.amount > .zero {
            guard let award = kept.account.award, let year = kept.account.year,
                years.contains(year, asAt: asAt)
            else { continue }
            owing[award, default: []].insert(year)
        }
        let awards = try rows(Award.self, knownAt: knownAt)
            .filter { owing[$0.code] != nil && takes($0) }
            .map { ($0, Array(owing[$0.code] ?? [])) }
        let wanted = Set(awards.map(\.0.code))
        let come = try monitoringReturns(asAt: asAt, knownAt: knownAt ?? newest)
            .filter { wanted.contains($0.award) }
        return ReturnReport(awards: awards, returns: come, asAt: asAt)
    }

    /// Every return as entries dated up to a day left it.
    private func monitoringReturns(asAt: Day, knownAt: Int) throws -> [MonitoringReturn] {
        let sql = """
            SELECT CAST(row AS BLOB), version.key, max(entry) FROM version
            JOIN journal ON journal.number = entry
            WHERE register = 'monitoringReturn' AND entry <= ? AND date <= ?
            GROUP BY version.key ORDER BY version.key
            """
        return try rows(sql, [knownAt, asAt.description]).compactMap { row in
            let key = try row.text(1)
            return try row.blobIfAny(0).map { try noun(MonitoringReturn.self, $0, key) }
        }
    }

    /// How far the returns of the last period that has ended have come, for awards of the year asked about.
    func returnsDue(
        _ question: SpendQuestion, _ figures: [KeptFigure]
    ) throws -> SpendAnswer.ReturnsDue? {
        let year = FinancialYear(containing: question.asAt)
        let quarter = Planned.quarters(of: year, endedBy: question.asAt)
        guard quarter > 0, question.years.contains(year, asAt: question.asAt),
            question.awards.isEmpty, question.recipients.isEmpty, question.areas.isEmpty,
            question.themes.isEmpty, question.categories.isEmpty, question.rounds.isEmpty,
            figures.contains(where: {
                $0.head == .paid || $0.head == .committed || $0.head == .charged
            })
        else { return nil }
        var due = 0
        var open = 0
        for row in try owing(question, year) {
            let award = try row.text(0)
            guard let frequency = try row.textIfAny(1).flatMap(ReturnFrequency.init(rawValue:)),
                let last = frequency.periods(of: year).last(where: {
                    $0.quarters.upperBound <= quarter
                })
            else { continue }
            due += 1
            let status = try first(
                """
                SELECT row ->> '$.status' FROM version JOIN journal ON number = entry
                WHERE register = 'monitoringReturn' AND version.key = ? AND entry <= ? AND date <= ?
                ORDER BY entry DESC LIMIT 1
                """,
                ["\(award)#\(last)", question.knownAt ?? newest, question.asAt.description]
            )?.textIfAny(0)
            if status != MonitoringReturn.Status.accepted.rawValue { open += 1 }
        }
        guard due > 0 else { return nil }
        return .init(year: year, quarter: quarter, due: due, open: open)
    }

    /// The awards to which money of a year is payable, with how often they report, signed by the as-at day.
    private func owing(_ question: SpendQuestion, _ year: FinancialYear) throws -> [Row] {
        try rows(
            """
            WITH owing (award) AS (
                SELECT DISTINCT account.owner FROM pool JOIN account ON account.pool = pool.id
                WHERE pool.head = 'awardPayable' AND pool.year = ?1 AND account.debits <> account.credits
                AND (?2 = '[]' OR pool.fund IN (SELECT value FROM json_each(?2))))
            SELECT award, row ->> '$.returns' FROM (
                SELECT award, (SELECT row FROM version WHERE register = 'award' AND key = award
                               AND entry <= ?3 ORDER BY entry DESC LIMIT 1) AS row FROM owing)
            WHERE row ->> '$.signed' <= ?4
            """,
            [
                year.start, Self.json(question.funds.map(\.description).sorted()),
                question.knownAt ?? newest, question.asAt.description,
            ])
    }
}
