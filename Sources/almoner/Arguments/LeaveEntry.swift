import GrantLedger

/// A line to be left out of a claim as typed: `VRF-01#2019/20-Q1#STAFF`, `COST-12#STAFF`, or the number it has in
/// a claim that leaves nothing out.
enum LeaveEntry: Hashable, Sendable {
    case source(ClaimLine.Source)
    case number(Int)

    /// Reads one text.
    static func typed(_ text: String) throws -> LeaveEntry {
        if let number = Int(text), number > 0 { return .number(number) }
        if let source = ClaimLine.Source(text.uppercased()) { return .source(source) }
        throw NotAccepted(
            "write a line as claim make --dry-run prints it, VRF-01#2019/20-Q1#STAFF, or its number there."
        )
    }

    /// What the line stands on, among the lines of a claim that leaves nothing out.
    func source(among lines: [ClaimLine]) throws -> ClaimLine.Source {
        switch self {
        case .source(let source): return source
        case .number(let number):
            if let line = lines.first(where: { $0.number == number }) { return line.source }
            throw Refusal(
                .lineUnknown, "There is no line \(number): the claim has \(lines.count).",
                remedy: "almoner claim make with --dry-run and without --leave numbers the lines.",
                [.init("line", number), .init("lines", lines.count)])
        }
    }
}
