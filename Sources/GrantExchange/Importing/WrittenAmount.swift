package import GrantLedger

/// An amount as files have it: with a sign before or after, in brackets, with the currency's name.
package enum WrittenAmount {
    /// Reads a text; one with two signs could be either, and is none.
    ///
    /// - Throws: why it is no amount.
    package static func read(_ text: String) throws(Money.Fault) -> Money {
        var rest = text.replacing("\u{2212}", with: "-").replacing("\u{A0}", with: "")
            .replacing(" ", with: "").uppercased()
        var signs = 0
        var isNegative = false
        if rest.hasSuffix("GBP") { rest.removeLast(3) }
        for (mark, negative) in [("CR", false), ("DR", true)] where rest.hasSuffix(mark) {
            rest.removeLast(2)
            (signs, isNegative) = (signs + 1, negative)
        }
        if rest.hasPrefix("GBP") { rest.removeFirst(3) }
        if rest.hasPrefix("("), rest.hasSuffix(")") {
            rest = String(rest.dropFirst().dropLast())
            (signs, isNegative) = (signs + 1, true)
        } else if rest.hasSuffix("-") {
            rest.removeLast()
            (signs, isNegative) = (signs + 1, true)
        }
        if rest.hasPrefix("£-") { rest = "-£" + rest.dropFirst(2) }
        if rest.hasPrefix("-") { signs += 1 }
        guard signs <= 1 else { throw .notAnAmount }
        let amount = try Money(pounds: rest)
        return isNegative ? -amount : amount
    }

    /// Why a text is not an amount, in words.
    static func reason(_ fault: Money.Fault) -> String {
        switch fault {
        case .notAnAmount: "is not an amount in pounds."
        case .grouping: "has commas that do not part groups of three digits."
        case .decimals: "has a fraction of a penny."
        case .tooLarge: "is more than one amount may be, \(Money.greatest)."
        }
    }
}
