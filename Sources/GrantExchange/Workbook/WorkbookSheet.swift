import CXlsxWriter
import GrantLedger

/// One sheet of a workbook on its way into a file.
///
/// Money leaves whole pence here and nowhere else: pence divided by a hundred is the nearest number
/// there is to the pounds, and reads back as exactly them.
final class WorkbookSheet {
    /// Its name.
    let name: String
    private let sheet: UnsafeMutablePointer<lxw_worksheet>
    private let looks: [WorkbookLook: UnsafeMutablePointer<lxw_format>]
    private let number: Int

    /// The most rows a sheet has.
    static let greatestRows = 1_048_576

    init(
        _ sheet: UnsafeMutablePointer<lxw_worksheet>, name: String,
        looks: [WorkbookLook: UnsafeMutablePointer<lxw_format>], number: Int
    ) {
        (self.sheet, self.name, self.looks, self.number) = (sheet, name, looks, number)
    }

    /// Writes a cell; an absent one only where its look is to be seen.
    func write(
        _ cell: Cell, row: Int, column: Int, _ look: WorkbookLook
    ) throws(WorkbookFault) {
        let (row, column, format) = (lxw_row_t(row), lxw_col_t(column), looks[look])
        let outcome: lxw_error
        switch cell {
        case .money(let amount):
            outcome = worksheet_write_number(sheet, row, column, .init(amount.pence) / 100, format)
        case .number(let number):
            outcome = worksheet_write_number(sheet, row, column, .init(number), format)
        case .percent(let hundredths):
            outcome = worksheet_write_number(
                sheet, row, column, .init(hundredths) / 10_000, format)
        case .date(let day) where day.year >= 1900:
            var moment = lxw_datetime()
            (moment.year, moment.month, moment.day) = (
                Int32(day.year), Int32(day.month), Int32(day.day)
            )
            outcome = worksheet_write_datetime(sheet, row, column, &moment, format)
        case .text, .date, .list:
            let text = Self.writable(cell.plain)
            guard !text.isEmpty else { return try blank(row, column, format) }
            outcome = worksheet_write_string(sheet, row, column, text, format)
        case .absent:
            return try blank(row, column, format)
        }
        try check(outcome)
    }

    /// Writes a formula with the value that it has now.
    func write(
        formula: String, value: Cell, row: Int, column: Int, _ look: WorkbookLook
    ) throws(WorkbookFault) {
        let (row, column, format) = (lxw_row_t(row), lxw_col_t(column), looks[look])
        switch value {
        case .money(let amount):
            try check(
                worksheet_write_formula_num(
                    sheet, row, column, formula, format, .init(amount.pence) / 100))
        case .number(let number):
            try check(
                worksheet_write_formula_num(sheet, row, column, formula, format, .init(number)))
        default:
            try check(
                worksheet_write_formula_str(sheet, row, column, formula, format, value.plain))
        }
    }

    /// Sets how wide a column is, before the first row is written, and whether it is folded away.
    func set(
        width: Int, ofColumn column: Int, isFolded: Bool = false
    ) throws(WorkbookFault) {
        var options = lxw_row_col_options(
            hidden: isFolded ? 1 : 0, level: isFolded ? 1 : 0, collapsed: 0)
        try check(
            worksheet_set_column_opt(
                sheet, lxw_col_t(column), lxw_col_t(column), .init(width), nil, &options))
    }

    /// Keeps the rows above a row in sight.
    func freeze(above row: Int) { worksheet_freeze_panes(sheet, lxw_row_t(row), 0) }

    /// Makes rows a table with filters, the first of them its heading.
    func table(_ headings: [String], lastRow: Int) throws(WorkbookFault) {
        let texts = CTexts()
        var columns = headings.map { heading in
            var column = lxw_table_column()
            column.header = texts.pointer(heading)
            return column
        }
        var options = lxw_table_options()
        options.name = texts.pointer("Table\(number)")
        options.style_type = UInt8(LXW_TABLE_STYLE_TYPE_LIGHT.rawValue)
        options.style_type_number = 1
        // A streamed sheet has its headings already; the library would want all its rows at hand.
        let isStreamed = sheet.pointee.optimize
        sheet.pointee.optimize = 0
        defer { sheet.pointee.optimize = isStreamed }
        let outcome = columns.withUnsafeMutableBufferPointer { found in
            var pointers: [UnsafeMutablePointer<lxw_table_column>?] = found.indices.map {
                found.baseAddress?.advanced(by: $0)
            }
            pointers.append(nil)
            return pointers.withUnsafeMutableBufferPointer { list in
                options.columns = list.baseAddress
                return worksheet_add_table(
                    sheet, 0, 0, lxw_row_t(lastRow), lxw_col_t(headings.count - 1), &options)
            }
        }
        try check(outcome)
    }

    /// Sets it up for printing: A4 landscape, as wide as the page, the heading on every page.
    func setUpPage(footer: String, repeating row: Int? = nil) throws(WorkbookFault) {
        worksheet_set_landscape(sheet)
        worksheet_set_paper(sheet, 9)
        worksheet_fit_to_pages(sheet, 1, 0)
        let plain = String(footer.prefix(180)).replacing("&", with: "&&")
        try check(worksheet_set_footer(sheet, "&L\(plain)&RPage &P of &N"))
        guard let row else { return }
        try check(worksheet_repeat_rows(sheet, lxw_row_t(row), lxw_row_t(row)))
    }

    /// Locks what is not unlocked by its look, without a password.
    func protect() { worksheet_protect(sheet, nil, nil) }

    /// Takes it out of sight.
    func hide() { worksheet_hide(sheet) }

    /// Lets a cell take only what is asked.
    func validate(row: Int, column: Int, _ rule: EntryRule) throws(WorkbookFault) {
        let texts = CTexts()
        var validation = rule.validation(texts)
        let outcome = rule.withList(texts) { list in
            validation.value_list = list
            return worksheet_data_validation_cell(
                sheet, lxw_row_t(row), lxw_col_t(column), &validation)
        }
        try check(outcome)
    }

    private func blank(
        _ row: lxw_row_t, _ column: lxw_col_t, _ format: UnsafeMutablePointer<lxw_format>?
    ) throws(WorkbookFault) {
        try check(worksheet_write_blank(sheet, row, column, format))
    }

    private func check(_ outcome: lxw_error) throws(WorkbookFault) {
        guard outcome == LXW_NO_ERROR else { throw WorkbookFault(outcome) }
    }

    /// The text without signs that XML does not have; what a workbook would read as such a sign,
    /// `_x0041_`, is written so that it reads as itself.
    private static func writable(_ text: String) -> String {
        let plain =
            !text.utf8.contains(0x5F)
            ? text : text.replacing(#/_x(?=[0-9A-Fa-f]{4}_)/#, with: "_x005F_x")
        let isClean = plain.utf8.allSatisfy { $0 >= 0x20 || $0 == 0x0A || $0 == 0x09 }
        guard !isClean else { return plain }
        let scalars = plain.unicodeScalars.map { scalar in
            scalar.value >= 0x20 || scalar == "\n" || scalar == "\t" ? scalar : "\u{FFFD}"
        }
        return String(String.UnicodeScalarView(scalars))
    }
}
