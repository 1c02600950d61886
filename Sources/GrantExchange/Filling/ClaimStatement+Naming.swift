public import GrantLedger

extension ClaimStatement {
    /// The words for a category's amounts, and for the totals', in the order a claim shows them.
    public static let amountWords = [
        "budget", "claimedBefore", "thisClaim", "cumulative", "left", "forecast",
    ]

    /// What is known of the claim as a whole.
    ///
    /// - Parameters:
    ///   - office: the office that claims.
    ///   - funder: the funder's name.
    /// - Returns: the facts by their names.
    public func wholeFacts(office: String, funder: String) -> [(name: String, value: Cell)] {
        [
            ("claim", .text(claim.code.description)), ("claimant", .text(office)),
            ("funder", .text(funder)), ("grant", .text(grant.code.description)),
            ("title", .text(grant.title.description)), ("agreement", Cell(grant.agreement)),
            ("period", .text(claim.period)), ("year", .text(claim.year.description)),
            ("made", .date(claim.made)), ("accrued", .money(accrued)),
            ("recoverableVAT", .money(recoverableVAT)),
        ]
    }

    /// An amount of a category or of the totals; nil where there is no such word.
    ///
    /// - Parameters:
    ///   - word: one of ``amountWords``.
    ///   - category: the category, ``Code/general`` for what has none; nil for the totals.
    /// - Returns: the amount; of a category that is not in the claim nil pounds, and no budget.
    public func amount(_ word: String, of category: Code?) -> Cell? {
        let row = category == nil ? totals : rows.first { $0.category == category }
        return switch word {
        case "budget": Cell(row?.budget)
        case "claimedBefore": .money(row?.before ?? .zero)
        case "thisClaim": .money(row?.now ?? .zero)
        case "cumulative": .money(row?.cumulative ?? .zero)
        case "left": Cell(row?.left)
        case "forecast": .money(row?.forecast ?? .zero)
        default: nil
        }
    }
}
