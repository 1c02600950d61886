/// Plans the award's spend anew: the quarters change, the amounts by fund and year do not.
///
/// Posts nothing; the older plan stays as a version. Its lines come to what is reserved, committed
/// and charged of each fund and year, to the penny; signed with categories, of each of them too,
/// since moving money between headings is a virement.
public struct ReprofileAward: Act {
    /// Its kind.
    public static let kind = Kind.reprofileAward
    /// The award.
    public var award: Code
    /// The new plan.
    public var profile: Profile
    /// Why.
    public var reason: Note

    /// Creates the act.
    public init(
        award: Code, profile: Profile, reason: Note
    ) {
        self.award = award
        self.profile = profile
        self.reason = reason
    }

    /// Its rule.
    public func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        var row = try facts.known(Award.self, award)
        for line in profile {
            try facts.check(Fund.self, line.fund)
            try facts.checkCategory(line.category)
        }
        try profile.check(total: nil, of: "award \(award)")
        try check(row, facts)
        try row.checkNotEnded()
        guard profile != row.profile else {
            throw .no(
                .nothingToChange, "Award \(award) is planned so already.",
                remedy: "Nothing is left to do.", [.init("award", award)])
        }
        row.profile = profile
        return Posting(puts: [try facts.put(row)])
    }

    /// What an amount is of: a fund and a year, and a category where the award has them.
    private struct Line: Hashable, Comparable {
        let fund: Code
        let year: FinancialYear
        let category: Code?

        static func < (lhs: Line, rhs: Line) -> Bool {
            (lhs.fund, lhs.year, lhs.category ?? .general)
                < (rhs.fund, rhs.year, rhs.category ?? .general)
        }
    }

    /// Checks that each fund, year and category is planned with what it has been awarded.
    private func check(_ row: Award, _ facts: Facts) throws(Stop) {
        var awarded: [Line: Money] = [:]
        for head in [Head.reserved, .committed, .charged] {
            for share in try facts.lines(Account(head, award: award)) {
                guard let fund = share.account.fund, let year = share.account.year else { continue }
                let category = share.account.category ?? .general
                let line = Line(
                    fund: fund, year: year,
                    category: row.status == .signed && row.hasCategories ? category : nil)
                awarded[line, default: .zero] += share.amount
            }
        }
        var planned: [Line: Money] = [:]
        for part in profile {
            let signed = row.hasCategories ? part.category ?? .general : part.category
            let line = Line(
                fund: part.fund ?? row.fund, year: part.year,
                category: row.status == .signed ? signed : nil)
            planned[line, default: .zero] += part.amount
        }
        for line in Set(awarded.keys).union(planned.keys).sorted() {
            let (declared, lines) = (awarded[line] ?? .zero, planned[line] ?? .zero)
            guard declared != lines else { continue }
            let under = line.category.map { " under \($0)" } ?? ""
            throw .refused(
                .totalDiffers(
                    declared: declared, lines: lines,
                    of: "\(award) from \(line.fund) in \(line.year)\(under)"))
        }
    }
}
