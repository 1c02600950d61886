import GRDB
public import GrantLedger

extension Reader {
    /// The monitoring returns of signed awards up to a day.
    ///
    /// - Parameters:
    ///   - asAt: what came, and periods that begin, after this day are left out.
    ///   - takes: which awards are wanted.
    ///   - years: which years are wanted.
    /// - Returns: a row a return, in or due.
    /// - Throws: ``BookFault`` where a row cannot be read.
    public func returns(
        asAt: Day, of takes: (Award) -> Bool = { _ in true },
        in years: YearSelection = .all
    ) throws -> ReturnReport {
        var owing: [Code: Set<FinancialYear>] = [:]
        for kept in try balances([.awardPayable], asAt: asAt)
        where kept.amount > .zero {
            guard let award = kept.account.award, let year = kept.account.year,
                years.contains(year, asAt: asAt)
            else { continue }
            owing[award, default: []].insert(year)
        }
        let awards = try rows(Award.self)
            .filter { owing[$0.code] != nil && takes($0) }
            .map { ($0, Array(owing[$0.code] ?? [])) }
        let wanted = Set(awards.map(\.0.code))
        let come = try rows(MonitoringReturn.self, asAt: asAt)
            .filter { wanted.contains($0.award) }
        return ReturnReport(awards: awards, returns: come, asAt: asAt)
    }

    /// How far the last returns due have come, of awards whose period ended in the twelve months to
    /// the as-at day; nil where none is due, or where more than five hundred awards would be looked
    /// at.
    func returnsDue(_ question: SpendQuestion) throws -> SpendAnswer.ReturnsDue? {
        guard !question.namesAwards, question.rounds.isEmpty else { return nil }
        let running = FinancialYear(containing: question.asAt)
        let years = [running.previous, running].compactMap(\.self)
            .filter { question.years.contains($0, asAt: question.asAt) }
        var last: [String: Period] = [:]
        for year in years {
            let owing = try owing(question, year)
            guard owing.count <= Self.mostOwing else { return nil }
            for (award, frequency, signed) in owing {
                let ended = frequency.periods(of: year).last {
                    $0.lastDay <= question.asAt && $0.lastDay >= signed
                }
                if let ended { last[award] = ended }
            }
        }
        var open = 0
        for (award, period) in last {
            let status = try status("\(award)#\(period)", question)
            if status != MonitoringReturn.Status.accepted.rawValue { open += 1 }
        }
        guard !last.isEmpty else { return nil }
        return .init(ends: Set(last.values.map(\.lastDay)), due: last.count, open: open)
    }

    private static let mostOwing = 500

    private func status(_ key: String, _ question: SpendQuestion) throws -> String? {
        try first(
            """
            SELECT row ->> '$.status' FROM version JOIN journal ON number = entry
            WHERE register = 'monitoringReturn' AND version.key = ? AND date <= ?
            ORDER BY entry DESC LIMIT 1
            """, [key, question.asAt.description]
        )?.textIfAny(0)
    }

    /// The signed awards to which money of a year is payable, how often they report, and since
    /// when; one too many at most.
    private func owing(
        _ question: SpendQuestion, _ year: FinancialYear
    ) throws -> [(award: String, frequency: ReturnFrequency, signed: Day)] {
        try rows(
            """
            SELECT award, row ->> '$.returns', row ->> '$.signed' FROM (
                SELECT award, (SELECT row FROM version WHERE register = 'award' AND key = award
                               ORDER BY entry DESC LIMIT 1) AS row
                FROM (SELECT DISTINCT account.owner AS award
                      FROM pool JOIN account ON account.pool = pool.id
                      WHERE pool.head = 'awardPayable' AND pool.year = ?1
                      AND account.debits <> account.credits
                      AND (?2 = '[]' OR pool.fund IN (SELECT value FROM json_each(?2)))
                      LIMIT ?3))
            """,
            [
                year.start, Self.json(question.funds.map(\.description).sorted()),
                Self.mostOwing + 1,
            ]
        ).compactMap { row in
            guard let frequency = try row.textIfAny(1).flatMap(ReturnFrequency.init(rawValue:)),
                let signed = try row.textIfAny(2).flatMap(Day.init(_:))
            else { return nil }
            return (try row.text(0), frequency, signed)
        }
    }
}
