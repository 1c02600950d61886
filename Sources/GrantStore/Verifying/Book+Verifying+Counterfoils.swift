import GRDB
import GrantSeal

extension Book {
    /// Compares every line of the counterfoils file with the chain: one line a commit, none missing.
    func checkCounterfoils(_ findings: Findings) {
        guard !path.isEmpty else { return }
        findings.catching(nil, "counterfoils") {
            guard let file = try CounterfoilsFile.reading(CounterfoilsFile.path(of: path)) else {
                return
            }
            defer { file.release() }
            try forEachLineFault(of: file) { findings.add($0.entry, "counterfoils", $0.message) }
        }
    }

    /// Refuses to go on where any line is not as it was written, in a book that every open finds well.
    public func checkEveryCounterfoil() throws {
        guard !path.isEmpty, standing.mayWrite,
            let file = try CounterfoilsFile.reading(CounterfoilsFile.path(of: path))
        else { return }
        defer { file.release() }
        try forEachLineFault(of: file) { throw BookFault.parted($0.standing) }
    }

    /// Gives every line that is not as it was written, in slices, so that no commit waits.
    func forEachLineFault(
        of file: CounterfoilsFile, _ body: (CounterfoilsFile.LineFault) throws -> Void
    ) throws {
        guard case .ends(let ends) = try file.found() else { return }
        var last: Int? = ends.heading.begins
        var lines: [CounterfoilsFile.Placed] = []
        func compare() throws {
            for fault in try read({ reader in
                try lines.compactMap {
                    try CounterfoilsFile.LineFault.met($0.line, after: $0.after, reader)
                }
            }) { try body(fault) }
            lines.removeAll(keepingCapacity: true)
        }
        try file.eachLine { index, line in
            guard let line else {
                last = nil
                return try body(.garbled(index + 1))
            }
            // What is appended meanwhile is of commits that came after.
            guard line.number <= ends.last?.number ?? 0 else { return }
            lines.append(.init(line: line, after: last))
            last = line.number
            if lines.count == 2_000 { try compare() }
        }
        try compare()
    }
}

extension CounterfoilsFile {
    /// A line that is not as it was written.
    struct LineFault: Sendable {
        let entry: Int?
        let message: String
        let standing: Book.Standing

        /// One that is no line at all.
        static func garbled(_ number: Int) -> LineFault {
            LineFault(
                entry: nil, message: "Line \(number) is not one.", standing: .unread(line: number))
        }

        /// What is wrong with a line, by its entry and the line before it; nil where nothing is.
        static func met(_ line: Line, after last: Int?, _ reader: Reader) throws -> LineFault? {
            let number = line.number
            let row = try RawStatement(
                reader.db, "SELECT chain, recordedAt, batch FROM journal WHERE number = ?")
            row.bind(number)
            defer { row.reset() }
            guard try row.step() else {
                let isGone = number > reader.newest
                return LineFault(
                    entry: number,
                    message: isGone ? "It was recorded, and is gone." : "Its entry is missing.",
                    standing: .edited(entry: number))
            }
            guard try row.blob(0).elementsEqual(line.chain.bytes) else {
                return LineFault(
                    entry: number,
                    message: "Its chain hash is not the one its counterfoil was given for.",
                    standing: .edited(entry: number))
            }
            guard try row.text(1).elementsEqual(line.recordedAt.utf8) else {
                return LineFault(
                    entry: number,
                    message: "It was not recorded at the time its counterfoil says.",
                    standing: .edited(entry: number))
            }
            guard let last, try row.whole(2) != last + 1 else { return nil }
            return LineFault(
                entry: number, message: "Lines between \(last) and it are missing.",
                standing: .gap(after: last, before: number))
        }
    }
}
