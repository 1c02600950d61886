import Foundation
import GrantExchange
import GrantLedger
import Testing

@Suite("Writing workbooks")
struct WorkbookWriterTests {
    /// The page as a workbook, read again.
    private func read(_ page: Page) throws -> WorkbookReader {
        let path = NSTemporaryDirectory() + "almoner-\(UUID().uuidString).xlsx"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try WorkbookWriter().write(page, to: path)
        return try WorkbookReader(path: path)
    }

    private func cells(
        _ book: WorkbookReader, _ name: String
    ) throws -> (String) -> IncomingCell {
        let sheet = try #require(book.sheet(name), "\(book.sheets.map(\.name))")
        let cells = try book.cells(of: sheet).cells
        return { place in CellAddress(place).flatMap { cells[$0] } ?? .empty }
    }

    private func page(_ sheets: [Sheet]) -> Page {
        Page(schema: "x/1", heading: "X", sheets: sheets, envelope: Example.envelope)
    }

    @Test(
        "Every kind of cell is there as itself: £-0.01 a number, 5 April 2019 a day, “=Zoë” a text")
    func kinds() throws {
        let cell = try cells(try read(try Example.page()), "award")
        #expect(cell("A2") == IncomingCell(.text, "VRF-01"))
        #expect(cell("B3") == IncomingCell(.text, "=Zoë 日本"))
        #expect(cell("C2") == IncomingCell(.date, "2019-04-05"))
        #expect(cell("D3") == IncomingCell(.number, "333333.34"))
        #expect(cell("E2") == IncomingCell(.number, "-0.01"))
        #expect(cell("F3") == .empty)
        #expect(cell("G2") == IncomingCell(.number, "0.105"))
        #expect(cell("J2") == IncomingCell(.number, "3"))
    }

    @Test(
        "A total that is its column's sum is a live formula; another is a value, and said on the cover"
    )
    func totals() throws {
        let book = try read(try Example.page())
        let cell = try cells(book, "award")
        #expect(cell("A5") == IncomingCell(.text, "Total"))
        #expect(cell("D5") == IncomingCell(.formula, "368333.34"))
        #expect(cell("E5") == IncomingCell(.formula, "999999.99"))
        #expect(cell("G5") == IncomingCell(.number, "0.3683"))
        let cover = try #require(book.sheet("Cover"))
        let said = try book.cells(of: cover).cells.values.map(\.text)
        #expect(
            said.contains { $0.hasPrefix("2 rows; totals that are not") && $0.contains("Per cent") }
        )
        #expect(said.contains(Example.envelope.chain))
        var wrong = try Example.page()
        wrong.sheets[0].totals?[3] = .money(Money(pence: 1))
        let value = try cells(try read(wrong), "award")
        #expect(value("D5") == IncomingCell(.number, "0.01"))
    }

    @Test("A sheet has a legal name of at most 31 signs, unlike the others")
    func names() throws {
        let long = "Returns: accepted [or not] in the years / quarters"
        let sheets = [long, long, "History", "cover", "''"].map { title in
            Sheet(title: title, columns: [Column("a", "A")], rows: [[.text("x")]])
        }
        let names = try read(page(sheets)).sheets.map(\.name)
        #expect(
            names == [
                "Cover", "Returns- accepted -or not- in t", "Returns- accepted -or not- in 2",
                "History 2", "cover 2", "Sheet",
            ])
    }

    @Test(
        "Headings that are alike are told apart; no rows are said; a text reads as it was written")
    func oddities() throws {
        let text = "_x0041_ and_x\tso & <on>\nsecond"
        let empty = Sheet(
            key: "none", columns: [Column("a", "Debit"), Column("b", "Debit", .money)],
            totals: [.text("Total"), .money(.zero)], empty: "Nothing has moved.")
        let odd = Sheet(
            key: "oddText", columns: [Column("a", "A")], rows: [[.text(text)], [.text("'x")]])
        let book = try read(page([empty, odd]))
        let first = try cells(book, "none")
        #expect([first("A1").text, first("B1").text] == ["Debit", "Debit (b)"])
        #expect(first("A4").text == "Nothing has moved.")
        let second = try cells(book, "odd text")
        #expect(second("A2") == IncomingCell(.text, text))
        #expect(second("A3") == IncomingCell(.text, "'x"))
    }

    @Test("The same page gives the same bytes")
    func sameBytes() throws {
        let files = try (1...2).map { _ in
            let path = NSTemporaryDirectory() + "almoner-\(UUID().uuidString).xlsx"
            defer { try? FileManager.default.removeItem(atPath: path) }
            try WorkbookWriter().write(try Example.page(), to: path)
            return try Data(contentsOf: URL(fileURLWithPath: path))
        }
        #expect(files[0] == files[1])
    }
}
