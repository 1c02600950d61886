/// Every act there is, by the name a record gives it.
public enum Kind: String, Codable, CaseIterable, Sendable {
    case openBook, adoptBook, recoverBook
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
    case mapLedgerCode, postMonth, saveImportProfile, recordImport, setRowAside, decideRow
    case noteBankLine, matchBankLine, issueReturnForm
    case reverseEntry

    /// The type that reads such an act back out of a record.
    public var type: any Act.Type {
        guard let type = Self.types[self] else { preconditionFailure("Every kind has its act.") }
        return type
    }

    private static let types = Dictionary(uniqueKeysWithValues: acts.map { ($0.kind, $0) })

    /// Every act there is.
    private static let acts: [any Act.Type] = [
        OpenBook.self, AdoptBook.self, RecoverBook.self, AddOrganisation.self, AddArea.self,
        AddTheme.self,
        AddCategory.self, ChangeFact.self, AnnounceFigure.self, OpenFund.self,
        ApproveFunding.self, ReduceFunding.self, OverProgramme.self,
        WithdrawOverProgramming.self, AgreeGrant.self, ConfirmGrant.self, VaryGrant.self,
        OpenRound.self, AddToRound.self, TakeFromRound.self, CloseRound.self, LogBid.self,
        DecideBid.self, WithdrawBid.self, MakeAward.self, ExceptCap.self, SignAward.self,
        VaryAward.self, LapseAward.self, ScheduleInstalments.self, HoldInstalment.self,
        ReleaseInstalment.self, WithdrawInstalment.self, PayInstalment.self, ReturnPayment.self,
        SubmitReturn.self, QueryReturn.self, RejectReturn.self, AcceptReturn.self,
        DisallowSpend.self, ReceiveGrant.self, PassToPartner.self, SurrenderGrant.self,
        RepayGrant.self, ReceiveContribution.self, ReserveMoney.self, DrawReserve.self,
        CallReserve.self, MakeClaim.self, ReceiveClaim.self, DisallowClaim.self, RecordCost.self,
        SubmitOwnBid.self, SettleOwnBid.self, VireAward.self, ReprofileAward.self,
        ForecastAward.self, MoveAward.self, FinishAward.self, WithholdFact.self,
        RaiseClawback.self, ReceiveClawback.self, WriteOffClawback.self, CarryAward.self,
        CarryFunding.self, StageMatch.self, WithdrawMatch.self, EstimateReturn.self,
        AccrueReturn.self, ReverseAccrual.self, CloseYear.self, ReopenYear.self, AdjustLate.self,
        SetPolicy.self, EnrolPerson.self, PrepareEntry.self, DecidePrepared.self,
        OpenBalances.self, MapLedgerCode.self, PostMonth.self, SaveImportProfile.self,
        RecordImport.self, SetRowAside.self, DecideRow.self, NoteBankLine.self,
        MatchBankLine.self, IssueReturnForm.self, ReverseEntry.self,
    ]
}
