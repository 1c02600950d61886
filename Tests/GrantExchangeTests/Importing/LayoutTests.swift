import GrantExchange
import GrantLedger
import Testing

@Suite("Layouts of imported files")
struct LayoutTests {
    private func detect(
        _ kind: ImportKind, _ text: String, _ hints: LayoutHints = LayoutHints()
    ) throws -> DetectedLayout {
        var table = RowTable(text)
        var detector = LayoutDetector(kind, hints: hints)
        return try #require(try detector.detect(&table))
    }

    @Test("Columns are known by their headings in any order, under a title, with years as amounts")
    func columns() throws {
        let found = try detect(
            .bids,
            """
            Violence fund|||||
            2019/20 (£)|Organisation|Ref|Notes|Project title|2020-21
            35,000|A charity|B1||Youth|0
            """)
        let names = found.layout.columns.sorted { $0.index < $1.index }.map(\.name)
        #expect(names == ["2019/20", "applicant", "code", "title", "2020/21"])
        #expect(found.layout.headingRow == 2)
        #expect(found.layout.unused == ["Notes"])
        #expect(found.layout.missing == ["round"])
        #expect(found.layout.unique == "code")
    }

    @Test("The order of dates is taken from one above 12; without one it is asked for")
    func dates() throws {
        func order(_ rows: String) throws -> (ImportProfile.DateOrder, String?) {
            let found = try detect(.bank, "Date|Details|Amount\n" + rows)
            return (found.layout.dates, found.openDates)
        }
        #expect(try order("31/01/2020|a|1\n01/02/2020|b|2") == (.dmy, nil))
        #expect(try order("01/31/2020|a|1\n01/02/2020|b|2") == (.mdy, nil))
        #expect(try order("01/02/2020|a|1\n03/04/2020|b|2").1 == "01/02/2020")
        #expect(try order("2020-01-31|a|1\n5 Apr 2020|b|2") == (.dmy, nil))
        #expect(try order("31/01/2020|a|1\n01/31/2020|b|2").1 == "31/01/2020")
    }

    @Test("Money in two columns is known; a bank's own column has money out below nil")
    func signs() throws {
        #expect(
            try detect(.bank, "Date|Details|Debit|Credit\n2020-01-31|a|5|").layout.sign
                == .twoColumns)
        #expect(
            try detect(.bank, "Date|Details|Amount\n2020-01-31|a|-5").layout.sign == .outNegative)
        let ledger = "Date|Award|Amount\n2020-01-31|A|5\n2020-01-31|A|6"
        #expect(try detect(.payments, ledger).layout.sign == .outPositive)
        let turned = "Date|Award|Amount\n2020-01-31|A|-5\n2020-01-31|A|-6"
        #expect(try detect(.payments, turned).layout.sign == .outNegative)
    }

    @Test("A reference that stands twice, or is missing once, tells no row from another")
    func unique() throws {
        func unique(_ rows: String) throws -> String? {
            try detect(.payments, "Date|Award|Amount|Ref\n" + rows).layout.unique
        }
        #expect(try unique("2020-01-31|A|5|X1\n2020-01-31|A|5|X2") == "reference")
        #expect(try unique("2020-01-31|A|5|X1\n2020-01-31|A|5|X1") == nil)
        #expect(try unique("2020-01-31|A|5|X1\n2020-01-31|A|5|") == nil)
    }

    @Test("What a person says stands above the headings; a heading that is not there is named")
    func hints() throws {
        var hints = LayoutHints()
        hints.headings = ["code": "Notes", "2019/20": "Amount A", "title": "Nowhere"]
        hints.constants = ["round": "R1"]
        let found = try detect(.bids, "Notes|Amount A|Organisation|Ref\nB1|5|X|Y", hints)
        #expect(found.layout.column("code")?.index == 0)
        #expect(found.layout.column("2019/20")?.index == 1)
        #expect(found.lost == ["Nowhere"] && !found.isWhole)
        #expect(found.layout.missing == ["title"])
    }

    @Test("A profile keeps a layout and finds it again in a file whose columns have moved")
    func profile() throws {
        let first = try detect(.payments, "Date|Award|Amount|Ref\n2020-01-31|A|5|X1").layout
        let code = try #require(Code("FINANCE"))
        let profile = try #require(first.profile(code))
        let moved = IncomingRow(
            number: 1,
            cells: ["Ref", "New", "Amount", "Date", "Award"].map { IncomingCell(.text, $0) })
        let (layout, lost) = ImportLayout.read(profile, headings: moved)
        #expect(lost.isEmpty && layout.column("amount")?.index == 2)
        #expect(layout.unused == ["New"] && layout.unique == "reference")
        let other = IncomingRow(number: 1, cells: [IncomingCell(.text, "Date")])
        #expect(ImportLayout.read(profile, headings: other).lost.count == 3)
    }

    @Test("Columns of categories are the spend of a return; a row a category makes one return")
    func returns() throws {
        var hints = LayoutHints()
        hints.categories = [try #require(Code("STAFF")): "Project staff"]
        let wide = try detect(.returns, "Award|Period|Project staff|General\nA|2019/20|5|6", hints)
        #expect(
            Set(wide.layout.columns.map(\.name)).isSuperset(of: ["spend/STAFF", "spend/GENERAL"]))
        let text = """
            Award|Period|Category|Spend
            A|2019/20|STAFF|5
            A|2019/20|GENERAL|6.50
            B|2019/20|STAFF|7
            """
        let long = try detect(.returns, text).layout
        var stream = RecordStream(RowTable(text), layout: long)
        var rows: [Int] = []
        var totals: [Money] = []
        while let item = try stream.read() {
            guard case .record(let record) = item else { continue }
            rows.append(record.rows)
            totals.append(record.controlAmount)
        }
        #expect(rows == [2, 1])
        #expect(totals == [Money(pence: 1_150), Money(pence: 700)])
    }
}
