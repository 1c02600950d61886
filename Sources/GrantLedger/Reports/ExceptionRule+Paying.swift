extension ExceptionRule {
    /// What is unusual about payments and costs.
    static let paying: [ExceptionRule] = [
        flagged(.releasedBeforeReturn, "A payment released before the return it waits for."),
        entry("hold-overridden", "A payment let go on somebody's authority.") { entry, _ in
            guard entry.meant == .releaseInstalment, entry.asked["authorisedBy"] != nil else {
                return nil
            }
            return ExceptionFound(entry.why ?? "Let go on somebody's authority.")
        },
        entry("before-signature", "Paid before the award's signature was recorded.") {
            entry, context in
            guard entry.meant == .payInstalment, let award = entry.code("award") else {
                return nil
            }
            guard let signing = try context.signing(of: award) else {
                return ExceptionFound("Paid on \(entry.date.prose); \(award) has no signature.")
            }
            guard entry.date < signing.known else { return nil }
            return ExceptionFound(
                "Paid on \(entry.date.prose); the signature of \(award), dated "
                    + "\(signing.date.prose), was recorded on \(signing.known.prose) (entry "
                    + "\(signing.number)).")
        },
        entry(
            "round-amounts", "A payment, an own cost or a reported spend in whole such amounts.",
            ExceptionThreshold(.amount, "5000.00")
        ) { entry, context in
            guard let unit = context.limits(on: entry.date)?.roundAmount,
                let amount = entry.outlay, amount > .zero, amount.pence % unit.pence == 0
            else { return nil }
            return ExceptionFound(
                "\(amount) is a whole multiple of \(unit).", threshold: unit.description,
                amount: amount)
        },
        ExceptionRule(
            "split-below",
            "Several to one recipient or supplier that together need a second person.",
            ExceptionThreshold(.days, "30 days"), .outgoings(Outgoing.split)),
        ExceptionRule(
            "duplicate-payment",
            "Paid again: the same recipient and amount within so many days, or the same reference.",
            ExceptionThreshold(.days, "14 days"), .outgoings(Outgoing.duplicates)),
    ]
}

extension Entry {
    /// A code of the act that was meant.
    func code(_ key: String) -> Code? {
        if case .text(let text)? = asked[key] { return Code(text) }
        return nil
    }

    /// What was paid, spent or reported as spent.
    fileprivate var outlay: Money? {
        switch meant {
        case .payInstalment, .recordCost: -bankMovement
        case .submitReturn:
            transfers.filter { $0.debit.head == .spendReported }.map(\.amount).total
        default: nil
        }
    }
}
