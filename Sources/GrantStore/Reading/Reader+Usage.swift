import GRDB
public import GrantLedger

extension Reader {
    /// The statement of grant usage of a grant and a year.
    ///
    /// - Parameters:
    ///   - grant: the grant.
    ///   - year: the year of the cost.
    ///   - asAt: what is dated after this day is left out.
    /// - Returns: the statement.
    /// - Throws: ``BookFault`` where the book cannot be read.
    public func usage(
        of grant: Grant, in year: FinancialYear, asAt: Day
    ) throws -> StatementOfGrantUsage {
        let years = YearSelection.range(year...year)
        let charged = try balances([.charged], asAt: asAt).filter {
            $0.account.fund == grant.fund && $0.account.year == year
        }
        let awards = Set(charged.compactMap(\.account.award))
        return StatementOfGrantUsage(
            grant: grant, year: year, asAt: asAt,
            movements: try usageMovements(of: grant.code, asAt: asAt),
            charged: charged.map { ($0.account, $0.amount) },
            claims: try claims(asAt: asAt, in: years) { $0 == grant.code }.claims,
            match: try match(asAt: asAt, in: years) { $0 == grant.code || awards.contains($0) })
    }

    private func usageMovements(
        of grant: Code, asAt: Day
    ) throws -> [StatementOfGrantUsage.Movement] {
        try rows(Self.usageSQL, [grant.description, asAt.description]).map { row in
            guard let kind = Kind(rawValue: try row.text(0)) else {
                throw BookFault.damaged(what: "an entry has an unknown kind")
            }
            return StatementOfGrantUsage.Movement(
                kind: kind, debit: try Self.account(row.text(1)),
                credit: try Self.account(row.text(2)),
                amount: Money(pence: Int64(try row.whole(3))), isUndone: try row.whole(4) == 1)
        }
    }

    /// What moved through the accounts of a grant, by the kind of the act that was meant; what was
    /// undone is taken back under the kind of what it undoes.
    private static let usageSQL = """
        WITH own (id) AS (SELECT id FROM account WHERE owner = ?1),
        moved (entry, line) AS (
            SELECT entry, line FROM transfer WHERE debit IN (SELECT id FROM own)
            UNION
            SELECT entry, line FROM transfer WHERE credit IN (SELECT id FROM own))
        SELECT coalesce(meant.record ->> '$.act.asked', journal.record ->> '$.act.asked',
                        meant.kind, journal.kind) AS kind,
               debit.name, credit.name, transfer.amountPence, journal.reverses IS NOT NULL
        FROM moved
        JOIN transfer ON transfer.entry = moved.entry AND transfer.line = moved.line
        JOIN journal ON journal.number = moved.entry
        JOIN account AS debit ON debit.id = transfer.debit
        JOIN account AS credit ON credit.id = transfer.credit
        LEFT JOIN journal AS meant ON meant.number = journal.reverses
        WHERE journal.date <= ?2
        ORDER BY moved.entry, moved.line
        """
}
