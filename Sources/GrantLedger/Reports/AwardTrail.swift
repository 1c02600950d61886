/// All that the book holds of an award, from bid to evidence, entry by entry.
public struct AwardTrail: Sendable {
    /// Where in an award's life an entry stands.
    public enum Stage: String, CaseIterable, Sendable {
        case bid, decision, award, agreement, change, schedule, payment
        case monitoringReturn = "return"
        case acceptance, accrual, match, clawback, claim, bank, approval, other
    }

    /// One entry of it.
    public struct Step: Sendable {
        /// The entry.
        public let entry: Entry
        /// Its chain hash, 64 hexadecimal digits.
        public let chain: String
        /// The entry that undid it.
        public let reversal: Int?
        /// The line of the bank's statement that it is matched to.
        public let bankLine: BankLine?

        /// Creates a step.
        ///
        /// - Parameters:
        ///   - entry: the entry.
        ///   - chain: its chain hash.
        ///   - reversal: the entry that undid it.
        ///   - bankLine: the line of the bank it is matched to.
        public init(
            _ entry: Entry, chain: String, reversal: Int? = nil, bankLine: BankLine? = nil
        ) {
            (self.entry, self.chain) = (entry, chain)
            (self.reversal, self.bankLine) = (reversal, bankLine)
        }

        /// Where in the award's life it stands; of a reversal that it undoes.
        public var stage: Stage { entry.meant.stage }
    }

    /// The award.
    public let award: Award
    /// Its recipient.
    public let recipient: Organisation?
    /// Its entries, oldest first.
    public let steps: [Step]

    /// Creates a trail.
    ///
    /// - Parameters:
    ///   - award: the award.
    ///   - recipient: its recipient.
    ///   - steps: its entries.
    public init(award: Award, recipient: Organisation?, steps: [Step]) {
        (self.award, self.recipient) = (award, recipient)
        self.steps = steps.sorted { $0.entry.number < $1.entry.number }
    }

    /// The papers behind it, each with the entry that names it.
    public var documents: [(entry: Int, document: Document)] {
        steps.flatMap { step in step.entry.documents.map { (step.entry.number, $0) } }
    }
}

extension Kind {
    /// Where in an award's life an act of this kind stands.
    fileprivate var stage: AwardTrail.Stage {
        switch self {
        case .logBid, .withdrawBid: .bid
        case .decideBid: .decision
        case .makeAward: .award
        case .signAward: .agreement
        case .exceptCap, .varyAward, .vireAward, .lapseAward, .carryAward, .moveAward, .changeFact,
            .reprofileAward, .forecastAward, .finishAward, .withholdFact, .announceFigure:
            .change
        case .scheduleInstalments, .holdInstalment, .releaseInstalment, .withdrawInstalment:
            .schedule
        case .payInstalment, .returnPayment: .payment
        case .submitReturn, .queryReturn, .rejectReturn, .issueReturnForm: .monitoringReturn
        case .acceptReturn, .disallowSpend: .acceptance
        case .estimateReturn, .accrueReturn, .reverseAccrual: .accrual
        case .stageMatch, .withdrawMatch: .match
        case .raiseClawback, .receiveClawback, .writeOffClawback: .clawback
        case .makeClaim, .receiveClaim, .disallowClaim: .claim
        case .noteBankLine, .matchBankLine: .bank
        case .prepareEntry, .decidePrepared: .approval
        default: .other
        }
    }
}

/// What an award counts for in a sample.
public enum SampleFigure: String, CaseIterable, Sendable {
    /// What was awarded for the year.
    case awarded
    /// What is charged to the year: spend accepted, accrued and written off.
    case charged
    /// What was paid for the year, net of what came back.
    case paid

    /// The heads it is the sum of.
    public var heads: Set<Head> {
        switch self {
        case .awarded: [.reserved, .committed, .charged]
        case .charged: [.charged]
        case .paid: [.paid]
        }
    }
}
