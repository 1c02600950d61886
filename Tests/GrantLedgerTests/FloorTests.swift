import GrantLedger
import Testing

/// Moves money and nothing else: an act of no office, to try the floors with.
private struct Draw: Act {
    static let kind = Kind.adoptBook
    let transfers: [Transfer]

    func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        Posting(transfers)
    }
}

@Suite("Floors")
struct FloorTests {
    private static let limits: [(Head, Refusal.Reason)] = [
        (.earmarkedReserve, .reserveExceeded), (.grantDebtors, .moreThanClaimed),
        (.accruedGrantIncome, .moreThanEarned), (.receiptsInAdvance, .moreThanReceived),
        (.repayableToFunder, .moreThanRepayable), (.heldAsAgent, .moreThanHeld),
        (.paymentsOnAccount, .moreThanOnAccount), (.awardCreditors, .moreThanOwed),
        (.accruedExpenditure, .moreThanOwed), (.clawbackDebtors, .moreThanClawedBack),
        (.fundingApproved, .fundingInUse), (.overProgrammingAuthorised, .overProgrammingInUse),
        (.broughtForward, .fundingInUse), (.unallocated, .fundExceeded),
        (.roundAvailable, .roundExceeded), (.budgetPrepared, .moreThanPrepared),
        (.reserved, .moreThanReserved), (.committed, .awardExceeded),
        (.charged, .moreThanCharged), (.carriedForward, .fundingInUse), (.capSet, .capInUse),
        (.capHeadroom, .capExceeded), (.capUsed, .capInUse), (.awardPayable, .moreThanUnpaid),
        (.paymentScheduled, .moreThanUnscheduled), (.paymentReleased, .moreThanReleased),
        (.paid, .moreThanPaid), (.paymentReturned, .moreThanPaid), (.claimCeiling, .grantInUse),
        (.notYetEarned, .grantExceeded), (.earnedClaimable, .moreThanEarned),
        (.claimed, .moreThanClaimed), (.received, .moreThanReceived),
        (.virementSet, .virementInUse), (.virementHeadroom, .virementExceeded),
        (.virementUsed, .virementInUse), (.controlPrepared, .moreThanPrepared),
        (.bidsRequested, .bidSettled), (.bidsUnderAssessment, .bidSettled),
        (.bidsAwarded, .bidSettled), (.bidsNotAwarded, .bidSettled), (.bidsWithdrawn, .bidSettled),
        (.spendReported, .returnSettled), (.returnsSubmitted, .returnSettled),
        (.returnsAccepted, .returnSettled), (.spendDisallowed, .returnSettled),
        (.matchTarget, .matchInUse), (.matchRequired, .matchInUse), (.matchMet, .matchInUse),
        (.matchOffered, .matchInUse), (.matchPledged, .matchInUse),
        (.matchConfirmed, .matchInUse), (.matchEvidenced, .matchInUse),
    ]

    private static let free: [Head] = [
        .bank, .generalFund, .grantIncome, .partnerContributions, .awardExpenditure,
    ]

    /// A penny out of the empty account of a head into another of the same head.
    private func penny(_ head: Head) -> Draw {
        let empty = Account(head, fund: code("EMPTY"))
        let other = Account(head, fund: code("OTHER"))
        let isDebit = head.traits.debitNormal
        return Draw(transfers: [
            Transfer(
                debit: isDebit ? other : empty, credit: isDebit ? empty : other, Money(pence: 1))
        ])
    }

    private func judged(_ draw: Draw, _ source: DictionaryFacts) throws -> Refusal? {
        let occasion = Occasion(user: "TESTER", login: "tester", date: day("2019-04-01"))
        do {
            _ = try draw.judged(given: Facts(source), on: occasion)
            return nil
        } catch Stop.refused(let refusal) {
            return refusal
        }
    }

