import GrantExchange
import GrantLedger
import Testing

@Suite("Charts")
struct ChartTests {
    private static func page(_ drawing: Chart.Drawing) -> String {
        var page = Page(schema: "x/1", heading: "X", envelope: Example.envelope)
        page.charts = [
            Chart(
                heading: "Heading", finding: "The finding", description: "How it is read",
                drawing: drawing)
        ]
        return page.text(as: .html)
    }

    /// Every `x` and `width` of the bars, in hundredths of a per cent.
    private static func boxes(_ text: String) -> [(x: Int, width: Int)] {
        text.matches(of: #/<rect x="(\d+)\.(\d\d)%" y="\d+" width="(\d+)\.(\d\d)%"/#).map {
            match in
            let numbers = [match.1, match.2, match.3, match.4].map { Int($0) ?? -1 }
            return (numbers[0] * 100 + numbers[1], numbers[2] * 100 + numbers[3])
        }
    }

    @Test("Parts of £333,333.34 lie side by side to a hundredth of a per cent, without a gap")
    func bars() throws {
        let amounts: [Int64] = [3_500_000, 28_000_000, 1_833_334]
        let row = Chart.BarRow(
            label: "2019/20",
            parts: zip(amounts, [Chart.Ink.solid, .hatched, .open]).map { amount, ink in
                .init(ink.rawValue, ink, Money(pence: amount))
            }, note: "18,333.34 free")
        let half = Chart.BarRow(
            label: "half", parts: [.init("solid", .solid, Money(pence: 16_666_667))], note: "")
        let boxes = Self.boxes(Self.page(.bars([row, half])))
        #expect(boxes.map(\.x) == [0, 1_050, 9_450, 0])
        #expect(boxes.map(\.width) == [1_050, 8_400, 550, 5_000])
    }

    @Test("The greatest amounts a book takes are drawn, and nil and less than nil are not")
    func extremes() {
        let most = Money(pence: 9_999_999_999_999)
        let text = Self.page(
            .bars([
                .init(
                    label: "A",
                    parts: [
                        .init("a", .solid, most), .init("b", .open, .zero),
                        .init("c", .dotted, Money(pence: -1)),
                    ], note: ""),
                .init(label: "B", parts: [], note: ""),
            ]))
        #expect(Self.boxes(text).map(\.width) == [10_000])
    }

    @Test("The picture says its finding and how to read it, and needs no colour to be told apart")
    func words() {
        let text = Self.page(
            .bars([
                .init(
                    label: "A",
                    parts: [
                        .init("charged", .solid, Money(pence: 1)),
                        .init("free", .open, Money(pence: 1)),
                    ], note: "")
            ]))
        #expect(text.contains(#"role="img" aria-labelledby="chart-1-title chart-1-desc""#))
        #expect(text.contains(#"<title id="chart-1-title">The finding</title>"#))
        #expect(text.contains(#"<desc id="chart-1-desc">How it is read</desc>"#))
        #expect(text.contains(#"class="edge solid""#) && text.contains(#"class="edge open""#))
    }

    @Test("A line over quarters stands on a scale of whole pounds that its half divides")
    func lines() throws {
        let year = try #require(FinancialYear("2019/20"))
        let points = year.quarters.enumerated().map { place, quarter in
            Chart.Point(
                quarter: quarter, planned: Money(pence: Int64(place + 1) * 7_875_000),
                charged: place < 2 ? Money(pence: Int64(place) * 3_500_000) : nil)
        }
        let text = Self.page(.lines(points))
        #expect(text.contains(">£400,000</text>") && text.contains(">£200,000</text>"))
        #expect(text.matches(of: #/class="planned"\/>/#).count == 4, "three parts and the key")
        #expect(text.matches(of: #/<circle cx="\d+\.\d\d%"/#).count == 2)
        #expect(text.contains(#"<circle cx="12.50%" cy="220""#), "nil lies on the axis")
    }

    @Test("A return is a box over its quarters with the letter of how it stands")
    func grid() throws {
        let year = try #require(FinancialYear("2019/20"))
        let marks = [
            Chart.Mark(Period(year: year, part: .half(1)), "accepted"),
            Chart.Mark(Period(year: year, part: .half(2)), "overdue"),
        ]
        let text = Self.page(
            .grid(
                [.init(label: "VRF-01", marks: marks)],
                Quarter(year: year, number: 1)...Quarter(year: year, number: 4)))
        #expect(Self.boxes(text).map(\.x) == [0, 5_000])
        #expect(text.contains(">A</text>") && text.contains(">O</text>"))
        #expect(text.contains("A: accepted") && text.contains("O: overdue"))
    }
}
