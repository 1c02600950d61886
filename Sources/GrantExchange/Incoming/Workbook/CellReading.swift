import GrantLedger

/// What turns the cells of a sheet's XML into what they say.
struct CellReading {
    /// The texts that cells share.
    let texts: SharedTexts
    /// Which styles are dates.
    let styles: CellStyles
    /// From which day dates are counted.
    let dates: DateSystem

    /// What a cell says.
    ///
    /// - Parameters:
    ///   - cell: the cell as the XML has it.
    ///   - row: its row, for what is said of it.
    /// - Returns: the cell.
    /// - Throws: ``UnreadableFile`` where it says nothing that a cell may say.
    func cell(_ cell: SheetListener.Cell, row: Int) throws(UnreadableFile) -> IncomingCell {
        guard let said = value(cell) else {
            throw UnreadableFile(
                "The cell says “\(String(decoding: cell.text.prefix(40), as: UTF8.self))”, which is "
                    + "no value of a workbook.",
                remedy: "Open the workbook in Excel and save it anew.", row: row,
                column: cell.column)
        }
        return cell.isFormula ? IncomingCell(.formula, said.text) : said
    }

    private func value(_ cell: SheetListener.Cell) -> IncomingCell? {
        guard let text = String(validating: cell.text, as: UTF8.self) else { return nil }
        guard !text.isEmpty else { return .empty }
        switch cell.type {
        case "s":
            guard let index = Int(text), let shared = texts[index] else { return nil }
            return written(shared)
        case "str", "inlineStr": return written(text)
        case "b": return ["0", "1"].contains(text) ? IncomingCell(.truth, truth(text)) : nil
        case "e": return IncomingCell(.error, text)
        case "d": return iso(text)
        case "n" where styles.isDate(cell.style): return dates.cell(text)
        case "n": return PlainNumber.text(of: text).map { IncomingCell(.number, $0) }
        default: return nil
        }
    }

    private func written(_ text: String) -> IncomingCell {
        text.isEmpty ? .empty : IncomingCell(.text, text.withoutEscapes)
    }

    private func truth(_ text: String) -> String { text == "1" ? "true" : "false" }

    private func iso(_ text: String) -> IncomingCell {
        guard let day = Day(String(text.prefix(10))) else { return IncomingCell(.text, text) }
        return IncomingCell(.date, day.description)
    }
}
