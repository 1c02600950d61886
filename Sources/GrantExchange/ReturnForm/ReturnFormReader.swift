import GrantLedger

/// Takes a return's workbook back: what it says, and every fault by its cell.
///
/// It trusts nothing that can be typed in: what a locked cell must hold is on the form's hidden sheet,
/// each line of it sealed, all of it under the check that the book has.
public struct ReturnFormReader {
    private var reading = ReturnFormReading()
    private let cells: [String: IncomingCell]

    /// Reads a workbook.
    ///
    /// - Parameter path: the file.
    /// - Returns: what it says.
    /// - Throws: ``UnreadableFile`` where it is no form, or nothing that may be opened.
    public static func read(_ path: String) throws(UnreadableFile) -> ReturnFormReading {
        let workbook = try WorkbookReader(path: path)
        guard let form = workbook.sheet(ReturnFormRecord.formSheet),
            let record = workbook.sheet(ReturnFormRecord.recordSheet)
        else {
            throw UnreadableFile(
                "It has no sheets “\(ReturnFormRecord.formSheet)” and "
                    + "“\(ReturnFormRecord.recordSheet)”, so it is not a form that was given out.",
                remedy: "Take back the workbook that almoner return issue wrote.")
        }
        let typed = try workbook.cells(of: form).cells
        let sealed = try workbook.cells(of: record).cells
        var reader = ReturnFormReader(
            cells: Dictionary(uniqueKeysWithValues: typed.map { ($0.key.description, $0.value) }))
        reader.take(Dictionary(uniqueKeysWithValues: sealed.map { ($0.key.description, $0.value) }))
        reader.reading.faults.sort {
            CellOrder($0.cell) < CellOrder($1.cell)
        }
        return reader.reading
    }

    private init(cells: [String: IncomingCell]) { self.cells = cells }

    /// Takes the hidden sheet, and by it the other.
    private mutating func take(_ record: [String: IncomingCell]) {
        let lines = takeLines(record)
        var known: Set<String> = []
        var entries: [(place: String, entry: ReturnFormEntry)] = []
        for (row, line) in lines where row > ReturnFormRecord.checkRow {
            let place = String(line.name.split(separator: "!").last ?? "")
            known.insert(place)
            switch line.word {
            case "locked": judge(place, expected: line.detail)
            case "formula": judgeFormula(place)
            default:
                guard let entry = ReturnFormEntry(word: line.word, detail: line.detail) else {
                    fault("Form!B\(row + 1)", "“\(line.word)” is nothing a form asks for.")
                    continue
                }
                entries.append((place, entry))
            }
        }
        for place in cells.keys where !known.contains(place) {
            fault(
                "Return!\(place)",
                "“\(shown(place))” stands where nothing is asked; clear the cell.")
        }
        var answers = ReturnFormAnswers(cells: cells, entries: entries)
        answers.read(into: &reading)
    }

    /// The lines of the hidden sheet with their rows, counted from 0, each judged by its seal.
    private mutating func takeLines(
        _ record: [String: IncomingCell]
    ) -> [(row: Int, line: ReturnFormRecord.Line)] {
        func text(_ column: String, _ row: Int) -> String {
            record["\(column)\(row + 1)"]?.text ?? ""
        }
        var lines: [(row: Int, line: ReturnFormRecord.Line)] = []
        var row = 0
        while !(text("A", row) + text("B", row) + text("C", row)).isEmpty {
            let line = ReturnFormRecord.Line(
                name: text("A", row), word: text("B", row), detail: text("C", row))
            if row != ReturnFormRecord.checkRow {
                lines.append((row, line))
                if line.seal != text("D", row) {
                    fault(
                        "Form!C\(row + 1)",
                        "“\(line.detail)” is not what the form was given out with.")
                }
            }
            row += 1
        }
        reading.check = ReturnFormRecord(lines: lines.map(\.line)).check
        if reading.check != text("C", ReturnFormRecord.checkRow) {
            fault(
                ReturnFormReading.checkCell,
                "The check is not that of the form; something in it was changed.")
        }
        reading.book = text("C", ReturnFormRecord.bookRow)
        reading.award = Code(text("C", ReturnFormRecord.awardRow))
        reading.period = Period(text("C", ReturnFormRecord.periodRow))
        reading.version = Int(text("C", ReturnFormRecord.versionRow))
        if text("C", ReturnFormRecord.schemaRow) != ReturnFormRecord.schema {
            fault("Form!C1", "It is not a form of this kind: \(ReturnFormRecord.schema).")
        }
        return lines
    }

    /// A locked cell must hold what it was given out with.
    private mutating func judge(_ place: String, expected: String) {
        let cell = cells[place] ?? .empty
        let parts = expected.split(
            separator: ":", maxSplits: 1, omittingEmptySubsequences: false
        ).map(String.init)
        guard parts.count == 2 else { return }
        let isSame =
            switch parts[0] {
            case "number": cell.kind == .number && Self.equal(cell.text, parts[1])
            case "date": cell.kind == .date && cell.text == parts[1]
            default: (cell.kind == .text || parts[1].isEmpty) && cell.text == parts[1]
            }
        guard !isSame else { return }
        fault(
            "Return!\(place)",
            "The cell is locked: “\(parts[1])” was changed to “\(shown(place))”.")
    }

    private mutating func judgeFormula(_ place: String) {
        guard cells[place]?.kind != .formula else { return }
        fault(
            "Return!\(place)",
            "The cell is locked: its formula was replaced by “\(shown(place))”.")
    }

    private mutating func fault(_ cell: String, _ message: String) {
        reading.faults.append(ReturnFormReading.Fault(cell, message))
    }

    private func shown(_ place: String) -> String { String((cells[place]?.text ?? "").prefix(60)) }

    private static func equal(_ one: String, _ other: String) -> Bool {
        let amounts = [one, other].map { text -> Money? in try? Money(pounds: text) }
        return amounts[0] != nil && amounts[0] == amounts[1]
    }
}

/// The order of cells as one reads: by sheet, row, then column.
private struct CellOrder: Comparable {
    let sheet: String
    let row: Int
    let column: Int

    init(_ cell: String) {
        let parts = cell.split(separator: "!").map(String.init)
        let address = parts.last.flatMap { CellAddress($0) }
        (sheet, row, column) = (parts.first ?? "", address?.row ?? 0, address?.column ?? 0)
    }

    static func < (lhs: CellOrder, rhs: CellOrder) -> Bool {
        (lhs.sheet, lhs.row, lhs.column) < (rhs.sheet, rhs.row, rhs.column)
    }
}
