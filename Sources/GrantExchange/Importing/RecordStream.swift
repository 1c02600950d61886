import GrantLedger

/// The rows of a file as a layout reads them, one after another; rows of one return become one.
public struct RecordStream {
    /// One row, read: what it states, or why it cannot be read.
    public enum Item: Hashable, Sendable {
        /// What it states.
        case record(ImportRecord)
        /// What is wrong with it, and what of it counts to the total all the same.
        case faulty([ImportFault])
    }

    private let layout: ImportLayout
    private let next: () throws(UnreadableFile) -> IncomingRow?
    private var pending: ImportRecord?
    private var waiting: Item?

    /// Creates the stream of a table from its first row.
    public init(_ table: some IncomingTable, layout: ImportLayout) {
        self.layout = layout
        var table = table
        next = { () throws(UnreadableFile) in try table.next() }
    }

    /// The next row below the headings; nil at the end.
    public mutating func read() throws(UnreadableFile) -> Item? {
        if let item = waiting {
            waiting = nil
            return item
        }
        while let row = try next() {
            guard row.number > layout.headingRow else { continue }
            var reading = RecordReading(row: row, layout: layout)
            guard let record = reading.record() else { return after(.faulty(reading.faults)) }
            guard isGrouped else { return .record(record) }
            guard let before = pending else {
                pending = record
                continue
            }
            guard let joined = before.joined(with: record) else {
                pending = record
                return .record(before)
            }
            pending = joined
        }
        return after(nil)
    }

    private var isGrouped: Bool { layout.kind == .returns && layout.states("category") }

    /// What is pending first, then the item.
    private mutating func after(_ item: Item?) -> Item? {
        guard let before = pending else { return item }
        pending = nil
        waiting = item
        return .record(before)
    }
}

extension ImportRecord {
    /// The same return with the figures of another row; nil where that is of another return.
    fileprivate func joined(with other: ImportRecord) -> ImportRecord? {
        guard code("award") == other.code("award"), values["period"] == other.values["period"]
        else { return nil }
        var joined = asSpend
        let other = other.asSpend
        joined.spend += other.spend
        joined.rows += other.rows
        for (name, value) in other.values where joined.values[name] == nil {
            joined.values[name] = value
        }
        return joined
    }

    /// The same with its one figure under its category.
    var asSpend: ImportRecord {
        guard let category = code("category"), let amount = money("amount") else { return self }
        var record = self
        record.values["category"] = nil
        record.values["amount"] = nil
        record.spend.append(CategoryAmount(category: category, amount: amount))
        return record
    }
}
