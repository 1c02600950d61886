import GrantExchange
import GrantStore

/// What the checks of every open found: said on standard error, so that no figure is read in silence.
struct Warnings {
    let lines: [String]

    init(_ book: Book) {
        var lines: [String] = []
        if book.standing.code != "well" {
            lines += [
                "warning[\(book.standing.code)]: \(book.standing.message)", book.standing.remedy,
            ]
        }
        lines += book.damage.prefix(10).map { finding in
            let entry = finding.entry.map { "entry \($0), " } ?? ""
            return "warning[book-damaged]: \(entry)\(finding.field): \(finding.message)"
        }
        self.lines = lines
    }

    /// Says it, where there is anything to say.
    func print(in place: Surroundings) throws {
        guard !lines.isEmpty else { return }
        let ink = place.ink(place.err)
        let shown = lines.map { $0.hasPrefix("warning[") ? ink.warning($0) : $0 }
        try place.err.write(shown.joined(separator: "\n") + "\n")
    }
}
