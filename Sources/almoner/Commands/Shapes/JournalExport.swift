import Foundation
import GrantExchange

/// A command that writes the book as a journal in plain text.
protocol JournalExport: Command {
    /// For which program.
    static var format: PlainTextFormat { get }
    /// The file to write; standard output where absent or `-`.
    var output: String? { get }
    /// Entries dated in which years.
    var year: YearsEntry { get }
    /// Which book.
    var place: BookOptions { get }
}

extension JournalExport {
    func run(in surroundings: Surroundings) throws {
        guard let output, output != "-" else {
            let journal = try JournalBook(
                place, year, in: surroundings, isShown: !surroundings.out.isTerminal)
            return try journal.write(Self.format) { try surroundings.out.write($0) }
        }
        try FileAside.checkNew(output)
        let journal = try JournalBook(place, year, in: surroundings, isShown: true)
        try FileAside.write(output) { path in
            guard
                FileManager.default.createFile(
                    atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]),
                let handle = FileHandle(forWritingAtPath: path)
            else { throw FileAside.unwritable(output) }
            defer { try? handle.close() }
            var isWritten = true
            do {
                try journal.write(Self.format) { bytes in
                    isWritten = false
                    try handle.write(contentsOf: Data(bytes))
                    isWritten = true
                }
            } catch {
                throw isWritten ? Fault(error) : FileAside.unwritable(output)
            }
        }
        try surroundings.err.write("\(output) is written.\n")
    }
}
