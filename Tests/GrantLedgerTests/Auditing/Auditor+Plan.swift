import GrantLedger

extension Auditor {
    /// The auditor's own plan of an act.
    func plan(for act: any Act, day: Day) throws -> Plan {
        switch act {
        case let act as OpenBook: try plan(act)
        case is AdoptBook, is RecoverBook: Plan()
        case let act as AddOrganisation: try plan(act)
        case let act as AddArea: try register("area/\(act.code)")
        case let act as AddTheme: try register("theme/\(act.code)")
        case let act as AddCategory: try register("category/\(act.code)")
        case let act as ChangeFact: try plan(act)
        case let act as AnnounceFigure: try plan(act)
        case let act as OpenFund: try plan(act)
        case let act as ApproveFunding: try plan(act)
        case let act as ReduceFunding: try plan(act)
        case let act as OverProgramme: try plan(act)
        case let act as WithdrawOverProgramming: try plan(act)
        case let act as AgreeGrant: try plan(act, day: day)
        case let act as ConfirmGrant: try plan(act, day: day)
        case let act as VaryGrant: try plan(act, day: day)
        case let act as OpenRound: try plan(act)
        case let act as AddToRound: try plan(act)
        case let act as TakeFromRound: try plan(act)
        case let act as CloseRound: try plan(act)
        default: try planOfAwards(for: act, day: day)
        }
    }

    private func planOfAwards(for act: any Act, day: Day) throws -> Plan {
        switch act {
        case let act as LogBid: try plan(act)
        case let act as DecideBid: try plan(act)
        case let act as WithdrawBid: try settle(act.bid, "bidsWithdrawn", .withdrawn)
        case let act as MakeAward: try plan(act)
        case let act as ExceptCap: try plan(act)
        case let act as SignAward: try plan(act)
        case let act as VaryAward: try plan(act)
        case let act as LapseAward: try plan(act)
        case let act as ScheduleInstalments: try plan(act)
        case let act as HoldInstalment: try plan(act)
        case let act as ReleaseInstalment: try plan(act)
        case let act as WithdrawInstalment: try plan(act)
        case let act as PayInstalment: try plan(act)
        case let act as ReturnPayment: try plan(act)
        case let act as SubmitReturn: try plan(act, day: day)
        case let act as QueryReturn: try plan(act)
        case let act as RejectReturn: try plan(act)
        case let act as AcceptReturn: try plan(act, day: day)
        case let act as DisallowSpend: try plan(act, day: day)
        case let act as ReverseEntry: try plan(act, day: day)
        case let act as RecordCost: try plan(act, day: day)
        default: try planOfIncome(for: act, day: day)
        }
    }

    private func planOfIncome(for act: any Act, day: Day) throws -> Plan {
        switch act {
        case let act as OpenBalances: try plan(act)
        case let act as ReceiveGrant: try plan(act, day: day)
        case let act as PassToPartner: try plan(act)
        case let act as SurrenderGrant: try plan(act)
        case let act as RepayGrant: try plan(act)
        case let act as ReceiveContribution: try plan(act)
        case let act as ReserveMoney: try plan(act)
        case let act as DrawReserve: try plan(act)
        case let act as CallReserve: try plan(act)
        case let act as MakeClaim: try plan(act, day: day)
        case let act as ReceiveClaim: try plan(act)
        case let act as DisallowClaim: try plan(act, day: day)
        case let act as SubmitOwnBid: try plan(act)
        case let act as SettleOwnBid: try plan(act)
        case let act as StageMatch: try plan(act)
        case let act as WithdrawMatch: try plan(act)
        default: try planOfChanges(for: act, day: day)
        }
    }

    private func planOfChanges(for act: any Act, day: Day) throws -> Plan {
        switch act {
        case let act as VireAward: try plan(act)
        case let act as ReprofileAward: try plan(act)
        case let act as ForecastAward: try plan(act)
        case let act as MoveAward: try plan(act)
        case let act as FinishAward: try plan(act)
        case let act as WithholdFact: try plan(act)
        case let act as RaiseClawback: try plan(act)
        case let act as ReceiveClawback: try plan(act)
        case let act as WriteOffClawback: try plan(act, day: day)
        case let act as CarryAward: try plan(act)
        case let act as CarryFunding: try plan(act)
        case let act as EstimateReturn: try plan(act)
        case let act as AccrueReturn: try plan(act, day: day)
        case let act as ReverseAccrual: try plan(act, day: day)
        case let act as CloseYear: try plan(act, day: day)
        case let act as ReopenYear: try plan(act, day: day)
        case let act as AdjustLate: try plan(act, day: day)
        case let act as SetPolicy: try plan(act)
        case let act as EnrolPerson: try plan(act)
        default: try exchangePlan(for: act)
        }
    }

