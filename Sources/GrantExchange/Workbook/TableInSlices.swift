import GrantLedger

/// A table on its way to a taker that is made slice by slice, each a sheet of the same columns.
///
/// Of a table of one slice it is known which columns are nil throughout; of several it is not before
/// the end, so that all of them stand.
public struct TableInSlices {
    private let taker: any TableTaker
    private var first: Sheet?
    private var hasBegun = false
    private var totals: [Cell]?

    /// Creates a table that has not begun.
    public init(_ taker: any TableTaker) { self.taker = taker }

    /// Takes the next slice, whose totals are added to the table's; one without rows is none.
    public mutating func add(_ slice: Sheet) throws {
        if let more = slice.totals { totals = totals.map { zip($0, more).map(Self.sum) } ?? more }
        guard let first, hasBegun || !first.rows.isEmpty else {
            first = slice
            return
        }
        guard !slice.rows.isEmpty else { return }
        if !hasBegun { try begin(first) }
        for row in slice.rows { try taker.add(row) }
    }

    /// Ends the table.
    public func end() throws {
        guard !hasBegun else { return try taker.end(totals: totals) }
        guard var first else { return }
        first.totals = totals
        try taker.take(first)
    }

    private mutating func begin(_ sheet: Sheet) throws {
        var head = sheet
        for place in head.columns.indices where head.columns[place].visibility == .whenNotNil {
            head.columns[place].visibility = .always
        }
        try taker.begin(head)
        for row in head.rows { try taker.add(row) }
        hasBegun = true
        first?.rows = []
    }

    private static func sum(_ one: Cell, _ other: Cell) -> Cell {
        guard case .money(let amount) = one, case .money(let more) = other else { return one }
        return .money(amount + more)
    }
}
