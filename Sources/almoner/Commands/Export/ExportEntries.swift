import ArgumentParser
import Foundation
import GrantStore

/// `almoner export entries`.
struct ExportEntries: Command {
    static let configuration = CommandConfiguration(
        commandName: "entries",
        abstract: "The canonical records of the entries after a number, one a line.",
        discussion: """
            Each line is the exact bytes an entry is hashed by: its leaf is SHA-256 of a nil byte \
            and the line without its end. Another system keeps the last number it has and asks for \
            what came after it.
            """)

    @Option(help: "Only entries after this number; 0 for all.")
    var after: Int

    @Option(help: "The file to write; standard output where absent.", completion: .file())
    var output: String?

    @OptionGroup
    var place: BookOptions

    func validate() throws {
        guard after >= 0 else { throw ValidationError("--after is the number of an entry, or 0.") }
    }

    func run(in surroundings: Surroundings) throws {
        let book = try Book(reading: try place.file(in: surroundings))
        try Warnings(book).print(in: surroundings)
        guard after <= book.entries else {
            throw Fault(
                "unknown-entry",
                "The book has \(book.entries) entries, and what came after \(after) is asked for.",
                remedy: "See whether it is the same book: almoner report book.", status: .refused)
        }
        guard let output else {
            return try write(book, in: surroundings) { try surroundings.out.write($0) }
        }
        try FileAside.checkNew(output)
        try FileAside.write(output) { path in
            guard
                FileManager.default.createFile(
                    atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
            else { throw FileAside.unwritable(output) }
            let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
            defer { try? file.close() }
            try write(book, in: surroundings) { try file.write(contentsOf: $0) }
        }
        let count = book.entries - after
        try surroundings.err.write(
            "\(output) is written: \(count == 1 ? "1 entry" : "\(count) entries").\n")
    }

    /// Writes lines, some thousands at a time.
    private func write(
        _ book: Book, in place: Surroundings, _ put: ([UInt8]) throws -> Void
    ) throws {
        let progress = Progress(total: book.entries - after, noun: "entries", in: place)
        defer { progress.end() }
        var pending: [UInt8] = []
        try book.forEachRecord(after: after, through: book.entries) { number, bytes in
            if output != nil || !place.out.isTerminal { progress.advance(to: number - after) }
            pending += bytes
            pending.append(UInt8(ascii: "\n"))
            guard pending.count > 1 << 18 else { return }
            try put(pending)
            pending.removeAll(keepingCapacity: true)
        }
        try put(pending)
    }
}
