import GrantLedger
import Testing

/// An amount of nil would leave an entry that says nothing; one below nil would post backwards.
@Suite("Amounts above nil")
struct PositiveAmountTests {
    /// An office with an award W1 from a capped round, an instalment of it, and a grant G1.
    private static func scene() throws -> Scene {
        let scene = try Scene.capped("2019/20=1000", "2020/21=1000")
        try scene.schedule("W1", "2019/20", "400")
        try scene.post(GrantActTests.grant("2019/20=1000"))
        return scene
    }

    private static let why: Note = words("Agreed")

    /// What is done with the money of funds and rounds.
    private static func ofFunds(_ amount: Money) -> [any Act] {
        let (fund, round) = (code("VRF"), code("R1"))
        return [
            ReduceFunding(fund: fund, year: year(2019), amount: amount, reason: why),
            AddToRound(round: round, year: year(2019), amount: amount, reason: why),
            TakeFromRound(round: round, year: year(2019), amount: amount, reason: why),
            OverProgramme(
                fund: fund, round: round, year: year(2019), amount: amount, authorisedBy: why,
                reason: why, underwrittenBy: why),
            WithdrawOverProgramming(
                fund: fund, round: round, year: year(2019), amount: amount, reason: why),
            CallReserve(
                fund: fund, round: round, year: year(2019), amount: amount, authorisedBy: why,
                reason: why),
            ReserveMoney(fund: fund, amount: amount, reason: why),
            DrawReserve(fund: fund, amount: amount, reason: why),
            CarryFunding(
                fund: fund, round: round, from: year(2019), to: year(2020), amount: amount,
                consent: why),
            ExceptCap(
                project: code("W1"), year: year(2019), amount: amount, authorisedBy: why,
                reason: why),
            RecordCost(
                fund: fund, year: year(2019), category: code("STAFF"), amount: amount,
                supplier: why),
            RecordCost(
                fund: fund, year: year(2019), category: code("STAFF"), amount: pounds("1"),
                supplier: why, recoverableVAT: amount),
            ReceiveContribution(
                fund: fund, year: year(2019), amount: amount, from: code("PARTNER")),
            OpenBalances(lines: [OpenBalances.Line(account: Account(.bank), amount: amount)]),
        ]
    }

    /// What is done with an award.
    private static func ofAwards(_ amount: Money) -> [any Act] {
        let award = code("W1")
        return [
            LapseAward(award: award, year: year(2019), amount: amount, reason: why),
            CarryAward(
                award: award, from: year(2019), to: year(2020), amount: amount, consent: why),
            MoveAward(
                award: award, year: year(2019), from: code("VRF"), to: code("POCA"),
                amount: amount, reason: why),
            VireAward(
                award: award, year: year(2019), from: code("STAFF"), to: code("TRAVEL"),
                amount: amount, reason: why),
            ScheduleInstalments(
                award: award, year: year(2019), amount: amount, due: day("2019-05-01")),
            PayInstalment(award: award, number: 1, amount: amount),
            RaiseClawback(award: award, year: year(2019), amount: amount, reason: why),
            ReceiveClawback(award: award, year: year(2019), amount: amount),
            WriteOffClawback(award: award, year: year(2019), amount: amount, reason: why),
            EstimateReturn(
                award: award, period: period("2019/20"),
                spend: [CategoryAmount(category: code("STAFF"), amount: amount)], basis: why),
            AnnounceFigure(
                register: .award, of: award, amount: amount, source: why, date: day("2019-04-01")),
        ]
    }

    /// What is done with a grant and with match.
    private static func ofGrants(_ amount: Money) -> [any Act] {
        let grant = code("G1")
        return [
            ReceiveGrant(grant: grant, year: year(2019), amount: amount),
            ReceiveGrant(
                grant: grant, year: year(2019), amount: amount, partner: code("PARTNER")),
            PassToPartner(grant: grant, partner: code("PARTNER"), amount: amount),
            SurrenderGrant(grant: grant, year: year(2019), amount: amount),
            RepayGrant(grant: grant, year: year(2019), amount: amount),
            StageMatch(
                grant: grant, from: code("COUNCIL"), kind: .cash, year: year(2019), amount: amount,
                stage: .pledged),
            WithdrawMatch(
                grant: grant, from: code("COUNCIL"), kind: .cash, year: year(2019), amount: amount),
        ]
    }

