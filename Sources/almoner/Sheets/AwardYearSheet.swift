import GrantExchange
import GrantLedger

/// Awards by fund and year as rows.
enum AwardYearSheet {
    /// A row an award, fund and year.
    static func sheet(_ awards: [Award], _ reading: Reading) throws -> Sheet {
        var all = Sheet(columns: [Column("award", "Award")], empty: "No award is made.")
        var columns: [Column] = []
        for award in awards {
            let years = try AwardSheet.years(award, reading)
            columns = years.columns
            all.rows += years.rows.map { [.text(award.code.description)] + $0 }
        }
        all.columns += columns
        return all
    }
}
