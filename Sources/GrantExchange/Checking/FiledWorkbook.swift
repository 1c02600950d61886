/// Reads a workbook that this program wrote as figures: each cell that has something in it.
struct FiledWorkbook {
    /// The figures of a workbook, sheet by sheet and row by row.
    static func figures(_ path: String) throws(UnreadableFile) -> [FiledFigure] {
        let reader = try WorkbookReader(path: path)
        var figures: [FiledFigure] = []
        for sheet in reader.sheets {
            figures.append(FiledFigure("its sheets", sheet.name))
            var rows = try reader.rows(of: sheet)
            while let row = try rows.next() {
                for (column, cell) in row.cells.enumerated() where cell.kind != .empty {
                    let label = column > 0 ? row[0].text.asPlace : ""
                    let place = "\(sheet.name.asPlace)!\(row.address(column))"
                    figures.append(
                        FiledFigure(label.isEmpty ? place : "\(place) (\(label))", cell.text))
                }
            }
        }
        return figures
    }

    /// What its first sheet says it was asked of which book, by the labels there.
    static func source(_ path: String) throws(UnreadableFile) -> [String: IncomingCell] {
        let reader = try WorkbookReader(path: path)
        var source: [String: IncomingCell] = [:]
        guard let cover = reader.sheets.first else { return source }
        var rows = try reader.rows(of: cover)
        while let row = try rows.next() {
            source[row[0].text] = row[1]
        }
        return source
    }
}
