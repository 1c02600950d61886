import GrantLedger

extension RowPlanner {
    /// A bid is logged.
    func bid(_ record: ImportRecord) throws -> RowPlan {
        var plan = RowPlan()
        let applicant = try stated(
            organisation("applicant", of: record, in: &plan), "applicant", record)
        plan.add(
            LogBid(
                code: try stated(record.code("code"), "code", record),
                round: try stated(record.code("round"), "round", record), applicant: applicant,
                title: try stated(record.text("title").flatMap(Title.init(_:)), "title", record),
                profile: try stated(record.profile, "profile", record),
                total: record.money("total"), area: record.code("area"),
                theme: record.code("theme"), received: record.day("received")),
            on: record.date)
        return plan
    }

    /// An award is made; signed, where the row says when; paid for, where it says how much.
    func award(_ record: ImportRecord) throws -> RowPlan {
        var plan = RowPlan()
        let code = try stated(record.code("code"), "code", record)
        var terms = MakeAward.Terms()
        terms.purpose = record.passage("purpose")
        terms.reasons = record.passage("reasons")
        terms.conditions = record.passage("conditions")
        terms.decision = record.note("decision")
        terms.starts = record.day("starts")
        terms.ends = record.day("ends")
        terms.area = record.code("area")
        terms.theme = record.code("theme")
        let recipient = try organisation("recipient", of: record, in: &plan)
        plan.add(
            MakeAward(
                code: code, bid: record.code("bid"), round: record.code("round"),
                fund: record.code("fund"), recipient: recipient,
                title: record.text("title").flatMap(Title.init(_:)), profile: record.profile,
                total: record.money("total"), terms: terms), on: record.date)
        if record.day("signed") != nil || record.note("agreement") != nil {
            plan.add(
                SignAward(
                    award: code, agreement: record.note("agreement"),
                    returns: record.text("returns").flatMap(ReturnFrequency.init(rawValue:))
                        ?? .yearly), on: record.day("signed") ?? record.date)
        }
        try pay(record, code, in: &plan)
        return plan
    }

    /// What an award's row says was paid already: its own instalment, scheduled and paid.
    private func pay(_ record: ImportRecord, _ code: Code, in plan: inout RowPlan) throws {
        guard let paid = record.money("paid"), paid != .zero else { return }
        let date = try stated(record.day("paid-on"), "paid-on", record)
        var wait = ScheduleInstalments.Wait.policy
        if let text = record.text("after-return") {
            wait = Period(written: text).map { .acceptance(of: $0) } ?? .nothing
        }
        plan.add(
            ScheduleInstalments(
                award: code, year: record.year("paid-for") ?? FinancialYear(containing: date),
                amount: paid, due: date, wait: wait), on: date)
        plan.add(PayInstalment(award: code, number: 1), on: date)
    }
}
