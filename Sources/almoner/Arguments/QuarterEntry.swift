/// A quarter as typed: `Q1` to `Q4`.
struct QuarterEntry: Hashable, Sendable {
    /// 1 to 4.
    let number: Int

    /// Reads one text.
    static func typed(_ text: String) throws -> QuarterEntry {
        guard text.utf8.count == 2, text.uppercased().hasPrefix("Q"),
            let number = Int(text.dropFirst()), (1...4).contains(number)
        else { throw NotAccepted("write a quarter as Q1, Q2, Q3 or Q4.") }
        return QuarterEntry(number: number)
    }
}
