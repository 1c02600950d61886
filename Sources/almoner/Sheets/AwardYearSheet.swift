import GrantExchange
import GrantLedger

/// Awards by fund and year as rows.
enum AwardYearSheet {
    /// A row an award, fund and year.
    static func sheet(_ awards: [Award], _ reading: Reading) throws -> Sheet {
        Sheet(
            columns: [Column("award", "Award")] + AwardSheet.yearColumns(fund: .always),
            rows: try awards.flatMap { award in
                try AwardSheet.years(award, reading).rows.map {
                    [.text(award.code.description)] + $0
                }
            },
            empty: "No award is made.")
    }
}
