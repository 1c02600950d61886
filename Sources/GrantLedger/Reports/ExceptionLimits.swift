/// The thresholds of the rules, as the office's policies have them from a day on.
struct ExceptionLimits: Sendable {
    /// The first day they are in force; nil for the beginning.
    let from: Day?
    /// Above which amount a second person approves; nil where the office has only one.
    let approval: Money?
    /// Where the office is.
    let timeZone: String
    private let values: [String: String]

    init(_ policies: Policies, from: Day?) {
        self.from = from
        approval = policies.twoPeopleAbove
        timeZone = policies[.timeZone]
        var values: [String: String] = [:]
        for rule in ExceptionRule.all {
            guard let threshold = rule.threshold else { continue }
            let set = policies.setting(rule.policy).flatMap(threshold.spelled)
            values[rule.name] = set ?? threshold.standard
        }
        self.values = values
        backDated = values["back-dated"].flatMap(ExceptionThreshold.days)
        workingHours = values["out-of-hours"].flatMap(ExceptionThreshold.hours)
        roundAmount = values["round-amounts"].flatMap(ExceptionThreshold.amount)
        justUnder = values["just-under"].flatMap(ExceptionThreshold.share)
        splitDays = values["split-below"].flatMap(ExceptionThreshold.days)
        duplicateDays = values["duplicate-payment"].flatMap(ExceptionThreshold.days)
        reasonLetters = values["without-reason"].flatMap(ExceptionThreshold.letters)
    }

    let backDated: Int?
    let workingHours: Range<Int>?
    let roundAmount: Money?
    let justUnder: Percentage?
    let splitDays: Int?
    let duplicateDays: Int?
    let reasonLetters: Int?

    /// Whether a rule that is looked for or not is looked for.
    func isOn(_ rule: String) -> Bool { values[rule] != ExceptionThreshold.off }

    /// Every set of thresholds there has been, the latest first.
    static func all(_ policies: [Policy]) -> [ExceptionLimits] {
        let days = Set(policies.map(\.from)).sorted(by: >)
        return days.map { ExceptionLimits(Policies(policies, on: $0), from: $0) }
            + [ExceptionLimits(.defaults, from: nil)]
    }

    /// Whether an amount is just under a limit: within the share of it, and not above it.
    func isJustUnder(_ amount: Money, _ limit: Money) -> Bool {
        guard let justUnder, amount <= limit, limit <= Money.greatest else { return false }
        return amount.pence * 10_000 > limit.pence * Int64(10_000 - justUnder.hundredths)
    }
}

extension [ExceptionLimits] {
    /// The thresholds in force on a day.
    func on(_ day: Day) -> ExceptionLimits? { first { $0.from.map { $0 <= day } ?? true } }
}