    @Test(
        "Nil, and what is below it, is refused by every act that takes an amount",
        arguments: [Int64(0), -1])
    func refused(pence: Int64) throws {
        let scene = try Self.scene()
        let amount = Money(pence: pence)
        for act in Self.ofFunds(amount) + Self.ofAwards(amount) + Self.ofGrants(amount) {
            #expect(try scene.reason(act) == .amountNotPositive, "\(act)")
        }
    }

    @Test("An estimate of no line is no estimate")
    func empty() throws {
        let scene = try Self.scene()
        let act = EstimateReturn(
            award: code("W1"), period: period("2019/20"), spend: [], basis: Self.why)
        #expect(try scene.reason(act) == .amountNotPositive)
    }

    @Test("A return may say that nothing was spent, and nothing less")
    func reported() throws {
        let scene = try Self.scene()
        func submit(_ amount: Money) -> SubmitReturn {
            SubmitReturn(
                award: code("W1"), period: period("2019/20-Q1"),
                spend: [CategoryAmount(category: code("STAFF"), amount: amount)])
        }
        #expect(try scene.reason(submit(Money(pence: -1))) == .amountNotPositive)
        #expect(try scene.post(submit(.zero)).isEmpty)
    }

    @Test("Of a return nothing is disallowed that is not above nil")
    func disallowed() throws {
        let scene = try Self.scene()
        try scene.submit("W1", "2019/20-Q1", "STAFF=100")
        for amount in [Money.zero, Money(pence: -1)] {
            let act = AcceptReturn(
                award: code("W1"), period: period("2019/20-Q1"),
                disallow: [CategoryAmount(category: code("STAFF"), amount: amount)])
            #expect(try scene.reason(act) == .amountNotPositive)
        }
    }

    @Test("A change of nothing is no variation of an award or a grant")
    func variations() throws {
        let scene = try Self.scene()
        #expect(try scene.reason(scene.vary("0")) == .amountNotPositive)
        let grant = VaryGrant(
            grant: code("G1"), year: year(2019), amount: .zero, reason: words("Agreed"))
        #expect(try scene.reason(grant) == .amountNotPositive)
    }

    @Test("A cap, a partner's share and match that a bid states are above nil too")
    func stated() throws {
        let scene = try Self.scene()
        for (year, award) in [("0", nil), (nil, "0")] as [(String?, String?)] {
            let round = OpenRound(
                code: code("R2"), fund: code("VRF"), title: words("A round"),
                opens: day("2019-04-01"), closes: day("2019-05-31"),
                profile: profile(["2019/20=1"]), capPerYear: year.map(pounds),
                capPerAward: award.map(pounds))
            #expect(try scene.reason(round) == .amountNotPositive)
        }
        var grant = GrantActTests.grant("2019/20=1")
        grant.code = code("G2")
        grant.partners = [PartnerShare(organisation: code("PARTNER"), amount: .zero)]
        #expect(try scene.reason(grant) == .amountNotPositive)
        let bid = LogBid(
            code: code("B2"), round: code("R1"), applicant: code("CHARITY"), title: words("A bid"),
            profile: profile(["2019/20=1"]),
            match: [
                MatchOffer(
                    from: code("COUNCIL"), kind: .cash, year: year(2019), amount: .zero)
            ])
        #expect(try scene.reason(bid) == .amountNotPositive)
    }

    @Test("Of a claim nothing is received, and nothing disallowed, that is not above nil")
    func claims() throws {
        let scene = try ClaimActTests.spent()
        try scene.post(ClaimActTests.claim("C1", to: 1), on: "2019-10-25")
        for act in [
            ClaimActTests.receive("C1", "0") as any Act, ClaimActTests.disallow("C1", 1, "0"),
            DisallowSpend(
                award: code("W1"), period: period("2019/20-Q2"), category: code("STAFF"),
                amount: .zero, reason: words("Not eligible")),
        ] {
            #expect(try scene.reason(act, on: "2019-10-25") == .amountNotPositive, "\(act)")
        }
    }
}
