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
        }
    }
}
