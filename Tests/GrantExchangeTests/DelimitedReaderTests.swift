import GrantExchange
import Testing

@Suite("Reading CSV and its kin")
struct DelimitedReaderTests {
    /// What a text reads as, or why not.
    private enum Outcome: Equatable {
        case rows([IncomingRow])
        case refused(UnreadableFile)
    }

    /// Numbers that come out the same each time.
    private struct Seeded: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return (state ^ (state >> 33)) &* 0xFF51_AFD7_ED55_8CCD
        }
    }

    private func read(
        _ bytes: [UInt8], _ delimiter: Delimiter = .comma, pieces: Int = .max
    ) -> Outcome {
        var rest = bytes[...]
        let source = ByteSource { most throws(UnreadableFile) in
            let piece = rest.prefix(min(most, pieces))
            rest = rest.dropFirst(piece.count)
            return Array(piece)
        }
        var reader = DelimitedReader(source, delimiter: delimiter)
        var rows: [IncomingRow] = []
        do throws(UnreadableFile) {
            while let row = try reader.next() { rows.append(row) }
            return .rows(rows)
        } catch {
            return .refused(error)
        }
    }

    private func texts(_ text: String, _ delimiter: Delimiter = .comma) -> [[String]]? {
        guard case .rows(let rows) = read(Array(text.utf8), delimiter) else { return nil }
        return rows.map { $0.cells.map(\.text) }
    }

    @Test("Quotes, doubled quotes and line breaks in fields are read as RFC 4180 has them")
    func quoting() {
        #expect(texts("a,\"b,\"\"c\"\"\r\nd\",e\r\n") == [["a", "b,\"c\"\r\nd", "e"]])
        #expect(texts("5\" pipe,6\"\n") == [["5\" pipe", "6\""]])
        #expect(texts("\"\",\"\"\"\"\n") == [["", "\""]])
        #expect(texts("a;\"b;c\"\n", .semicolon) == [["a", "b;c"]])
        #expect(texts("a\tb c\t\n", .tab) == [["a", "b c", ""]])
        #expect(texts("a|b", .bar) == [["a", "b"]])
    }

    @Test("Rows are counted as a spreadsheet counts them: empty ones too, breaks in fields not")
    func numbering() {
        let text = "a\n\n\"x\ny\"\r\n\r\rlast"
        guard case .rows(let rows) = read(Array(text.utf8)) else {
            Issue.record("it is refused")
            return
        }
        #expect(rows.map(\.number) == [1, 3, 6])
        #expect(rows.last?.address(27) == "AB6")
    }

    @Test("3,000 random texts read the same in one piece, in pieces of 7 bytes and byte by byte")
    func pieces() {
        var random = Seeded(state: 2019)
        let alphabet = Array("aé£,,,;\t\"\"\n\r ".utf8) + [0, 0xFF]
        for _ in 0..<3_000 {
            let length = Int.random(in: 0...40, using: &random)
            let bytes = (0..<length).map { _ in alphabet.randomElement(using: &random) ?? 0x20 }
            let whole = read(bytes)
            #expect(whole == read(bytes, pieces: 1), "\(bytes)")
            #expect(whole == read(bytes, pieces: 7), "\(bytes)")
        }
    }

    @Test("1,000 random tables written by RFC 4180 are read back cell for cell")
    func roundTrip() {
        var random = Seeded(state: 1819)
        let pieces = ["a", "é", "£", ",", "\"", "\n", "\r\n", " ", ";", "\t", "=1", "10.00"]
        for _ in 0..<1_000 {
            let width = Int.random(in: 1...6, using: &random)
            let rows = (0..<Int.random(in: 1...6, using: &random)).map { _ in
                ["x"]
                    + (0..<width).map { _ in
                        (0..<Int.random(in: 0...5, using: &random)).map { _ in
                            pieces.randomElement(using: &random) ?? ""
                        }.joined()
                    }
            }
            let end = ["\n", "\r\n", "\r"].randomElement(using: &random) ?? "\n"
            let text = rows.map { row in
                row.map { field in
                    "\""
                        + field.split(separator: "\"", omittingEmptySubsequences: false)
                        .joined(separator: "\"\"") + "\""
                }.joined(separator: ",") + end
            }.joined()
            #expect(texts(text) == rows)
        }
    }

    @Test("The delimiter is guessed from the first rows, with how many of them agree")
    func guesses() throws {
        func guesses(_ text: String) throws -> [Delimiter.Guess] {
            try Delimiter.guesses(from: .bytes(Array(text.utf8)))
        }
        let semicolons = try guesses("Ref;Amount;Note\nA;1,50;x, y\nB;2,50;z\n")
        #expect(semicolons.first?.delimiter == .semicolon)
        #expect(semicolons.first?.columns == 3 && semicolons.first?.agreeing == 3)
        #expect(semicolons.first?.isLikely == true)
        #expect(try guesses("a\tb\n1,5\t2,5\n").first?.delimiter == .tab)
        #expect(try guesses("a|b\n1|2\n").map(\.delimiter) == [.bar])
        #expect(try guesses("one\ntwo\n").isEmpty)
        #expect(try guesses("sep=|\na|b;c;d\n").map(\.delimiter) == [.bar])
        #expect(try guesses("a,b\n1\n2\n3\n").allSatisfy { !$0.isLikely })
    }

    @Test("What the file says of its delimiter is believed over what is asked")
    func stated() {
        #expect(texts("sep=;\na;b\n", .semicolon) == [["a", "b"]])
        guard case .refused(let reason) = read(Array("sep=;\na;b\n".utf8)) else {
            Issue.record("it is read")
            return
        }
        #expect(reason.remedy.contains(";"))
    }

    @Test("A file that is not there, and a folder, are named with what to do")
    func missing() {
        #expect(throws: UnreadableFile.self) { try ByteSource.file("no/such/file.csv") }
        do throws(UnreadableFile) {
            _ = try ByteSource.file("/").read(10)
            Issue.record("a folder was read")
        } catch {
            #expect(error.message.contains("folder"))
        }
    }
}
