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
    /// - Throws: `yearClosed`, or a fact that could not be read.
    func checkClosedYears(
        _ kind: Kind, _ posting: Posting, besides: FinancialYear? = nil
    ) throws(Stop) {
        let closed = Set(
            try all(YearEnd.self).filter { $0.status == .closed && $0.year != besides }.map(\.year))
        guard !closed.isEmpty, try !settles(kind, posting) else { return }
        for transfer in posting.transfers where transfer.debit.head.traits.set != .memorandum {
            for account in [transfer.debit, transfer.credit] {
                guard let year = account.year, closed.contains(year) else { continue }
                let isAhead =
                    kind == .payInstalment
                    && (account.head == .paymentsOnAccount || account.head == .awardExpenditure)
                guard !kind.settlesClosedYears || isAhead else { continue }
                throw .refused(
                    .yearClosed(year, "\(transfer.amount) of its cost would move after the close."))
            }
        }
    }

    /// Whether an act was judged for closed years already, or gives back what was set aside, or
    /// undoes what a closed year lets be done.
    private func settles(_ kind: Kind, _ posting: Posting) throws(Stop) -> Bool {
        switch kind {
        case .adjustLate, .reopenYear, .closeYear, .prepareEntry, .decidePrepared: return true
        case .acceptReturn: return try isAgainstAccrual(posting)
        case .raiseClawback, .lapseAward, .takeFromRound, .surrenderGrant, .reduceFunding:
            return try isOfRemainder(posting)
        default: break
        }
        guard let reversed = posting.reverses, let undone = try entry(reversed) else {
            return false
        }
        if undone.kind == .acceptReturn {
            guard try isLater(reversed, posting) else { return false }
            return try isAgainstAccrual(Posting(puts: undone.puts))
        }
        switch undone.kind {
        case .prepareEntry, .raiseClawback, .lapseAward, .takeFromRound, .surrenderGrant,
            .reduceFunding:
            return try isLater(reversed, posting)
        default: return undone.kind.settlesClosedYears
        }
    }

    /// Whether every closed year that a posting touches has something left: an accrual that turned
    /// out larger than its return, a claim that was disallowed.
    ///
    /// All budget of the year was nil at the close, so that what stands there since is no more.
    private func isOfRemainder(_ posting: Posting) throws(Stop) -> Bool {
        let touched = posting.transfers.flatMap { [$0.debit.year, $0.credit.year] }
        for year in Set(touched.compactMap(\.self)) where try isClosed(year) {
            guard try hasRemainder(year) else { return false }
        }
        return true
    }

    /// Whether an entry was recorded after the close of every closed year that a posting touches.
    private func isLater(_ number: Int, _ posting: Posting) throws(Stop) -> Bool {
        let touched = posting.transfers.flatMap { [$0.debit.year, $0.credit.year] }
        for year in Set(touched.compactMap(\.self)) {
            guard let row = try look(YearEnd.self, year.description), row.status == .closed else {
                continue
            }
            guard let close = row.close, close < number else { return false }
        }
        return true
    }

    /// Whether a closed year has budget that is neither charged nor carried.
    func hasRemainder(_ year: FinancialYear) throws(Stop) -> Bool {
        for head in [Head.committed, .roundAvailable, .unallocated] {
            if try !accounts(Account(head, year: year)).isEmpty { return true }
        }
        return false
    }

    /// Whether the return that a posting accepts was accrued.
    private func isAgainstAccrual(_ posting: Posting) throws(Stop) -> Bool {
        guard let put = posting.puts.first(where: { $0.register == .monitoringReturn }) else {
            return false
        }
        return try look(Estimate.self, put.key)?.accrual != nil
    }
}

/// An act that settles what is left of a closed year: it takes place where there is such a
/// remainder.
protocol Settling: Act {
    /// The year of the cost.
    var year: FinancialYear { get }
}

extension RaiseClawback: Settling {}
extension LapseAward: Settling {}
extension TakeFromRound: Settling {}
extension SurrenderGrant: Settling {}
extension ReduceFunding: Settling {}

extension Facts {
    /// Checks that there is a remainder, where an act that was refused would settle one of a closed
    /// year.
    func checkRemainder(_ act: some Act) throws(Stop) {
        guard let year = (act as? any Settling)?.year, try isClosed(year), try !hasRemainder(year)
        else { return }
        throw .refused(.yearClosed(year, "Nothing is left of its budget."))
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
