/// Brings in what the office held on the day its book begins, each balance against the general fund.
///
/// Posts A, for each line, Dr it / Cr generalFund where debits raise it, else Dr generalFund / Cr
/// it. What is owed for awards, grants and claims comes by their own acts, with their own dates.
public struct OpenBalances: Act {
    /// Its kind.
    public static let kind = Kind.openBalances
    /// What there was.
    public var lines: [Line]

    /// One balance.
    public struct Line: Codable, Hashable, Sendable {
        /// The account: bank, or earmarkedReserve of a fund.
        public var account: Account
        /// How much.
        public var amount: Money

        /// Creates a line.
        public init(account: Account, amount: Money) {
            (self.account, self.amount) = (account, amount)
        }
    }

    /// Creates the act.
    public init(lines: [Line]) { self.lines = lines }

    /// Its rule.
    public func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        var transfers: [Transfer] = []
        for line in lines {
            try line.amount.checkPositive()
            try facts.check(Fund.self, line.account.fund)
            guard
                line.account == Account(.bank)
                    || (line.account.head == .earmarkedReserve && line.account.fund != nil
                        && line.account == Account(.earmarkedReserve, fund: line.account.fund))
            else {
                throw .no(
                    .lineUnknown, "\(line.account) is not opened by a balance.",
                    remedy:
                        "Open bank and earmarkedReserve{fund=…}; record grants, awards and claims "
                        + "themselves, with their own dates.",
                    [.init("account", line.account)])
            }
            let general = Account(.generalFund)
            if line.account.head.traits.debitNormal {
                transfers.move(line.amount, debit: line.account, credit: general)
            } else {
                transfers.move(line.amount, debit: general, credit: line.account)
            }
        }
        return Posting(transfers)
    }
}
