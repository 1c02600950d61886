import GrantLedger
import Testing

@Suite("Carry-forward of an award")
struct CarryTests {
    private static let first = "award=W1,fund=VRF,year=2019/20"
    private static let second = "award=W1,fund=VRF,year=2020/21"
    private static let unscheduled = "award=W1,fund=VRF,instalment=0,year="
    private static func committed(_ year: String) -> String {
        "committed{award=W1,category=GENERAL,fund=VRF,round=R1,year=\(year)}"
    }

    /// £35,000 in each of two years; in the first £34,000 is paid and £31,000 accepted.
    private static func underspent() throws -> Scene {
        let scene = try Scene.capped("2019/20=35000", "2020/21=35000")
        try scene.pay("34000", in: "2019/20")
        try scene.spend("2019/20-Q1", "STAFF=31000")
        return scene
    }

    @Test("Of £4,000 carried, £1,000 unpaid goes first; the full cap of the later year is raised")
    func unpaidFirst() throws {
        let scene = try Self.underspent()
        let pool = "award=W1,fund=VRF,round=R1,year="
        let cap = "bid=B1,round=R1,year="
        #expect(
            try scene.post(scene.carry("4000")) == [
                "Dr awardPayable{\(Self.second)} / Cr paid{\(Self.second)} 3,000.00",
                "Dr awardPayable{\(Self.second)}"
                    + " / Cr paymentScheduled{\(Self.unscheduled)2020/21} 1,000.00",
                "Dr broughtForward{\(pool)2020/21} / Cr \(Self.committed("2020/21")) 4,000.00",
                "Dr capHeadroom{\(cap)2020/21} / Cr capUsed{\(cap)2020/21} 4,000.00",
                "Dr capSet{\(cap)2020/21} / Cr capHeadroom{\(cap)2020/21} 4,000.00",
                "Dr capUsed{\(cap)2019/20} / Cr capHeadroom{\(cap)2019/20} 4,000.00",
                "Dr \(Self.committed("2019/20")) / Cr carriedForward{\(pool)2019/20} 4,000.00",
                "Dr paid{\(Self.first)} / Cr awardPayable{\(Self.first)} 3,000.00",
                "Dr paymentScheduled{\(Self.unscheduled)2019/20}"
                    + " / Cr awardPayable{\(Self.first)} 1,000.00",
                "Dr paymentsOnAccount{\(Self.second)}"
                    + " / Cr paymentsOnAccount{\(Self.first)} 3,000.00",
            ])
        #expect(try scene.holds(Self.committed("2020/21")) == "39,000.00")
    }

    @Test("Where the later year has £20,000 of cap left, none is raised")
    func capNotShort() throws {
        let scene = try Scene.capped("2019/20=35000", "2020/21=15000")
        try scene.post(scene.carry("4000"))
        #expect(try scene.holds("capSet{bid=B1,round=R1,year=2020/21}") == "35,000.00")
        #expect(try scene.holds("capHeadroom{bid=B1,round=R1,year=2020/21}") == "16,000.00")
    }

    @Test("A year the round does not offer gets as much cap as is carried into it")
    func beyondTheRound() throws {
        let scene = try Scene.capped("2019/20=35000")
        try scene.post(scene.carry("4000", 2019, 2022))
        #expect(try scene.holds("capSet{bid=B1,round=R1,year=2022/23}") == "4,000.00")
        #expect(try scene.holds("capUsed{bid=B1,round=R1,year=2022/23}") == "4,000.00")
    }

    @Test("£3,800 that the recipient already holds is carried and not paid again")
    func notPaidAgain() throws {
        let scene = try Scene.capped("2019/20=35000")
        try scene.pay("35000", in: "2019/20")
        try scene.spend("2019/20-Q1", "STAFF=31200")
        try scene.post(scene.carry("3800"))
        #expect(try scene.holds("paid{\(Self.second)}") == "3,800.00")
        #expect(try scene.holds("paymentsOnAccount{\(Self.second)}") == "3,800.00")
        #expect(try scene.holds("paymentScheduled{\(Self.unscheduled)2020/21}") == "0.00")
        let schedule = ScheduleInstalments(
            award: code("W1"), year: year(2020), amount: pounds("0.01"), due: day("2020-05-01"),
            wait: .nothing)
        #expect(try scene.reason(schedule) == .moreThanUnscheduled)
        try scene.spend("2020/21-Q1", "STAFF=3800", on: "2020-07-20")
        #expect(try scene.holds("paymentsOnAccount{\(Self.second)}") == "0.00")
        #expect(try scene.holds("awardCreditors{\(Self.second)}") == "0.00")
    }

    @Test("£3,800 clawed back and not lapsed is carried to be paid in the later year")
    func clawedBack() throws {
        let scene = try Scene.capped("2019/20=35000")
        try scene.pay("35000", in: "2019/20")
        try scene.spend("2019/20-Q1", "STAFF=31200")
        try scene.post(scene.raise("3800"))
        try scene.post(scene.receive("3800"))
        #expect(
            try scene.post(scene.carry("3800")).filter { $0.contains("awardPayable") } == [
                "Dr awardPayable{\(Self.second)}"
                    + " / Cr paymentScheduled{\(Self.unscheduled)2020/21} 3,800.00"
            ])
    }

    @Test("What is held pays what the later year already owes")
    func clearsWhatIsOwed() throws {
        let scene = try Scene.capped("2019/20=35000", "2020/21=10000")
        try scene.pay("35000", in: "2019/20")
        try scene.spend("2019/20-Q1", "STAFF=31200")
        try scene.spend("2020/21-Q1", "STAFF=1500", on: "2020-07-20")
        #expect(
            try scene.post(scene.carry("3800"), on: "2020-07-21")
                .filter { $0.contains("awardCreditors") } == [
                    "Dr awardCreditors{\(Self.second)}"
                        + " / Cr paymentsOnAccount{\(Self.second)} 1,500.00"
                ])
        #expect(try scene.holds("paymentsOnAccount{\(Self.second)}") == "2,300.00")
    }

    @Test("Several funds carry by what each can; the categories are kept")
    func severalFunds() throws {
        let scene = try Scene()
        try scene.approve("2019/20=200")
        try scene.approve("2019/20=100", fund: "POCA")
        try scene.award(
            "W1", ["VRF@2019/20/STAFF=150", "VRF@2019/20/TRAVEL=50", "POCA@2019/20/STAFF=100"])
        try scene.sign("W1")
        #expect(
            try scene.post(scene.carry("30")).filter { $0.contains("broughtForward") } == [
                "Dr broughtForward{award=W1,fund=POCA,year=2020/21}"
                    + " / Cr committed{award=W1,category=STAFF,fund=POCA,year=2020/21} 10.00",
                "Dr broughtForward{\(Self.second)}"
                    + " / Cr committed{award=W1,category=STAFF,fund=VRF,year=2020/21} 15.00",
                "Dr broughtForward{\(Self.second)}"
                    + " / Cr committed{award=W1,category=TRAVEL,fund=VRF,year=2020/21} 5.00",
            ])
        try scene.post(scene.carry("90", fund: "POCA"))
        #expect(try scene.reason(scene.carry("0.01", fund: "POCA")) == .awardExceeded)
    }

    @Test("Unsigned, what is reserved is carried, and nothing is payable")
    func unsigned() throws {
        let scene = try Scene.awarded("2019/20=350", signed: false)
        #expect(
            try scene.post(scene.carry("100")) == [
                "Dr broughtForward{\(Self.second)} / Cr reserved{\(Self.second)} 100.00",
                "Dr reserved{\(Self.first)} / Cr carriedForward{\(Self.first)} 100.00",
            ])
        #expect(try scene.reason(scene.carry("250.01")) == .moreThanReserved)
    }

    @Test("Carried backwards, beyond what is left, or while payments are scheduled, it is refused")
    func guards() throws {
        let scene = try Scene.awarded("2019/20=350")
        #expect(try scene.reason(scene.carry("1", 2019, 2019)) == .yearsBackwards)
        #expect(try scene.reason(scene.carry("1", 2020, 2019)) == .yearsBackwards)
        #expect(try scene.reason(scene.carry("350.01")) == .awardExceeded)
        try scene.schedule("W1", "2019/20", "300")
        let refusal = try scene.refusal(of: scene.carry("50.01"))
        #expect(refusal.reason == .moreThanUnscheduled)
        #expect(refusal.details.contains(.init("scheduled", pounds("300"))))
        try scene.post(scene.carry("50"))
    }

    @Test("Reversed, a carry-forward puts both years back")
    func reversed() throws {
        let scene = try Self.underspent()
        try scene.expectUndone(scene.carry("4000"))
    }

    @Test("A three-year taper of £90,000 sums to the award after it is varied, lapsed and carried")
    func taper() throws {
        let scene = try Scene.capped("2019/20=35000", "2020/21=30000", "2021/22=25000")
        func awarded() -> [Int64] {
            ["2019/20", "2020/21", "2021/22"].map { scene.awarded($0) }
        }
        #expect(awarded() == [3_500_000, 3_000_000, 2_500_000])
        try scene.post(scene.vary("-2000", 2021))
        #expect(awarded() == [3_500_000, 3_000_000, 2_300_000])
        try scene.pay("34000", in: "2019/20")
        try scene.spend("2019/20-Q1", "STAFF=31000")
        try scene.post(scene.lapse("400"))
        #expect(awarded() == [3_460_000, 3_000_000, 2_300_000])
        try scene.post(scene.carry("3600"))
        #expect(awarded() == [3_100_000, 3_360_000, 2_300_000])
        #expect(awarded().reduce(0, +) == 9_000_000 - 200_000 - 40_000)
    }

    @Test("Of two funds the one whose money is on the schedule carries nothing, its cap neither")
    func scheduled() throws {
        let scene = try Scene()
        try scene.approve("2019/20=1000", "2022/23=10")
        try scene.approve("2019/20=50", fund: "POCA")
        try scene.openRound("2019/20=500", perYear: "350")
        try scene.bid("B1", "2019/20=100")
        try scene.post(
            MakeAward(
                code: code("W1"), bid: code("B1"),
                profile: profile(["2019/20=100", "POCA@2019/20=50"])))
        try scene.sign("W1")
        try scene.post(
            AddToRound(
                round: code("R1"), year: year(2022), amount: pounds("10"), reason: words("On")))
        try scene.post(
            ScheduleInstalments(
                award: code("W1"), fund: code("VRF"), year: year(2019), amount: pounds("100"),
                due: day("2019-05-01"), wait: .nothing))
        let lines = try scene.post(scene.carry("50", 2019, 2022))
        #expect(lines.contains { $0.contains("carriedForward{award=W1,fund=POCA") })
        #expect(!lines.contains { $0.contains("capSet") || $0.contains("fund=VRF") })
    }
}
