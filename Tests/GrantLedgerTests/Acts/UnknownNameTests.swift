import GrantLedger
import Testing

/// A code that no register holds would post to an account that belongs to nothing.
@Suite("Names that no register holds")
struct UnknownNameTests {
    private static let none = code("NONE")
    private static let why: Note = words("Agreed")

    /// An office with an award W1 of £1,000 from a round, and a grant G1.
    private static func scene() throws -> Scene {
        let scene = try Scene.capped("2019/20=1000")
        try scene.approve("2019/20=1000")
        try scene.post(GrantActTests.grant("2019/20=1000"))
        return scene
    }

    private func expectUnknown(_ acts: [any Act], in scene: Scene) throws {
        for act in acts { #expect(try scene.reason(act) == .unknownCode, "\(act)") }
    }

    @Test("A fund that is not registered is refused wherever one is named")
    func funds() throws {
        let (award, fund, amount) = (code("W1"), Self.none, pounds("1"))
        try expectUnknown(
            [
                DrawReserve(fund: fund, amount: amount, reason: Self.why),
                ReserveMoney(fund: fund, amount: amount, reason: Self.why),
                OverProgramme(
                    fund: fund, year: year(2019), amount: amount, authorisedBy: Self.why,
                    reason: Self.why, underwrittenBy: Self.why),
                OpenRound(
                    code: code("R2"), fund: fund, title: words("A round"),
                    opens: day("2019-04-01"), closes: day("2019-05-31"),
                    profile: profile(["2019/20=1"])),
                RecordCost(
                    fund: fund, year: year(2019), category: code("STAFF"), amount: amount,
                    supplier: Self.why),
                OpenBalances(lines: [
                    OpenBalances.Line(
                        account: Account(.earmarkedReserve, fund: fund), amount: amount)
                ]),
                LapseAward(award: award, fund: fund, year: year(2019), reason: Self.why),
                CarryAward(
                    award: award, fund: fund, from: year(2019), to: year(2020), amount: amount,
                    consent: Self.why),
                MoveAward(
                    award: award, year: year(2019), from: fund, to: code("POCA"), amount: amount,
                    reason: Self.why),
                MoveAward(
                    award: award, year: year(2019), from: code("VRF"), to: fund, amount: amount,
                    reason: Self.why),
                VireAward(
                    award: award, fund: fund, year: year(2019), from: code("STAFF"),
                    to: code("TRAVEL"), amount: amount, reason: Self.why),
                ScheduleInstalments(
                    award: award, fund: fund, year: year(2019), amount: amount,
                    due: day("2019-05-01")),
                RaiseClawback(
                    award: award, fund: fund, year: year(2019), amount: amount, reason: Self.why),
                ReceiveClawback(award: award, fund: fund, year: year(2019), amount: amount),
                WriteOffClawback(
                    award: award, fund: fund, year: year(2019), amount: amount, reason: Self.why),
            ], in: Self.scene())
    }

    @Test("A fund that is not registered is named before an amount of nil")
    func first() throws {
        let cost = RecordCost(
            fund: Self.none, year: year(2019), category: code("STAFF"), amount: .zero,
            supplier: Self.why)
        #expect(try Self.scene().reason(cost) == .unknownCode)
    }

    @Test("The fund a cost would be moved to is looked for before the move needs a category")
    func moved() throws {
        let scene = try Self.scene()
        try scene.award("W2", ["2019/20/STAFF=60", "2019/20/TRAVEL=40"])
        try scene.sign("W2")
        func move(to fund: String) -> MoveAward {
            MoveAward(
                award: code("W2"), year: year(2019), from: code("VRF"), to: code(fund),
                amount: pounds("1"), reason: Self.why)
        }
        #expect(try scene.reason(move(to: "NONE")) == .unknownCode)
        #expect(try scene.reason(move(to: "POCA")) == .categoryNeeded)
    }

    @Test("A fund or category that is not registered is refused in every line of figures")
    func lines() throws {
        let spend = [
            CategoryAmount(category: Self.none, amount: pounds("1")),
            CategoryAmount(fund: Self.none, category: code("STAFF"), amount: pounds("1")),
        ]
        let scene = try Self.scene()
        for line in spend {
            try expectUnknown(
                [
                    EstimateReturn(
                        award: code("W1"), period: period("2019/20"), spend: [line],
                        basis: Self.why),
                    SubmitReturn(award: code("W1"), period: period("2019/20"), spend: [line]),
                ], in: scene)
        }
        for line in ["2019/20/NONE=1000", "NONE@2019/20=1000"] {
            let plan = profile([line])
            try expectUnknown(
                [
                    ReprofileAward(award: code("W1"), profile: plan, reason: Self.why),
                    SubmitOwnBid(
                        code: code("OB1"), funder: code("HOME-OFFICE"), title: words("A bid"),
                        profile: plan),
                    MakeAward(
                        code: code("W2"), fund: code("VRF"), recipient: code("CHARITY"),
                        title: words("An award"), profile: plan),
                ], in: scene)
        }
    }

    @Test("A category that is not registered is refused wherever one is named")
    func categories() throws {
        var (grant, least) = (
            GrantActTests.grant("2019/20/NONE=1"), GrantActTests.grant("2019/20=1")
        )
        (grant.code, least.code) = (code("G2"), code("G3"))
        let tenth = try #require(Percentage(hundredths: 1_000))
        least.minimums = [Minimum(category: Self.none, percent: tenth)]
        let scene = try Self.scene()
        try scene.award("W2", ["2019/20=100"])
        try expectUnknown(
            [
                grant, least,
                SignAward(award: code("W2"), profile: profile(["2019/20/NONE=100"])),
                LogBid(
                    code: code("B2"), round: code("R1"), applicant: code("CHARITY"),
                    title: words("A bid"), profile: profile(["2019/20/NONE=1"])),
                RecordCost(
                    fund: code("VRF"), year: year(2019), category: Self.none, amount: pounds("1"),
                    supplier: Self.why),
                VaryAward(
                    award: code("W1"), year: year(2019), category: Self.none, amount: pounds("1"),
                    reason: Self.why),
            ], in: scene)
        for (from, to) in [("NONE", "TRAVEL"), ("STAFF", "NONE")] {
            let vire = VireAward(
                award: code("W1"), year: year(2019), from: code(from), to: code(to),
                amount: pounds("1"), reason: Self.why)
            #expect(try scene.reason(vire) == .unknownCode)
        }
    }

    @Test("An organisation that is not registered is refused wherever one is named")
    func organisations() throws {
        var (funded, shared) = (GrantActTests.grant("2019/20=1"), GrantActTests.grant("2019/20=1"))
        (funded.code, funded.funder, shared.code) = (code("G2"), Self.none, code("G3"))
        shared.partners = [PartnerShare(organisation: Self.none, amount: pounds("1"))]
        let offer = MatchOffer(
            from: Self.none, kind: .cash, year: year(2019), amount: pounds("1"))
        let stage = StageMatch(
            grant: code("G1"), from: Self.none, kind: .cash, year: year(2019), amount: pounds("1"),
            stage: .pledged)
        try expectUnknown(
            [
                funded, shared, stage,
                LogBid(
                    code: code("B2"), round: code("R1"), applicant: Self.none,
                    title: words("A bid"), profile: profile(["2019/20=1"])),
                LogBid(
                    code: code("B2"), round: code("R1"), applicant: code("CHARITY"),
                    title: words("A bid"), profile: profile(["2019/20=1"]), match: [offer]),
                MakeAward(
                    code: code("W2"), fund: code("VRF"), recipient: Self.none,
                    title: words("An award"), profile: profile(["2019/20=1"])),
                SubmitReturn(
                    award: code("W1"), period: period("2019/20"),
                    spend: [CategoryAmount(category: code("STAFF"), amount: pounds("1"))],
                    match: [offer]),
                SubmitOwnBid(
                    code: code("OB1"), funder: Self.none, title: words("A bid"),
                    profile: profile(["2019/20=1"])),
                PassToPartner(grant: code("G1"), partner: Self.none, amount: pounds("1")),
                ReceiveGrant(
                    grant: code("G1"), year: year(2019), amount: pounds("1"), partner: Self.none),
                ReceiveContribution(
                    fund: code("VRF"), year: year(2019), amount: pounds("1"), from: Self.none),
            ], in: Self.scene())
    }

    @Test("An area, a place or a theme that is not registered is refused wherever one is named")
    func places() throws {
        let scene = try Self.scene()
        let plan = profile(["2019/20=1"])
        var (inArea, atPlace, ofTheme) = (
            MakeAward.Terms(), MakeAward.Terms(), MakeAward.Terms()
        )
        (inArea.area, atPlace.place, ofTheme.theme) = (Self.none, Self.none, Self.none)
        for terms in [inArea, atPlace, ofTheme] {
            let act = MakeAward(
                code: code("W2"), fund: code("VRF"), recipient: code("CHARITY"),
                title: words("An award"), profile: plan, terms: terms)
            #expect(try scene.reason(act) == .unknownCode)
        }
        for (area, theme) in [(Self.none, nil), (nil, Self.none)] as [(Code?, Code?)] {
            let act = LogBid(
                code: code("B2"), round: code("R1"), applicant: code("CHARITY"),
                title: words("A bid"), profile: plan, area: area, theme: theme)
            #expect(try scene.reason(act) == .unknownCode)
        }
        for fact in ["area", "place", "theme"] {
            let act = ChangeFact(
                register: .award, code: code("W1"), changes: [fact: "NONE"], reason: Self.why)
            #expect(try scene.reason(act) == .unknownCode, "\(fact)")
        }
        let real = ChangeFact(
            register: .award, code: code("W1"), changes: ["area": "KENT", "theme": "YOUTH"],
            reason: Self.why)
        try scene.post(AddArea(code: code("KENT"), name: words("Kent")))
        try scene.post(AddTheme(code: code("YOUTH"), name: words("Youth")))
        try scene.post(real)
        #expect(try scene.award().area == code("KENT"))
        #expect(try scene.award().theme == code("YOUTH"))
    }

    @Test("An award or grant that is not registered is refused though nothing of it is asked")
    func owners() throws {
        try expectUnknown(
            [
                RepayGrant(grant: Self.none, year: year(2019), amount: pounds("1")),
                ReceiveClawback(award: Self.none, year: year(2019), amount: pounds("1")),
                AnnounceFigure(
                    register: .award, of: Self.none, amount: pounds("1"), source: Self.why,
                    date: day("2019-04-01")),
                AnnounceFigure(
                    register: .grant, of: Self.none, amount: pounds("1"), source: Self.why,
                    date: day("2019-04-01")),
            ], in: Self.scene())
    }
}
