extension YearSurvey {
    /// What awards still have of the year: returns to come, then what will not be spent.
    func awards() throws(Stop) -> [YearStatus.Item] {
        var committed: [Code: Money] = [:]
        var unsigned: [Code: Money] = [:]
        for account in try facts.accounts(Account(.committed, year: year)) {
            if let award = account.award {
                committed[award, default: .zero] += try facts.amount(account)
            }
        }
        for account in try facts.accounts(Account(.reserved, year: year)) {
            if let award = account.award {
                unsigned[award, default: .zero] += try facts.amount(account)
            }
        }
        var returns: [YearStatus.Item] = []
        var reserved: [YearStatus.Item] = []
        var unspent: [YearStatus.Item] = []
        for award in try facts.all(Award.self) {
            let held = committed[award.code] ?? .zero
            if let amount = unsigned[award.code] { reserved.append(self.reserved(award, amount)) }
            let isDue = award.status == .signed && award.profile.years.contains(year)
            guard isDue || held > .zero else { continue }
            let (items, expected) = try self.returns(of: award, committed: held)
            returns += items
            if held > expected { unspent += try self.unspent(award, held - expected) }
        }
        return returns + reserved + unspent
    }

    private func reserved(_ award: Award, _ amount: Money) -> YearStatus.Item {
        .init(
            .reserved, award.code.description, amount, "almoner award sign \(award.code)",
            or: ["almoner award lapse \(award.code) --year \(year) --reason TEXT"])
    }

    /// The returns of the year that are not accepted, and what they and their estimates will charge.
    private func returns(
        of award: Award, committed: Money
    ) throws(Stop) -> (items: [YearStatus.Item], expected: Money) {
        var items: [YearStatus.Item] = []
        var expected = Money.zero
        for period in award.periods(in: [year]) {
            let key = MonitoringReturn.key(award.code, period)
            let report = try facts.look(MonitoringReturn.self, key)
            let estimate = try facts.look(Estimate.self, key)
            let place = "\(award.code) \(period)"
            if report?.status == .accepted || estimate?.status == .accrued { continue }
            if let report, report.status == .submitted {
                expected += report.reported
                items.append(
                    .init(
                        .returnNotAccepted, place, report.reported,
                        "almoner return accept \(award.code) --period \(period)",
                        or: ["almoner return query \(award.code) --period \(period) --reason TEXT"],
                        blocks: committed > .zero))
            } else if let estimate, estimate.status == .estimated {
                expected += estimate.total
                items.append(
                    .init(
                        .notAccrued, place, estimate.total, "almoner year accrue \(year)",
                        blocks: committed > .zero))
            } else {
                items.append(notIn(award, period, place, committed))
            }
        }
        return (items, expected)
    }

    private func notIn(
        _ award: Award, _ period: Period, _ place: String, _ committed: Money
    ) -> YearStatus.Item {
        let submit =
            "almoner return submit \(award.code) --period \(period) --spend CATEGORY=AMOUNT"
        let estimate =
            "almoner return estimate \(award.code) --period \(period) --spend CATEGORY=AMOUNT --basis TEXT"
        guard committed > .zero else {
            return .init(.returnNotIn, place, nil, submit, blocks: false)
        }
        return .init(.returnNotIn, place, nil, estimate, or: [submit], blocks: false)
    }

    /// What an award has committed beyond what is expected of its returns: first what would keep it
    /// from lapsing, then the lapse.
    private func unspent(_ award: Award, _ amount: Money) throws(Stop) -> [YearStatus.Item] {
        let code = award.code
        var (items, short) = try unpaid(code, short: amount - (try lapsable(code)))
        let held = min(max(short, .zero), try sum(.paymentsOnAccount, code))
        let carry = year.next.map {
            "almoner award carry \(code) --from \(year) --to \($0) --amount \(amount.plain) --consent REF"
        }
        if held > .zero {
            short -= held
            items.append(
                .init(
                    .held, code.description, held,
                    "almoner clawback raise \(code) --year \(year) --amount \(held.plain) --reason TEXT",
                    or: [carry].compactMap(\.self), blocks: false))
        }
        items.append(
            .init(
                .committed, code.description, amount,
                "almoner award lapse \(code) --year \(year) --amount \(amount.plain) --reason TEXT",
                or: [carry].compactMap(\.self)))
        return items
    }

    /// The instalments that are withdrawn so that so much can lapse, and what is short even then.
    private func unpaid(
        _ award: Code, short: Money
    ) throws(Stop) -> (items: [YearStatus.Item], short: Money) {
        var short = short
        var items: [YearStatus.Item] = []
        let numbers = try facts.all(Instalment.self, prefix: "\(award)#")
            .filter { $0.year == year }.map(\.number).sorted(by: >)
        for number in numbers where short > .zero {
            var amount = Money.zero
            for head in [Head.paymentScheduled, .paymentReleased] {
                let pattern = Account(head, award: award, instalment: number, year: year)
                for account in try facts.accounts(pattern) { amount += try facts.amount(account) }
            }
            guard amount > .zero else { continue }
            short -= amount
            items.append(
                .init(
                    .unpaid, "\(award) #\(number)", amount,
                    "almoner instalment withdraw \(award) \(number)", blocks: false))
        }
        return (items, short)
    }

    /// What can lapse at once: what is neither paid nor scheduled, and what was clawed back.
    private func lapsable(_ award: Code) throws(Stop) -> Money {
        var able = Money.zero
        for account in try facts.accounts(
            Account(.paymentScheduled, award: award, instalment: 0, year: year))
        { able += try facts.amount(account) }
        let commitment =
            try sum(.committed, award) + sum(.awardCreditors, award)
            + sum(.accruedExpenditure, award)
        let payable =
            try sum(.paymentsOnAccount, award) + sum(.paymentScheduled, award)
            + sum(.paymentReleased, award)
        return able + max(commitment - payable, .zero)
    }

    private func sum(_ head: Head, _ award: Code) throws(Stop) -> Money {
        var sum = Money.zero
        for account in try facts.accounts(Account(head, award: award, year: year)) {
            sum += try facts.amount(account)
        }
        return sum
    }
}
