public import GrantLedger

extension Reader {
    /// Match funding and the least shares of categories.
    ///
    /// - Parameters:
    ///   - asAt: what is dated after this day is left out.
    ///   - years: which years are wanted.
    ///   - takes: which awards and grants are wanted, by their codes.
    /// - Returns: the report.
    /// - Throws: ``BookFault`` where the book cannot be read.
    public func match(
        asAt: Day, in years: YearSelection = .all,
        of takes: (Code) -> Bool = { _ in true }
    ) throws -> MatchReport {
        let kept = try balances(MatchReport.heads, asAt: asAt).filter { kept in
            guard let of = kept.account.owner, let year = kept.account.year else { return false }
            return takes(of) && years.contains(year, asAt: asAt)
        }
        let grants = try rows(Grant.self, asAt: asAt)
            .filter { !($0.minimums ?? []).isEmpty && takes($0.code) }
        let charged =
            grants.isEmpty
            ? []
            : try balances([.charged], asAt: asAt).map { KeptFigure($0) }
        let minimums = MinimumTest.all(grants, charged: charged)
            .filter { $0.year.map { years.contains($0, asAt: asAt) } ?? (years == .all) }
        return MatchReport(
            balances: kept.map { ($0.account, $0.amount) }, minimums: minimums)
    }
}
