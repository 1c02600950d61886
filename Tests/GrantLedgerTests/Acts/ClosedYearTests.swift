import GrantLedger
import Testing

@Suite("A closed year")
struct ClosedYearTests {
    private static let line = "award=W1,fund=VRF,year=2019/20"

    /// A closed 2019/20 with £350 accepted, £300 of it paid and £50 scheduled.
    private func closed() throws -> Scene {
        let scene = try CloseTests.spent()
        try scene.schedule("W1", "2019/20", "50")
        try scene.post(CloseTests.close, on: "2020-03-31")
        return scene
    }

    @Test("Nothing is dated in it, nor in a year before it, and the late adjustment is named")
    func dated() throws {
        let scene = try closed()
        let pay = PayInstalment(award: code("W1"), number: 2)
        let refusal = try scene.refusal(of: pay, on: "2020-03-31")
        #expect(refusal.reason == .yearClosed)
        #expect(refusal.remedy.contains("almoner year adjust 2019/20 --authorised-by"))
        let fact = AddArea(code: code("KENT"), name: words("Kent"))
        #expect(try scene.reason(fact, on: "2020-03-31") == .yearClosed)
        #expect(try scene.reason(fact, on: "2018-06-01") == .yearClosed)
        try scene.post(fact, on: "2020-04-01")
    }

    @Test("A creditor of it is paid later, but nothing ahead; the payment can be reversed")
    func creditor() throws {
        let scene = try closed()
        let pay = PayInstalment(award: code("W1"), number: 2)
        let paid = try scene.entry(pay, on: "2020-04-20")
        #expect(try scene.holds("awardCreditors{\(Self.line)}") == "0.00")
        let undo = ReverseEntry(entry: paid.number, reason: words("Entered in error"))
        try scene.post(undo, on: "2020-04-20")
        #expect(try scene.holds("awardCreditors{\(Self.line)}") == "50.00")

        let ahead = try Scene.awarded("2019/20=1000")
        try ahead.post(
            EstimateReturn(
                award: code("W1"), period: period("2019/20-Q4"), spend: amounts(["STAFF=1000"]),
                basis: words("A letter")))
        try ahead.post(
            AccrueReturn(award: code("W1"), period: period("2019/20-Q4")), on: "2020-03-31")
        try ahead.schedule("W1", "2019/20", "1000")
        try ahead.post(CloseTests.close, on: "2020-03-31")
        try ahead.post(
            ReverseAccrual(award: code("W1"), period: period("2019/20-Q4")), on: "2020-04-01")
        let early = PayInstalment(award: code("W1"), number: 1)
        #expect(try ahead.reason(early, on: "2020-04-20") == .yearClosed)
    }

