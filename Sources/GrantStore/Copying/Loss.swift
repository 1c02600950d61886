import GrantLedger
import GrantSeal

/// What a book has lost, by its counterfoils.
public struct Loss: Hashable, Sendable {
    /// How the book and its counterfoils go together.
    public let standing: Book.Standing
    /// The book's newest entry.
    public let newest: Int
    /// The last entry on which both agree.
    public let agreed: Int
    /// The last entry the counterfoils tell of.
    public let last: Int
    /// The chain hash they have for it, 64 hexadecimal digits; nil where they have no line.
    public let chain: String?

    /// How many entries the counterfoils tell of that the book does not have.
    public var gone: Int { last - agreed }

    /// Looks, and writes nothing.
    ///
    /// - Throws: ``BookFault`` where nothing is gone, or the counterfoils are not the book's own.
    public init(of path: String) throws {
        let name = CounterfoilsFile.path(of: path)
        guard let file = try CounterfoilsFile.reading(name) else {
            throw BookFault.parted(.noCounterfoils)
        }
        defer { file.release() }
        self = try Loss(of: try Book(reading: path), by: file)
    }

    /// By counterfoils that are open.
    init(of book: Book, by file: CounterfoilsFile) throws {
        let standing = try Self.standing(of: book, by: file)
        guard !standing.mayWrite else { throw BookFault.nothingToRecover }
        guard standing.mayBeRecovered, case .ends(let ends) = try file.found() else {
            throw BookFault.parted(standing)
        }
        (self.standing, newest) = (standing, book.entries)
        last = ends.last?.number ?? ends.heading.begins
        chain = ends.last?.chain.hex
        agreed = try book.read { reader in
            var agreed = min(ends.heading.begins, reader.newest)
            try file.eachLine { _, line in
                guard let line, line.number > agreed, line.number <= reader.newest else { return }
                if try reader.chain(at: line.number) == line.chain { agreed = line.number }
            }
            return agreed
        }
    }

    /// As every open finds it or, where that is well, as the lines do that no open reads.
    private static func standing(
        of book: Book, by file: CounterfoilsFile
    ) throws -> Book.Standing {
        guard book.standing.mayWrite else { return book.standing }
        var first: Book.Standing?
        try book.forEachLineFault(of: file) { first = first ?? $0.standing }
        return first ?? book.standing
    }

    /// The act that records it.
    func act(reason: Note) throws -> RecoverBook {
        let hash = chain.flatMap { Note($0) }
        guard let found = Note(standing.message), (hash == nil) == (chain == nil) else {
            throw BookFault.ledgerGuard(name: "recover-note")
        }
        return RecoverBook(
            found: found, agreed: agreed, gone: gone, last: last, chain: hash, reason: reason)
    }
}
