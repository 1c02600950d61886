import GrantLedger

/// Writes the workbook of a monitoring return: a sheet to fill in, and one out of sight that ties it
/// to the book.
public struct ReturnFormWriter: Sendable {
    /// Creates a writer.
    public init() {}

    /// Writes a form into a file.
    ///
    /// - Parameters:
    ///   - content: what it says and asks.
    ///   - path: the file, which is written over.
    /// - Throws: ``WorkbookFault``.
    public func write(_ content: ReturnFormContent, to path: String) throws(WorkbookFault) {
        let title = "Monitoring return of \(content.award) for \(content.period)"
        let file = try WorkbookFile(
            at: path, title: title, office: content.office, day: content.period.lastDay)
        let form = try file.add(ReturnFormRecord.formSheet, streamed: false)
        let record = ReturnFormRecord(content)
        try form.setUpPage(
            footer: "\(content.award) \(content.period), version \(content.version), "
                + "check \(record.check)")
        for (column, width) in [44, 34, 18, 18, 20, 16, 16].enumerated() {
            try form.set(width: width, ofColumn: column)
        }
        for slot in ReturnFormLayout(content).slots { try write(slot, on: form) }
        form.protect()
        try write(record, on: file.add(ReturnFormRecord.recordSheet, streamed: false))
        try file.close()
    }

    private func write(_ slot: ReturnFormSlot, on form: WorkbookSheet) throws(WorkbookFault) {
        switch slot.role {
        case .locked(let cell, let look):
            try form.write(cell, row: slot.row, column: slot.column, look)
        case .formula(let formula, let value, let look):
            try form.write(
                formula: formula, value: value, row: slot.row, column: slot.column, look)
        case .entry(let entry):
            try form.write(.absent, row: slot.row, column: slot.column, entry.look)
            try form.validate(
                row: slot.row, column: slot.column, entry.rule(at: slot.place))
        }
    }

    private func write(
        _ record: ReturnFormRecord, on sheet: WorkbookSheet
    ) throws(WorkbookFault) {
        var row = 0
        func put(_ line: ReturnFormRecord.Line, seal: String) throws(WorkbookFault) {
            for (column, text) in [line.name, line.word, line.detail, seal].enumerated()
            where !text.isEmpty {
                try sheet.write(.text(text), row: row, column: column, .text)
            }
            row += 1
        }
        for line in record.lines {
            if row == ReturnFormRecord.checkRow {
                try put(.init(name: "check", word: "", detail: record.check), seal: "")
            }
            try put(line, seal: line.seal)
        }
        sheet.protect()
        sheet.hide()
    }
}
