import GrantExchange
import GrantLedger
import Testing

@Suite("Markdown")
struct MarkdownTests {
    @Test("A page is a heading, sentences and a table; marks inside texts are escaped")
    func page() throws {
        var page = try Example.page()
        page.sheets[0].rows[0][1] = .text("a|b <script> *x*")
        #expect(
            page.text(as: .markdown) == #"""
                ## Awards

                An office. Pounds.

                Two awards.

                | Award | Title | Date | Charged | Free | Per cent | Paid | Profile |
                | --- | --- | --- | ---: | ---: | ---: | ---: | --- |
                | VRF-01 | a\|b &lt;script> \*x\* | 5 Apr 2019 | 35,000.00 | -0.01 | 10.5% | 0.00 | under |
                | VRF-02 | =Zoë 日本 | 5 Apr 2019 | 333,333.34 | 1,000,000.00 | - | 70,000.00 | - |
                | **Total** |  |  | **368,333.34** | **999,999.99** | **36.8%** | **70,000.00** |  |

                kent.almoner, 12 entries, chain abababab…

                """#)
    }
}
