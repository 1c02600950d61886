import GrantLedger

/// A head of the accounts as typed, perhaps for one fund: `award-expenditure/VRF`.
struct HeadEntry: Hashable, Sendable {
    /// The head.
    let head: Head
    /// The fund.
    let fund: Code?

    /// Reads one text; capitals, hyphens and spaces do not matter.
    static func typed(_ text: String) throws -> HeadEntry {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        let name = String(parts.first ?? "")
        guard let head = Head.allCases.first(where: { plain($0.rawValue) == plain(name) }) else {
            let known = Head.allCases.filter { $0.traits.set == .actual }.map(\.rawValue)
            let near = Vocabulary.nearest(name, of: known)
            throw NotAccepted(
                "there is no head \"\(name)\". "
                    + (near.isEmpty
                        ? "Heads of the accounts: \(known.joined(separator: ", "))."
                        : "The nearest: \(near.joined(separator: ", "))."))
        }
        return HeadEntry(head: head, fund: try parts.count == 2 ? .typed(String(parts[1])) : nil)
    }

    private static func plain(_ name: String) -> String {
        name.lowercased().filter { !"-_ ".contains($0) }
    }
}
