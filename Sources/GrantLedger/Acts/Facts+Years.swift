extension Facts {
    /// Whether a year was closed, and not opened again.
    func isClosed(_ year: FinancialYear) throws(Stop) -> Bool {
        try look(YearEnd.self, year.description)?.status == .closed
    }

    /// Whether nothing more may be dated in a year: it is closed, or one after it is.
    func isShut(_ year: FinancialYear) throws(Stop) -> Bool {
        try all(YearEnd.self).contains { $0.status == .closed && $0.year >= year }
    }

    /// Checks that an entry's date lies in an open year.
    func checkOpen(_ kind: Kind, on date: Day) throws(Stop) {
        let year = FinancialYear(containing: date)
        switch kind {
        case .adjustLate, .reopenYear, .closeYear: return
        default: break
        }
        guard try isShut(year) else { return }
        throw .refused(.yearClosed(year, "An entry of \(date.prose) would lie in it."))
    }

    /// Checks that an entry dated later touches a closed year's money only as a closed year lets it.
    ///
    /// - Parameters:
    ///   - kind: what kind of act it is.
    ///   - posting: what it posts.
    ///   - besides: a year that is being adjusted on purpose.
    func checkClosedYears(
        _ kind: Kind, _ posting: Posting, besides: FinancialYear? = nil
    ) throws(Stop) {
        let closed = Set(
            try all(YearEnd.self).filter { $0.status == .closed && $0.year != besides }.map(\.year))
        guard !closed.isEmpty, try !settles(kind, posting) else { return }
        for transfer in posting.transfers where transfer.debit.head.traits.set != .memorandum {
            for account in [transfer.debit, transfer.credit] {
                guard let year = account.year, closed.contains(year) else { continue }
                let isAhead = account.head == .paymentsOnAccount && kind == .payInstalment
                guard !(kind.settlesClosedYears || kind.clearsRemainders) || isAhead else {
                    continue
                }
                throw .refused(
                    .yearClosed(year, "\(transfer.amount) of its cost would move after the close."))
            }
        }
    }

    /// Checks that an act which is refused anyway does not ask for a closed year's money.
    func checkClosedYears(asked act: some Act, _ kind: Kind) throws(Stop) {
        guard !kind.settlesClosedYears, kind != .adjustLate, kind != .reopenYear,
            kind != .closeYear, case .object(let fields) = try reading({ try Canonical(act) })
        else { return }
        for name in ["year", "from"] {
            guard case .text(let text)? = fields[name], let year = FinancialYear(text),
                try isClosed(year)
            else { continue }
            throw .refused(.yearClosed(year, "Nothing of its cost is left to move."))
        }
    }

    /// Whether an act was judged for closed years already, or gives back what was set aside, or
    /// undoes what a closed year lets be done.
    private func settles(_ kind: Kind, _ posting: Posting) throws(Stop) -> Bool {
        switch kind {
        case .adjustLate, .reopenYear, .closeYear, .prepareEntry, .decidePrepared: return true
        case .acceptReturn: return try isAgainstAccrual(posting)
        default: break
        }
        guard let reversed = posting.reverses, let undone = try entry(reversed) else {
            return false
        }
        if undone.kind == .acceptReturn { return try isAgainstAccrual(Posting(puts: undone.puts)) }
        return undone.kind.settlesClosedYears || undone.kind.clearsRemainders
            || undone.kind == .prepareEntry
    }

    /// Whether the return that a posting accepts was accrued.
    private func isAgainstAccrual(_ posting: Posting) throws(Stop) -> Bool {
        guard let put = posting.puts.first(where: { $0.register == .monitoringReturn }) else {
            return false
        }
        return try look(Estimate.self, put.key)?.accrual != nil
    }
}

extension Kind {
    /// Whether an act of this kind may touch a closed year's money: a creditor is paid, a claim
    /// made, received or disallowed, a clawback received, a funder repaid.
    ///
    /// A return is accepted against its accrual only, and is not among them.
    var settlesClosedYears: Bool {
        switch self {
        case .payInstalment, .returnPayment, .scheduleInstalments, .holdInstalment,
            .releaseInstalment, .withdrawInstalment, .makeClaim, .receiveClaim, .disallowClaim,
            .receiveClawback, .repayGrant, .reverseAccrual:
            true
        default: false
        }
    }

    /// Whether an act of this kind only lets go of what a reversed accrual or a disallowed claim
    /// leaves of a closed year, where all was nil at the close.
    var clearsRemainders: Bool {
        switch self {
        case .raiseClawback, .lapseAward, .takeFromRound, .closeRound, .surrenderGrant,
            .reduceFunding:
            true
        default: false
        }
    }
}

extension Refusal {
    /// A closed year takes no more.
    static func yearClosed(_ year: FinancialYear, _ why: String) -> Refusal {
        Refusal(
            .yearClosed, "\(year) is closed. \(why)",
            remedy:
                "If it must be, record it as a numbered adjustment: almoner year adjust \(year) "
                + "--authorised-by WHO --reason TEXT -- COMMAND.",
            [Detail("year", year)])
    }
}
