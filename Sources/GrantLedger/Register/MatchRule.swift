/// What a recipient or the office must find besides the grant itself: the rule, as data.
public struct MatchRule: Hashable, Codable, Sendable {
    /// What the percentage is of.
    public enum Base: String, Codable, CaseIterable, Sendable {
        /// Of the grant.
        case grant
        /// Of grant and match together.
        case total
    }

    /// To what the amount required is rounded, half up.
    public enum Rounding: String, Codable, CaseIterable, Sendable {
        case penny, pound
    }

    /// How much.
    public var percent: Percentage
    /// Of what.
    public var base: Base
    /// Rounded to what.
    public var rounding: Rounding

    /// Creates a rule.
    public init(percent: Percentage, base: Base = .grant, rounding: Rounding = .penny) {
        (self.percent, self.base, self.rounding) = (percent, base, rounding)
    }

    /// How much match an amount of grant requires.
    public func required(for grant: Money) -> Money {
        let percent = Int64(percent.hundredths)
        let exact: Money
        switch base {
        case .grant: exact = grant.percent(hundredths: percent)
        case .total:
            guard percent < 10_000 else { return .zero }
            // total = grant + match and match = p · total, so match = grant · p / (1 − p)
            exact = Money(
                pence: (grant.pence * percent * 2 + (10_000 - percent)) / (2 * (10_000 - percent)))
        }
        return rounding == .penny ? exact : Money(pence: (exact.pence + 50) / 100 * 100)
    }
}
