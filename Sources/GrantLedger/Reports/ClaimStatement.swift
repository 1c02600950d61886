/// A claim as the funder sees it: its lines, and by category what was budgeted, claimed before, is
/// claimed now, is left and is expected.
///
/// Everything in it is as it stood when the claim was made, so that it comes out the same each time.
public struct ClaimStatement: Sendable {
    /// One heading of cost.
    public struct Row: Hashable, Sendable {
        /// The category; ``Code/general`` for what no category is said of.
        public let category: Code
        /// What the agreement has for it; nil where it does not go by category.
        public var budget: Money?
        /// What earlier claims asked, less what was refused of them.
        public var before = Money.zero
        /// What this claim asks.
        public var now = Money.zero
        /// What spend is expected to come to in the year.
        public var forecast = Money.zero

        /// What is claimed up to this claim.
        public var cumulative: Money { before + now }
        /// What of the budget is left after this claim.
        public var left: Money? { budget.map { $0 - cumulative } }
    }

    /// One line of the claim and whose spend it is.
    public struct Line: Hashable, Sendable {
        /// The line.
        public let line: ClaimLine
        /// Who was paid: the recipient of the award, or the supplier of an own cost.
        public let payee: String
        /// The VAT of an own cost that is recovered elsewhere and not in the claim.
        public let recoverableVAT: Money?

        /// Creates a line.
        public init(_ line: ClaimLine, payee: String, recoverableVAT: Money? = nil) {
            (self.line, self.payee, self.recoverableVAT) = (line, payee, recoverableVAT)
        }
    }

    /// The claim.
    public let claim: Claim
    /// The grant.
    public let grant: Grant
    /// The categories in the order of their codes, what has none last.
    public let rows: [Row]
    /// The sums; the budget is the most the grant pays for the year.
    public let totals: Row
    /// The lines.
    public let lines: [Line]
    /// What is earned by accruals, which the claim does not ask for.
    public let accrued: Money

    /// Creates the statement.
    ///
    /// - Parameters:
    ///   - claim: the claim as it was made.
    ///   - grant: the grant as it stood.
    ///   - lines: the lines with their payees.
    ///   - earlier: the claims of the grant and year made before.
    ///   - position: what the grant's year had come to.
    public init(
        claim: Claim, grant: Grant, lines: [Line], earlier: [Claim], position: Position
    ) {
        self.claim = claim
        self.grant = grant
        self.lines = lines
        accrued = position.accrued
        var rows: [Code: Row] = [:]
        for line in grant.profile where line.year == claim.year {
            guard let category = line.category else { continue }
            let budget = (rows[category]?.budget ?? .zero) + line.amount
            rows[category, default: Row(category: category)].budget = budget
        }
        for line in earlier.flatMap(\.lines) {
            let asked = line.amount - (line.disallowed ?? .zero)
            let category = line.source.category
            rows[category, default: Row(category: category)].before += asked
            rows[category]?.forecast += asked
        }
        for line in claim.lines {
            let category = line.source.category
            rows[category, default: Row(category: category)].now += line.amount
            rows[category]?.forecast += line.amount
        }
        for (category, amount) in position.expected {
            rows[category, default: Row(category: category)].forecast += amount
        }
        self.rows = rows.values.sorted { left, right in
            let isLast = (left.category == .general, right.category == .general)
            return isLast.0 == isLast.1 ? left.category < right.category : isLast.1
        }
        var totals = Row(category: .general, budget: position.ceiling)
        totals.before = self.rows.map(\.before).total
        totals.now = self.rows.map(\.now).total
        totals.forecast = self.rows.map(\.forecast).total
        self.totals = totals
    }

    /// The VAT on own costs in the claim that is recovered elsewhere.
    public var recoverableVAT: Money { lines.compactMap(\.recoverableVAT).total }
}

extension ClaimStatement {
    /// What a grant's year had come to when a claim was made.
    public struct Position: Sendable {
        /// The most the grant pays for the year.
        public var ceiling: Money
        /// What was earned by accruals.
        public var accrued: Money
        /// What will be claimed besides, by category: earned and left for a later claim, and still
        /// to come.
        public var expected: [Code: Money]

        /// Creates a position.
        public init(ceiling: Money, accrued: Money = .zero, expected: [Code: Money] = [:]) {
            (self.ceiling, self.accrued, self.expected) = (ceiling, accrued, expected)
        }

        /// Adds what is still to come, as far as the grant has not been earned: older grants of the
        /// fund are earned first.
        ///
        /// - Parameters:
        ///   - toCome: what is expected of the fund's awards in the year, line by line.
        ///   - older: what older grants of the fund can still earn of it.
        ///   - notYetEarned: what this grant can still earn.
        public mutating func expect(
            _ toCome: [KeptFigure], older: Money, notYetEarned: Money
        ) {
            let whole = toCome.map(\.amount).total
            let share = min(max(whole - older, .zero), notYetEarned)
            guard share > .zero else { return }
            for (figure, amount) in zip(toCome, share.split(over: toCome.map(\.amount))) {
                expected[figure.category ?? .general, default: .zero] += amount
            }
        }
    }
}
