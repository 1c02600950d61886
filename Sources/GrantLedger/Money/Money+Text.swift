extension Money: CustomStringConvertible {
    /// Pounds with commas and a sign: `£16,666.66`, `-£5.00`.
    public var description: String {
        (pence < 0 ? "-£" : "£") + grouped(magnitude: pence.magnitude)
    }

    /// Pounds with commas, without the sign of the pound, as a column of a table has it:
    /// `16,666.66`.
    public var column: String { (pence < 0 ? "-" : "") + grouped(magnitude: pence.magnitude) }

    /// Pounds with two decimals, as a program reads them: `16666.66`.
    public var plain: String {
        let rest = pence.magnitude % 100
        return (pence < 0 ? "-" : "") + "\(pence.magnitude / 100).\(rest < 10 ? "0" : "")\(rest)"
    }

    private func grouped(magnitude: UInt64) -> String {
        let digits = String(magnitude / 100)
        var text = ""
        for (offset, digit) in digits.enumerated() {
            if offset > 0, (digits.utf8.count - offset) % 3 == 0 { text.append(",") }
            text.append(digit)
        }
        let rest = magnitude % 100
        return text + ".\(rest < 10 ? "0" : "")\(rest)"
    }
}

extension Money {
    /// Reads pounds as a policy has them: `10000` or `10000.00`, else nil.
    init?(plain text: String) {
        guard let amount = try? Money(pounds: text), amount >= .zero else { return nil }
        self = amount
    }

    /// Why a text is not an amount.
    public enum Fault: Error, Hashable, Sendable {
        /// Not a number in pounds.
        case notAnAmount
        /// Commas that do not part groups of three.
        case grouping
        /// More than two decimals: a fraction of a penny.
        case decimals
        /// Beyond £99,999,999,999.99.
        case tooLarge
    }

    /// Reads an amount as people write it: `35000`, `35,000.00`, `£35,000.00`, `-20000`, `+5.50`.
    ///
    /// - Throws: the ``Fault`` that says what is wrong with the text.
    public init(pounds text: some StringProtocol) throws(Fault) {
        var rest = Substring(text)
        let negative = rest.first == "-"
        if negative || rest.first == "+" { rest.removeFirst() }
        if rest.first == "£" { rest.removeFirst() }
        let sides = rest.utf8.split(
            separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = sides.first, !whole.isEmpty else { throw .notAnAmount }
        let digit = UInt8(ascii: "0")...UInt8(ascii: "9")
        guard whole.allSatisfy({ digit.contains($0) || $0 == UInt8(ascii: ",") }) else {
            throw .notAnAmount
        }
        let groups = whole.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
        if groups.count > 1 {
            guard (1...3).contains(groups[0].count),
                groups.dropFirst().allSatisfy({ $0.count == 3 })
            else {
                throw .grouping
            }
        }
        var pence = Substring("00").utf8[...]
        if sides.count == 2 {
            guard !sides[1].isEmpty, sides[1].allSatisfy(digit.contains) else { throw .notAnAmount }
            guard sides[1].count <= 2 else { throw .decimals }
            pence =
                Substring(String(Substring(sides[1])) + (sides[1].count == 1 ? "0" : "")).utf8[...]
        }
        var value: Int64 = 0
        for byte in groups.joined() + Array(pence) {
            guard value <= Self.greatest.pence else { throw .tooLarge }
            value = value * 10 + Int64(byte - UInt8(ascii: "0"))
        }
        guard value <= Self.greatest.pence else { throw .tooLarge }
        self.init(pence: negative ? -value : value)
    }
}
