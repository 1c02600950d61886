import GrantLedger
import Testing

/// A mistake made on purpose in what the ledger posts, to see that it would be found.
enum PlantedFault: String, CaseIterable, Sendable, CustomTestStringConvertible {
    case dropPayable = "a line of what is payable is left out"
    case dropCap = "a line of a cap is left out"
    case dropRelease = "a released payment is not marked paid"
    case dropMemorandum = "a line of what was reported is left out"
    case swapBudget = "debit and credit of a line of authority change places"
    case pennyOff = "a line of the accounting ledger is a penny short"
    case dropIncome = "income is not earned with spend"
    case wrongYear = "expenditure falls in the year after"
    case dropClaimed = "what is claimed stays claimable"
    case dropDebtor = "what a funder pays of a claim stays owed"
    case dropRepayable = "what is surrendered stays received ahead"
    case agentAsOwn = "money held for a partner is taken as received ahead"
    case dropReserve = "a reserve that is called stays set aside"
    case dropCarried = "what is carried forward leaves no year"
    case dropReturned = "what comes back of a clawback stays paid"
    case dropVirement = "budget moves between headings beside the tolerance"
    case dropMet = "evidence of match meets nothing"
    case claimAccrued = "what is accrued can be claimed"
    case dropClose = "expenditure stands after the close"
    case dropAside = "nothing is set aside for an entry that waits"

    var testDescription: String { rawValue }

    /// The transfers with the mistake in them.
    func applied(to transfers: [Transfer]) -> [Transfer] {
        func without(_ isLeftOut: (Transfer) -> Bool) -> [Transfer] {
            transfers.filter { !isLeftOut($0) }
        }
        switch self {
        case .dropPayable: return without { $0.debit.head == .awardPayable }
        case .dropCap: return without { $0.credit.head == .capUsed }
        case .dropRelease: return without { $0.credit.head == .paid }
        case .dropMemorandum: return without { $0.credit.head == .returnsAccepted }
        case .dropIncome: return without { $0.credit.head == .grantIncome }
        case .dropClaimed: return without { $0.credit.head == .claimed }
        case .dropDebtor: return without { $0.credit.head == .grantDebtors }
        case .dropRepayable: return without { $0.credit.head == .repayableToFunder }
        case .dropReserve: return without { $0.debit.head == .earmarkedReserve }
        case .dropCarried: return without { $0.credit.head == .carriedForward }
        case .dropReturned: return without { $0.credit.head == .paymentReturned }
        case .dropVirement: return without { $0.credit.head == .virementUsed }
        case .dropMet: return without { $0.credit.head == .matchMet }
        case .dropAside: return without { $0.credit.head == .budgetPrepared }
        case .dropClose:
            return without { $0.debit.head == .generalFund && $0.credit.head == .awardExpenditure }
        default: return changed(transfers)
        }
    }

    /// The transfers with the mistake in some of them.
    private func changed(_ transfers: [Transfer]) -> [Transfer] {
        switch self {
        case .agentAsOwn:
            return transfers.map { transfer in
                guard transfer.credit.head == .heldAsAgent else { return transfer }
                return Transfer(
                    debit: transfer.debit, credit: transfer.credit.under(.receiptsInAdvance),
                    transfer.amount)
            }
        case .claimAccrued:
            return transfers.map { transfer in
                guard transfer.credit.head == .earnedClaimable else { return transfer }
                return Transfer(
                    debit: transfer.debit, credit: transfer.credit.with(\.mark, nil),
                    transfer.amount)
            }
        case .swapBudget:
            return transfers.map { transfer in
                transfer.credit.head == .committed ? transfer.reversed : transfer
            }
        case .pennyOff:
            return transfers.map { transfer in
                guard transfer.debit.head == .paymentsOnAccount, transfer.amount.pence > 1 else {
                    return transfer
                }
                return Transfer(
                    debit: transfer.debit, credit: transfer.credit,
                    transfer.amount - Money(pence: 1))
            }
        case .wrongYear:
            return transfers.map { transfer in
                guard transfer.debit.head == .awardExpenditure else { return transfer }
                let year = transfer.debit.accountingYear?.next
                return Transfer(
                    debit: transfer.debit.with(\.accountingYear, year), credit: transfer.credit,
                    transfer.amount)
            }
        default: return transfers
        }
    }
}
