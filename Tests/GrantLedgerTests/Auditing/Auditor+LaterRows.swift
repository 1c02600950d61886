import GrantLedger

extension Auditor {
    /// What a line of spend has earned of a grant in arrears.
    struct EarningRow {
        var grant: String
        var year: String
        var source: ClaimLine.Source
        var amount: Int64
        /// The last day of its period, or the day an own cost was paid.
        var ended: Day
        /// The day it was accepted or paid.
        var accepted: Day
        /// What its accrual has earned and no claim has drawn.
        var accrued: Int64 = 0
        /// What a claim drew of its accrual.
        var drawn: Int64 = 0
    }

    /// A cost of the office itself.
    struct CostRow {
        var fund: String
        var year: String
        var source: ClaimLine.Source
        var amount: Int64
        var day: Day
    }

    /// A claim and what it asks for, line by line.
    struct ClaimRow {
        var grant: String
        var year: String
        var lines: [Line]

        struct Line {
            var source: ClaimLine.Source
            var amount: Int64
            var disallowed: Int64 = 0
        }
    }

    /// What a return is expected to report.
    struct EstimateRow {
        var award: String
        var period: Period
        var spend: [CategoryAmount]
        var status = Estimate.Status.estimated
        /// The day and the moves of the accrual that stands.
        var accrued: Day?
        var moves: [Move] = []
    }

    /// A year that was closed once.
    struct YearRow {
        var isClosed: Bool
        /// The entry that closed it last.
        var close: Int
        var moves: [Move]
    }

    /// A policy from a day on.
    struct PolicyRow {
        var name: String
        var value: String
        var from: Day
    }

    /// One who is enrolled.
    struct PersonRow {
        var login: String
        var mayApprove: Bool
    }

    /// An act that waits, or waited, for its second person.
    struct PreparedRow {
        var number: Int
        var act: any Act
        var user: String
        var login: String
        var day: Day
        var moves: [Move]
        var shown: [Move]
        var isWaiting = true
    }

    // MARK: Finding them

    /// An organisation that must be there.
    func organisation(_ code: Code, _ plan: inout Plan) throws {
        try used("organisation/\(code)", &plan)
    }

    /// A claim, used by the plan.
    func claim(_ code: Code, _ plan: inout Plan) throws -> ClaimRow {
        guard case .claim(let row) = try used("claim/\(code)", &plan) else { throw unknown }
        return row
    }

    /// An estimate of a return, if there is one.
    func estimate(_ award: String, _ period: Period) -> EstimateRow? {
        guard case .estimate(let row)? = row("estimate/\(award)#\(period)") else { return nil }
        return row
    }

    /// Whether nothing more may be dated in a year.
    func isClosed(_ year: String) -> Bool {
        guard case .year(let row)? = row("year/\(year)") else { return false }
        return row.isClosed
    }

    /// The years that are closed.
    var closedYears: Set<String> {
        Set(
            rows.compactMap { key, version in
                guard case .year(let row)? = version.row, row.isClosed else { return nil }
                return String(key.dropFirst("year/".count))
            })
    }

    /// Whether nothing more may be dated in a year: it is closed, or one after it is.
    func isOver(_ year: String) -> Bool { closedYears.contains { $0 >= year } }

    /// Whether a closed year has budget that is neither charged nor carried.
    func hasRemainder(_ year: String) -> Bool {
        ["unallocated", "roundAvailable", "reserved", "committed"]
            .contains { !holding($0, ["year": year]).isEmpty }
    }

    /// The people enrolled, by code.
    var people: [String: PersonRow] {
        rows.reduce(into: [:]) { people, entry in
            guard case .person(let row)? = entry.value.row else { return }
            people[String(entry.key.dropFirst("person/".count))] = row
        }
    }

    /// Whether an office has two people, by a day's policy or by the newest.
    func isOfTwo(on day: Day) -> Bool {
        threshold(on: day) != nil || threshold(on: Self.lastDay) != nil
    }

    private static let lastDay = Day(year: 9998, month: 3, day: 31) ?? day("2100-03-31")

    /// Above how many pence an entry of a day needs its second person, if a policy says so.
    func threshold(on day: Day) -> Int64? {
        policy("two-people-above", on: day).flatMap { (try? Money(pounds: $0))?.pence }
    }

    /// What a policy is set to on a day, if it ever was.
    func policy(_ name: String, on day: Day) -> String? {
        let set = rows.values.compactMap { version -> PolicyRow? in
            guard case .policy(let row)? = version.row, row.name == name, row.from <= day else {
                return nil
            }
            return row
        }
        return set.max(by: { $0.from < $1.from })?.value
    }

    /// The year after one.
    func next(_ year: String) -> String {
        FinancialYear(year)?.next?.description ?? ""
    }

    /// Writes a row as the plan leaves it, and reads it back from there.
    func planned(_ key: String, _ plan: Plan) -> Row? {
        plan.writes.last { $0.key == key }?.row ?? row(key)
    }

    /// Uses the award and checks that it has not ended.
    func livingAward(_ code: Code, _ plan: inout Plan) throws -> AwardRow {
        let row = try award(code, &plan)
        perhaps("fund/\(row.fund)", &plan)
        if let round = row.round { perhaps("round/\(round)", &plan) }
        return row
    }

    /// Refuses what an award that is unsigned, or has ended, does not take.
    func checkSigned(_ row: AwardRow) throws {
        guard !row.isEnded else { throw refused("award-ended") }
        guard row.isSigned else { throw refused("award-not-signed") }
    }
}
