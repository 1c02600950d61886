import GrantLedger

extension Auditor {
    /// What must come of a proposal, with the entries it becomes where it may be taken.
    func verdict(on proposal: Proposal) -> (Verdict, [Step]) {
        do {
            let found = try supposing { try steps(of: proposal) }
            return (found.contains { $0.plan.isOpen } ? .open : .accept, found)
        } catch let no as No {
            return (.refuse(no.codes), [])
        } catch {
            return (.refuse([]), [])
        }
    }

    private func steps(of proposal: Proposal) throws -> [Step] {
        let act = proposal.act
        let kind = type(of: act).kind
        func step(_ kind: Kind, _ plan: Plan) -> Step {
            Step(kind: kind, day: proposal.day, plan: plan)
        }
        if let act = act as? DecidePrepared { return try steps(of: act, proposal) }
        if let act = act as? PrepareEntry {
            var asked = proposal
            asked.act = try act.asked.read(act.act)
            let plan = preparing(asked.act, try judged(asked), asked)
            try checkFloors(plan, day: proposal.day)
            return [step(kind, plan)]
        }
        let plan = try judged(proposal)
        guard let most = threshold(on: proposal.day), plan.size > most,
            !Self.alone.contains(kind)
        else { return [step(kind, plan)] }
        return [step(.prepareEntry, preparing(act, plan, proposal))]
    }

    /// What one person records whatever it moves.
    private static let alone: Set<Kind> = [
        .closeYear, .reverseAccrual, .accrueReturn, .reopenYear, .adjustLate, .prepareEntry,
        .decidePrepared, .openBalances,
    ]

    private func steps(of act: DecidePrepared, _ proposal: Proposal) throws -> [Step] {
        try checkPeople(proposal)
        let (plan, row) = try deciding(act, proposal)
        try checkDate(.decidePrepared, day: proposal.day, early: [])
        try checkFloors(plan, day: proposal.day)
        let first = Step(kind: .decidePrepared, day: proposal.day, plan: plan)
        guard act.approves else { return [first] }
        take(first)
        let then = Proposal(act: row.act, day: row.day, user: row.user, login: row.login)
        let inner: Plan
        do { inner = try judged(then) } catch let no as No {
            throw plan.isOpen ? No(codes: []) : no
        }
        guard net(inner.moves) == net(row.shown) else { throw refused("posts-otherwise") }
        return [first, Step(kind: type(of: row.act).kind, day: row.day, plan: inner)]
    }

    private func net(_ moves: [Move]) -> [String: Int64] {
        moves.reduce(into: [:]) { sums, move in
            sums[move.debit, default: 0] += move.pence
            sums[move.credit, default: 0] -= move.pence
        }.filter { $0.value != 0 }
    }

    // MARK: In the order of refusals

    /// What comes before who may, and before a closed year.
    private static let first: Set<String> = [
        "unknown-code", "code-taken", "possible-duplicate", "unknown-entry", "key-taken",
    ]
    private static let early: Set<String> = first.union([
        "not-enrolled", "another-person-needed", "second-person-needed", "total-differs",
        "amount-not-positive", "amount-too-large", "unusual-date",
    ])

    /// The plan of an act that no second person is needed for, or the reason against it.
    private func judged(_ proposal: Proposal) throws -> Plan {
        let kind = type(of: proposal.act).kind
        let plan: Plan
        do { plan = try self.plan(for: proposal.act, day: proposal.day) } catch let no as No {
            guard !no.codes.isEmpty else { throw no }
            if no.codes.isSubset(of: Self.first) { throw no }
            do { try checkPeople(proposal) } catch let people as No {
                throw No(codes: people.codes.union(no.codes.intersection(Self.first)))
            }
            if no.codes.isSubset(of: Self.early) { throw no }
            try checkDate(kind, day: proposal.day, early: no.codes.intersection(Self.early))
            throw no
        }
        try checkPeople(proposal)
        try checkDate(kind, day: proposal.day, early: [])
        try checkClosedYears(kind, plan)
        try checkFloors(plan, day: proposal.day)
        return plan
    }

    private func checkFloors(_ plan: Plan, day: Day) throws {
        let short = shortfalls(plan.moves, day: day)
        guard short.isEmpty else {
            throw No(codes: plan.isOpen ? [] : Floors.codes(of: short))
        }
    }

    /// Once people are enrolled, one of them acts, and another of them authorises.
    private func checkPeople(_ proposal: Proposal) throws {
        let people = people
        guard !people.isEmpty else { return }
        guard people[proposal.user] != nil else { throw refused("not-enrolled") }
        guard let second = Self.authority(of: proposal.act) else { return }
        guard second != proposal.user, let other = people[second],
            other.login != people[proposal.user]?.login
        else { throw refused("another-person-needed") }
    }

    /// Who is said to have authorised an act.
    private static func authority(of act: any Act) -> String? {
        switch act {
        case let act as ExceptCap: act.authorisedBy.description
        case let act as OverProgramme: act.authorisedBy.description
        case let act as CallReserve: act.authorisedBy.description
        case let act as ReleaseInstalment: act.authorisedBy?.description
        case let act as ReopenYear: act.authorisedBy.description
        case let act as AdjustLate: act.authorisedBy.description
        default: nil
        }
    }

    private func checkDate(_ kind: Kind, day: Day, early: Set<String>) throws {
        guard kind != .adjustLate, kind != .reopenYear,
            isClosed(FinancialYear(containing: day).description)
        else { return }
        throw No(codes: early.union(["year-closed"]))
    }

    /// What may still touch the money of a closed year.
    private static let settling: Set<Kind> = [
        .payInstalment, .returnPayment, .scheduleInstalments, .holdInstalment, .releaseInstalment,
        .withdrawInstalment, .receiveClaim, .disallowClaim, .receiveClawback, .repayGrant,
        .acceptReturn, .reverseAccrual,
    ]

    private func checkClosedYears(_ kind: Kind, _ plan: Plan) throws {
        let closed = closedYears
        guard kind != .adjustLate, kind != .reopenYear, !closed.isEmpty else { return }
        var asked = kind
        if let reversed = plan.reverses { asked = done[reversed - 1].kind }
        for move in plan.moves {
            for name in [move.debit, move.credit] {
                let head = Chart.head(of: name)
                guard !Floors.memorandum.contains(head), let year = chart.key(of: name)["year"],
                    closed.contains(year)
                else { continue }
                let isAhead = head == "paymentsOnAccount" && kind == .payInstalment
                guard !Self.settling.contains(asked) || isAhead else { continue }
                throw plan.isOpen ? No(codes: []) : refused("year-closed")
            }
        }
    }
}