    // MARK: The book and its registers

    private func plan(_ act: OpenBook) throws -> Plan {
        guard done.isEmpty else { throw No(codes: []) }
        return Plan(writes: [("office/OFFICE", .plain)])
    }

    private func register(_ key: String) throws -> Plan {
        try free(key)
        return Plan(writes: [(key, .plain)])
    }

    private func plan(_ act: AddOrganisation) throws -> Plan {
        try free("organisation/\(act.code)")
        let name = "name/" + act.name.description.lowercased().filter { $0 != " " }
        if row(name) != nil, !act.distinct { throw refused("possible-duplicate") }
        return Plan(writes: [("organisation/\(act.code)", .plain), (name, .plain)])
    }

    private func plan(_ act: ChangeFact) throws -> Plan {
        var plan = Plan()
        let key = "\(act.register.rawValue)/\(act.code)"
        let row = try used(key, &plan)
        plan.writes = [(key, row)]
        return plan
    }

    private func plan(_ act: AnnounceFigure) throws -> Plan {
        var plan = Plan()
        try used("\(act.register.rawValue)/\(act.of)", &plan)
        guard act.amount > .zero else { throw refused("amount-not-positive") }
        return plan
    }

    // MARK: Undoing

    private func plan(_ act: ReverseEntry, day: Day) throws -> Plan {
        guard done.indices.contains(act.entry - 1) else { throw refused("unknown-entry") }
        let entry = done[act.entry - 1]
        guard entry.day == day else { throw refused("unusual-date") }
        guard entry.reversedBy == nil else { throw refused("already-reversed") }
        guard entry.reverses == nil, !Self.lasting.contains(entry.kind) else {
            throw refused("reversal-stands")
        }
        let stands = standing(on: act.entry)
        if stands.surely { throw refused("entry-in-use") }
        var plan = Plan(reverses: act.entry, isOpen: stands.perhaps)
        for move in entry.moves.reversed() {
            plan.moves.append(
                Move(debit: move.credit, credit: move.debit, pence: move.pence))
        }
        if leavesMoreThanCommitted(plan) { throw No(codes: []) }
        return plan
    }

    /// Whether some recipient would hold, or be paid, more beyond what is committed than before.
    private func leavesMoreThanCommitted(_ plan: Plan) -> Bool {
        plan.moves.flatMap { [$0.debit, $0.credit] }.contains { name in
            let key = chart.key(of: name)
            guard let award = key["award"], let fund = key["fund"], let year = key["year"] else {
                return false
            }
            let after = free(award, fund, year, after: plan)
            return after < min(0, free(award, fund, year, after: Plan()))
        }
    }

    /// What is not reversed: it is recorded anew, or undone by an act of its own.
    private static let lasting: Set<Kind> = [
        .openBook, .adoptBook, .recoverBook, .decidePrepared, .closeYear, .reopenYear,
    ]
}

extension Auditor.Plan {
    /// Adds a move; nothing where the amount is nil.
    mutating func move(_ pence: Int64, _ debit: String, _ credit: String) {
        guard pence != 0 else { return }
        moves.append(Auditor.Move(debit: debit, credit: credit, pence: pence))
    }

    /// Adds a move, or the opposite one where the amount is below nil.
    mutating func swing(_ pence: Int64, _ debit: String, _ credit: String) {
        if pence < 0 { move(-pence, credit, debit) } else { move(pence, debit, credit) }
    }
}

extension Auditor {
    /// Shares pence by largest remainder; odd pennies to the first.
    func share(_ pence: Int64, over weights: [Int64]) -> [Int64] {
        let sum = weights.reduce(0, +)
        guard sum > 0 else { return weights.map { _ in 0 } }
        var parts = weights.map { pence * $0 / sum }
        let rests = weights.map { pence * $0 % sum }
        var odd = pence - parts.reduce(0, +)
        for place in weights.indices.sorted(by: { (rests[$1], $0) < (rests[$0], $1) }) {
            guard odd > 0 else { break }
            parts[place] += 1
            odd -= 1
        }
        return parts
    }

    /// Checks amounts above nil and the total declared.
    func check(_ profile: Profile, total: Money?) throws {
        guard !profile.isEmpty, profile.allSatisfy({ $0.amount > .zero }) else {
            throw refused("amount-not-positive")
        }
        if let total, total.pence != profile.reduce(0, { $0 + $1.amount.pence }) {
            throw refused("total-differs")
        }
    }

    /// Checks that an amount is above nil.
    func check(_ amount: Money) throws {
        guard amount.pence > 0 else { throw refused("amount-not-positive") }
    }
}
