import Foundation
import GrantExchange
import GrantLedger
import Testing

@Suite("Filling somebody else's workbook")
struct WorkbookFillerTests {
    /// What the judge says of a filled workbook.
    private struct Verdict: Decodable {
        let changed: [String]
        let kept: Bool?
        let same: Bool
        let times: Bool
        let calculates: Bool
        let cells: [String: [String]]

        enum CodingKeys: CodingKey { case kept, changed, same, times, calculates, cells }

        init(from decoder: any Decoder) throws {
            let values = try decoder.container(keyedBy: CodingKeys.self)
            changed = try values.decode([String].self, forKey: .changed)
            kept = try values.decode(Bool?.self, forKey: .kept)
            same = try values.decode(Bool.self, forKey: .same)
            times = try values.decode(Bool.self, forKey: .times)
            calculates = try values.decode(Bool.self, forKey: .calculates)
            let cells = try values.decode([String: [Part]].self, forKey: .cells)
            self.cells = cells.mapValues { $0.map(\.text) }
        }

        private struct Part: Decodable {
            let text: String

            init(from decoder: any Decoder) throws {
                let value = try decoder.singleValueContainer()
                text = try (try? value.decode(String.self)) ?? "\(value.decode(Bool.self))"
            }
        }
    }

    private func filling(_ cell: String, _ value: Cell, sheet: String = "Claim form") throws
        -> Filling
    {
        Filling(
            row: 2, sheet: sheet, address: try #require(CellAddress(cell)), fact: "x", value: value)
    }

    private func form(_ bench: ReaderBench) throws -> WorkbookFiller {
        try bench.judge("workbooks.py", "form", bench.path("form.xlsx"))
        return try WorkbookFiller(path: bench.path("form.xlsx"))
    }

    @Test("Only the cells named change: every other part is byte for byte what it was")
    func untouched() throws {
        let bench = try ReaderBench()
        let day = try #require(Day(year: 2025, month: 10, day: 15))
        try form(bench).fill(
            [
                filling("C4", .money(Money(pence: 2_500_001))),
                filling("C5", .money(Money(pence: -50))),
                filling("B1", .text("=1+1 & <é>")),
                filling("D4", .date(day)), filling("A20", .date(day)),
                filling("H6", .money(Money(pence: 7))), filling("H30", .number(3)),
                filling("E1", .text("merged")),
                filling("B2", .money(Money(pence: 9_999_999_999_999)), sheet: "empty"),
                filling("A2", .text("_x0041_"), sheet: "Empty"),
            ], to: bench.path("filled.xlsx"))
        let said = try bench.judge(
            "workbooks.py", "filled", bench.path("form.xlsx"), bench.path("filled.xlsx"), "C4",
            "C5",
            "B1", "D4", "A20", "H6", "H30", "E1", "B2", "A2")
        let verdict = try JSONDecoder().decode(Verdict.self, from: Data(said.utf8))
        #expect(
            verdict.changed == [
                "xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml",
                "xl/worksheets/sheet3.xml",
            ])
        #expect(verdict.kept == true)
        #expect(verdict.same && verdict.times && verdict.calculates)
        let cells = verdict.cells
        #expect(
            cells["Claim form!C4"] == ["float", "25000.01", "n", "#,##0.00", "00FFFFCC", "false"])
        #expect(cells["Claim form!C5"]?[1] == "-0.5")
        #expect(cells["Claim form!B1"]?.prefix(3) == ["str", "=1+1 & <é>", "s"])
        #expect(cells["Claim form!D4"]?[1] == "2025-10-15 00:00:00")
        #expect(cells["Claim form!A20"]?.prefix(3) == ["str", "2025-10-15", "s"])
        #expect(cells["Claim form!H6"]?[3] == "0.00" && cells["Claim form!H30"]?[3] == "0.00")
        #expect(cells["Claim form!C7"]?.prefix(3) == ["str", "=SUM(C4:C6)", "f"])
        #expect(cells["Claim form!A1"]?[5] == "true")
        #expect(cells["Empty!B2"]?[1] == "99999999999.99")
        let filled = try WorkbookReader(path: bench.path("filled.xlsx"))
        let empty = try filled.cells(of: try #require(filled.sheet("Empty")))
        #expect(empty[try #require(CellAddress("A2"))] == IncomingCell(.text, "_x0041_"))
        #expect(cells.count == 18, "\(cells.keys.sorted())")
    }

