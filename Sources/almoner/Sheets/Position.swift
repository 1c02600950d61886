import GrantExchange
import GrantLedger
import GrantStore

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

    init() {}

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
    /// What every fund has, by year.
    func positions() throws -> [Code: [FinancialYear: Position]] {
        var sums: [Code: [FinancialYear: [Head: Money]]] = [:]
        for pool in try reader.pools(Position.heads) {
            guard let fund = pool.fund, let year = pool.year else { continue }
            sums[fund, default: [:]][year, default: [:]][pool.head, default: .zero] += pool.amount
        }
        return sums.mapValues { $0.mapValues(Position.init) }
    }

    /// What a round has, by year: what was put in is what is left and what its awards have.
    func position(round: Round) throws -> [FinancialYear: Position] {
        var sums: [FinancialYear: [Head: Money]] = [:]
        for pool in try reader.pools(Position.heads) where pool.round == round.code {
            guard let year = pool.year else { continue }
            sums[year, default: [:]][pool.head, default: .zero] += pool.amount
        }
        return sums.mapValues { sums in
            var position = Position(sums)
            let used = position.charged + position.committed + position.reserved
            position.allocation = used + position.prepared + position.free - position.overProgrammed
            return position
        }
    }
}

extension Position {
    /// What its figures come from.
    static var heads: Set<Head> {
        [
            .fundingApproved, .broughtForward, .carriedForward, .overProgrammingAuthorised,
            .unallocated, .roundAvailable, .budgetPrepared, .reserved, .committed, .charged, .paid,
        ]
    }

    /// From the sums of its heads.
    init(_ sums: [Head: Money]) {
        func sum(_ head: Head) -> Money { sums[head] ?? .zero }
        allocation = sum(.fundingApproved) + sum(.broughtForward) - sum(.carriedForward)
        overProgrammed = sum(.overProgrammingAuthorised)
        charged = sum(.charged)
        committed = sum(.committed)
        reserved = sum(.reserved)
        prepared = sum(.budgetPrepared)
        free = sum(.unallocated) + sum(.roundAvailable)
        paid = sum(.paid)
    }
}
