import GRDB
import GrantSeal

extension Book {
    /// How a book and its counterfoils go together (`PROMISES.md`).
    public enum Standing: Hashable, Sendable {
        /// The last line is the newest entry.
        case well
        /// The last commit has no line: its process died between the two.
        case diedBetween(newest: Int)
        /// More than one commit has no line: lines were cut.
        case cut(last: Int, newest: Int)
        /// The entry of a line has another chain hash than the line, or another time.
        case edited(entry: Int)
        /// Lines between two others were taken out.
        case gap(after: Int, before: Int)
        /// A line before the last cannot be read.
        case unread(line: Int)
        /// The counterfoils are of another book.
        case foreign(book: String)
        /// The counterfoils cannot be read.
        case garbled
        /// The book ends before its counterfoils: an older copy was put back.
        case olderCopy(newest: Int, gone: Int)
        /// There is no counterfoils file.
        case noCounterfoils

        /// Whether entries may be recorded.
        public var mayWrite: Bool {
            switch self {
            case .well, .diedBetween: true
            default: false
            }
        }

        /// Whether the book may go on with new counterfoils.
        public var mayBeAdopted: Bool {
            switch self {
            case .noCounterfoils, .foreign, .garbled: true
            default: false
            }
        }

        /// Whether the book may go on once it is accepted that entries are gone.
        public var mayBeRecovered: Bool {
            switch self {
            case .olderCopy, .cut, .edited, .gap, .unread: true
            default: false
            }
        }
    }
}

extension Book.Standing {
    /// Its name for programs.
    public var code: String {
        switch self {
        case .well: "well"
        case .diedBetween: "died-between"
        case .cut: "counterfoils-cut"
        case .edited: "book-edited"
        case .gap: "counterfoils-cut"
        case .unread: "counterfoils-unread"
        case .foreign: "counterfoils-foreign"
        case .garbled: "counterfoils-garbled"
        case .olderCopy: "older-copy"
        case .noCounterfoils: "no-counterfoils"
        }
    }

    /// What is so, with the values.
    public var message: String {
        switch self {
        case .well: "The book and its counterfoils go together."
        case .diedBetween(let newest):
            "Entry \(newest) is recorded; its counterfoil was not written."
        case .cut(let last, let newest):
            "The counterfoils end with entry \(last), the book with entry \(newest): lines are missing."
        case .edited(let entry): "Entry \(entry) is not the one its counterfoil was given for."
        case .gap(let after, let before):
            "Lines of the counterfoils between entry \(after) and entry \(before) are missing."
        case .unread(let line): "Line \(line) of the counterfoils cannot be read."
        case .foreign(let book): "The counterfoils beside this book are those of book \(book)."
        case .garbled: "The counterfoils beside this book cannot be read."
        case .olderCopy(let newest, let gone):
            "The book ends with entry \(newest), but \(gone) later ones were recorded: an older copy was put back."
        case .noCounterfoils:
            "There are no counterfoils beside this book: it was moved or copied without them."
        }
    }

    /// What to do.
    public var remedy: String {
        switch self {
        case .well: "Nothing is left to do."
        case .diedBetween: "The next entry recorded writes the missing line."
        case .noCounterfoils, .foreign, .garbled:
            "Put the book's own counterfoils beside it, or go on without: almoner book adopt --reason TEXT."
        case .cut, .edited, .gap, .unread:
            "Keep both files, and put the copy back that goes with these counterfoils; where there is none, almoner recover says what is gone, and how to go on."
        case .olderCopy:
            "Put the newest copy of the book back beside its counterfoils; where it is lost, almoner recover says what is gone, and how to go on."
        }
    }
}

extension Book.Standing {
    /// Compares a book with what its counterfoils say; the book's newest entry is above nil.
    ///
    /// With `onlyLast` the lines before the last are left out, which were compared already.
    static func compare(
        _ found: CounterfoilsFile.Found, with reader: Reader, book: String, onlyLast: Bool = false
    ) throws -> Self {
        let ends: CounterfoilsFile.Ends
        switch found {
        case .nothing: return .noCounterfoils
        case .garbled: return .garbled
        case .ends(let read): ends = read
        }
        guard ends.heading.book == book else { return .foreign(book: ends.heading.book) }
        let newest = reader.newest
        guard let last = ends.last else { return try beginning(ends.heading.begins, reader) }
        guard last.number <= newest else {
            return .olderCopy(newest: newest, gone: last.number - newest)
        }
        guard try reader.chain(at: last.number) == last.chain else {
            return .edited(entry: last.number)
        }
        for placed in onlyLast ? [] : ends.recent {
            let fault = try CounterfoilsFile.LineFault.met(placed.line, after: placed.after, reader)
            if let fault { return fault.standing }
        }
        guard last.number < newest else { return .well }
        let isOneCommit = try reader.batch(of: newest) == last.number + 1
        return isOneCommit
            ? .diedBetween(newest: newest) : .cut(last: last.number, newest: newest)
    }

    /// Counterfoils without a line yet: begun, but their first entry is recorded only if one more is there.
    private static func beginning(_ begins: Int, _ reader: Reader) throws -> Self {
        let newest = reader.newest
        guard newest >= begins else { return .olderCopy(newest: newest, gone: begins - newest) }
        guard newest > begins else { return begins == 0 ? .well : .noCounterfoils }
        let isOneCommit = try reader.batch(of: newest) == begins + 1
        return isOneCommit ? .diedBetween(newest: newest) : .cut(last: begins, newest: newest)
    }
}
