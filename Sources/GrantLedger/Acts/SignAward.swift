/// Signs the agreement: what was reserved is committed, by category, and payable.
///
/// Posts C Dr awardPayable / Cr paymentScheduled[0] for each line, and Dr virementSet / Cr
/// virementHeadroom by the tolerance; B Dr reserved / Cr committed; where the round asks for match,
/// M Dr matchTarget / Cr matchRequired by year, for the lines of the round's fund.
public struct SignAward: Act {
    /// Its kind.
    public static let kind = Kind.signAward
    /// The award.
    public var award: Code
    /// The agreement's reference.
    public var agreement: Note?
    /// The categories, where they are agreed only now; equal to what was awarded, to the penny.
    public var profile: Profile?
    /// How often the recipient reports.
    public var returns: ReturnFrequency
    /// How much of a year may move between categories without a variation.
    public var virementTolerance: Percentage?

    /// Creates the act.
    public init(
        award: Code, agreement: Note? = nil, profile: Profile? = nil,
        returns: ReturnFrequency = .yearly,
        virementTolerance: Percentage? = nil
    ) {
        self.award = award
        self.agreement = agreement
        self.profile = profile
        self.returns = returns
        self.virementTolerance = virementTolerance
    }

    /// Its rule.
    public func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        var row = try facts.known(Award.self, award)
        try profile?.check(total: nil, of: "award \(award)")
        for line in profile ?? [] { try facts.checkCategory(line.category) }
        try row.checkNotEnded()
        guard row.status == .awarded else {
            throw .no(
                .awardSigned, "Award \(award) is signed already.",
                remedy: "Change it by a variation: almoner award vary \(award).",
                [.init("award", award)])
        }
        if let profile { row.profile = profile }
        let lines = try facts.accounts(Account(.reserved, award: award))
        try checkNothingElse(row, lines)
        var control: [Transfer] = []
        var budget: [Transfer] = []
        var years: [FinancialYear: Money] = [:]
        for reserved in lines {
            let amount = try facts.amount(reserved)
            let payable = reserved.with(\.round, nil)
            control.move(
                amount, debit: payable.under(.awardPayable),
                credit: payable.under(.paymentScheduled).with(\.instalment, 0))
            for (category, part) in try row.categories(of: reserved, amount) {
                budget.move(
                    part, debit: reserved,
                    credit: reserved.under(.committed).with(\.category, category))
            }
            if let year = reserved.year { years[year, default: .zero] += amount }
        }
        let policies = try facts.policies(on: occasion.date)
        for (year, amount) in years.sorted(by: { $0.key < $1.key }) {
            let tolerated = amount.percent(
                hundredths: Int64(
                    (virementTolerance ?? policies.virementTolerance).hundredths))
            let virement = Account(.virementSet, award: award, year: year)
            control.move(tolerated, virement, debit: .virementSet, credit: .virementHeadroom)
        }
        row.status = .signed
        row.signed = occasion.date
        row.agreement = agreement
        row.returns = returns
        row.expense = policies.expense == .payment ? .payment : nil
        return Posting(
            control + budget + (try matching(row, lines, facts)), puts: [try facts.put(row)])
    }

    /// M: the match the round's rule asks for, by year.
    private func matching(
        _ row: Award, _ lines: [Account], _ facts: Facts
    ) throws(Stop) -> [Transfer] {
        guard let code = row.round, let round = try facts.look(Round.self, code.description),
            let rule = round.match
        else { return [] }
        var transfers: [Transfer] = []
        for line in lines where line.fund == round.fund {
            guard let year = line.year else { continue }
            transfers += try Requirement(award: award, year: year)
                .changed(by: rule.required(for: facts.amount(line)), facts)
        }
        return transfers
    }

    /// Checks that no line of the categories is one the award does not have.
    private func checkNothingElse(_ row: Award, _ lines: [Account]) throws(Stop) {
        guard row.hasCategories else { return }
        for line in row.profile.lines(default: row.fund) {
            guard !lines.contains(where: { $0.fund == line.fund && $0.year == line.year }) else {
                continue
            }
            throw .refused(
                .totalDiffers(declared: line.amount, lines: .zero, of: "\(award) in \(line.year)"))
        }
    }
}

extension Award {
    /// How a line is parted into categories: those of the profile, equal to the penny, or
    /// `GENERAL`.
    fileprivate func categories(of line: Account, _ amount: Money) throws(Stop) -> [(Code, Money)] {
        guard hasCategories else { return [(.general, amount)] }
        var parts: [(Code, Money)] = []
        for planned in profile where planned.fund ?? fund == line.fund && planned.year == line.year
        {
            let category = planned.category ?? .general
            if let index = parts.firstIndex(where: { $0.0 == category }) {
                parts[index].1 += planned.amount
            } else {
                parts.append((category, planned.amount))
            }
        }
        let sum = parts.map(\.1).total
        guard sum == amount else {
            let of = "\(code) in \(line.year?.description ?? "")"
            throw .refused(.totalDiffers(declared: amount, lines: sum, of: of))
        }
        return parts
    }
}
