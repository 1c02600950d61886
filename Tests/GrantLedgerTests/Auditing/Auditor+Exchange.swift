import GrantLedger

extension Auditor {
    /// What an act does that goes between the book and the world outside: it moves no money.
    func exchangePlan(for act: any Act) throws -> Plan {
        switch act {
        case let act as MapLedgerCode: try plan(act)
        case let act as PostMonth: try plan(act)
        case let act as SaveImportProfile: try plan(act)
        case let act as RecordImport: try plan(act)
        case let act as SetRowAside: try plan(act)
        case let act as DecideRow: try plan(act)
        case let act as NoteBankLine: try plan(act)
        case let act as MatchBankLine: try plan(act)
        case let act as IssueReturnForm: try plan(act)
        default: throw No(codes: [])
        }
    }

    private func isEntry(_ number: Int) -> Bool { done.indices.contains(number - 1) }

    private func plan(_ act: MapLedgerCode) throws -> Plan {
        var plan = Plan()
        guard Floors.actual.contains(act.head.rawValue) else {
            throw refused("not-in-accounts", "unknown-code")
        }
        if let fund = act.fund { _ = try self.fund(fund, &plan) }
        let key = "ledgerCode/\(act.head.rawValue)/\(act.fund?.description ?? "")"
        perhaps(key, &plan)
        plan.writes = [(key, .plain)]
        return plan
    }

    private func plan(_ act: PostMonth) throws -> Plan {
        guard let last = act.spans.last, act.spans.allSatisfy({ 0 < $0.from && $0.from <= $0.to })
        else { throw refused("nothing-to-change") }
        guard isEntry(last.to) else { throw refused("unknown-entry") }
        let before = rows.values.flatMap { version -> [PostedMonth.Span] in
            if case .posted(let spans)? = version.row { spans } else { [] }
        }
        for span in act.spans
        where before.contains(where: { $0.from <= span.to && span.from <= $0.to }) {
            throw refused("posted-before")
        }
        return Plan(writes: [("postedMonth/\(nextNumber)", .posted(act.spans))])
    }

    private func plan(_ act: SaveImportProfile) throws -> Plan {
        var plan = Plan()
        let key = "importProfile/\(act.profile.code)"
        perhaps(key, &plan)
        if case .profile(let before)? = row(key) {
            guard before != act.profile else { throw refused("nothing-to-change") }
            guard before.kind == act.profile.kind else { throw refused("code-taken") }
        }
        plan.writes = [(key, .profile(act.profile))]
        return plan
    }

    private func plan(_ act: RecordImport) throws -> Plan {
        var plan = Plan()
        try used("importProfile/\(act.profile)", &plan)
        guard act.recorded + act.setAside > 0, act.rows == act.recorded + act.seen + act.setAside
        else { throw refused("nothing-to-change") }
        plan.writes = [("importedFile/\(nextNumber)", .plain)]
        return plan
    }

    private func plan(_ act: SetRowAside) throws -> Plan {
        guard act.near.allSatisfy(isEntry) else { throw refused("unknown-entry") }
        return Plan(writes: [("setAsideRow/\(nextNumber)", .aside(isWaiting: true))])
    }

    private func plan(_ act: DecideRow) throws -> Plan {
        var plan = Plan()
        let key = "setAsideRow/\(act.row)"
        guard case .aside(let isWaiting)? = try? used(key, &plan) else {
            throw refused("unknown-entry")
        }
        guard isWaiting else { throw refused("row-decided") }
        if let same = act.same, !isEntry(same) { throw refused("unknown-entry") }
        plan.writes = [(key, .aside(isWaiting: false))]
        return plan
    }

    // MARK: The bank

    private func plan(_ act: NoteBankLine) throws -> Plan {
        guard act.amount != .zero else { throw refused("amount-not-positive") }
        var plan = Plan()
        let entries = act.entry.map { [$0] } ?? []
        plan.writes = [
            (
                "bankLine/\(nextNumber)",
                .bankLine(pence: act.amount.pence, isSettled: !entries.isEmpty)
            )
        ]
        try match(entries, to: act.amount.pence, &plan)
        return plan
    }

    private func plan(_ act: MatchBankLine) throws -> Plan {
        var plan = Plan()
        let key = "bankLine/\(act.line)"
        guard case .bankLine(let pence, let isSettled)? = try? used(key, &plan) else {
            throw refused("unknown-entry")
        }
        guard !isSettled else { throw refused("bank-line-settled") }
        guard act.entries.isEmpty == (act.elsewhere != nil) else {
            throw refused("nothing-to-change")
        }
        plan.writes = [(key, .bankLine(pence: pence, isSettled: true))]
        try match(act.entries, to: pence, &plan)
        return plan
    }

    /// Each entry is matched once, and together they come to the line.
    private func match(_ entries: [Int], to pence: Int64, _ plan: inout Plan) throws {
        guard !entries.isEmpty else { return }
        var sum: Int64 = 0
        for number in entries {
            guard isEntry(number) else { throw refused("unknown-entry") }
            guard row("bankMatch/\(number)") == nil else { throw refused("bank-line-settled") }
            plan.uses.insert(number)
            plan.writes.append(("bankMatch/\(number)", .plain))
            for move in done[number - 1].moves {
                if move.debit == "bank" { sum += move.pence }
                if move.credit == "bank" { sum -= move.pence }
            }
        }
        guard sum == pence, Set(entries).count == entries.count else {
            throw refused("bank-differs")
        }
    }

    // MARK: Forms

    private func plan(_ act: IssueReturnForm) throws -> Plan {
        var plan = Plan()
        let award = try award(act.award, &plan)
        try checkSigned(award)
        guard award.returns.periods(of: act.period.year).contains(act.period) else {
            throw refused("period-unknown")
        }
        if case .monitoringReturn(let row)? = row("return/\(act.award)#\(act.period)"),
            row.status == .submitted || row.status == .accepted
        {
            throw refused("return-stands")
        }
        let key = "returnForm/\(act.award)#\(act.period)"
        perhaps(key, &plan)
        var last = 0
        if case .form(let version)? = row(key) { last = version }
        guard act.version == last + 1 else { throw refused("nothing-to-change") }
        plan.writes = [(key, .form(version: act.version))]
        return plan
    }
}
