import GrantLedger

/// What takes the tables of a whole book, one after the other, a row at a time.
public protocol TableTaker: AnyObject {
    /// Begins a table; the rows the sheet has say only how wide its columns are.
    func begin(_ sheet: Sheet) throws
    /// Takes its next row.
    func add(_ row: [Cell]) throws
    /// Ends it, with its totals where there are some.
    func end(totals: [Cell]?) throws
}

extension TableTaker {
    /// Takes a sheet whole.
    public func take(_ sheet: Sheet) throws {
        try begin(sheet)
        for row in sheet.rows { try add(row) }
        try end(totals: sheet.totals)
    }
}

extension BookWorkbook: TableTaker {}

extension FolderOfTables: TableTaker {}
