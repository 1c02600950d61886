import ArgumentParser
import Foundation
import GrantExchange
import GrantStore

/// `almoner doctor`.
struct Doctor: Command {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Look at what the book stands on: SQLite, settings, files, disk.")

    @OptionGroup
    var place: BookOptions

    @OptionGroup
    var output: FormOptions

    func run(in place: Surroundings) throws {
        let file = try self.place.file(in: place)
        let book = try Book(reading: file)
        let now = try place.now()
        let settings = try book.settings()
        var answer: Page = try book.read { reader in
            page(try Reading(book: book, reader: reader, now: now, question: place.question))
        }
        answer.facts =
            [
                Fact("book", "Book", .text(book.id)),
                Fact("standing", "Counterfoils", .text(book.standing.message)),
                Fact("sqlite", "SQLite", .text(Self.words(on: try book.sqliteVersion()))),
            ]
            + settings.sorted { $0.key < $1.key }.map {
                Fact($0.key, "SQLite \($0.key)", .text($0.value))
            }
            + files(file) + (try witness(book))
        try output.form.print(answer, in: place)
    }

    /// A version with what is known against it: 3.51.3 mended a fault of the write-ahead log, which
    /// no book keeps.
    private static func words(on version: String) -> String {
        let parts = version.split(separator: ".").compactMap { Int($0) }
        guard parts.lexicographicallyPrecedes([3, 51, 3]) else { return version }
        return
            "\(version); its write-ahead log can lose a reset, but a book keeps a rollback journal"
    }

    /// A file system with what it means for a book.
    private static func words(on system: FileSystem) -> String {
        if system.isNetwork {
            return "\(system.name), a network's: the book is read here, and not written"
        }
        guard system.isUnclear else { return system.name }
        return "\(system.name), which may be a network's: keep a book on a disk of this machine"
    }

    /// How many lines its counterfoils have, and the last.
    private func witness(_ book: Book) throws -> [Fact] {
        guard let found = try book.counterfoils() else { return [] }
        return [
            Fact("counterfoilLines", "Lines of its counterfoils", .number(found.lines)),
            Fact("counterfoilLast", "The last of them", .text(found.last)),
        ]
    }

    private func page(_ reading: Reading) -> Page {
        reading.page("doctor/1", "What the book stands on")
    }

    private func files(_ file: String) -> [Fact] {
        let manager = FileManager.default
        var facts: [Fact] = []
        for (key, path) in [("mode", file), ("counterfoilsMode", file + ".counterfoils")] {
            let found = try? manager.attributesOfItem(atPath: path)
            guard let mode = (found?[.posixPermissions] as? NSNumber)?.intValue else { continue }
            let digits = "0" + String(mode, radix: 8)
            let isOpen = mode & 0o007 != 0
            facts.append(
                Fact(
                    key, key == "mode" ? "Mode of the book" : "Mode of its counterfoils",
                    .text(isOpen ? "\(digits), open to everybody: chmod 600 it" : digits)))
        }
        if let system = try? FileSystem(of: file), !system.name.isEmpty {
            facts.append(Fact("fileSystem", "File system", .text(Self.words(on: system))))
        }
        let folder = URL(fileURLWithPath: file).deletingLastPathComponent().path
        let system = try? manager.attributesOfFileSystem(forPath: folder)
        if let free = (system?[.systemFreeSize] as? NSNumber)?.int64Value {
            facts.append(Fact("freeBytes", "Free on the disk", .text("\(free / 1_000_000) MB")))
        }
        return facts
    }
}
