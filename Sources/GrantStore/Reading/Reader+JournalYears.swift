public import GrantLedger

extension Reader {
    /// The financial years in which any entry is dated, ascending.
    public func journalYears() throws -> [FinancialYear] {
        let found = try rows("SELECT DISTINCT substr(date, 1, 7) FROM journal").map { row in
            let month = try row.text(0)
            guard let day = Day("\(month)-01") else {
                throw BookFault.damaged(what: "an entry is dated in \(month)")
            }
            return FinancialYear(containing: day)
        }
        return Set(found).sorted()
    }
}
