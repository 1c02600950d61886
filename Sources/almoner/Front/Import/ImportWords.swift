import GrantExchange
import GrantLedger

/// What an import says besides its result.
enum ImportWords {
    /// The layout as it would be read, for a person to look at.
    static func shown(_ layout: ImportLayout, of file: IncomingFile) -> String {
        let lines = layout.lines
        let width = lines.map(\.name.count).max() ?? 0
        return "\(file.name) is read so:\n"
            + lines.map { line in
                "  \(line.name)" + String(repeating: " ", count: width - line.name.count + 2)
                    + "\(line.place)\n"
            }.joined()
    }

    /// Nothing to read.
    static func empty(_ file: IncomingFile) -> Fault {
        Fault(
            "no-rows", "\(file.name) has no row of headings that could be read.",
            remedy: "See that it is the right file and sheet, or name the row: --heading-row N.",
            status: .refused)
    }

    /// A detected layout that nobody has accepted.
    static func profileNeeded(
        _ layout: ImportLayout, _ file: IncomingFile
    ) -> Fault {
        Fault(
            "profile-needed",
            "Nobody has said yet that \(file.name) is read rightly so.",
            remedy:
                "To accept it, type the same again with --save NAME, which keeps it as a profile. "
                + "To change it: --map FACT=HEADING, --set FACT=VALUE, --dates, --sign, --unique FACT. "
                + "With --dry-run nothing is recorded, and what would be wrong is named.",
            details: [.init("kind", layout.kind.rawValue), .init("file", file.name)]
                + layout.lines.map { .init($0.name, $0.place) }, status: .refused)
    }

    /// A layout that cannot be read yet, and what must be said.
    static func unfinished(_ found: DetectedLayout, _ file: IncomingFile) -> Fault {
        var wrong: [String] = []
        var remedies: [String] = []
        for heading in found.lost {
            wrong.append("it has no heading “\(heading)”")
        }
        let missing = found.layout.missing
        if !missing.isEmpty {
            wrong.append("no column is known as \(missing.joined(separator: ", "))")
            remedies.append(
                "name it, --map \(missing[0])=HEADING, or give it for all rows, --set \(missing[0])=VALUE"
            )
            if missing.contains("profile") {
                remedies.append("a column of amounts a year is named --map 2019/20=HEADING")
            }
        }
        if let date = found.openDates {
            wrong.append(
                "dates like \(date) can be read in two orders, and no other date tells which")
            remedies.append("say which: --dates dmy or --dates mdy")
        }
        let headings = found.headings.prefix(40).joined(separator: ", ")
        return Fault(
            "profile-needed",
            "\(file.name) cannot be read yet: \(wrong.joined(separator: "; ")). Its headings, row "
                + "\(found.layout.headingRow): \(headings).",
            remedy: remedies.isEmpty
                ? "Name a heading that is there."
                : remedies.map { $0.prefix(1).uppercased() + $0.dropFirst() + "." }
                    .joined(separator: " "),
            details: missing.map { .init("missing", $0) }, status: .refused)
    }

    /// The faults of a file, the first hundred in full.
    static func refused(_ faults: [ImportFault], count: Int, _ file: IncomingFile) -> Fault {
        let rest = count - faults.count
        let noun = count == 1 ? "1 error" : "\(count) errors"
        var fault = Fault(
            "import-refused",
            "\(file.name) has \(noun)\(rest > 0 ? ", the first \(faults.count) of them above" : ""); "
                + "nothing is recorded.",
            remedy: "Correct them in the source, and take the file in again.",
            details: [.init("file", file.name), .init("errors", count)], status: .refused)
        fault.errors = faults
        return fault
    }

    /// A total that nobody has compared with the source.
    static func totalNeeded(_ rows: Int, _ total: Money, _ file: IncomingFile) -> Fault {
        Fault(
            "control-total-needed",
            "\(file.name) has \(rows) \(rows == 1 ? "row that comes" : "rows that come") to \(total); nobody has "
                + "said what the source says.",
            remedy:
                "Look up the total in the source, and type it: --expect-total AMOUNT; perhaps the "
                + "rows too: --expect-rows N.",
            details: [
                .init("file", file.name), .init("rows", rows), .init("total", total),
            ], status: .refused)
    }
}
