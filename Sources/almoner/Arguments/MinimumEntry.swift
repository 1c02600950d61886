import GrantLedger

/// The least share of a category as typed: `CATEGORY=PERCENT`.
struct MinimumEntry: Hashable, Sendable {
    let category: Code
    let percent: Percentage

    /// Reads one text.
    static func typed(_ text: String) throws -> MinimumEntry {
        let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2 else {
            throw NotAccepted("write CATEGORY=PERCENT, as EVALUATION=10.")
        }
        return MinimumEntry(
            category: try Code.typed(parts[0]), percent: try Percentage.typed(parts[1]))
    }
}
