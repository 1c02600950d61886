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
        case .reverseEntry: ReverseEntry.self
        }
    }
}
