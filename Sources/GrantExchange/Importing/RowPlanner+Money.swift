public import GrantLedger

extension ImportRecord {
    /// The payment of a row for which there is no instalment yet; nil where it is no payment.
    public func unplannedPayment(_ facts: Facts) throws -> PayInstalment? {
        guard kind == .payments, let award = code("award"), moneyOut > .zero else { return nil }
        let last = try facts.all(Instalment.self, prefix: "\(award)#").map(\.number).max() ?? 0
        return PayInstalment(award: award, number: last + 1, amount: moneyOut)
    }
}

extension RowPlanner {
    /// An instalment is paid: the one the row numbers, else the one of its amount, else the only
    /// one; where all of the award's are paid or there is none, one is scheduled first, if the row
    /// states its year.
    func payment(_ record: ImportRecord) throws -> RowPlan {
        var plan = RowPlan()
        let award = try stated(record.code("award"), "award", record)
        let amount = try outgoing(record)
        guard let row = try facts.find(Award.self, award) else { throw unknown(award, record) }
        if let recipient = try organisation("recipient", of: record, in: &plan),
            recipient != row.recipient
        {
            throw RowRefusal(
                Refusal(
                    .unknownCode,
                    "Award \(award) is \(row.recipient)'s, and the row pays \(recipient).",
                    remedy: "Correct the award or the payee of the row.",
                    [.init("award", award), .init("recipient", row.recipient)]),
                fact: "recipient")
        }
        if let number = record.number("instalment") {
            plan.add(PayInstalment(award: award, number: number, amount: amount), on: record.date)
            return plan
        }
        let open = try facts.all(Instalment.self, prefix: "\(award)#")
            .filter { $0.status != .paid && $0.status != .withdrawn }
            .filter { record.year("year") == nil || $0.year == record.year("year") }
            .sorted { ($0.due, $0.number) < ($1.due, $1.number) }
        let exact = try open.filter { try sum(of: $0) == amount }
        let released = open.filter { $0.status == .released }
        if let chosen = exact.first(where: { $0.status == .released }) ?? exact.first
            ?? (released.count == 1 ? released.first : nil)
            ?? (released.isEmpty && open.count == 1 ? open.first : nil)
        {
            plan.add(
                PayInstalment(award: award, number: chosen.number, amount: amount), on: record.date)
            return plan
        }
        guard open.isEmpty, let year = record.year("year"), let date = record.date else {
            throw RowRefusal(noInstalment(award, open), fact: "amount")
        }
        let last = try facts.all(Instalment.self, prefix: "\(award)#").map(\.number).max() ?? 0
        plan.add(
            ScheduleInstalments(award: award, year: year, amount: amount, due: date), on: date)
        plan.add(PayInstalment(award: award, number: last + 1, amount: amount), on: date)
        return plan
    }

    /// A return is submitted.
    func monitoringReturn(_ record: ImportRecord) throws -> RowPlan {
        var plan = RowPlan()
        guard case .period(let period) = record.values["period"] else {
            return try stated(nil, "period", record)
        }
        plan.add(
            SubmitReturn(
                award: try stated(record.code("award"), "award", record), period: period,
                spend: record.asSpend.spend, forecast: record.money("forecast")), on: record.date)
        return plan
    }

    /// A cost of the office itself is recorded.
    func cost(_ record: ImportRecord) throws -> RowPlan {
        var plan = RowPlan()
        let date = try stated(record.date, "date", record)
        plan.add(
            RecordCost(
                fund: try stated(record.code("fund"), "fund", record),
                year: record.year("year") ?? FinancialYear(containing: date),
                category: try stated(record.code("category"), "category", record),
                amount: try outgoing(record),
                supplier: try stated(record.note("supplier"), "supplier", record),
                recoverableVAT: record.money("recoverable-vat").flatMap { $0 == .zero ? nil : $0 }),
            on: date)
        return plan
    }

    private func outgoing(_ record: ImportRecord) throws -> Money {
        let amount = record.moneyOut
        guard amount < .zero else { return amount }
        let fact = record.sign == .twoColumns ? "money-in" : "amount"
        throw RowRefusal(
            Refusal(
                .amountNotPositive, "\(-amount) came in by this row; it is no payment out.",
                remedy: "Leave the row out, and record what came back by its own command: almoner "
                    + "payment returned, clawback receive or entry reverse. If all signs are the "
                    + "other way round: --sign out-negative.", [.init("amount", amount)]),
            fact: fact)
    }

    private func sum(of instalment: Instalment) throws -> Money {
        let head: Head = instalment.status == .released ? .paymentReleased : .paymentScheduled
        let all = try [head, .paymentReleased].flatMap { head in
            try facts.accounts(
                Account(head, award: instalment.award, instalment: instalment.number))
        }
        return try Set(all).map { try facts.amount($0) }.total
    }

    private func unknown(_ award: Code, _ record: ImportRecord) -> RowRefusal {
        RowRefusal(
            Refusal(
                .unknownCode, "There is no award \(award) in this book.",
                remedy: "almoner award list shows what there is.",
                [.init("noun", "award"), .init("code", award)]), fact: "award")
    }

    private func noInstalment(_ award: Code, _ open: [Instalment]) -> Refusal {
        let numbers = open.map { "\($0.number)" }.joined(separator: ", ")
        guard !open.isEmpty else {
            return Refusal(
                .moreThanReleased, "No instalment of \(award) is unpaid.",
                remedy: "State the year of cost, --map year=HEADING or --set year=2019/20, and one "
                    + "is scheduled for each such payment; or schedule it: almoner instalment "
                    + "schedule \(award).", [.init("award", award)])
        }
        return Refusal(
            .moreThanReleased,
            "\(award) has instalments \(numbers) to pay, none of them of this amount.",
            remedy: "Say which: --map instalment=HEADING.",
            [.init("award", award), .init("instalments", numbers)])
    }
}
