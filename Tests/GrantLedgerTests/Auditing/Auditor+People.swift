import GrantLedger

extension Auditor {
    func plan(_ act: SetPolicy) throws -> Plan {
        var plan = Plan()
        let key = "policy/\(act.name)#\(act.from)"
        perhaps(key, &plan)
        plan.isOpen = row(key) != nil
        let row = PolicyRow(
            name: act.name.description, value: act.value.description, from: act.from)
        plan.writes = [(key, .policy(row))]
        return plan
    }

    func plan(_ act: EnrolPerson) throws -> Plan {
        try free("person/\(act.code)")
        guard !people.values.contains(where: { $0.login == act.login.description }) else {
            throw refused("code-taken", "possible-duplicate")
        }
        let row = PersonRow(login: act.login.description, mayApprove: act.mayApprove)
        return Plan(writes: [("person/\(act.code)", .person(row))])
    }

    /// Sets aside what an act will use: each floored credit account of budget and control that it
    /// lowers on balance, by that fall.
    func preparing(_ act: any Act, _ inner: Plan, _ proposal: Proposal) -> Plan {
        var plan = Plan(isOpen: inner.isOpen)
        let number = String(nextNumber)
        for name in Set(inner.moves.flatMap { [$0.debit, $0.credit] }).sorted() {
            let head = Chart.head(of: name)
            guard !Floors.actual.contains(head), !Floors.memorandum.contains(head),
                !Floors.debitNormal.contains(head)
            else { continue }
            var key: [String: String?] = chart.key(of: name)
            key["prepared"] = number
            let aside = Floors.budget.contains(head) ? "budgetPrepared" : "controlPrepared"
            plan.move(
                max(0, amount(name) - amount(name, after: inner)), name, self.name(aside, key))
        }
        let row = PreparedRow(
            number: nextNumber, act: act, user: proposal.user, login: proposal.login,
            day: proposal.day, moves: plan.moves, shown: inner.moves)
        plan.writes = [("prepared/\(number)", .prepared(row))]
        return plan
    }

    /// What was set aside is given back.
    func deciding(_ act: DecidePrepared, _ proposal: Proposal) throws -> (Plan, PreparedRow) {
        var plan = Plan()
        guard case .prepared(var row) = try? used("prepared/\(act.prepared)", &plan) else {
            throw refused("unknown-entry", "unknown-code")
        }
        let isSame = row.user == proposal.user || row.login == proposal.login
        if isSame || !mayApprove(proposal.user) {
            throw row.isWaiting
                ? refused("another-person-needed")
                : refused("another-person-needed", "prepared-settled")
        }
        guard row.isWaiting else { throw refused("prepared-settled", "another-person-needed") }
        for move in row.moves.reversed() { plan.move(move.pence, move.credit, move.debit) }
        guard proposal.day == row.day else { throw refused("unusual-date") }
        row.isWaiting = false
        plan.writes = [("prepared/\(act.prepared)", .prepared(row))]
        return (plan, row)
    }

    private func mayApprove(_ user: String) -> Bool {
        people.isEmpty || people[user]?.mayApprove == true
    }
}
