import GrantExchange
import Testing

@Suite("Reading workbooks")
struct WorkbookReaderTests {
    /// A workbook with every kind of cell, made by openpyxl.
    private func made(_ bench: ReaderBench) throws -> WorkbookReader {
        try bench.judge("workbooks.py", "made", bench.path("made.xlsx"))
        return try WorkbookReader(path: bench.path("made.xlsx"))
    }

    @Test("Sheets come in the order of their tabs, hidden ones known as such, charts left out")
    func sheets() throws {
        let workbook = try made(try ReaderBench())
        #expect(workbook.sheets.map(\.name) == ["Costs & more", "Hidden"])
        #expect(workbook.sheets.map(\.isVisible) == [true, false])
        #expect(workbook.sheet("hidden") == workbook.sheets.last)
        #expect(workbook.sheet("Chart") == nil)
        #expect(workbook.names["award"] == "'Costs & more'!$B$2")
    }

    @Test("Amounts are exact: 16,666.66 is 16666.66 and 0.1 + 0.2 is 0.3")
    func rows() throws {
        let workbook = try made(try ReaderBench())
        var table = try workbook.rows(of: try #require(workbook.sheets.first))
        let first = try #require(try table.next())
        #expect(first.number == 1 && first.cells.map(\.kind) == Array(repeating: .text, count: 5))
        let second = try #require(try table.next())
        #expect(
            second.cells == [
                IncomingCell(.date, "2019-04-05"), IncomingCell(.text, "A-1"),
                IncomingCell(.number, "16666.66"), IncomingCell(.truth, "true"),
                IncomingCell(.formula, ""),
            ])
        let third = try #require(try table.next())
        #expect(
            third.cells == [
                IncomingCell(.date, "2020-02-29"), IncomingCell(.text, "é £ x\ny"),
                IncomingCell(.number, "0.3"), IncomingCell(.truth, "false"),
                IncomingCell(.error, "#REF!"),
            ])
        let fourth = try #require(try table.next())
        #expect(
            fourth.cells == [
                .empty, IncomingCell(.text, "0012"), IncomingCell(.number, "-1234567.89"), .empty,
                IncomingCell(.number, "0.0000005"),
            ])
        let fifth = try #require(try table.next())
        #expect(fifth.number == 6)
        #expect(
            fifth.cells.map(\.text) == [
                "", "", "1000000000000000", "123456789012345700", "99999999999.99",
            ])
    }

    @Test(
        "A number is a day where its format has a year, a day or a month; 29 February 1900 never was",
        arguments: [
            ("A8", IncomingCell.Kind.date, "2019-04-06"), ("A9", .text, "1900-02-29"),
            ("A10", .date, "1900-03-01"), ("A11", .date, "1900-01-01"), ("A12", .number, "0.5"),
            ("A13", .number, "7.25"), ("A14", .number, "-3"), ("A15", .number, "2.5"),
            ("A16", .date, "9999-12-31"), ("A17", .number, "2958466"),
        ])
    func days(_ address: String, _ kind: IncomingCell.Kind, _ text: String) throws {
        let workbook = try made(try ReaderBench())
        let cells = try workbook.cells(of: try #require(workbook.sheets.first))
        #expect(cells[try #require(CellAddress(address))] == IncomingCell(kind, text))
    }

    @Test("All cells of a small sheet are had by address, and its merged blocks")
    func cells() throws {
        let workbook = try made(try ReaderBench())
        let cells = try workbook.cells(of: try #require(workbook.sheets.first))
        #expect(cells.merged == [try #require(CellBlock("B20:D21"))])
        #expect(cells[try #require(CellAddress("$B$20"))] == IncomingCell(.text, "merged"))
        #expect(cells[try #require(CellAddress("C21"))] == .empty)
    }

    @Test("Addresses are read and written for every column, and nothing else is one")
    func addresses() throws {
        for column in 0..<CellAddress.mostColumns {
            let address = try #require(CellAddress(row: 7, column: column))
            #expect(CellAddress(address.description) == address)
        }
        #expect(CellAddress("XFD1048576")?.column == 16_383)
        for text in ["XFE1", "A1048577", "A0", "A", "1", "", "A-1", "A1B", "A01", "Ä1", "$$A1"] {
            #expect(CellAddress(text) == nil, "\(text)")
        }
        #expect(CellBlock("B2:A1") == nil)
    }
}
