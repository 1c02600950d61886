import Foundation
import Testing

@Suite("Seeds and cases that fuzzing found")
struct CorpusTests {
    /// A file of the corpus.
    struct Case: Sendable, CustomTestStringConvertible {
        let parser: FuzzedParser
        let file: URL
        var testDescription: String { "\(parser.name)/\(file.lastPathComponent)" }

        static let all = FuzzedParser.all.flatMap { parser in
            files(of: parser.name).map { Case(parser: parser, file: $0) }
        }
    }

    private static let corpus = URL(filePath: #filePath)
        .appending(path: "../../../Fixtures/fuzz").standardized

    private static func files(of parser: String) -> [URL] {
        let folder = corpus.appending(path: parser)
        let found = try? FileManager.default.contentsOfDirectory(
            at: folder, includingPropertiesForKeys: nil)
        return (found ?? []).sorted { $0.path < $1.path }
    }

    @Test("Every file keeps the promises of its parser", arguments: Case.all)
    func keepsItsPromises(_ found: Case) throws {
        try found.parser.check([UInt8](try Data(contentsOf: found.file)))
    }

    @Test("Every parser has a corpus, and every corpus a parser")
    func corpora() throws {
        let folders = try FileManager.default.contentsOfDirectory(atPath: Self.corpus.path)
            .filter { !$0.contains(".") }
        #expect(folders.sorted() == FuzzedParser.all.map { $0.name }.sorted())
        for parser in FuzzedParser.all { #expect(!Self.files(of: parser.name).isEmpty) }
    }
}
