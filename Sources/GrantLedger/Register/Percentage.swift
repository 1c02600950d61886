/// A percentage in hundredths of a per cent: 3000 is 30%.
public struct Percentage: Hashable, Codable, Sendable {
    /// Hundredths of a per cent, 0 to 10,000.
    public let hundredths: Int

    /// Creates a percentage, or nil outside 0 to 100%.
    public init?(hundredths: Int) {
        guard (0...10_000).contains(hundredths) else { return nil }
        self.hundredths = hundredths
    }

    init(checked hundredths: Int) { self.hundredths = hundredths }
}

extension Percentage: CustomStringConvertible {
    /// Nothing.
    public static let none = Percentage(checked: 0)

    /// As people write it: `5%`, `12.5%`.
    public var description: String { Self.shown(Int64(hundredths)) }

    static func shown(_ hundredths: Int64) -> String {
        let rest = hundredths % 100
        guard rest != 0 else { return "\(hundredths / 100)%" }
        let digits = rest % 10 == 0 ? "\(rest / 10)" : (rest < 10 ? "0\(rest)" : "\(rest)")
        return "\(hundredths / 100).\(digits)%"
    }
}
