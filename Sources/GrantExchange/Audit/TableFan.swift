/// Hands every table to several takers, and remembers how many rows each had.
public final class TableFan: TableTaker {
    /// A table that was handed over.
    public struct Table: Hashable, Sendable {
        /// Its key, which names its file.
        public let key: String
        /// Its name on paper.
        public let title: String
        /// How many rows it had.
        public var rows: Int
    }

    /// The tables, in order.
    public private(set) var tables: [Table] = []
    private let takers: [any TableTaker]

    /// Creates a fan of takers.
    public init(_ takers: [any TableTaker]) { self.takers = takers }

    /// Begins a table with each.
    public func begin(_ sheet: Sheet) throws {
        let key = sheet.key ?? "table"
        tables.append(Table(key: key, title: sheet.title ?? key, rows: 0))
        for taker in takers { try taker.begin(sheet) }
    }

    /// Hands the next row to each.
    public func add(_ row: [Cell]) throws {
        tables[tables.count - 1].rows += 1
        for taker in takers { try taker.add(row) }
    }

    /// Ends it with each.
    public func end(totals: [Cell]?) throws {
        for taker in takers { try taker.end(totals: totals) }
    }
}
