/// Stops a payment with a reason.
///
/// Posts C Dr paymentReleased[N] / Cr paymentScheduled[N] where it was released: a held payment is
/// one of which nothing is released.
public struct HoldInstalment: Act {
    /// Its kind.
    public static let kind = Kind.holdInstalment
    /// The award.
    public var award: Code
    /// Which payment.
    public var number: Int
    /// Why.
    public var reason: Note

    /// Creates the act.
    public init(award: Code, number: Int, reason: Note) {
        (self.award, self.number, self.reason) = (award, number, reason)
    }

    /// Its rule.
    public func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        var instalment = try facts.instalment(award, number)
        try instalment.checkUnpaid()
        guard instalment.status != .held else {
            throw .no(
                .nothingToChange, "Instalment \(number) of \(award) is held already.",
                remedy: "Nothing is left to do.",
                [.init("award", award), .init("instalment", number)])
        }
        var transfers: [Transfer] = []
        for released in try facts.accounts(
            Account(.paymentReleased, award: award, instalment: number))
        {
            transfers.move(
                try facts.amount(released), released, debit: .paymentReleased,
                credit: .paymentScheduled)
        }
        instalment.status = .held
        instalment.reason = reason
        return Posting(transfers, puts: [try facts.put(instalment)])
    }
}

extension Facts {
    /// An instalment that must be there.
    func instalment(_ award: Code, _ number: Int) throws(Stop) -> Instalment {
        _ = try known(Award.self, award)
        let key = Instalment.key(award, number)
        guard let instalment = try find(Instalment.self, key) else {
            throw .refused(.unknown(Instalment.noun, key, nearest: []))
        }
        return instalment
    }
}

extension Instalment {
    /// Checks that the instalment is neither paid nor withdrawn.
    func checkUnpaid() throws(Stop) {
        guard status == .paid || status == .withdrawn else { return }
        throw .no(
            .instalmentSettled, "Instalment \(number) of \(award) is \(status.rawValue).",
            remedy: "Schedule another, or reverse the entry that settled it.",
            [.init("award", award), .init("instalment", number), .init("status", status.rawValue)])
    }
}
