public import GrantLedger

/// One thing that a publication lacks, or leaves out on purpose.
public struct PublicationFinding: Hashable, Sendable {
    /// What it is about, such as `description` or `withheld`.
    public let code: String
    /// The award; nil where it is about the publication as a whole.
    public let award: Code?
    /// What is so.
    public let message: String
    /// What to do about it.
    public let remedy: String

    /// Creates a finding.
    public init(_ code: String, award: Code? = nil, _ message: String, remedy: String) {
        (self.code, self.award, self.message, self.remedy) = (code, award, message, remedy)
    }
}

extension [PublicationFinding] {
    /// The findings as a table, for the file beside the publication.
    public var sheet: Sheet {
        Sheet(
            key: "findings", title: "To fill in",
            columns: [
                Column("finding", "Finding"), Column("award", "Award"),
                Column("message", "What is so", wraps: true),
                Column("remedy", "What to do", wraps: true),
            ],
            rows: map { [.text($0.code), Cell($0.award), .text($0.message), .text($0.remedy)] },
            empty: "Nothing is left to fill in.")
    }

    /// The table as CSV.
    public var csv: String {
        DelimitedWriter.csv.heading(of: sheet) + DelimitedWriter.csv.rows(of: sheet)
    }

    /// A line a kind of finding: how many grants, and which first.
    public var summary: [String] {
        var order: [String] = []
        for finding in self where !order.contains(finding.code) { order.append(finding.code) }
        return order.map { code in
            let found = filter { $0.code == code }
            var awards: [Code] = []
            for award in found.compactMap(\.award) where awards.last != award {
                awards.append(award)
            }
            guard let first = found.first, !awards.isEmpty else {
                return "\(code): \(found.map(\.message).joined(separator: " "))"
            }
            guard awards.count > 1 else {
                return "\(code): \(first.award?.description ?? ""): \(first.message)"
            }
            let names = awards.prefix(4).map(\.description).joined(separator: ", ")
            let more = awards.count > 4 ? " and \(awards.count - 4) more" : ""
            return "\(code): \(awards.count) grants: \(names)\(more)"
        }
    }
}
