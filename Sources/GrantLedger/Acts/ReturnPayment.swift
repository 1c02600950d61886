/// Takes in a payment that the bank sent back: it can be paid again.
///
/// Posts C Dr paid / Cr paymentReleased[N]; A Dr bank / Cr paymentsOnAccount as far as held, the
/// rest Cr awardCreditors: what was accepted meanwhile is owed again.
public struct ReturnPayment: Act {
    /// Its kind.
    public static let kind = Kind.returnPayment
    /// The entry that paid.
    public var entry: Int
    /// Why the bank sent it back.
    public var reason: Note

    /// Creates the act.
    public init(entry: Int, reason: Note) { (self.entry, self.reason) = (entry, reason) }

    /// Its rule.
    public func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        guard let payment = try facts.entry(entry) else { throw .refused(.unknownEntry(entry)) }
        guard payment.kind == .payInstalment else {
            throw .no(
                .notAPayment, "Entry \(entry) is no payment.",
                remedy: "almoner payment list shows the payments.",
                [.init("entry", entry)])
        }
        if let reversal = try facts.reversal(of: entry) {
            throw .refused(.alreadyReversed(entry, by: reversal))
        }
        let paid = payment.transfers.filter { $0.credit.head == .paid }
        guard let released = paid.first?.debit, let award = released.award,
            let number = released.instalment
        else {
            throw .refused(.unknownEntry(entry))
        }
        var instalment = try facts.instalment(award, number)
        let row = try facts.known(Award.self, award)
        guard instalment.payment == entry else {
            throw .no(
                .instalmentSettled, "The payment of entry \(entry) was sent back already.",
                remedy: "almoner award show \(award) lists its instalments.",
                [.init("entry", entry)])
        }
        var posting = Posting()
        var actual: [Transfer] = []
        for transfer in paid {
            posting.transfers.append(transfer.reversed)
            let line = transfer.credit
            let held = min(transfer.amount, try facts.held(line, of: row))
            actual.move(
                held, debit: Account(.bank),
                credit: row.holding(line, FinancialYear(containing: occasion.date)))
            actual.move(
                transfer.amount - held, debit: Account(.bank), credit: line.under(.awardCreditors))
        }
        posting.transfers += actual
        instalment.status = .released
        instalment.payment = nil
        posting.puts = [try facts.put(instalment)]
        return posting
    }
}
