import GrantExchange
import GrantLedger
import GrantStore

/// What came of an import, as it is printed.
struct ImportOutcome {
    let office: String
    var entries: Int
    let file: IncomingFile
    let profile: Code
    let layout: ImportLayout
    let isSaved: Bool
    let dryRun: Bool
    /// Rows of data in the file.
    var rows = 0
    /// What they come to.
    var total = Money.zero
    /// Rows recorded.
    var recorded = 0
    /// Rows the book had.
    var seen = 0
    /// Rows that wait for a person.
    var setAside = 0
    /// Lines of the bank matched at once.
    var matched = 0
    /// The counterfoils of all entries.
    var foils: [Counterfoil] = []

    /// Prints it for a person or a program.
    func print(in place: Surroundings, as format: Format?, book: String) throws {
        let text = format == .json ? json(book).pretty + "\n" : table(book, place.batch == nil)
        do { try place.out.write(text) } catch let fault as ChannelFault {
            guard let batch = foils.first?.batch, !dryRun else { throw fault }
            throw Fault(
                "output-failed",
                "\(file.name) is taken in, but what came of it could not be written out.",
                remedy: "almoner entry show \(batch) shows it; do not take it in again.",
                status: .disk)
        }
    }

    private func table(_ book: String, _ hasHeading: Bool) -> String {
        var out = ""
        if hasHeading {
            out += "\(office), \(book), \(entries) \(entries == 1 ? "entry" : "entries")\n"
        }
        if dryRun { out += "Dry run: nothing is recorded. Done in earnest, it would be:\n" }
        out += "\(file.name), \(rows) \(rows == 1 ? "row" : "rows"), \(total), read by profile "
        out += "\(profile)\(isSaved && !dryRun ? " (saved)" : ""):\n"
        out += "  \(recorded) new \(recorded == 1 ? "row" : "rows")"
        out += recorded > 0 ? " recorded\n" : "\n"
        if seen > 0 { out += "  \(seen) seen before, and left out\n" }
        if matched > 0 { out += "  \(matched) matched to an entry beyond doubt\n" }
        if setAside > 0 {
            out += "  \(setAside) may be what the book already has, and "
            out += setAside == 1 ? "waits" : "wait"
            out += " for a person: almoner import review\n"
        }
        guard let first = foils.first, let last = foils.last else { return out }
        out +=
            "entries \(first.entry) to \(last.entry), one commit, chain \(last.chain.prefix(12))…\n"
        if !dryRun {
            out += "To undo it whole: almoner entry reverse --batch \(first.batch) --reason TEXT\n"
        }
        return out
    }

    private func json(_ book: String) -> JSON {
        .object([
            .init("schema", .text("almoner.import/1")), .init("office", .text(office)),
            .init("book", .text(book)), .init("file", .text(file.name)),
            .init("sha256", .text(file.sha256)), .init("profile", .text("\(profile)")),
            .init("dryRun", .bool(dryRun)), .init("rows", .number(rows)),
            .init("total", .text(total.plain)), .init("recorded", .number(recorded)),
            .init("seen", .number(seen)), .init("setAside", .number(setAside)),
            .init("matched", .number(matched)),
            .init(
                "layout", .object(layout.lines.map { .init($0.name, .text($0.place)) })),
            .init("batch", foils.first.map { .number($0.batch) } ?? .null),
            .init(
                "entries",
                .list(
                    foils.map { foil in
                        .object([
                            .init("entry", .number(foil.entry)), .init("chain", .text(foil.chain)),
                            .init("date", .text(foil.date.description)),
                            .init("kind", .text(foil.kind.rawValue)),
                            .init("flags", .list(foil.flags.map { .text($0.rawValue) })),
                        ])
                    })),
        ])
    }
}
