import Dispatch
import GrantStore

/// The lines of a batch as commands, made on another processor some ahead of what is recorded; where
/// that falls behind, here too.
struct BatchCommands {
    /// What a line says, or what is wrong with it.
    typealias Made = (line: BatchFile.Line, command: Result<any Command, any Error>)

    /// How many lines are made at once.
    private static let piece = 32
    /// How many pieces are made ahead at most: some kinds are recorded faster than they are made.
    private static let most = 32

    /// How many were taken.
    private(set) var count = 0
    private var rest: ArraySlice<BatchFile.Line>
    private var made: ArraySlice<Made> = []
    private var ahead: ArraySlice<Ahead<Piece>> = []
    private let maker = DispatchQueue(label: "batch")

    /// Lines made into commands, which nobody holds until they are handed over whole.
    private struct Piece: @unchecked Sendable {
        let made: [Made]
    }

    init(_ file: BatchFile) {
        rest = file.lines[...]
    }

    /// The next line; nil after the last.
    mutating func next() throws -> Made? {
        if made.isEmpty {
            while ahead.count < Self.most, !rest.isEmpty { makeAhead() }
            made = try ahead.popFirst()?.value().made[...] ?? []
        }
        guard let next = made.popFirst() else { return nil }
        count += 1
        return next
    }

    private mutating func makeAhead() {
        let piece = rest.prefix(Self.piece)
        rest = rest.dropFirst(piece.count)
        ahead.append(
            Ahead(on: maker) {
                Piece(
                    made: piece.map { line in
                        (line, Result { try Almoner.command(from: line.words) })
                    })
            })
    }
}
