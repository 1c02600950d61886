/// Lets a stopped or waiting payment go.
///
/// Posts C Dr paymentScheduled[N] / Cr paymentReleased[N]. One that waits for a return not yet
/// accepted needs an authorised override, which is flagged.
public struct ReleaseInstalment: Act {
    /// Its kind.
    public static let kind = Kind.releaseInstalment
    /// The award.
    public var award: Code
    /// Which payment.
    public var number: Int
    /// Who authorises its release before the return it waits for; absent where nothing is
    /// overridden.
    public var authorisedBy: Note?
    /// Why.
    public var reason: Note?

    /// Creates the act; naming who authorised it overrides what it waits for.
    public init(award: Code, number: Int, authorisedBy: Note? = nil, reason: Note? = nil) {
        (self.award, self.number, self.authorisedBy, self.reason) = (
            award, number, authorisedBy, reason
        )
    }

    /// Its rule.
    public func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        var instalment = try facts.instalment(award, number)
        try instalment.checkUnpaid()
        guard instalment.status != .released else {
            throw .no(
                .nothingToChange, "Instalment \(number) of \(award) is released already.",
                remedy: "Pay it: almoner payment make \(award) --instalment \(number).",
                [.init("award", award), .init("instalment", number)])
        }
        let isAwaited = try facts.isAwaited(instalment)
        if isAwaited, authorisedBy == nil { throw .refused(.returnAwaited(instalment)) }
        var transfers: [Transfer] = []
        for scheduled in try facts.accounts(
            Account(.paymentScheduled, award: award, instalment: number))
        {
            transfers.move(
                try facts.amount(scheduled), scheduled, debit: .paymentScheduled,
                credit: .paymentReleased)
        }
        instalment.status = .released
        instalment.reason = reason
        return Posting(
            transfers, puts: [try facts.put(instalment)],
            flags: isAwaited ? [.releasedBeforeReturn] : [])
    }
}

extension Facts {
    /// Whether an instalment waits for a return that is not yet accepted.
    func isAwaited(_ instalment: Instalment) throws(Stop) -> Bool {
        guard let after = instalment.after else { return false }
        let key = MonitoringReturn.key(instalment.award, after)
        return try find(MonitoringReturn.self, key)?.status != .accepted
    }
}

extension Refusal {
    /// A payment waits for a return that is not yet accepted.
    static func returnAwaited(_ instalment: Instalment) -> Refusal {
        let (award, number) = (instalment.award, instalment.number)
        let period = instalment.after?.description ?? ""
        return Refusal(
            .returnAwaited,
            "Instalment \(number) of \(award) waits for the return of \(period), not yet accepted.",
            remedy:
                "Accept it first: almoner return accept \(award) --period \(period); or release the payment on "
                + "somebody's authority: almoner instalment release \(award) \(number) "
                + "--override --authorised-by WHO --reason TEXT.",
            [Detail("award", award), Detail("instalment", number), Detail("period", period)])
    }
}
