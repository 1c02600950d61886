import Foundation
import Glibc

/// What was made of a book to be kept elsewhere, as `BOOK.copies` beside it remembers: for whoever asks how
/// old the last backup is.
///
/// It proves nothing: it may be edited, or lost with the folder. What was made is its own proof.
public enum CopiesFile {
    /// What is kept.
    public enum Kind: String, CaseIterable, Sendable {
        /// The book and its counterfoils in another file.
        case backup
        /// A signed note over its records.
        case checkpoint
    }

    /// A copy that was made.
    public struct Copy: Hashable, Sendable {
        /// When, as the program's clock had it.
        public let made: String
        /// The last entry it holds.
        public let entries: Int
        /// Where it was written; empty where it was printed.
        public let path: String

        /// Creates what a line says.
        public init(made: String, entries: Int, path: String) {
            (self.made, self.entries, self.path) = (made, entries, path)
        }
    }

    /// Where it is.
    public static func path(of book: String) -> String { book + ".copies" }

    /// Remembers a copy of a book.
    ///
    /// - Throws: ``BookFault`` where that cannot be written; the copy is there all the same.
    public static func note(_ kind: Kind, _ copy: Copy, of book: String) throws {
        let name = path(of: book)
        let descriptor = try opened(name, of: book)
        defer { close(descriptor) }
        let isTorn = lseek(descriptor, 0, SEEK_END) > 0 && !endsLine(descriptor)
        let place = copy.path.isEmpty ? "" : URL(filePath: copy.path).standardizedFileURL.path
        let line = "\(kind.rawValue) \(copy.made) \(copy.entries) \(place.oneLine)\n"
        try CounterfoilsFile.append((isTorn ? "\n" : "") + line, to: descriptor, path: name)
    }

    /// The newest copy of each kind that it remembers.
    public static func newest(of book: String) -> [Kind: Copy] {
        guard let handle = FileHandle(forReadingAtPath: path(of: book)) else { return [:] }
        defer { try? handle.close() }
        let end = (try? handle.seekToEnd()) ?? 0
        try? handle.seek(toOffset: end > longest ? end - longest : 0)
        let text = String(decoding: (try? handle.readToEnd()) ?? Data(), as: UTF8.self)
        var newest: [Kind: Copy] = [:]
        for line in text.split(separator: "\n") {
            let parts = line.split(separator: " ", maxSplits: 3, omittingEmptySubsequences: false)
            guard parts.count == 4, let kind = Kind(rawValue: String(parts[0])),
                let entries = CounterfoilsFile.number(parts[2].utf8)
            else { continue }
            newest[kind] = Copy(
                made: String(parts[1]), entries: entries, path: String(parts[3]))
        }
        return newest
    }

    /// What is read of its end: some thousand lines.
    private static let longest: UInt64 = 131_072

    private static func opened(_ name: String, of book: String) throws -> Int32 {
        let descriptor = open(name, O_RDWR | O_APPEND | O_CLOEXEC | O_NOFOLLOW)
        if descriptor >= 0 { return descriptor }
        guard errno == ENOENT else { throw BookFault.failed(path: name) }
        return try FilePermits(of: book).create(name)
    }

    private static func endsLine(_ descriptor: Int32) -> Bool {
        var last: UInt8 = 0
        let end = lseek(descriptor, 0, SEEK_END)
        return pread(descriptor, &last, 1, end - 1) == 1 && last == UInt8(ascii: "\n")
    }
}

extension String {
    /// A path may hold a line feed; a line may not.
    fileprivate var oneLine: String { replacing("\n", with: "?") }
}
