import GrantExchange
import GrantLedger
import GrantStore

/// What funds and rounds have, in the words and figures of the report of spend.
enum Position {
    /// The columns of its figures: `allocation + overProgrammed = charged + … + free`;
    /// what is carried stands beside it.
    static let columns = [
        Column("allocation", "Allocation", .money),
        Column("overProgrammed", "Over", .money, visibility: .whenNotNil),
        Column("charged", "Charged", .money),
        Column("committed", "Committed", .money),
        Column("reserved", "Reserved", .money, visibility: .whenNotNil),
        Column("prepared", "Prepared", .money, visibility: .whenNotNil),
        Column("free", "Free", .money),
        Column("paid", "Paid", .money, dropOrder: 5),
        Column("carriedForward", "Carried out", .money, visibility: .whenNotNil, dropOrder: 7),
        Column("broughtForward", "Brought in", .money, visibility: .whenNotNil, dropOrder: 6),
    ]

    /// A row a year and the totals.
    static func sheet(_ years: [FinancialYear: SpendFigures], key: String?, title: String?) -> Sheet
    {
        Sheet(
            key: key, title: title, columns: [Column("year", "Year")] + columns,
            rows: years.sorted { $0.key < $1.key }.map {
                [.text($0.key.description)] + $0.value.position
            },
            totals: [.text("Total")] + years.values.total.position, empty: "No money yet.")
    }
}

extension SpendFigures {
    /// The figures of a position, a cell a column.
    var position: [Cell] {
        [
            allocation, overProgrammed, charged, committed, reserved, prepared, free, paid,
            carriedForward, broughtForward,
        ].map { .money($0) }
    }
}

extension Reading {
    /// What every fund has, by year.
    func positions() throws -> [Code: [FinancialYear: SpendFigures]] {
        var positions: [Code: [FinancialYear: SpendFigures]] = [:]
        for row in try reader.spend(SpendQuestion(asAt: today)).report.rows {
            guard let fund = Code(row.keys[0]), let year = FinancialYear(row.keys[1]) else {
                continue
            }
            positions[fund, default: [:]][year] = row.figures
        }
        return positions
    }

    /// What a round has, by year.
    func position(round: Round) throws -> [FinancialYear: SpendFigures] {
        var question = SpendQuestion(asAt: today)
        question.rounds = [round.code]
        question.by = [.year]
        return try reader.spend(question).report.years
    }
}
