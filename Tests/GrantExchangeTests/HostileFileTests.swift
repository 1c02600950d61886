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

    @Test("270 malformed or hostile files are read or refused by name and place, under 512 MB")
    func corpus() throws {
        let bench = try ReaderBench()
        try bench.judge("hostile.py", bench.folder.path, "2019", "150")
        let index = try String(contentsOfFile: bench.path("index.tsv"), encoding: .utf8)
        let files = try index.split(separator: "\n").map(Expected.init)
        #expect(files.count > 270)
        let before = try Self.memory("VmRSS")
        try "5".write(toFile: "/proc/self/clear_refs", atomically: false, encoding: .utf8)
        for file in files { try judge(file, bench.path(file.name)) }
        let grown = try Self.memory("VmHWM") - before
        #expect(grown < 512 << 10, "\(grown) kB")
    }

    private func judge(_ file: Expected, _ path: String) throws {
        let clock = ContinuousClock()
        var result: Result<Int, UnreadableFile> = .success(0)
        let time = clock.measure { result = Self.rows(of: path) }
        #expect(time < .seconds(60), "\(file.name)")
        switch result {
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

    /// What the system says of this process's memory, in kB.
    private static func memory(_ name: String) throws -> Int {
        let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("\(name):") })
        return try #require(
            line.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) })
    }
}
