package import GrantLedger

/// An amount as files have it: with a sign before or after, in brackets, with the currency's name.
package enum WrittenAmount {
    /// Reads a text.
    ///
    /// - Throws: why it is no amount.
    package static func read(_ text: String) throws(Money.Fault) -> Money {
        var rest = text.replacing("\u{2212}", with: "-").replacing("\u{A0}", with: "")
            .replacing(" ", with: "").uppercased()
        var isNegative = false
        for (mark, negative) in [("GBP", false), ("CR", false), ("DR", true)] {
            if rest.hasSuffix(mark) {
                rest.removeLast(mark.utf8.count)
                isNegative = isNegative != negative
            }
        }
        if rest.hasPrefix("GBP") { rest.removeFirst(3) }
        if rest.hasPrefix("("), rest.hasSuffix(")") {
            rest = String(rest.dropFirst().dropLast())
            isNegative.toggle()
        } else if rest.hasSuffix("-") {
            rest.removeLast()
            isNegative.toggle()
        }
        if rest.hasPrefix("£-") { rest = "-£" + rest.dropFirst(2) }
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