    @Test("A penny out of an empty account with a floor is refused by the limit it holds")
    func everyFloor() throws {
        for (head, reason) in Self.limits {
            let refusal = try #require(try judged(penny(head), DictionaryFacts()), "\(head)")
            #expect(refusal.reason == reason, "\(head)")
            #expect(refusal.details.contains(.init("left", .zero)), "\(head)")
            #expect(refusal.details.contains(.init("short", Money(pence: 1))), "\(head)")
            #expect(!refusal.message.isEmpty)
            #expect(!refusal.remedy.isEmpty)
        }
    }

    @Test("Bank, general fund, income and expenditure have no floor; every other head has one")
    func heads() throws {
        for head in Self.free { #expect(try judged(penny(head), DictionaryFacts()) == nil) }
        #expect(Set(Self.limits.map(\.0)).union(Self.free) == Set(Head.allCases))
        for head in Head.allCases {
            #expect(
                head.traits.debitNormal == Floors.debitNormal.contains(head.rawValue), "\(head)")
        }
    }

    @Test("Of several limits short at once cap is named before round, round before fund")
    func precedence() throws {
        let wrongOrder: [Head] = [.unallocated, .roundAvailable, .committed, .capHeadroom]
        let all = wrongOrder.flatMap { penny($0).transfers }
        #expect(try judged(Draw(transfers: all), DictionaryFacts())?.reason == .capExceeded)
        let noCap = Array(all.dropLast())
        #expect(try judged(Draw(transfers: noCap), DictionaryFacts())?.reason == .roundExceeded)
        let noRound = [all[0], all[2]]
        #expect(try judged(Draw(transfers: noRound), DictionaryFacts())?.reason == .fundExceeded)
    }

    @Test("A balance beyond 64 bits is refused, not wrapped")
    func overflow() throws {
        let source = DictionaryFacts()
        let account = Account(.bank)
        let full = Transfer(
            debit: account, credit: Account(.generalFund), Money(pence: .max - 1))
        source.apply(
            Entry(
                number: 1, batch: 1, book: "test", kind: .adoptBook,
                recordedAt: "2019-04-01T09:00:00.000Z", act: .object([:]),
                occasion: Occasion(user: "TESTER", login: "tester", date: day("2019-04-01")),
                posting: Posting([full])))
        let more = Transfer(debit: account, credit: Account(.generalFund), Money(pence: 2))
        #expect(try judged(Draw(transfers: [more]), source)?.reason == .amountTooLarge)
        let huge = Transfer(
            debit: account, credit: Account(.generalFund), Money(pence: 10_000_000_000_000))
        #expect(try judged(Draw(transfers: [huge]), DictionaryFacts())?.reason == .amountTooLarge)
    }

    @Test("An account's name reads back as the account")
    func names() throws {
        for (head, _) in Self.limits {
            let account = Account(
                head, fund: code("F"), round: code("R"), award: code("W"), bid: code("B"),
                grant: code("G"), category: code("C"), instalment: 0, mark: .inKind,
                year: year(2019))
            #expect(Account(account.description) == account)
        }
        #expect(Account("bank{}") == nil)
        #expect(Account("nothing") == nil)
    }

    @Test("A refusal names all there was, with what the same entry put in, and all it asked")
    func figures() throws {
        let (empty, other) = (
            Account(.unallocated, fund: code("EMPTY")), Account(.unallocated, fund: code("OTHER"))
        )
        let source = DictionaryFacts()
        let draw = Draw(transfers: [
            Transfer(
                debit: Account(.fundingApproved, fund: code("EMPTY")), credit: empty,
                Money(pence: 500)),
            Transfer(debit: empty, credit: other, Money(pence: 300)),
            Transfer(debit: empty, credit: other, Money(pence: 500)),
        ])
        let refusal = try #require(try judged(draw, source))
        #expect(refusal.reason == .fundExceeded)
        for (name, pence) in [("left", 500), ("asked", 800), ("short", 300)] as [(String, Int64)] {
            #expect(refusal.details.contains(.init(name, Money(pence: pence))), "\(name)")
        }
    }
}
