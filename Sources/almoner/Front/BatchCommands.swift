import GrantStore

/// The lines of a batch as commands, made on another processor some ahead of what is recorded.
struct BatchCommands {
    /// What a line says, or what is wrong with it.
    typealias Made = (line: BatchFile.Line, command: Result<any Command, any Error>)

    /// How many are made at once.
    private static let piece = 64

    /// How many were taken.
    private(set) var count = 0
    private var rest: ArraySlice<BatchFile.Line>
    private var made: ArraySlice<Made> = []
    private var ahead: Ahead<Piece>?

    /// Lines made into commands, which nobody holds until they are handed over whole.
    private struct Piece: @unchecked Sendable {
        let made: [Made]
    }

    init(_ file: BatchFile) {
        rest = file.lines[...]
        makeAhead()
    }

    /// The next line; nil after the last.
    mutating func next() throws -> Made? {
        if made.isEmpty, let ahead {
            made = try ahead.value().made[...]
            makeAhead()
        }
        guard let next = made.popFirst() else { return nil }
        count += 1
        return next
    }

    private mutating func makeAhead() {
        let piece = rest.prefix(Self.piece)
        rest = rest.dropFirst(piece.count)
        guard !piece.isEmpty else { return ahead = nil }
        ahead = Ahead {
            Piece(
                made: piece.map { line in
                    (line, Result { try Almoner.command(from: line.words) })
                })
        }
    }
}
