import GrantExchange
import GrantLedger
import Testing

@Suite("JSON")
struct JSONTests {
    @Test("A page is an object: its envelope, then rows by the keys of their columns, then totals")
    func page() throws {
        #expect(
            try Example.page().json.compact
                == #"{"schema":"almoner.award.list/1","office":"An office","book":"kent.almoner","#
                + #""question":["award","list"],"asAt":null,"knownAt":null,"by":[],"#
                + #""journal":{"entries":12,"chain":"\#(String(repeating: "ab", count: 32))"},"#
                + #""singlePerson":false,"#
                + #""sentences":["Two awards."],"rows":["#
                + #"{"award":"VRF-01","title":"Boxing, \"every\" day","date":"2019-04-05","#
                + #""charged":"35000.00","free":"-0.01","over":"0.00","percentCharged":"10.50","#
                + #""paid":"0.00","profile":"under","bids":3},"#
                + #"{"award":"VRF-02","title":"=Zoë 日本","date":"2019-04-05","#
                + #""charged":"333333.34","free":"1000000.00","over":null,"percentCharged":null,"#
                + #""paid":"70000.00","profile":null,"bids":null}],"#
                + #""totals":{"charged":"368333.34","free":"999999.99","over":"0.00","#
                + #""percentCharged":"36.83","paid":"70000.00","bids":3}}"#)
    }

    @Test("Lines of JSON are a row each; a named sheet says which it is")
    func lines() throws {
        var page = try Example.page()
        page.sheets[0].key = "awards"
        let lines = page.text(as: .jsonl).split(separator: "\n")
        #expect(lines.count == 2)
        #expect(lines[0].hasPrefix(#"{"sheet":"awards","award":"VRF-01","title":"#))
    }

    @Test("A value is written with two spaces a level, empty lists on one line")
    func pretty() {
        let value = JSON.object([
            .init("a", .list([.number(1), .null])), .init("b", .list([])),
            .init("c", .object([.init("d", .bool(true))])),
        ])
        #expect(
            value.pretty == """
                {
                  "a": [
                    1,
                    null
                  ],
                  "b": [],
                  "c": {
                    "d": true
                  }
                }
                """)
    }

    @Test("Quotes, backslashes and control characters are escaped, all else stands as it is")
    func escapes() {
        #expect(JSON.text("\"\\\n\u{1}é\u{2028}").compact == "\"\\\"\\\\\\n\\u0001é\u{2028}\"")
    }

    @Test("Facts are an object of their own")
    func facts() throws {
        var page = try Example.page()
        page.facts = [Fact("signed", "Signed", .absent), Fact("flags", "Flags", .list(["late"]))]
        #expect(page.json.compact.contains(#""facts":{"signed":null,"flags":["late"]}"#))
    }

    @Test("A single-person office is named on paper below the chain, and in data at the top")
    func singlePerson() throws {
        var page = try Example.page()
        let sentence = "Single-person office: who acts authorises too."
        #expect(!TableWriter(width: 80).text(of: page).contains(sentence))
        page.envelope.isSinglePerson = true
        #expect(TableWriter(width: 80).text(of: page).hasSuffix(sentence + "\n"))
        #expect(MarkdownWriter().text(of: page).hasSuffix(sentence + "\n"))
        #expect(page.json.compact.contains("\"singlePerson\":true,"))
    }
}
