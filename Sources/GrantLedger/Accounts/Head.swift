/// The set of accounts a head belongs to; a transfer stays within one.
public enum AccountSet: String, Codable, CaseIterable, Sendable {
    /// The accounting ledger, on the accruals basis.
    case actual
    /// Authority to spend.
    case budget
    /// Pairs of accounts that hold a limit.
    case control
    /// What is not the office's money: bids, reported spend, match.
    case memorandum
}

/// What an account is for; the whole chart of accounts is this list.
public enum Head: String, CaseIterable, Codable, Sendable {
    case bank, generalFund, earmarkedReserve
    case grantDebtors, accruedGrantIncome, receiptsInAdvance, repayableToFunder, heldAsAgent
    case grantIncome, partnerContributions, awardExpenditure
    case paymentsOnAccount, awardCreditors, accruedExpenditure, clawbackDebtors

    case fundingApproved, overProgrammingAuthorised, broughtForward
    case unallocated, roundAvailable, budgetPrepared, reserved, committed, charged, carriedForward

    case capSet, capHeadroom, capUsed
    case awardPayable, paymentScheduled, paymentReleased, paid, paymentReturned
    case claimCeiling, notYetEarned, earnedClaimable, claimed, received
    case virementSet, virementHeadroom, virementUsed
    case controlPrepared

    case bidsRequested, bidsUnderAssessment, bidsAwarded, bidsNotAwarded, bidsWithdrawn
    case spendReported, returnsSubmitted, returnsAccepted, spendDisallowed
    case matchTarget, matchRequired, matchMet
    case matchOffered, matchPledged, matchConfirmed, matchEvidenced
}

extension Head {
    /// Hashes the case; the text that stands for it in records would be hashed otherwise.
    public func hash(into hasher: inout Hasher) {
        withUnsafeBytes(of: self) { hasher.combine(bytes: $0) }
    }

    /// What the chart says of a head: its set, its normal side, and the limit it holds, if any.
    public struct Traits: Sendable {
        /// The set it belongs to.
        public let set: AccountSet
        /// Whether debits raise it.
        public let debitNormal: Bool
        /// What is refused when the account would go below nil; nil where it may.
        public let limit: Refusal.Reason?
    }

    /// One line a head, in the order of the chart.
    public var traits: Traits {
        switch self {
        case .bank: .debit(.actual, nil)
        case .generalFund: .credit(.actual, nil)
        case .earmarkedReserve: .credit(.actual, .reserveExceeded)
        case .grantDebtors: .debit(.actual, .moreThanClaimed)
        case .accruedGrantIncome: .debit(.actual, .moreThanEarned)
        case .receiptsInAdvance: .credit(.actual, .moreThanReceived)
        case .repayableToFunder: .credit(.actual, .moreThanRepayable)
        case .heldAsAgent: .credit(.actual, .moreThanHeld)
        case .grantIncome: .credit(.actual, nil)
        case .partnerContributions: .credit(.actual, nil)
        case .awardExpenditure: .debit(.actual, nil)
        case .paymentsOnAccount: .debit(.actual, .moreThanOnAccount)
        case .awardCreditors: .credit(.actual, .moreThanOwed)
        case .accruedExpenditure: .credit(.actual, .moreThanOwed)
        case .clawbackDebtors: .debit(.actual, .moreThanClawedBack)

        case .fundingApproved: .debit(.budget, .fundingInUse)
        case .overProgrammingAuthorised: .debit(.budget, .overProgrammingInUse)
        case .broughtForward: .debit(.budget, .fundingInUse)
        case .unallocated: .credit(.budget, .fundExceeded)
        case .roundAvailable: .credit(.budget, .roundExceeded)
        case .budgetPrepared: .credit(.budget, .moreThanPrepared)
        case .reserved: .credit(.budget, .moreThanReserved)
        case .committed: .credit(.budget, .awardExceeded)
        case .charged: .credit(.budget, .moreThanCharged)
        case .carriedForward: .credit(.budget, .fundingInUse)

        case .capSet: .debit(.control, .capInUse)
        case .capHeadroom: .credit(.control, .capExceeded)
        case .capUsed: .credit(.control, .capInUse)
        case .awardPayable: .debit(.control, .moreThanUnpaid)
        case .paymentScheduled: .credit(.control, .moreThanUnscheduled)
        case .paymentReleased: .credit(.control, .moreThanReleased)
        case .paid: .credit(.control, .moreThanPaid)
        case .paymentReturned: .credit(.control, .moreThanPaid)
        case .claimCeiling: .debit(.control, .grantInUse)
        case .notYetEarned: .credit(.control, .grantExceeded)
        case .earnedClaimable: .credit(.control, .moreThanEarned)
        case .claimed: .credit(.control, .moreThanClaimed)
        case .received: .credit(.control, .moreThanReceived)
        case .virementSet: .debit(.control, .virementInUse)
        case .virementHeadroom: .credit(.control, .virementExceeded)
        case .virementUsed: .credit(.control, .virementInUse)
        case .controlPrepared: .credit(.control, .moreThanPrepared)

        case .bidsRequested: .debit(.memorandum, .bidSettled)
        case .bidsUnderAssessment: .credit(.memorandum, .bidSettled)
        case .bidsAwarded: .credit(.memorandum, .bidSettled)
        case .bidsNotAwarded: .credit(.memorandum, .bidSettled)
        case .bidsWithdrawn: .credit(.memorandum, .bidSettled)
        case .spendReported: .debit(.memorandum, .returnSettled)
        case .returnsSubmitted: .credit(.memorandum, .returnSettled)
        case .returnsAccepted: .credit(.memorandum, .returnSettled)
        case .spendDisallowed: .credit(.memorandum, .returnSettled)
        case .matchTarget: .debit(.memorandum, .matchInUse)
        case .matchRequired: .credit(.memorandum, .matchInUse)
        case .matchMet: .credit(.memorandum, .matchInUse)
        case .matchOffered: .debit(.memorandum, .matchInUse)
        case .matchPledged: .credit(.memorandum, .matchInUse)
        case .matchConfirmed: .credit(.memorandum, .matchInUse)
        case .matchEvidenced: .credit(.memorandum, .matchInUse)
        }
    }
}

extension Head.Traits {
    fileprivate static func debit(_ set: AccountSet, _ limit: Refusal.Reason?) -> Head.Traits {
        Head.Traits(set: set, debitNormal: true, limit: limit)
    }

    fileprivate static func credit(_ set: AccountSet, _ limit: Refusal.Reason?) -> Head.Traits {
        Head.Traits(set: set, debitNormal: false, limit: limit)
    }
}
