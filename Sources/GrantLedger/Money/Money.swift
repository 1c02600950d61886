/// An amount of money in whole pence.
///
/// One amount of a transfer is above nil and at most £99,999,999,999.99. Sums are 64-bit: a sum
/// that would leave that range is refused where it could be reached (the balance of an account) and
/// traps anywhere else.
public struct Money: Hashable, Comparable, Sendable {
    /// The amount in pence.
    public let pence: Int64

    /// The largest amount one transfer may carry: £99,999,999,999.99.
    public static let greatest = Money(pence: 9_999_999_999_999)

    /// Nothing.
    public static let zero = Money(pence: 0)

    /// Creates an amount of pence.
    public init(pence: Int64) { self.pence = pence }

    /// The sum, or nil where it leaves 64 bits.
    public func adding(_ other: Money) -> Money? {
        let (sum, overflow) = pence.addingReportingOverflow(other.pence)
        return overflow ? nil : Money(pence: sum)
    }

    /// Orders by amount.
    public static func < (lhs: Money, rhs: Money) -> Bool { lhs.pence < rhs.pence }

    /// Adds; a sum out of range is a mistake of this program and traps.
    public static func + (lhs: Money, rhs: Money) -> Money { Money(pence: lhs.pence + rhs.pence) }

    /// Subtracts, under the same limits.
    public static func - (lhs: Money, rhs: Money) -> Money { Money(pence: lhs.pence - rhs.pence) }

    /// The same amount the other way.
    public static prefix func - (amount: Money) -> Money { Money(pence: -amount.pence) }

    /// Adds to a running sum.
    public static func += (lhs: inout Money, rhs: Money) { lhs = lhs + rhs }

    /// Takes from a running sum.
    public static func -= (lhs: inout Money, rhs: Money) { lhs = lhs - rhs }
}

extension Sequence where Element == Money {
    /// The sum of the amounts.
    public var total: Money { reduce(.zero, +) }
}

extension Money: Codable {
    /// Reads whole pence, written as text.
    public init(from decoder: any Decoder) throws {
        pence = try decoder.singleValueContainer().decode(Int64.self)
    }

    /// Writes whole pence; the record puts every `Int64` in quotes, so that no reader rounds it.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(pence)
    }
}
