import Foundation
import GrantExchange
import GrantLedger
import Testing

@Suite("Tables")
struct TableTests {
    @Test("Columns are aligned by width on screen, figures to the right, nil columns left out")
    func wide() throws {
        let text = try Example.page().text(as: .table, width: 120)
        #expect(
            text == """
                Awards
                An office. Pounds.

                Two awards.

                Award   Title                Date           Charged           Free   Per cent        Paid  Profile
                --------------------------------------------------------------------------------------------------
                VRF-01  Boxing, "every" day  5 Apr 2019   35,000.00          -0.01      10.5%        0.00  under
                VRF-02  =Zoë 日本            5 Apr 2019  333,333.34   1,000,000.00          -   70,000.00  -
                Total                                    368,333.34     999,999.99      36.8%   70,000.00

                kent.almoner, 12 entries, chain abababab…

                """)
    }

    @Test("Too narrow, texts are cut while readable, then columns go in their order; sums stay")
    func narrow() throws {
        let text = try Example.page().text(as: .table, width: 80)
        #expect(!text.contains("Profile"))
        #expect(text.contains("Charged") && text.contains("Free"))
        #expect(text.split(separator: "\n").allSatisfy { TextWidth.of(String($0)) <= 80 })
        let tight = try Example.page().text(as: .table, width: 66)
        #expect(!tight.contains("Paid") && tight.contains("Charged"))
        #expect(tight.contains("Boxing, \"e…"))
    }

    @Test("The label of totals moves where its column is not shown")
    func totalsLabel() {
        let sheet = Sheet(
            columns: [
                Column("award", "Award", visibility: .dataOnly), Column("no", "No", .number),
                Column("year", "Year"), Column("amount", "Amount", .money),
            ],
            rows: [[.text("A"), .number(1), .text("2019/20"), .money(Money(pence: 5))]],
            totals: [.text("Total"), .absent, .absent, .money(Money(pence: 5))])
        let page = Page(
            schema: "x/1", heading: "X", sheets: [sheet], envelope: Example.envelope)
        #expect(page.text(as: .table).contains("    Total      0.05\n"))
    }

    @Test("A sheet without rows says so in words")
    func empty() {
        let sheet = Sheet(
            title: "Bids", columns: [Column("bid", "Bid")], empty: "No bid is logged.")
        let page = Page(
            schema: "x/1", heading: "X", sheets: [sheet], envelope: Example.envelope)
        #expect(page.text(as: .table).contains("\nBids: no bid is logged.\n"))
    }

    @Test("Long sentences break at spaces, and facts under their label")
    func wrapping() {
        let page = Page(
            schema: "x/1", heading: "X", sentences: [String(repeating: "word ", count: 40)],
            facts: [Fact("purpose", "Purpose", .text(String(repeating: "purpose ", count: 20)))],
            envelope: Example.envelope)
        let lines = page.text(as: .table, width: 60).split(separator: "\n")
        #expect(lines.allSatisfy { $0.count <= 60 })
        #expect(lines.contains { $0.hasPrefix("         purpose") })
    }

    @Test("A column that wraps goes on in the next line")
    func wrappedCells() {
        let words = "one two three four five six seven eight nine ten eleven twelve thirteen"
        let sheet = Sheet(
            columns: [Column("a", "A"), Column("b", "B", wraps: true), Column("c", "C", .number)],
            rows: [[.text("x"), .text(words), .number(1)]])
        let page = Page(
            schema: "x/1", heading: "X", sheets: [sheet], envelope: Example.envelope)
        #expect(
            page.text(as: .table, width: 60).contains(
                """
                x  one two three four five six seven eight nine ten        1
                   eleven twelve thirteen

                """))
    }

    @Test(
        "Figures too many for the width stand in blocks below each other: none is left out, each once"
    )
    func blocks() {
        let names = ["Ceiling", "Not yet earned", "To claim", "Claimed", "Received", "Disallowed"]
        let figures = (1...6).map { Money(pence: Int64($0) * 111_111_111) }
        let sheet = Sheet(
            columns: [Column("grant", "Grant")] + names.map { Column($0, $0, .money) },
            rows: [[.text("G-1")] + figures.map { .money($0) }])
        let page = Page(
            schema: "x/1", heading: "X", sheets: [sheet], envelope: Example.envelope)
        for width in [60, 70, 80, 120] {
            let text = page.text(as: .table, width: width)
            let lines = text.split(separator: "\n")
            #expect(lines.allSatisfy { TextWidth.of(String($0)) <= width })
            for figure in figures {
                #expect(text.components(separatedBy: figure.column).count == 2)
            }
            #expect(lines.count { $0.hasPrefix("G-1") } == (width < 90 ? 2 : 1))
        }
    }

    @Test("A bar is shared out by largest remainder")
    func bar() {
        let bar = Bar(
            label: "2019/20",
            segments: [
                .init("#", "charged", Money(pence: 3_500_000)),
                .init("=", "committed", Money(pence: 28_000_000)),
                .init(".", "free", Money(pence: 1_833_334)),
            ])
        #expect(bar.drawn(width: 40) == "####==================================..")
        #expect(bar.legend == "# charged   = committed   . free")
    }

    @Test(
        "Width is what a terminal shows",
        arguments: [("abc", 3), ("é", 1), ("e\u{301}", 1), ("日本", 4), ("👍", 2), ("…", 1)])
    func width(_ text: String, _ width: Int) {
        #expect(TextWidth.of(text) == width)
    }
}
