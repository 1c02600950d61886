/// Hears the XML of a sheet and keeps the rows that were heard and not yet handed on.
final class SheetListener: XmlListener {
    /// A row, only its cells that have something in them.
    struct Row {
        let number: Int
        var cells: [Cell] = []
    }

    /// A cell as the XML has it.
    struct Cell {
        let column: Int
        let type: String
        let style: Int
        var isFormula = false
        var text: [UInt8] = []
    }

    private static let mostMerged = 100_000

    /// The rows that wait.
    var rows: [Row] = []
    /// The blocks of cells that are shown as one.
    private(set) var merged: [CellBlock] = []
    private var isInData = false
    private var row: Row?
    private var cell: Cell?
    private var isInInline = false
    private var isInPhonetic = false
    private var isHeard = false
    private var number = 0
    private var column = -1
    private var textBytes = 0

    func begins(_ element: String, _ attributes: XmlAttributes) throws(UnreadableFile) {
        switch element {
        case "sheetData": isInData = true
        case "row" where isInData && row == nil: try beginRow(attributes["r"])
        case "c" where row != nil && cell == nil: try beginCell(attributes)
        case "f": cell?.isFormula = true
        case "is": isInInline = cell != nil
        case "rPh": isInPhonetic = true
        case "v": isHeard = cell != nil
        case "t": isHeard = isInInline && !isInPhonetic
        case "mergeCell":
            guard let text = attributes["ref"], let block = CellBlock(text),
                merged.count < Self.mostMerged
            else { throw .hostile("Its merged cells are written as no program writes them.") }
            merged.append(block)
        default: break
        }
    }

    func ends(_ element: String) {
        switch element {
        case "sheetData": isInData = false
        case "row":
            if let row, !row.cells.isEmpty { rows.append(row) }
            row = nil
        case "c":
            if let cell, cell.isFormula || !cell.text.isEmpty { row?.cells.append(cell) }
            cell = nil
            isInInline = false
        case "rPh": isInPhonetic = false
        case "v", "t": isHeard = false
        default: break
        }
    }

    func text(_ text: UnsafeBufferPointer<UInt8>) throws(UnreadableFile) {
        guard isHeard, let held = cell?.text.count else { return }
        textBytes += text.count
        guard held + text.count <= DelimitedReader.mostFieldBytes,
            textBytes <= DelimitedReader.mostRowBytes
        else { throw refusal("The cell has more than 1 MB, or its row more than 16 MB.") }
        cell?.text += text
    }

    private func beginRow(_ written: String?) throws(UnreadableFile) {
        let next = written.map { Int($0) } ?? number + 1
        guard let next, (1...CellAddress.mostRows).contains(next) else {
            throw refusal("A row has the number \(written ?? "1048577"), which no sheet has.")
        }
        guard next > number else { throw refusal("Row \(next) comes after row \(number).") }
        number = next
        column = -1
        textBytes = 0
        row = Row(number: next)
    }

    private func beginCell(_ attributes: XmlAttributes) throws(UnreadableFile) {
        var next = column + 1
        if let written = attributes["r"] {
            guard let address = CellAddress(written), address.row == number,
                address.column > column
            else { throw refusal("A cell has the address \(written.prefix(20)) out of its order.") }
            next = address.column
        }
        guard next < CellAddress.mostColumns else {
            throw refusal("The row has more than 16,384 columns.")
        }
        column = next
        let style = attributes["s"].flatMap { Int($0) } ?? 0
        cell = Cell(column: next, type: attributes["t"] ?? "n", style: style)
    }

    private func refusal(_ message: String) -> UnreadableFile {
        UnreadableFile(
            message, remedy: "Open the workbook in Excel and save it anew.",
            row: number == 0 ? nil : number, column: column < 0 ? nil : column)
    }
}
