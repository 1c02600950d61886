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

        init?(_ text: Substring) {
            let parts = text.split(separator: " ", omittingEmptySubsequences: false)
            guard parts.count == 3, let number = CounterfoilsFile.number(parts[0]), number > 0,
                let chain = Chain(hex: String(parts[1]))
            else { return nil }
            self.init(number: number, chain: chain, recordedAt: String(parts[2]))
        }
    }

    /// What the first line says.
    struct Heading: Equatable {
        let book: String
        let begins: Int

        static let format = "almoner-counterfoils/1"

        var text: String { "\(Self.format) \(book) \(begins)\n" }

        init(book: String, begins: Int) { (self.book, self.begins) = (book, begins) }

        init?(_ text: Substring) {
            let parts = text.split(separator: " ", omittingEmptySubsequences: false)
            guard parts.count == 3, parts[0] == Self.format,
                let begins = CounterfoilsFile.number(parts[2])
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
    static func number(_ text: Substring) -> Int? {
        guard let number = Int(text), (0...Reader.greatestNumber).contains(number) else {
            return nil
        }
        return String(number) == text ? number : nil
    }

    let descriptor: Int32
    let path: String

    static func path(of book: String) -> String { book + ".counterfoils" }
}
