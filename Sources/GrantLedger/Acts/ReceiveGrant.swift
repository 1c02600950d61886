/// Takes in money a funder pays: ahead, without condition, or for a partner.
///
/// Ahead, it posts A Dr bank / Cr accruedGrantIncome as far as spend ran ahead, the rest Cr
/// receiptsInAdvance; C Dr earnedClaimable / Cr received for the first part. Without condition, the
/// rest is income at once: A Dr bank / Cr grantIncome; C Dr notYetEarned / Cr received. For a
/// partner: A Dr bank / Cr heldAsAgent.
///
/// What was received of a year in all, earned or still held, is never more than the ceiling; what
/// was surrendered is off both. A grant in arrears is received by its claims.
public struct ReceiveGrant: Act {
    /// Its kind.
    public static let kind = Kind.receiveGrant
    /// The grant.
    public var grant: Code
    /// The year it is for.
    public var year: FinancialYear
    /// How much.
    public var amount: Money
    /// The partner it is held for, where the office is an agent.
    public var partner: Code?

    /// Creates the act.
    public init(
        grant: Code, year: FinancialYear, amount: Money, partner: Code? = nil
    ) {
        self.grant = grant
        self.year = year
        self.amount = amount
        self.partner = partner
    }

    /// Its rule.
    public func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        let row = try facts.known(Grant.self, grant)
        if let partner { return try held(for: partner, of: row, facts) }
        try amount.checkPositive()
        guard !row.isClaimed else {
            throw .no(
                .grantInArrears, "Grant \(grant) is paid in arrears, against its claims.",
                remedy: "Receive the claim it pays: almoner claim receive CLAIM --amount "
                    + "\(amount.plain).",
                [.init("grant", grant), .init("asked", amount)])
        }
        try row.checkConfirmed()
        let accounts = GrantYear(grant, year, FinancialYear(containing: occasion.date))
        try checkCeiling(accounts, facts)
        let ahead = min(amount, try facts.amount(accounts.accruedIncome))
        let rest = amount - ahead
        let isIncome = row.isUnconditional == true
        var transfers: [Transfer] = []
        transfers.move(ahead, debit: accounts.earnedClaimable, credit: accounts.received)
        if isIncome {
            transfers.move(rest, debit: accounts.notYetEarned, credit: accounts.received)
        }
        transfers.move(ahead, debit: Account(.bank), credit: accounts.accruedIncome)
        transfers.move(
            rest, debit: Account(.bank),
            credit: isIncome ? accounts.income : accounts.receiptsInAdvance)
        return Posting(transfers)
    }
}

extension ReceiveGrant {
    /// Checks that no more is received of the year than the grant pays.
    private func checkCeiling(_ accounts: GrantYear, _ facts: Facts) throws(Stop) {
        let ceiling = try facts.amount(accounts.claimCeiling)
        var before = try facts.amount(accounts.received)
        before += try facts.amount(accounts.receiptsInAdvance)
        guard before + amount > ceiling else { return }
        throw .no(
            .receiptExceedsGrant,
            "Grant \(grant) pays \(ceiling) in \(year): \(before) is received, \(amount) more "
                + "asked, \(before + amount - ceiling) too much.",
            remedy: "Record what is for this year; raise the grant first where it pays more: "
                + "almoner grant vary \(grant) --year \(year).",
            [
                .init("grant", grant), .init("year", year), .init("left", ceiling - before),
                .init("asked", amount), .init("short", before + amount - ceiling),
            ])
    }

    /// A: a partner's money, held until it is passed on.
    private func held(
        for partner: Code, of row: Grant, _ facts: Facts
    ) throws(Stop) -> Posting {
        _ = try facts.known(Organisation.self, partner)
        try amount.checkPositive()
        try row.checkConfirmed()
        let share = try row.share(of: partner)
        let key = PartnerReceipts.key(grant, partner)
        var receipts =
            try facts.find(PartnerReceipts.self, key)
            ?? PartnerReceipts(grant: grant, organisation: partner, received: .zero)
        let left = share - receipts.received
        guard amount <= left else {
            throw .no(
                .receiptExceedsGrant,
                "\(partner) has a share of \(share) of grant \(grant): \(left) is still to come, "
                    + "\(amount) asked, \(amount - left) too much.",
                remedy: "Record the partner's own share; the rest is the office's or another's.",
                [
                    .init("grant", grant), .init("partner", partner), .init("left", left),
                    .init("asked", amount), .init("short", amount - left),
                ])
        }
        receipts.received += amount
        var transfers: [Transfer] = []
        transfers.move(amount, debit: Account(.bank), credit: .heldAsAgent(grant, partner))
        return Posting(transfers, puts: [try facts.put(receipts)])
    }
}

extension Account {
    /// Money of a grant that is a partner's.
    static func heldAsAgent(_ grant: Code, _ partner: Code) -> Account {
        Account(.heldAsAgent, grant: grant).with(\.organisation, partner)
    }
}

extension Grant {
    /// Checks that the grant is sure, so that it can be received or claimed.
    func checkConfirmed() throws(Stop) {
        guard status != .confirmed else { return }
        throw .no(
            .grantUnconfirmed, "Grant \(code) is \(status.rawValue), not confirmed.",
            remedy: "Confirm it first: almoner grant confirm \(code) --agreement REF.",
            [.init("grant", code), .init("status", status.rawValue)])
    }

    /// What a partner has of it in all.
    func share(of partner: Code) throws(Stop) -> Money {
        let own = (partners ?? []).filter { $0.organisation == partner }
        guard own.isEmpty else { return own.map(\.amount).total }
        let names = (partners ?? []).map(\.organisation.description)
        let known = names.isEmpty ? "it names none" : names.joined(separator: ", ")
        throw .no(
            .noPartner, "\(partner) is no partner of grant \(code).",
            remedy: "Its partners: \(known). They are named when it is agreed: "
                + "almoner grant agree --agent ORG=AMOUNT.",
            [.init("grant", code), .init("partner", partner)])
    }
}
