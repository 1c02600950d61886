extension Facts {
    /// Whether nothing more may be dated in a year.
    func isClosed(_ year: FinancialYear) throws(Stop) -> Bool {
        try look(YearEnd.self, year.description)?.status == .closed
    }

    /// Checks that an entry's date lies in an open year.
    func checkOpen(_ kind: Kind, on date: Day) throws(Stop) {
        let year = FinancialYear(containing: date)
        guard kind != .adjustLate, kind != .reopenYear, try isClosed(year) else { return }
        throw .refused(.yearClosed(year, "An entry of \(date.prose) would lie in it."))
    }

    /// Checks that an entry dated later touches a closed year's money only as a closed year lets it.
    func checkClosedYears(_ kind: Kind, _ posting: Posting) throws(Stop) {
        guard kind != .adjustLate, kind != .reopenYear else { return }
        if let reversed = posting.reverses, try entry(reversed)?.kind.settlesClosedYears == true {
            return
        }
        for transfer in posting.transfers where transfer.debit.head.traits.set != .memorandum {
            for account in [transfer.debit, transfer.credit] {
                guard let year = account.year, try isClosed(year) else { continue }
                let isAhead = account.head == .paymentsOnAccount && kind == .payInstalment
                guard !kind.settlesClosedYears || isAhead else { continue }
                throw .refused(
                    .yearClosed(year, "\(transfer.amount) of its cost would move after the close."))
            }
        }
    }
}

extension Kind {
    /// Whether an act of this kind may touch a closed year's money: a creditor is paid, a claim
    /// received or disallowed, a clawback received, a funder repaid, a return accepted against its
    /// accrual.
    var settlesClosedYears: Bool {
        switch self {
        case .payInstalment, .returnPayment, .scheduleInstalments, .holdInstalment,
            .releaseInstalment, .withdrawInstalment, .receiveClaim, .disallowClaim,
            .receiveClawback, .repayGrant, .acceptReturn, .reverseAccrual:
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
