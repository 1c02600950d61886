import GrantExchange
import GrantLedger

/// Awards by fund and year as rows.
enum AwardYearSheet {
    /// A row an award, fund and year.
    static func sheet(_ reading: Reading) throws -> Sheet {
        var all = Sheet(
            key: "award-years", title: "Awards by year", columns: [Column("award", "Award")])
        var columns: [Column] = []
        for award in try reading.facts.all(Award.self) {
            let years = try AwardSheet.years(award, reading)
            columns = years.columns
            all.rows += years.rows.map { [.text(award.code.description)] + $0 }
        }
        all.columns += columns
        all.empty = "No award is made."
        return all
    }
}
