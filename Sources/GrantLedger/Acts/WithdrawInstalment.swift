/// Takes an unpaid payment off the schedule: its money can be scheduled anew, or lapse.
///
/// Posts C Dr paymentReleased[N], paymentScheduled[N] / Cr paymentScheduled[0].
public struct WithdrawInstalment: Act {
    /// Its kind.
    public static let kind = Kind.withdrawInstalment
    /// The award.
    public var award: Code
    /// Which payment.
    public var number: Int
    /// Why.
    public var reason: Note?

    /// Creates the act.
    public init(award: Code, number: Int, reason: Note? = nil) {
        (self.award, self.number, self.reason) = (award, number, reason)
    }

    /// Its rule.
    public func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        var instalment = try facts.instalment(award, number)
        try instalment.checkUnpaid()
        var transfers: [Transfer] = []
        for head in [Head.paymentReleased, .paymentScheduled] {
            for account in try facts.accounts(Account(head, award: award, instalment: number)) {
                transfers.move(
                    try facts.amount(account), debit: account,
                    credit: account.under(.paymentScheduled).with(\.instalment, 0))
            }
        }
        instalment.status = .withdrawn
        instalment.reason = reason
        return Posting(transfers, puts: [try facts.put(instalment)])
    }
}
