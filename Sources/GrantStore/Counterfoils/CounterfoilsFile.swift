import Glibc
import GrantSeal

/// The witness beside a book: one line a commit, written after it.
///
/// Its first line names the format, the book's id and the entry after which it begins.
struct CounterfoilsFile {
    /// A line: the newest entry of a commit, its chain hash, and when it was recorded.
    struct Line: Equatable {
        let number: Int
        let chain: Chain
        let recordedAt: String

        var text: String { "\(number) \(chain.hex) \(recordedAt)\n" }

        init(number: Int, chain: Chain, recordedAt: String) {
            (self.number, self.chain, self.recordedAt) = (number, chain, recordedAt)
        }

        /// Reads it where its bytes lie: a book that is kept entry by entry has as many lines.
        init?(_ bytes: ArraySlice<UInt8>) {
            let space = UInt8(ascii: " ")
            guard let first = bytes.firstIndex(of: space),
                let second = bytes[(first + 1)...].firstIndex(of: space),
                !bytes[(second + 1)...].contains(space),
                let number = CounterfoilsFile.number(bytes[..<first]), number > 0,
                let link = Hex.bytes(bytes[(first + 1)..<second]), let chain = Chain(bytes: link)
            else { return nil }
            let recordedAt = String(decoding: bytes[(second + 1)...], as: UTF8.self)
            self.init(number: number, chain: chain, recordedAt: recordedAt)
        }
    }

    /// What the first line says.
    struct Heading: Equatable {
        let book: String
        let begins: Int

        static let format = "almoner-counterfoils/1"

        var text: String { "\(Self.format) \(book) \(begins)\n" }

        init(book: String, begins: Int) { (self.book, self.begins) = (book, begins) }

        init?(_ bytes: ArraySlice<UInt8>) {
            let text = String(decoding: bytes, as: UTF8.self)
            let parts = text.split(separator: " ", omittingEmptySubsequences: false)
            guard parts.count == 3, parts[0] == Self.format,
                let begins = CounterfoilsFile.number(parts[2].utf8)
            else { return nil }
            self.init(book: String(parts[1]), begins: begins)
        }
    }

    /// What its two ends say; no line where none was written yet.
    struct Ends: Equatable {
        let heading: Heading
        let last: Line?
        /// It and the lines before it that are read at every open, the oldest first.
        let recent: [Placed]
        /// How many bytes stand before a torn last line, where there is one.
        let whole: Int?
    }

    /// A line, and the entry that the line before it ends with; nil where that was not read.
    struct Placed: Equatable {
        let line: Line
        let after: Int?
    }

    /// What is at its path.
    enum Found: Equatable {
        case nothing
        case garbled
        case ends(Ends)
    }

    /// A number of an entry in its one spelling; far from where adding one would overflow.
    static func number(_ digits: some Collection<UInt8>) -> Int? {
        let (zero, nine) = (UInt8(ascii: "0"), UInt8(ascii: "9"))
        guard (1...16).contains(digits.count), digits.count == 1 || digits.first != zero else {
            return nil
        }
        var number = 0
        for digit in digits {
            guard (zero...nine).contains(digit) else { return nil }
            number = number * 10 + Int(digit - zero)
        }
        return number <= Reader.greatestNumber ? number : nil
    }

    let descriptor: Int32
    let path: String

    static func path(of book: String) -> String { book + ".counterfoils" }
}
