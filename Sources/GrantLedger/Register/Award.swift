/// A decided grant to a recipient.
///
/// Its amounts are balances, never facts.
public struct Award: Coded {
    /// The register of awards.
    public static let register = Register.award
    /// As prose has it.
    public static let noun = "award"

    /// How far it has come.
    public enum Status: String, Codable, CaseIterable, Sendable { case awarded, signed, ended }

    /// Its code.
    public var code: Code
    /// The bid it answers; absent where it was made directly.
    public var bid: Code?
    /// The round its money was offered in.
    public var round: Code?
    /// The fund it is chiefly from: the round's, or the first of its profile.
    public var fund: Code
    /// Who receives it.
    public var recipient: Code
    /// Its title.
    public var title: Title
    /// What was planned when it was made or signed, by fund, year, quarter and category.
    public var profile: Profile
    /// What it is for.
    public var purpose: Passage?
    /// Why it was awarded.
    public var reasons: Passage?
    /// On what conditions.
    public var conditions: Passage?
    /// What the public is told of it.
    public var description: Passage?
    /// The number of the decision notice.
    public var decision: Note?
    /// When the project starts.
    public var starts: Day?
    /// When it ends.
    public var ends: Day?
    /// Where the money is spent, as published.
    public var place: Code?
    /// Which area it counts to.
    public var area: Code?
    /// Which theme it counts to.
    public var theme: Code?
    /// How far it has come.
    public var status: Status
    /// The reference of the signed agreement.
    public var agreement: Note?
    /// The day it was signed.
    public var signed: Day?
    /// How often its recipient reports; fixed at signing.
    public var returns: ReturnFrequency?
    /// When it becomes an expense, fixed at signing; on an accepted return where absent.
    public var expense: Policies.Expense?
    /// The facts that are not for publication, each with its reason; absent for none.
    public var withheld: [Withholding]?

    /// The periods its recipient reports for in some years: those that had not ended when it was
    /// signed.
    public func periods(in years: some Sequence<FinancialYear>) -> [Period] {
        guard let returns, let signed else { return [] }
        return years.sorted().flatMap(returns.periods).filter { $0.lastDay >= signed }
    }

    /// Whether it was signed with categories, under which it is then committed.
    public var hasCategories: Bool { profile.contains { $0.category != nil } }
}

/// A fact of an award that is not for publication.
public struct Withholding: Hashable, Codable, Sendable {
    /// The fact, by its name in the register.
    public var field: Note
    /// Why; for the office alone.
    public var reason: Note
    /// On what ground, which the public is told; absent where none was named.
    public var ground: Ground?

    /// Creates a withholding.
    public init(field: Note, reason: Note, ground: Ground? = nil) {
        (self.field, self.reason, self.ground) = (field, reason, ground)
    }
}

/// One scheduled payment of an award.
///
/// Its amount is a balance.
public struct Instalment: Registered {
    /// The register of instalments.
    public static let register = Register.instalment
    /// As prose has it.
    public static let noun = "instalment"
    /// `VRF-01#1`.
    public var key: String { Self.key(award, number) }

    /// How far it has come.
    public enum Status: String, Codable, CaseIterable, Sendable {
        /// Waits for a return.
        case waiting
        /// Stopped with a reason.
        case held
        /// May be paid.
        case released
        case paid, withdrawn
    }

    /// The award.
    public var award: Code
    /// 1, 2, 3 … within the award.
    public var number: Int
    /// The year of the cost it pays for.
    public var year: FinancialYear
    /// When it is due: a reminder, not a lock.
    public var due: Day
    /// The return it waits for.
    public var after: Period?
    /// How far it has come.
    public var status: Status
    /// Why it is held.
    public var reason: Note?
    /// The entry that paid it.
    public var payment: Int?

    /// What an instalment is found by.
    public static func key(_ award: Code, _ number: Int) -> String { "\(award)#\(number)" }
}

/// A recipient's report of spend for a period.
public struct MonitoringReturn: Registered {
    /// The register of monitoring returns.
    public static let register = Register.monitoringReturn
    /// As prose has it.
    public static let noun = "monitoring return"
    /// `VRF-01#2019/20-Q1`.
    public var key: String { Self.key(award, period) }

    /// How far it has come.
    public enum Status: String, Codable, CaseIterable, Sendable {
        case submitted, queried, rejected, accepted
    }

    /// The award.
    public var award: Code
    /// What it covers.
    public var period: Period
    /// Spend reported in the period itself, by category.
    public var spend: [CategoryAmount]
    /// Spend the office refused.
    public var disallowed: [CategoryAmount]
    /// What the recipient expects to spend in the whole year.
    public var forecast: Money?
    /// Match the recipient says was found.
    public var match: [MatchOffer]
    /// What was delivered: a name and a number each.
    public var delivered: [Delivered]
    /// The day it came.
    public var submitted: Day
    /// How far it has come.
    public var status: Status
    /// Why it was queried, rejected or disallowed.
    public var reason: Note?

    /// What a return is found by.
    public static func key(_ award: Code, _ period: Period) -> String { "\(award)#\(period)" }

    /// The sum reported.
    public var reported: Money { spend.map(\.amount).total }
    /// The sum agreed: reported less disallowed.
    public var agreed: Money { reported - disallowed.map(\.amount).total }
}

/// An output a recipient reports: a name and a number.
public struct Delivered: Hashable, Codable, Sendable {
    /// What is counted.
    public var name: Note
    /// How many.
    public var number: Int

    /// Creates an output.
    public init(name: Note, number: Int) { (self.name, self.number) = (name, number) }
}

/// A figure made public about a grant or an award: amount, source and date kept together, apart
/// from what was awarded.
public struct Announcement: Registered {
    /// The register of announcements.
    public static let register = Register.announcement
    /// As prose has it.
    public static let noun = "announcement"
    /// The code of what it is about, and its number: `EIYF-WM#1`.
    public var key: String { "\(of)#\(number)" }

    /// The grant or award it is about.
    public var of: Code
    /// Which register that stands in.
    public var register: Register
    /// 1, 2, 3 … of that thing.
    public var number: Int
    /// The figure.
    public var amount: Money
    /// Where it was said.
    public var source: Note
    /// When.
    public var date: Day
}
