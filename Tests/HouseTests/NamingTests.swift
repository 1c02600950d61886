import Testing

@Suite("Names and pages")
struct NamingTests {
    private let catalog = "Sources/GrantLedger/Documentation.docc/"

    @Test("A file is named for a type it declares, or for a type and a topic")
    func filesAreNamedForTheirType() {
        let files = SourceTree.swift.filter { !$0.name.contains("+") }
        #expect(!files.isEmpty)
        let words =
            #/^(?:[\w@()]+ )*(?:struct|class|enum|protocol|actor|typealias|func|extension) (\w+)/#
        for file in files {
            let declared = file.codeLines.compactMap { $0.prefixMatch(of: words)?.1 }
            #expect(declared.contains(file.name[...]), "\(file.path) declares \(declared)")
        }
    }

    @Test("Decision pages are numbered from 1 without a gap")
    func decisionsAreNumbered() {
        let pages = SourceTree.files.filter { $0.path.hasPrefix(catalog + "Decisions/") }
        #expect(!pages.isEmpty)
        for (number, page) in zip(1..., pages) {
            let digits = String(String(10_000 + number).dropFirst())
            #expect(page.name.hasPrefix("\(digits)-"), "\(page.path) should be number \(number)")
            for heading in ["# ", "## Context", "## Decision", "## Consequences"] {
                #expect(
                    page.lines.contains { $0.hasPrefix(heading) }, "\(page.path) lacks \(heading)")
            }
        }
    }

    @Test("Every page of the documentation is reached from the first")
    func everyPageIsLinked() throws {
        let first = try SourceTree.file(catalog + "GrantLedger.md")
        let pages = SourceTree.files.filter {
            $0.path.hasPrefix(catalog) && $0.path.hasSuffix(".md") && $0.path != first.path
        }
        #expect(!pages.isEmpty)
        for page in pages {
            #expect(first.text.contains("<doc:\(page.name)>"), "\(page.path) is not linked")
        }
    }

    @Test("A file that a page names is there")
    func filesInPagesExist() {
        let pages = SourceTree.files.filter {
            $0.path.hasPrefix(catalog) || ["README.md", "Schema/README.md"].contains($0.path)
        }
        let paths = pages.flatMap { page in
            page.text.matches(of: #/`((?:Sources|Tests|Schema|Fixtures|scripts)/[\w\/+.-]+\.\w+)`/#)
                .map { (page.path, String($0.1)) }
        }
        #expect(!paths.isEmpty)
        for (page, path) in paths {
            #expect(SourceTree.files.contains { $0.path == path }, "\(page) names \(path)")
        }
    }
}
