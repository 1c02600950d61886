import Foundation
import GrantExchange
import Testing

@Suite("Hostile files", .serialized)
struct HostileFileTests {
    /// What a reader must make of a file.
    private struct Expected {
        let name: String
        let outcome: String
        let word: String
        let row: Int?
        let column: Int?

        init(_ line: Substring) throws {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
            try #require(fields.count == 5)
            (name, outcome, word) = (String(fields[0]), String(fields[1]), String(fields[2]))
            (row, column) = (Int(fields[3]), Int(fields[4]))
        }
    }

    @Test("270 malformed or hostile files are read or refused by name and place")
    func corpus() throws {
        let bench = try ReaderBench()
        try bench.judge("hostile.py", bench.folder.path, "2019", "150")
        let index = try String(contentsOfFile: bench.path("index.tsv"), encoding: .utf8)
        let files = try index.split(separator: "\n").map(Expected.init)
        #expect(files.count > 270)
        for file in files { try judge(file, bench.path(file.name)) }
    }

    private func judge(_ file: Expected, _ path: String) throws {
        switch Self.rows(of: path) {
        case .success(let rows):
            #expect(file.outcome != "refused", "\(file.name) was read")
            if file.outcome == "read" { #expect("\(rows)" == file.word, "\(file.name)") }
        case .failure(let reason):
            #expect(file.outcome != "read", "\(file.name): \(reason)")
            #expect(!reason.remedy.isEmpty && reason.message.hasSuffix("."), "\(file.name)")
            guard file.outcome == "refused" else { return }
            if !file.word.isEmpty {
                #expect(reason.message.contains(file.word), "\(file.name): \(reason)")
            }
            if let row = file.row { #expect(reason.row == row, "\(file.name): \(reason)") }
            if let column = file.column {
                #expect(reason.column == column, "\(file.name): \(reason)")
            }
        }
    }

    /// How many rows all of a file has.
    private static func rows(of path: String) -> Result<Int, UnreadableFile> {
        do throws(UnreadableFile) {
            var count = 0
            if path.hasSuffix(".xlsx") {
                let workbook = try WorkbookReader(path: path)
                for sheet in workbook.sheets {
                    var table = try workbook.rows(of: sheet)
                    while try table.next() != nil { count += 1 }
                    _ = try workbook.cells(of: sheet)
                }
            } else {
                let likely = try Delimiter.guesses(from: .file(path)).first?.delimiter
                var table = DelimitedReader(try .file(path), delimiter: likely ?? .comma)
                while try table.next() != nil { count += 1 }
            }
            return .success(count)
        } catch {
            return .failure(error)
        }
    }
}
