import GrantExchange
import GrantLedger
import Testing

@Suite("HTML")
struct HTMLTests {
    @Test("Markup, quotes and forbidden signs in any text of a page are shown, never obeyed")
    func inert() throws {
        let evil = "<script>alert('x')</script> & \"lamps\" \u{1}\u{202E}\u{FFFE}"
        var page = try Example.page()
        page.heading = evil
        page.subheading = evil
        page.sentences = [evil]
        page.warnings = [evil]
        page.facts = [Fact("award", evil, .text(evil)), Fact("list", "List", .list([evil]))]
        page.sheets[0].title = evil
        page.sheets[0].rows[0][1] = .text(evil)
        page.sheets[0].totals?[0] = .text(evil)
        page.envelope.office = evil
        page.envelope.book = evil
        page.envelope.question = ["award", evil]
        page.charts = [
            Chart(
                heading: evil, finding: evil, description: evil,
                drawing: .bars([
                    .init(
                        label: evil, parts: [.init(evil, .solid, Money(pence: 1))], note: evil)
                ]))
        ]
        let text = page.text(as: .html)
        #expect(!text.contains("<script"))
        #expect(!text.contains("\"lamps\""))
        #expect(!text.unicodeScalars.contains { $0 == "\u{1}" || $0 == "\u{202E}" })
        #expect(text.contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;lamps"))
        #expect(text.contains("\u{FFFD}\u{FFFD}\u{FFFD}"))
    }

    @Test("Nothing may be fetched or run: the one style sheet is allowed by its digest")
    func policy() throws {
        let text = try Example.page().text(as: .html)
        let found = try #require(text.firstMatch(of: #/style-src 'sha256-([A-Za-z0-9+\/=]+)'/#))
        #expect(found.1.count == 44)
        #expect(text.contains("default-src 'none'"))
        for word in [" style=", "<script", "<link", "<img", "http://", "@import", "src="] {
            #expect(!text.contains(word), "\(word)")
        }
    }

    @Test("A table has its headings, its figures to the right and its totals as the last row")
    func table() throws {
        let text = try Example.page().text(as: .html)
        #expect(text.contains(#"<th scope="col" class="figure">Charged</th>"#))
        #expect(text.contains(#"<th scope="row" class="word">VRF-01</th>"#))
        #expect(text.contains(#"<td class="figure">333,333.34</td>"#))
        #expect(text.contains(#"<tfoot>"# + "\n" + #"<tr><th scope="row" class="word">Total</th>"#))
        #expect(text.contains(#"<td class="figure">368,333.34</td>"#))
        #expect(!text.contains(">Over</th>"), "a column that is nil in every row is left out")
        #expect(!text.contains(">Bids</th>"), "a column for data alone is left out")
    }

    @Test("A total stands under the first heading that is shown, whichever that is")
    func totalLabel() throws {
        let sheet = Sheet(
            columns: [
                Column("head", "Head", visibility: .dataOnly), Column("name", "Head"),
                Column("kind", "Kind"), Column("debit", "Debit", .money),
            ],
            rows: [[.text("a"), .text("A"), .text("k"), .money(Money(pence: 100))]],
            totals: [.absent, .absent, .text("Total"), .money(Money(pence: 100))])
        let page = Page(schema: "x/1", heading: "X", sheets: [sheet], envelope: Example.envelope)
        #expect(
            page.text(as: .html).contains(
                #"<tr><th scope="row" class="word">Total</th><td class="word"></td>"#
                    + #"<td class="figure">1.00</td></tr>"#))
    }

    @Test("The end of a page says the book, its entries, the whole chain hash and the command")
    func footer() throws {
        var page = try Example.page()
        page.envelope.question = ["award", "list", "--theme", "It's A"]
        page.envelope.asAt = Day("2020-03-31")
        let text = page.text(as: .html)
        #expect(text.contains("<dt>Entries</dt><dd>12</dd>"))
        #expect(text.contains(String(repeating: "ab", count: 32)))
        #expect(text.contains("<code>almoner award list --theme &#39;It&#39;\\&#39;&#39;s A&#39;"))
        #expect(text.contains("<dt>As at</dt><dd>31 March 2020</dd>"))
    }

    @Test("A code leads to its page where there is one, and never to the page itself")
    func links() throws {
        let place = SitePlace(
            file: "award-VRF-02.html", trail: [.init("index.html", "Overview")],
            sections: [.init("index.html", "Overview")],
            files: ["award": ["VRF-01": "award-VRF-01.html", "VRF-02": "award-VRF-02.html"]])
        let text = HTMLWriter(place: place).text(of: try Example.page())
        #expect(text.contains(#"<a href="award-VRF-01.html">VRF-01</a>"#))
        #expect(!text.contains(#"<a href="award-VRF-02.html">"#))
        #expect(text.contains(#"<nav class="trail" aria-label="Breadcrumb">"#))
        #expect(!(try Example.page().text(as: .html)).contains("href=\"award"))
    }
}
