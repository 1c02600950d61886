import GrantExchange
import GrantLedger
import GrantStore

/// The counterfoils of one commit, as they are printed.
struct CounterfoilText {
    /// The office whose book it is.
    let office: String
    /// The book's file.
    let book: String
    /// How many entries the book has.
    let entries: Int
    /// The counterfoils in order.
    let foils: [Line]

    /// A counterfoil, what was done in words, and what the ledger says of it.
    struct Line {
        let foil: Counterfoil
        var notes: [String] = []

        /// What was done.
        var words: String {
            let act = Canonical(bytes: Array(foil.act.utf8))
            return act.map { Narrative.words(foil.kind, $0) } ?? foil.kind.rawValue
        }

        init(_ foil: Counterfoil, notes: [String] = []) { (self.foil, self.notes) = (foil, notes) }

        /// With what is to be said of an act that waits for a second person.
        init(_ foil: Counterfoil, _ facts: Facts) throws {
            self.foil = foil
            guard foil.kind == .prepareEntry else { return }
            let row = try facts.look(Prepared.self, "\(foil.entry)")
            notes = [Narrative.standing(of: foil.entry, row?.status ?? .waiting)]
        }
    }

    /// Refuses a form that a counterfoil does not have.
    static func check(_ format: Format?) throws {
        guard let format, format != .table, format != .json else { return }
        throw Fault.usage(
            "A counterfoil is not printed as \(format.rawValue).",
            remedy: "Give --format table or json.")
    }

    /// For a person.
    func table(withHeading: Bool, ink: Ink = .none) -> String {
        var out = ""
        if withHeading {
            out += "\(office), \(book), \(entries) \(entries == 1 ? "entry" : "entries")\n"
        }
        if foils.first?.foil.dryRun == true {
            out += "Dry run: nothing is recorded. Done in earnest, it would be:\n"
        }
        return foils.reduce(into: out) { out, line in
            out += block(line.foil, line.words, ink)
            for note in line.notes { out += "  \(note)\n" }
        }
    }

    private func block(_ foil: Counterfoil, _ words: String, _ ink: Ink) -> String {
        var out =
            "entry \(foil.entry)  \(words)  \(foil.date.prose)  chain \(foil.chain.prefix(12))…\n"
        if foil.repeated { out += "  recorded before under the same key; nothing new is written\n" }
        let flags = foil.flags.filter { $0 != .clockGiven }
        if !flags.isEmpty {
            let words = flags.map(\.rawValue).joined(separator: ", ")
            out += "  \(ink.warning("flagged: \(words)"))\n"
        }
        let lines = foil.moved.filter { $0.before != $0.after }.map { moved in
            (AccountWords(moved.account), moved.before.column, moved.after.column)
        }
        let head = lines.map { $0.0.head.count }.max() ?? 0
        let key = lines.map { $0.0.key.count }.max() ?? 0
        let before = lines.map { $0.1.count }.max() ?? 0
        let after = lines.map { $0.2.count }.max() ?? 0
        for line in lines {
            let name = line.0.head.padded(to: head) + "  " + line.0.key.padded(to: key)
            out += "  \(name)  \(line.1.padded(to: before, left: true))"
            out += " → \(line.2.padded(to: after, left: true))\n"
        }
        return out
    }

    /// For a program: `almoner.counterfoil/1`.
    var json: JSON {
        let head = [
            JSON.Member("schema", .text("almoner.counterfoil/1")),
            .init("office", .text(office)), .init("book", .text(book)),
        ]
        if foils.count == 1 { return .object(head + foils.flatMap(Self.members)) }
        return .object(
            head + [.init("entries", .list(foils.map { .object(Self.members($0)) }))])
    }

    private static func members(_ line: Line) -> [JSON.Member] {
        let foil = line.foil
        let notes =
            line.notes.isEmpty
            ? [] : [JSON.Member("notes", .list(line.notes.map(JSON.text)))]
        return notes + [
            .init("entry", .number(foil.entry)),
            .init("chain", .text(foil.chain)),
            .init("date", .text(foil.date.description)),
            .init("recordedAt", .text(foil.recordedAt)),
            .init("kind", .text(foil.kind.rawValue)),
            .init("dryRun", .bool(foil.dryRun)),
            .init("repeated", .bool(foil.repeated)),
            .init("flags", .list(foil.flags.map { .text($0.rawValue) })),
            .init(
                "moved",
                .list(
                    foil.moved.map { moved in
                        .object([
                            .init("account", .text(moved.account.description)),
                            .init("limit", .text(moved.limit.rawValue)),
                            .init("before", .text(moved.before.plain)),
                            .init("after", .text(moved.after.plain)),
                        ])
                    })),
        ]
    }
}

extension String {
    fileprivate func padded(to width: Int, left: Bool = false) -> String {
        let space = String(repeating: " ", count: max(width - count, 0))
        return left ? space + self : self + space
    }
}
