import GrantExchange

/// A table in memory: rows of texts, parted by `|`.
struct RowTable: IncomingTable {
    private var rows: ArraySlice<IncomingRow>

    init(_ text: String) {
        rows =
            text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map {
                place, line in
                IncomingRow(
                    number: place + 1,
                    cells: line.split(separator: "|", omittingEmptySubsequences: false).map {
                        cell in
                        cell.isEmpty ? .empty : IncomingCell(.text, String(cell))
                    })
            }.filter { !$0.cells.allSatisfy { $0.kind == .empty } }[...]
    }

    mutating func next() throws(UnreadableFile) -> IncomingRow? { rows.popFirst() }
}
