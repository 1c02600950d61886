import GrantExchange
import Testing

@Suite("Formats")
struct FormatTests {
    @Test(
        "A file's suffix picks the form",
        arguments: [
            ("csv", Format.csv), ("TSV", .tsv), ("json", .json), ("jsonl", .jsonl),
            ("ndjson", .jsonl), ("md", .markdown), ("txt", .table), ("XLSX", .xlsx),
            ("html", .html), ("HTM", .html),
        ])
    func suffix(_ suffix: String, _ format: Format) {
        #expect(Format(suffix: suffix) == format)
    }

    @Test("A suffix that names no form picks none", arguments: ["", "xls", "doc"])
    func noForm(_ suffix: String) {
        #expect(Format(suffix: suffix) == nil)
    }
}
