extension Money {
    /// Splits the amount over weights by largest remainder, odd pennies to the first of equal
    /// parts.
    ///
    /// The parts add up to the amount. No part exceeds its weight where the amount is within their
    /// sum, so money is shared over lines by what each still has. Nil
    /// weights give nil parts.
    ///
    /// - Parameter weights: what each part may bear, none below nil; the amount is not below nil.
    /// - Returns: one part a weight, in the same order.
    public func split(over weights: [Money]) -> [Money] {
        let sum = weights.total.pence
        guard sum > 0 else { return weights.map { _ in .zero } }
        var parts: [Int64] = []
        var remainders: [Int64] = []
        for weight in weights {
            let product = pence.multipliedFullWidth(by: weight.pence)
            let (quotient, remainder) = sum.dividingFullWidth(product)
            parts.append(quotient)
            remainders.append(remainder)
        }
        let odd = Int(pence - parts.reduce(0, +))
        let order = weights.indices.sorted { (remainders[$1], $0) < (remainders[$0], $1) }
        for index in order.prefix(odd) { parts[index] += 1 }
        return parts.map { Money(pence: $0) }
    }

    /// Splits the amount into so many equal parts, odd pennies to the first.
    public func split(into count: Int) -> [Money] {
        split(over: Array(repeating: Money(pence: 1), count: count))
    }

    /// Which per cent of the base the amount is, in hundredths of a per cent, half up; nil where
    /// the base is not above nil.
    public func hundredthsOfPercent(of base: Money) -> Int64? {
        guard base.pence > 0 else { return nil }
        let product = pence.magnitude.multipliedFullWidth(by: 20_000)
        let low = product.low.addingReportingOverflow(base.pence.magnitude)
        let high = product.high + (low.overflow ? 1 : 0)
        let divisor = base.pence.magnitude * 2
        guard high < divisor else { return nil }
        let (quotient, _) = divisor.dividingFullWidth((high, low.partialValue))
        guard let value = Int64(exactly: quotient) else { return nil }
        return pence < 0 ? -value : value
    }

    /// The given per cent of the amount, in whole pence, half up; the per cent is in hundredths
    /// (500 is 5%).
    public func percent(hundredths: Int64) -> Money {
        let product = pence.magnitude.multipliedFullWidth(by: hundredths.magnitude)
        let low = product.low.addingReportingOverflow(5_000)
        let (quotient, _) = UInt64(10_000).dividingFullWidth(
            (product.high + (low.overflow ? 1 : 0), low.partialValue))
        return Money(pence: Int64(quotient) * (pence < 0 ? -1 : 1))
    }
}
