import GrantExchange
import GrantLedger
import Testing

@Suite("Values parted by commas and tabs")
struct DelimitedTests {
    @Test("CSV is quoted by RFC 4180, its amounts plain, its dates ISO, a formula inert")
    func csv() throws {
        #expect(
            try Example.page().text(as: .csv) == """
                award,title,date,charged,free,over,percentCharged,paid,profile,bids
                VRF-01,"Boxing, ""every"" day",2019-04-05,35000.00,-0.01,0.00,10.50,0.00,under,3
                VRF-02,'=Zoë 日本,2019-04-05,333333.34,1000000.00,,,70000.00,,

                """)
    }

    @Test("TSV has no quotes, and no tab or line break inside a value")
    func tsv() throws {
        let text = try Example.page().text(as: .tsv)
        #expect(text.hasPrefix("award\ttitle\tdate\t"))
        #expect(text.contains("VRF-01\tBoxing, \"every\" day\t2019-04-05\t35000.00\t-0.01\t"))
        let page = page("one\ttwo\nthree")
        #expect(page.text(as: .tsv) == "a\none two three\n")
    }

    @Test(
        "Every text that a spreadsheet would calculate is made inert",
        arguments: [
            "=1+1", "+1", "-1", "@x", "\tx", "=cmd|' /C calc'!A0", " =1+1", "\r\n@x", "\u{A0}-1",
            "\u{FEFF}=1", "＝1+1", "＋1", "－1", "＠x",
        ])
    func inert(_ text: String) {
        for format in [Format.csv, .tsv] {
            let line = page(text).text(as: format).split(separator: "\n")[1]
            #expect(line.hasPrefix("'") || line.hasPrefix("\"'"))
        }
    }

    @Test("A list is inert too; an amount below nil stays a number")
    func lists() {
        let sheet = Sheet(
            columns: [Column("codes", "Codes"), Column("amount", "Amount", .money)],
            rows: [[.list(["-X", "B"]), .money(Money(pence: -1_050))]])
        var page = page("x")
        page.sheets = [sheet]
        #expect(page.text(as: .csv) == "codes,amount\n'-X B,-10.50\n")
    }

    @Test("Facts come first, and sheets are parted by an empty line")
    func blocks() {
        var page = page("x")
        page.facts = [Fact("code", "Code", .text("A"))]
        page.sheets.append(page.sheets[0])
        #expect(page.text(as: .csv) == "fact,value\ncode,A\n\na\nx\n\na\nx\n")
    }

    private func page(_ text: String) -> Page {
        Page(
            schema: "x/1", heading: "X",
            sheets: [Sheet(columns: [Column("a", "A")], rows: [[.text(text)]])],
            envelope: Example.envelope)
    }
}