    @Test("Its money is not varied, lapsed, approved, reduced or found ineligible later")
    func cost() throws {
        let scene = try closed()
        let reason: Note = words("Later")
        let acts: [any Act] = [
            VaryAward(award: code("W1"), year: year(2019), amount: pounds("-1"), reason: reason),
            ApproveFunding(fund: code("VRF"), profile: profile(["2019/20=1"])),
            DisallowSpend(
                award: code("W1"), period: period("2019/20-Q1"), category: code("STAFF"),
                amount: pounds("1"), reason: reason),
            FundActTests.over("1", round: nil),
        ]
        for act in acts { #expect(try scene.reason(act, on: "2020-05-01") == .yearClosed) }
        try scene.post(
            ApproveFunding(fund: code("VRF"), profile: profile(["2020/21=1"])), on: "2020-05-01")
    }

    @Test("A return is accepted against its accrual only, and only that acceptance is reversed")
    func returns() throws {
        let scene = try Scene.awarded("2019/20=1000")
        try scene.post(
            EstimateReturn(
                award: code("W1"), period: period("2019/20-Q4"), spend: amounts(["STAFF=1000"]),
                basis: words("A letter")))
        try scene.post(
            AccrueReturn(award: code("W1"), period: period("2019/20-Q4")), on: "2020-03-31")
        try scene.post(CloseTests.close, on: "2020-03-31")
        try scene.post(
            ReverseAccrual(award: code("W1"), period: period("2019/20-Q4")), on: "2020-04-01")
        for covers in ["2019/20-Q3", "2019/20-Q4"] {
            try scene.post(
                SubmitReturn(
                    award: code("W1"), period: period(covers), spend: amounts(["STAFF=400"])),
                on: "2020-05-01")
        }
        let other = AcceptReturn(award: code("W1"), period: period("2019/20-Q3"))
        #expect(try scene.reason(other, on: "2020-05-02") == .yearClosed)
        let own = AcceptReturn(award: code("W1"), period: period("2019/20-Q4"))
        let accepted = try scene.entry(own, on: "2020-05-02")
        try scene.post(
            ReverseEntry(entry: accepted.number, reason: words("Entered in error")),
            on: "2020-05-02")
        let late = EstimateReturn(
            award: code("W1"), period: period("2019/20-Q3"), spend: amounts(["STAFF=400"]),
            basis: words("A letter"))
        #expect(try scene.reason(late, on: "2020-05-02") == .yearClosed)
    }

    @Test("An entry of a later date that may not touch it may not be reversed either")
    func reversal() throws {
        let scene = try CloseTests.spent()
        let approved = try scene.entry(
            ApproveFunding(fund: code("VRF"), profile: profile(["2019/20=5"])), on: "2020-04-05")
        try scene.post(
            ReduceFunding(
                fund: code("VRF"), year: year(2019), amount: pounds("5"), reason: words("Cut")),
            on: "2020-04-06")
        try scene.post(CloseTests.close, on: "2020-03-31")
        let undo = ReverseEntry(entry: approved.number, reason: words("Entered in error"))
        #expect(try scene.reason(undo, on: "2020-04-05") == .yearClosed)
    }

    @Test(
        "What an accrual leaves of £1,500 lapses and is reduced later, and where nothing is left not"
    )
    func remainder() throws {
        let scene = try Scene()
        try scene.approve("2019/20=60000")
        try scene.award("W1", ["2019/20=60000"])
        try scene.sign("W1")
        let covers = period("2019/20-Q4")
        try scene.post(
            EstimateReturn(
                award: code("W1"), period: covers, spend: amounts(["STAFF=60000"]),
                basis: words("A letter")))
        try scene.post(AccrueReturn(award: code("W1"), period: covers), on: "2020-03-31")
        try scene.post(CloseTests.close, on: "2020-03-31")
        let lapse = LapseAward(award: code("W1"), year: year(2019), reason: words("Unspent"))
        let reduce = ReduceFunding(
            fund: code("VRF"), year: year(2019), amount: pounds("1500"), reason: words("Unspent"))
        #expect(try scene.reason(lapse, on: "2020-04-01") == .yearClosed)
        #expect(try scene.reason(reduce, on: "2020-04-01") == .yearClosed)
        try scene.post(ReverseAccrual(award: code("W1"), period: covers), on: "2020-04-01")
        try scene.post(
            SubmitReturn(award: code("W1"), period: covers, spend: amounts(["STAFF=58500"])),
            on: "2020-05-10")
        try scene.accept("W1", "2019/20-Q4", on: "2020-05-10")
        #expect(
            try scene.reason(try LateAdjustmentTests.late(lapse), on: "2020-03-31")
                == .awardExceeded)
        let lapsed = try scene.entry(lapse, on: "2020-05-11")
        #expect(try scene.holds("unallocated{fund=VRF,year=2019/20}") == "1,500.00")
        try scene.post(
            ReverseEntry(entry: lapsed.number, reason: words("Entered in error")), on: "2020-05-11")
        try scene.post(lapse, on: "2020-05-11")
        try scene.post(reduce, on: "2020-05-12")
        #expect(try scene.holds("unallocated{fund=VRF,year=2019/20}") == "0.00")
        #expect(try scene.reason(lapse, on: "2020-05-13") == .yearClosed)
        #expect(try scene.reason(reduce, on: "2020-05-13") == .yearClosed)
    }
}
