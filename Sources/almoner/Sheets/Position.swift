import GrantExchange
import GrantLedger

/// What a fund, a round or an award has in a year, in the words of a report.
struct Position: Hashable {
    var allocation = Money.zero
    var overProgrammed = Money.zero
    var charged = Money.zero
    var committed = Money.zero
    var reserved = Money.zero
    var prepared = Money.zero
    var free = Money.zero
    var paid = Money.zero

    static func += (lhs: inout Position, rhs: Position) {
        lhs.allocation += rhs.allocation
        lhs.overProgrammed += rhs.overProgrammed
        lhs.charged += rhs.charged
        lhs.committed += rhs.committed
        lhs.reserved += rhs.reserved
        lhs.prepared += rhs.prepared
        lhs.free += rhs.free
        lhs.paid += rhs.paid
    }

    /// The columns of its figures: `allocation + overProgrammed = charged + … + free`.
    static var columns: [Column] {
        [
            Column("allocation", "Allocation", .money),
            Column("overProgrammed", "Over", .money, visibility: .whenNotNil),
            Column("charged", "Charged", .money),
            Column("committed", "Committed", .money),
            Column("reserved", "Reserved", .money, visibility: .whenNotNil),
            Column("prepared", "Prepared", .money, visibility: .whenNotNil),
            Column("free", "Free", .money),
            Column("paid", "Paid", .money, dropOrder: 5),
        ]
    }

    /// Its figures, a cell a column.
    var cells: [Cell] {
        [allocation, overProgrammed, charged, committed, reserved, prepared, free, paid].map {
            .money($0)
        }
    }

    /// A row a year and the totals.
    static func sheet(_ years: [FinancialYear: Position], key: String?, title: String?) -> Sheet {
        Sheet(
            key: key, title: title, columns: [Column("year", "Year")] + columns,
            rows: years.sorted { $0.key < $1.key }.map {
                [.text($0.key.description)] + $0.value.cells
            },
            totals: [.text("Total")] + years.values.total.cells, empty: "No money yet.")
    }
}

extension Sequence<Position> {
    /// The sum, figure by figure.
    var total: Position { reduce(into: Position()) { $0 += $1 } }
}

extension Reading {
    /// What a fund has, by year.
    func position(fund: Code) throws -> [FinancialYear: Position] {
        let heads: [Head] = [
            .fundingApproved, .broughtForward, .carriedForward, .overProgrammingAuthorised,
            .unallocated, .roundAvailable, .budgetPrepared, .reserved, .committed, .charged, .paid,
        ]
        return try sums(heads.map { Account($0, fund: fund) }).mapValues(Self.position)
    }

    /// What a round has, by year: what was put in is what is left and what its awards have.
    func position(round: Round) throws -> [FinancialYear: Position] {
        let heads: [Head] = [
            .overProgrammingAuthorised, .roundAvailable, .budgetPrepared, .reserved, .committed,
            .charged,
        ]
        let patterns = heads.map { Account($0, fund: round.fund, round: round.code) }
        return try sums(patterns).mapValues { sums in
            var position = Self.position(sums)
            let used = position.charged + position.committed + position.reserved
            position.allocation = used + position.prepared + position.free - position.overProgrammed
            return position
        }
    }

    private static func position(_ sums: [Head: Money]) -> Position {
        func sum(_ head: Head) -> Money { sums[head] ?? .zero }
        var position = Position()
        position.allocation = sum(.fundingApproved) + sum(.broughtForward) - sum(.carriedForward)
        position.overProgrammed = sum(.overProgrammingAuthorised)
        position.charged = sum(.charged)
        position.committed = sum(.committed)
        position.reserved = sum(.reserved)
        position.prepared = sum(.budgetPrepared)
        position.free = sum(.unallocated) + sum(.roundAvailable)
        position.paid = sum(.paid)
        return position
    }
}
