import GrantLedger
import GrantSeal

/// What a form says of itself on its hidden sheet: whose it is, and every cell that means something.
///
/// Each line has a seal of its own, so that a changed one can be named; the check is over all of them
/// and stands in the book, so that none can be changed unseen.
struct ReturnFormRecord: Hashable {
    /// The name of the sheet that is filled in.
    static let formSheet = "Return"
    /// The name of the sheet that is out of sight.
    static let recordSheet = "Form"
    /// The name and version of its shape.
    static let schema = "almoner.return-form/1"
    /// Where its head stands.
    static let schemaRow = 0, bookRow = 1, awardRow = 2, periodRow = 3, versionRow = 4, checkRow = 5

    /// One line.
    struct Line: Hashable {
        /// What it is of: a name of the head, or a cell.
        let name: String
        /// What the cell is for.
        let word: String
        /// What stands there or which entry it is.
        let detail: String

        /// Eight hexadecimal digits over the line.
        var seal: String { String(ReturnFormRecord.digest([text]).prefix(8)) }
        /// The line as it is sealed.
        var text: String { "\(name)\t\(word)\t\(detail)" }
    }

    /// Its lines, the first of them its head.
    let lines: [Line]

    /// The record of a form as it is given out.
    init(_ content: ReturnFormContent) {
        let head = [
            Line(name: "schema", word: "", detail: Self.schema),
            Line(name: "book", word: "", detail: content.book),
            Line(name: "award", word: "", detail: content.award.description),
            Line(name: "period", word: "", detail: content.period.description),
            Line(name: "version", word: "", detail: "\(content.version)"),
        ]
        lines = head + ReturnFormLayout(content).slots.map(Self.line)
    }

    /// The record as it was found.
    init(lines: [Line]) { self.lines = lines }

    /// 12 hexadecimal digits over all of it.
    var check: String { String(Self.digest(lines.map(\.text)).prefix(12)) }

    /// What a cell must hold: the kind of it, then its value.
    static func expected(_ cell: Cell) -> String {
        switch cell {
        case .money, .number, .percent: "number:" + cell.plain
        case .date: "date:" + cell.plain
        case .text, .list, .absent: "text:" + cell.plain
        }
    }

    private static func line(_ slot: ReturnFormSlot) -> Line {
        switch slot.role {
        case .locked(let cell, _):
            Line(name: slot.address, word: "locked", detail: expected(cell))
        case .formula(let formula, _, _):
            Line(name: slot.address, word: "formula", detail: String(formula.dropFirst()))
        case .entry(let entry):
            Line(name: slot.address, word: entry.word, detail: entry.detail)
        }
    }

    fileprivate static func digest(_ lines: [String]) -> String {
        var digest = Digest()
        for line in lines { digest.take(Array((line + "\n").utf8)) }
        return digest.hex
    }
}
