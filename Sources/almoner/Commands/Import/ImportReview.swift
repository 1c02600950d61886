import ArgumentParser
import GrantExchange
import GrantLedger

/// `almoner import review`.
struct ImportReview: RecordingCommand, AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "review",
        abstract: "List what waits to be compared, or say what one row is.",
        discussion: """
            A row that may be what the book already has is set aside by its import, never merged. Say \
            that it is the same as an entry (--same ENTRY), or another (--another): then what it asks \
            is recorded in the same commit.
            """)

    @Argument(help: "The row, by the entry that set it aside; all that wait where absent.")
    var row: Int?

    @Option(help: "The entry that it is.")
    var same: Int?

    @Flag(help: "It is another, and is to be recorded.")
    var another = false

    @OptionGroup
    var write: WriteOptions

    @Option(help: "Without a row: write to a file; its suffix picks the form.")
    var output: String?

    var place: BookOptions { write.place }

    var answerForm: OutputForm { OutputForm(format: write.format, output: output) }

    func validate() throws {
        let decides = same != nil || another
        guard row != nil || !decides else {
            throw ValidationError("Name the row: almoner import review N --same ENTRY.")
        }
        guard row == nil || (same != nil) != another else {
            throw ValidationError("Say what row it is: --same ENTRY, or --another.")
        }
    }

    func run(in place: Surroundings) throws {
        if row != nil { return try Road(place: place, command: self).record() }
        try answer(in: place)
    }

    func acts(_ facts: Facts, _ now: Now) throws -> [any Act] {
        guard let row else { return [] }
        let held = another ? try facts.look(SetAsideRow.self, "\(row)")?.asked ?? [] : []
        return [DecideRow(row: row, same: same)] + held.map(\.act)
    }

    func day(of act: any Act, _ facts: Facts) throws -> Day? { try held(act, facts)?.date }

    func placed(_ occasion: Occasion, for act: any Act, _ facts: Facts) throws -> Occasion {
        guard let held = try held(act, facts) else { return occasion }
        var occasion = occasion
        occasion.key = held.key
        occasion.reference = held.reference
        occasion.documents = held.documents + occasion.documents
        return occasion
    }

    /// What a held act is recorded with.
    private struct Held {
        let date: Day
        let key: String
        let reference: String?
        let documents: [Document]
    }

    private func held(_ act: any Act, _ facts: Facts) throws -> Held? {
        guard let row, !(act is DecideRow), let aside = try facts.look(SetAsideRow.self, "\(row)"),
            let entry = try facts.entry(row)
        else { return nil }
        let asked = try aside.asked
        let bytes = try Self.bytes(act)
        guard let place = try asked.firstIndex(where: { try Self.bytes($0.act) == bytes })
        else { return nil }
        let isLast = place == asked.count - 1
        return Held(
            date: asked[place].date,
            key: isLast ? "\(aside.once)" : "\(aside.once)/part-\(place + 1)",
            reference: aside.reference?.description, documents: entry.documents)
    }

    private static func bytes(_ act: any Act) throws -> [UInt8] { try Canonical(act).bytes }

    func page(_ reading: Reading) throws -> Page {
        let rows = try reading.facts.all(SetAsideRow.self).filter { $0.status == .waiting }
        let lines = try reading.facts.all(BankLine.self).filter { line in
            line.entries.isEmpty && line.elsewhere == nil && !line.near.isEmpty
        }
        return reading.page(
            "import.review/1", "What waits to be compared. Pounds.",
            sheets: [
                try ReviewSheet.rows(rows.sorted { $0.number < $1.number }, reading),
                ReviewSheet.lines(lines.sorted { $0.number < $1.number }),
            ])
    }
}
