/// Colour beside words, on a terminal that has it: it never says what no word says.
public struct Ink: Hashable, Sendable {
    /// No colour at all.
    public static let none = Ink(isOn: false)

    /// Whether colours are written.
    public let isOn: Bool

    /// Creates ink.
    public init(isOn: Bool) { self.isOn = isOn }

    /// What has to be seen first.
    public func alarming(_ text: String) -> String { wrapped(text, "1;31") }

    /// What is worth a look.
    public func warning(_ text: String) -> String { wrapped(text, "33") }

    /// What the eye looks for.
    public func strong(_ text: String) -> String { wrapped(text, "1") }

    /// Words that stand alone in a cell and say that something is not as it should be.
    private static let alarming: Set<String> = ["overdue", "over", "damaged"]
    private static let warning: Set<String> = [
        "held", "late", "queried", "rejected", "short",
    ]

    /// The text of a cell as it is printed, by the word it holds.
    func cell(_ word: String, _ text: String) -> String {
        guard isOn else { return text }
        if Self.alarming.contains(word) { return alarming(text) }
        return Self.warning.contains(word) ? warning(text) : text
    }

    private func wrapped(_ text: String, _ code: String) -> String {
        isOn && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}
