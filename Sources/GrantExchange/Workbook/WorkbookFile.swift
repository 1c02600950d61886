import CXlsxWriter
import GrantLedger

/// A workbook on its way into a file.
///
/// The same cells give the same bytes: nothing in it tells when it was written but the day handed in.
final class WorkbookFile {
    private let book: UnsafeMutablePointer<lxw_workbook>
    private var looks: [WorkbookLook: UnsafeMutablePointer<lxw_format>] = [:]
    private var names = SheetNames()
    private var isOpen = true

    /// Begins a workbook.
    ///
    /// - Parameters:
    ///   - path: the file.
    ///   - title: what it says of itself.
    ///   - office: whose it is.
    ///   - day: the day it says it was made; 1 January 1970 where absent.
    /// - Throws: ``WorkbookFault``.
    init(at path: String, title: String, office: String, day: Day?) throws(WorkbookFault) {
        var options = lxw_workbook_options()
        options.use_zip64 = 0
        guard let book = workbook_new_opt(path, &options) else { throw .unwritable }
        self.book = book
        for look in WorkbookLook.allCases {
            guard let format = workbook_add_format(book) else { throw .unwritable }
            look.apply(to: format)
            looks[look] = format
        }
        let texts = CTexts()
        var properties = lxw_doc_properties()
        properties.title = texts.pointer(title)
        properties.company = texts.pointer(office)
        properties.created = max((day?.daysSince1970 ?? 0) * 86_400, 1)
        try check(workbook_set_properties(book, &properties))
    }

    /// Ends a workbook that was not closed, so that nothing of it stays in memory.
    deinit { if isOpen { lxw_workbook_free(book) } }

    /// Adds a sheet, its name made legal and unlike the others.
    ///
    /// - Parameters:
    ///   - wanted: the name wished for.
    ///   - streamed: whether its rows are written one after the other and kept no longer than that.
    /// - Returns: the sheet.
    /// - Throws: ``WorkbookFault``.
    func add(_ wanted: String, streamed: Bool) throws(WorkbookFault) -> WorkbookSheet {
        let name = names.legal(wanted)
        // The library keeps rows out of memory for whole workbooks alone; a sheet takes the setting
        // when it is added.
        book.pointee.options.constant_memory = streamed ? 1 : 0
        guard let sheet = workbook_add_worksheet(book, name) else {
            throw .refused("no sheet may be called \(name)")
        }
        return WorkbookSheet(sheet, name: name, looks: looks, number: names.count)
    }

    /// Brings it to the file.
    func close() throws(WorkbookFault) {
        isOpen = false
        let outcome = workbook_close(book)
        guard outcome == LXW_NO_ERROR else { throw .unwritable }
    }

    private func check(_ outcome: lxw_error) throws(WorkbookFault) {
        guard outcome == LXW_NO_ERROR else { throw WorkbookFault(outcome) }
    }
}

extension WorkbookFault {
    /// What the library says.
    init(_ outcome: lxw_error) {
        self = .refused(lxw_strerror(outcome).map { String(cString: $0) } ?? "\(outcome.rawValue)")
    }
}
