/// Every act there is, by the name a record gives it.
public enum Kind: String, Codable, CaseIterable, Sendable {
    case openBook, adoptBook
    case addOrganisation, addArea, addTheme, addCategory, changeFact, announceFigure
    case openFund, approveFunding, reduceFunding, overProgramme, withdrawOverProgramming
    case agreeGrant, confirmGrant, varyGrant
    case openRound, addToRound, takeFromRound, closeRound
    case logBid, decideBid, withdrawBid
    case makeAward, exceptCap, signAward, varyAward, lapseAward
    case scheduleInstalments, holdInstalment, releaseInstalment, withdrawInstalment
    case payInstalment, returnPayment
    case submitReturn, queryReturn, rejectReturn, acceptReturn, disallowSpend
    case receiveGrant, passToPartner, surrenderGrant, repayGrant, receiveContribution
    case reserveMoney, drawReserve, callReserve
    case makeClaim, receiveClaim, disallowClaim, recordCost
    case submitOwnBid, settleOwnBid
    case vireAward, reprofileAward, forecastAward, moveAward, finishAward, withholdFact
    case raiseClawback, receiveClawback, writeOffClawback, carryAward, carryFunding
    case stageMatch, withdrawMatch
    case estimateReturn, accrueReturn, reverseAccrual
    case closeYear, reopenYear, adjustLate
    case setPolicy, enrolPerson, prepareEntry, decidePrepared, openBalances
    case reverseEntry

    /// The type that reads such an act back out of a record.
    public var type: any Act.Type {
        switch self {
        case .openBook: OpenBook.self
        case .adoptBook: AdoptBook.self
        case .addOrganisation: AddOrganisation.self
        case .addArea: AddArea.self
        case .addTheme: AddTheme.self
        case .addCategory: AddCategory.self
        case .changeFact: ChangeFact.self
        case .announceFigure: AnnounceFigure.self
        case .openFund: OpenFund.self
        case .approveFunding: ApproveFunding.self
        case .reduceFunding: ReduceFunding.self
        case .overProgramme: OverProgramme.self
        case .withdrawOverProgramming: WithdrawOverProgramming.self
        case .agreeGrant: AgreeGrant.self
        case .confirmGrant: ConfirmGrant.self
        case .varyGrant: VaryGrant.self
        case .openRound: OpenRound.self
        case .addToRound: AddToRound.self
        case .takeFromRound: TakeFromRound.self
        case .closeRound: CloseRound.self
        case .logBid: LogBid.self
        case .decideBid: DecideBid.self
        case .withdrawBid: WithdrawBid.self
        case .makeAward: MakeAward.self
        case .exceptCap: ExceptCap.self
        case .signAward: SignAward.self
        case .varyAward: VaryAward.self
        case .lapseAward: LapseAward.self
        case .scheduleInstalments: ScheduleInstalments.self
        case .holdInstalment: HoldInstalment.self
        case .releaseInstalment: ReleaseInstalment.self
        case .withdrawInstalment: WithdrawInstalment.self
        case .payInstalment: PayInstalment.self
        case .returnPayment: ReturnPayment.self
        case .submitReturn: SubmitReturn.self
        case .queryReturn: QueryReturn.self
        case .rejectReturn: RejectReturn.self
        case .acceptReturn: AcceptReturn.self
        case .disallowSpend: DisallowSpend.self
        case .receiveGrant: ReceiveGrant.self
        case .passToPartner: PassToPartner.self
        case .surrenderGrant: SurrenderGrant.self
        case .repayGrant: RepayGrant.self
        case .receiveContribution: ReceiveContribution.self
        case .reserveMoney: ReserveMoney.self
        case .drawReserve: DrawReserve.self
        case .callReserve: CallReserve.self
        case .makeClaim: MakeClaim.self
        case .receiveClaim: ReceiveClaim.self
        case .disallowClaim: DisallowClaim.self
        case .recordCost: RecordCost.self
        case .submitOwnBid: SubmitOwnBid.self
        case .settleOwnBid: SettleOwnBid.self
        case .vireAward: VireAward.self
        case .reprofileAward: ReprofileAward.self
        case .forecastAward: ForecastAward.self
        case .moveAward: MoveAward.self
        case .finishAward: FinishAward.self
        case .withholdFact: WithholdFact.self
        case .raiseClawback: RaiseClawback.self
        case .receiveClawback: ReceiveClawback.self
        case .writeOffClawback: WriteOffClawback.self
        case .carryAward: CarryAward.self
        case .carryFunding: CarryFunding.self
        case .stageMatch: StageMatch.self
        case .withdrawMatch: WithdrawMatch.self
        case .estimateReturn: EstimateReturn.self
        case .accrueReturn: AccrueReturn.self
        case .reverseAccrual: ReverseAccrual.self
        case .closeYear: CloseYear.self
        case .reopenYear: ReopenYear.self
        case .adjustLate: AdjustLate.self
        case .setPolicy: SetPolicy.self
        case .enrolPerson: EnrolPerson.self
        case .prepareEntry: PrepareEntry.self
        case .decidePrepared: DecidePrepared.self
        case .openBalances: OpenBalances.self
        case .reverseEntry: ReverseEntry.self
        }
    }
}
