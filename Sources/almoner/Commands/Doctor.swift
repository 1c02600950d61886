import ArgumentParser
import Foundation
import GrantExchange
import GrantLedger
import GrantStore

/// `almoner doctor`.
struct Doctor: Command {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Look at what the book stands on: SQLite, settings, files, disk, last copies.",
        discussion: """
            The last backup and checkpoint are those that BOOK.copies beside the book remembers; it is \
            written by backup, checkpoint make, year close --checkpoint and export audit, and proves \
            nothing: almoner restore and verify --against do.
            """)

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
                Fact("sqlite", "SQLite", .text(SQLiteFault.words(on: try book.sqliteVersion()))),
            ]
            + settings.sorted { $0.key < $1.key }.map {
                Fact($0.key, "SQLite \($0.key)", .text($0.value))
            }
            + files(file) + copies(of: file, entries: book.entries) + (try witness(book))
        try output.form.print(answer, in: place)
    }

    /// A file system with what it means for a book.
    private static func words(on system: FileSystem) -> String {
        if system.isNetwork {
            return "\(system.name), a network's: the book is read here, and not written"
        }
        guard system.isUnclear else { return system.name }
        return "\(system.name), which may be a network's: keep a book on a disk of this machine"
    }

    /// The last backup and checkpoint that are known of, and how much has come since.
    private func copies(of file: String, entries: Int) -> [Fact] {
        let newest = CopiesFile.newest(of: file)
        return CopiesFile.Kind.allCases.flatMap { kind in
            let key = kind.rawValue.prefix(1).uppercased() + kind.rawValue.dropFirst()
            guard let copy = newest[kind] else {
                return [
                    Fact(
                        "last\(key)", "Last \(kind.rawValue)",
                        .text("none is known: \(kind.command)"))
                ]
            }
            let since = Fact(
                "since\(key)", "Entries since that \(kind.rawValue)",
                .number(entries - copy.entries))
            return [Fact("last\(key)", "Last \(kind.rawValue)", .text(copy.words)), since]
        }
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

extension CopiesFile.Kind {
    /// How one is made.
    fileprivate var command: String {
        switch self {
        case .backup: "almoner backup FILE makes one"
        case .checkpoint: "almoner checkpoint make --output FILE makes one"
        }
    }
}

extension CopiesFile.Copy {
    /// When it was made, what it holds and where it is.
    fileprivate var words: String {
        let day = Day(String(made.prefix(10)))?.prose ?? made
        let held = "\(day), \(entries) \(entries == 1 ? "entry" : "entries")"
        guard !path.isEmpty else { return held }
        let isThere = FileManager.default.fileExists(atPath: path)
        return "\(held): \(path)\(isThere ? "" : ", which is not there now")"
    }
}