    @Test(
        "A form saved by LibreOffice shows, filled and opened again, totals of what was filled in")
    func recalculated() throws {
        let bench = try ReaderBench()
        try bench.judge("workbooks.py", "form", bench.path("form.xlsx"))
        try office(bench, "xlsx", "form.xlsx", "--outdir", bench.path("saved"))
        let saved = try WorkbookReader(path: bench.path("saved/form.xlsx"))
        let total = try saved.cells(of: try #require(saved.sheets.first))
        #expect(total[try #require(CellAddress("C7"))] == IncomingCell(.formula, "0"))
        try WorkbookFiller(path: bench.path("saved/form.xlsx")).fill(
            [
                filling("C4", .money(Money(pence: 2_500_001))),
                filling("C5", .money(Money(pence: 99))),
            ], to: bench.path("filled.xlsx"))
        try office(bench, "xlsx", "filled.xlsx", "--outdir", bench.path("again"))
        let again = try WorkbookReader(path: bench.path("again/filled.xlsx"))
        let form = try again.cells(of: try #require(again.sheets.first))
        #expect(form[try #require(CellAddress("C4"))] == IncomingCell(.number, "25000.01"))
        #expect(form[try #require(CellAddress("C7"))] == IncomingCell(.formula, "25001"))
        let summary = try again.cells(of: try #require(again.sheet("Summary")))
        #expect(summary[try #require(CellAddress("A1"))] == IncomingCell(.formula, "50002"))
    }

    private func office(_ bench: ReaderBench, _ form: String, _ words: String...) throws {
        try bench.run(
            "soffice",
            [
                "-env:UserInstallation=file://" + bench.path("profile"), "--headless",
                "--convert-to", form,
            ] + words)
    }

    @Test(
        "A formula, the inside of a merged cell and a sheet that is not there are all named, nothing is written"
    )
    func refused() throws {
        let bench = try ReaderBench()
        let filler = try form(bench)
        do {
            try filler.fill(
                [
                    filling("C7", .number(1)), filling("F2", .number(1)), filling("C4", .number(1)),
                    filling("A1", .number(1), sheet: "Nowhere"),
                ], to: bench.path("filled.xlsx"))
            Issue.record("it is filled")
        } catch let reason as UnfillableMap {
            let words = reason.faults.map(\.message).joined(separator: "\n")
            #expect(reason.faults.count == 3)
            for word in ["Claim form!C7 has a formula", "first, E1", "no sheet Nowhere"] {
                #expect(words.contains(word), "\(words)")
            }
        }
        let names = try FileManager.default.contentsOfDirectory(atPath: bench.folder.path)
        #expect(names == ["form.xlsx"])
    }

    @Test("A map names sheet and cell; what is none is refused with its row and column")
    func map() throws {
        let map = try FillMap(
            .bytes(Array("cell,fact\n'Claim form'!$C$4,STAFF.thisClaim\nA!B2,period\n".utf8)))
        #expect(map.lines.map(\.sheet) == ["Claim form", "A"])
        #expect(map.lines.map(\.address.description) == ["C4", "B2"])
        func refusal(_ text: String) -> UnreadableFile? {
            do throws(UnreadableFile) {
                _ = try FillMap(.bytes(Array(text.utf8)))
                return nil
            } catch {
                return error
            }
        }
        let place = try #require(refusal("fact,cell\nperiod,Sheet1!ZZZ9\n"))
        #expect(place.row == 2 && place.column == 1)
        #expect(refusal("fact,cell\n,A!B2\n")?.column == 0)
        #expect(refusal("fact,cell\n")?.message.contains("no cell") == true)
        #expect(refusal("a,b\n1,2\n")?.row == 1)
    }
}
