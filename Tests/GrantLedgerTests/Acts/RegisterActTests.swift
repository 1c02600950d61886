import GrantLedger
import Testing

@Suite("Registers")
struct RegisterActTests {
    @Test("A code is given once in its register")
    func taken() throws {
        let scene = try Scene.awarded("2019/20=100")
        #expect(
            try scene.reason(AddOrganisation(code: code("CHARITY"), name: words("Another")))
                == .codeTaken)
        #expect(
            try scene.reason(OpenFund(code: code("VRF"), title: words("Again"), source: .other))
                == .codeTaken)
        #expect(
            try scene.reason(AddCategory(code: code("STAFF"), name: words("Again"))) == .codeTaken)
        let award = MakeAward(
            code: code("W1"), fund: code("VRF"), recipient: code("CHARITY"), title: words("Again"),
            profile: profile(["2019/20=1"]))
        #expect(try scene.reason(award) == .codeTaken)
    }

    @Test("A contact is kept outside the record, so a correction can clear it and never set it")
    func contact() throws {
        let scene = try Scene.awarded("2019/20=100")
        let act = ChangeFact(
            register: .organisation, code: code("CHARITY"), changes: ["contact": "A contact"],
            reason: words("Typed"))
        #expect(try scene.reason(act) == .unknownCode)
    }

    @Test("What is unknown is refused with the nearest names")
    func unknown() throws {
        let scene = try Scene()
        let act = ApproveFunding(fund: code("VRG"), profile: profile(["2019/20=1"]))
        let refusal = try scene.refusal(of: act)
        #expect(refusal.reason == .unknownCode)
        #expect(refusal.message.contains("VRF"))
        let pay = PayInstalment(award: code("W1"), number: 1)
        #expect(try scene.reason(pay) == .unknownCode)
    }

    @Test("An organisation of the same name or number may be a duplicate until said to be distinct")
    func duplicate() throws {
        let scene = try Scene()
        var act = AddOrganisation(code: code("C2"), name: words("body  Charity"))
        #expect(try scene.reason(act) == .possibleDuplicate)
        act.distinct = true
        #expect(try scene.entry(act).flags == [.distinct])
        try scene.post(
            AddOrganisation(code: code("C3"), name: words("Three"), orgId: words("GB-CHC-1")))
        let same = AddOrganisation(code: code("C4"), name: words("Four"), orgId: words("GB-CHC-1"))
        #expect(try scene.reason(same) == .possibleDuplicate)
    }

    @Test("Facts that are not money are changed by an entry, and a change changes something")
    func change() throws {
        let scene = try Scene()
        let act = ChangeFact(
            register: .fund, code: code("VRF"), changes: ["title": "Violence Reduction Fund"],
            reason: words("Named"))
        #expect(try scene.post(act).isEmpty)
        #expect(try scene.reason(act) == .nothingToChange)
        let fund = try Facts(scene.desk.source).find(Fund.self, code("VRF"))
        #expect(fund?.title == words("Violence Reduction Fund"))
    }

    @Test("A figure made public is kept and moves nothing")
    func announce() throws {
        let scene = try GrantActTests.agreed()
        func announced(_ grant: String, _ amount: String) -> AnnounceFigure {
            AnnounceFigure(
                register: .grant, of: code(grant), amount: pounds(amount),
                source: words("A press notice"), date: day("2019-06-20"))
        }
        #expect(try scene.post(announced("G1", "1200000")).isEmpty)
        #expect(try scene.post(announced("G1", "880000")).isEmpty)
        #expect(try scene.reason(announced("G2", "1")) == .unknownCode)
        #expect(try scene.reason(announced("G1", "0")) == .amountNotPositive)
        let kept = try Facts(scene.desk.source).all(Announcement.self, prefix: "G1#")
        #expect(kept.map(\.amount) == [pounds("1200000"), pounds("880000")])
    }

    @Test("An area, a theme, the opening, the adoption and the recovery of a book move nothing")
    func nothing() throws {
        let scene = try Scene()
        #expect(try scene.post(AddArea(code: code("KENT"), name: words("Kent"))).isEmpty)
        #expect(try scene.post(AddTheme(code: code("YOUTH"), name: words("Youth"))).isEmpty)
        #expect(
            try scene.post(AdoptBook(found: words("No counterfoils"), reason: words("Moved")))
                .isEmpty)
        #expect(
            try scene.post(
                RecoverBook(
                    found: words("An older copy"), agreed: 1, gone: 2, last: 3,
                    reason: words("The disk was lost"))
            ).isEmpty)
    }

    @Test("An amount is above nil and at most £99,999,999,999.99, and so is a balance bounded")
    func amounts() throws {
        let scene = try Scene()
        func approved(_ pence: Int64) -> ApproveFunding {
            ApproveFunding(
                fund: code("VRF"),
                profile: [ProfileLine(year: year(2019), amount: Money(pence: pence))])
        }
        #expect(try scene.reason(approved(0)) == .amountNotPositive)
        #expect(try scene.reason(approved(-1)) == .amountNotPositive)
        #expect(try scene.reason(approved(10_000_000_000_000)) == .amountTooLarge)
        #expect(try scene.post(approved(9_999_999_999_999)).count == 1)
    }

    @Test("The unknown is refused before a wrong total, and that before the act's own guards")
    func precedence() throws {
        let scene = try GrantActTests.agreed()
        var act = ApproveFunding(
            fund: code("NONE"), profile: profile(["2019/20=1"]), total: pounds("2"))
        #expect(try scene.reason(act) == .unknownCode)
        act.fund = code("EIYF")
        #expect(try scene.reason(act) == .totalDiffers)
        act.total = nil
        #expect(try scene.reason(act) == .fundHasGrant)
    }
}
