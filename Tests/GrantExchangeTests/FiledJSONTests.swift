import GrantExchange
import Testing

@Suite("The JSON of filed reports")
struct FiledJSONTests {
    private func figures(_ text: String) throws(UnreadableFile) -> [FiledFigure] {
        try FiledJSON.figures(text.utf8)
    }

    @Test(
        "What is no JSON is refused, even where Swift would read a number of it",
        arguments: [
            "--1", "--1.5", "-", "01", "007.5", "1.", ".5", "1.5.5", "1e3", "+1", #""\u+041""#,
            #""\u-000""#, #""\ud83d""#, "[1,]", "{\"a\" 1}", "nul", "1 2", "\"\t\"", "",
        ])
    func refused(_ text: String) {
        #expect(throws: UnreadableFile.self) { try figures(text) }
    }

    @Test("Numbers are kept as they are written, escapes as what they mean")
    func read() throws {
        #expect(
            try figures(#"{"a":[-0.50,10,0,"\u00E9\/"],"b":{},"a":null}"#) == [
                FiledFigure("a[1]", "-0.50"), FiledFigure("a[2]", "10"), FiledFigure("a[3]", "0"),
                FiledFigure("a[4]", "\"é/\""), FiledFigure("b", "{}"), FiledFigure("a", "null"),
            ])
    }

    @Test("A name that no report has is refused before every figure of a list repeats it")
    func longNames() {
        let name = String(repeating: "a", count: 1_000)
        let list = Array(repeating: "1", count: 1_000).joined(separator: ",")
        #expect(throws: UnreadableFile.self) { try figures("{\"\(name)\":[\(list)]}") }
    }

    @Test("A title of a page is told from its beginning, not whole at each of its figures")
    func longTitles() {
        let title = String(repeating: "a", count: 100_000)
        let page = "<h1>\(title)</h1>" + String(repeating: "<b>1</b>", count: 1_000)
        let figures = FiledHTML.figures(page)
        #expect(figures.map(\.value).joined() == page)
        #expect(figures.map(\.place.utf8.count).max() == 100)
    }
}
