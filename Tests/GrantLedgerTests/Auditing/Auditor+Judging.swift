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
        guard let most = threshold(on: proposal.day),
            isOfThreshold(act) || plan.size > most && !isAlone(act)
        else { return [step(kind, plan)] }
        return [step(.prepareEntry, preparing(act, plan, proposal))]
    }

    /// What one person records whatever it moves.
    private static let alone: Set<Kind> = [
        .closeYear, .reverseAccrual, .accrueReturn, .reopenYear, .adjustLate, .prepareEntry,
        .decidePrepared, .openBalances,
    ]

    /// Whether one person records an act whatever it moves, or it undoes what one records.
    private func isAlone(_ act: any Act) -> Bool {
        if let act = act as? ReverseEntry, done.indices.contains(act.entry - 1) {
            return done[act.entry - 1].kind != .openBalances
                && Self.alone.contains(done[act.entry - 1].kind)
        }
        return Self.alone.contains(type(of: act).kind)
    }

    /// Whether an act changes the threshold itself where somebody else may approve it.
    private func isOfThreshold(_ act: any Act) -> Bool {
        guard people.values.contains(where: \.mayApprove) else { return false }
        if let act = act as? ReverseEntry, done.indices.contains(act.entry - 1) {
            return done[act.entry - 1].written.contains {
                $0.key.hasPrefix("policy/two-people-above#")
            }
        }
        return (act as? SetPolicy)?.name.description == "two-people-above"
    }

    private func steps(of act: DecidePrepared, _ proposal: Proposal) throws -> [Step] {
        try checkPeople(proposal)
        let (plan, row): (Plan, PreparedRow)
        do { (plan, row) = try deciding(act, proposal) } catch let no as No {
            guard isOver(FinancialYear(containing: proposal.day).description) else { throw no }
            throw No(codes: no.codes.union(["year-closed"]))
        }
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
            if no.codes.contains("year-not-over") {
                throw No(codes: no.codes.union(["year-closed"]))
            }
            let early = no.codes.intersection(Self.early)
            try checkDate(kind, day: proposal.day, early: early)
            if Self.remaining.contains(kind), let year = Self.year(of: proposal.act),
                isClosed(year), !hasRemainder(year)
            {
                throw No(codes: early.union(["year-closed"]))
            }
            throw no
        }
        try checkPeople(proposal)
        do { try checkDate(kind, day: proposal.day, early: []) } catch let no as No {
            throw plan.isOpen ? No(codes: []) : no
        }
        do { try checkClosedYears(proposal.act, plan) } catch let no as No {
            guard proposal.act is AdjustLate, !no.codes.isEmpty else { throw no }
            let short = Floors.codes(of: shortfalls(plan.moves, day: proposal.day))
            throw No(codes: no.codes.union(short))
        }
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
        guard isOfTwo(on: proposal.day), let second = Self.authority(of: proposal.act) else {
            return
        }
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
            isOver(FinancialYear(containing: day).description)
        else { return }
        throw No(codes: early.union(["year-closed"]))
    }

    /// What may still touch the money of a closed year.
    private static let settling: Set<Kind> = [
        .payInstalment, .returnPayment, .scheduleInstalments, .holdInstalment, .releaseInstalment,
        .withdrawInstalment, .makeClaim, .receiveClaim, .disallowClaim, .receiveClawback,
        .repayGrant, .reverseAccrual,
    ]

    /// What may settle what is left of one: an accrual that was too large, a claim disallowed.
    private static let remaining: Set<Kind> = [
        .raiseClawback, .lapseAward, .takeFromRound, .surrenderGrant, .reduceFunding,
    ]

    private static func year(of act: any Act) -> String? {
        switch act {
        case let act as RaiseClawback: act.year.description
        case let act as LapseAward: act.year.description
        case let act as TakeFromRound: act.year.description
        case let act as SurrenderGrant: act.year.description
        case let act as ReduceFunding: act.year.description
        default: nil
        }
    }

    private func checkClosedYears(_ act: any Act, _ plan: Plan) throws {
        var closed = closedYears
        let kind = type(of: act).kind
        guard kind != .reopenYear, kind != .closeYear, !closed.isEmpty else { return }
        if let act = act as? AdjustLate { closed.remove(act.year.description) }
        let touched = Set(plan.moves.flatMap { [$0.debit, $0.credit] }).filter { name in
            guard !Floors.memorandum.contains(Chart.head(of: name)),
                let year = chart.key(of: name)["year"]
            else { return false }
            return closed.contains(year)
        }
        guard !touched.isEmpty else { return }
        let years = Set(touched.compactMap { chart.key(of: $0)["year"] })
        let no = plan.isOpen ? No(codes: []) : refused("year-closed")
        if let reversed = plan.reverses {
            let isAfter = years.allSatisfy { year in
                guard case .year(let row)? = row("year/\(year)") else { return true }
                return row.close < reversed
            }
            guard isAfter || Self.settling.contains(done[reversed - 1].kind) else { throw no }
        } else if let act = act as? AcceptReturn {
            let estimate = estimate(act.award.description, act.period)
            guard let estimate, estimate.status != .estimated else { throw no }
        } else if Self.remaining.contains(kind) {
            guard years.allSatisfy(hasRemainder) else { throw no }
        } else if Self.settling.contains(kind) {
            let isAhead =
                kind == .payInstalment
                && touched.contains { Chart.head(of: $0) == "paymentsOnAccount" }
            guard !isAhead else { throw no }
        } else {
            throw no
        }
    }
}
