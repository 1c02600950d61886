import GrantLedger
import Testing

@Suite("The end of an award")
struct FinishTests {
    private static let line = "award=W1,fund=VRF,year=2019/20"

    /// £350: £120 of it paid and £100 accepted, £120 scheduled and not paid.
    private static func underway() throws -> Scene {
        let scene = try Scene.awarded("2019/20=350")
        try scene.schedule("W1", "2019/20", "120")
        try scene.schedule("W1", "2019/20", "120")
        try scene.pay("W1", 1)
        try scene.spend("2019/20-Q1", "STAFF=100")
        return scene
    }

    @Test("In one entry £20 held is asked back, £120 unpaid withdrawn, and £250 lapses")
    func finish() throws {
        let scene = try Self.underway()
        let entry = try scene.entry(scene.finish())
        let unscheduled = "paymentScheduled{award=W1,fund=VRF,instalment=0,year=2019/20}"
        #expect(
            entry.transfers.map(\.line) == [
                "Dr paymentReleased{award=W1,fund=VRF,instalment=2,year=2019/20}"
                    + " / Cr \(unscheduled) 120.00",
                "Dr \(unscheduled) / Cr awardPayable{\(Self.line)} 230.00",
                "Dr committed{award=W1,category=GENERAL,fund=VRF,year=2019/20}"
                    + " / Cr unallocated{fund=VRF,year=2019/20} 250.00",
                "Dr clawbackDebtors{\(Self.line)} / Cr paymentsOnAccount{\(Self.line)} 20.00",
            ])
        #expect(Set(entry.puts.map(\.key)) == ["W1", "W1#2"])
        #expect(entry.puts.count == 2)
        #expect(try scene.award().status == .ended)
    }

    @Test("An ended award is neither scheduled, varied, lapsed, carried, planned nor reported on")
    func ended() throws {
        let scene = try Self.underway()
        try scene.post(scene.finish())
        let acts: [any Act] = [
            ScheduleInstalments(award: code("W1"), year: year(2019), amount: pounds("1")),
            scene.vary("1"), scene.lapse("1"), scene.carry("1"), scene.finish(),
            SignAward(award: code("W1")),
            VireAward(
                award: code("W1"), year: year(2019), from: code("TRAVEL"), to: code("STAFF"),
                amount: pounds("1"), reason: words("No")),
            MoveAward(
                award: code("W1"), year: year(2019), from: code("VRF"), to: code("POCA"),
                amount: pounds("1"), reason: words("No")),
            ReprofileAward(
                award: code("W1"), profile: profile(["2019/20=100"]), reason: words("No")),
            ForecastAward(award: code("W1"), year: year(2019), amount: pounds("1")),
            SubmitReturn(
                award: code("W1"), period: period("2019/20-Q2"), spend: amounts(["STAFF=1"])),
        ]
        for act in acts { #expect(try scene.reason(act) == .awardEnded) }
    }

    @Test("It still takes what was asked back: £12 received, £8 written off to where it lapsed")
    func clawbackAfter() throws {
        let scene = try Self.underway()
        try scene.post(scene.finish())
        try scene.post(scene.receive("12"))
        #expect(
            try scene.post(scene.writeOff("8")).filter { $0.contains("charged") } == [
                "Dr unallocated{fund=VRF,year=2019/20}"
                    + " / Cr charged{award=W1,category=GENERAL,fund=VRF,mark=writtenOff,"
                    + "year=2019/20} 8.00"
            ])
    }

    @Test("While £350 is owed, or a return is undecided, it cannot end")
    func unfinished() throws {
        let scene = try Scene.awarded("2019/20=350")
        try scene.submit("W1", "2019/20-Q1", "STAFF=350")
        let undecided = try scene.refusal(of: scene.finish())
        #expect(undecided.reason == .awardUnfinished)
        #expect(undecided.details.contains(.init("periods", "2019/20-Q1")))
        try scene.accept("W1", "2019/20-Q1")
        let owing = try scene.refusal(of: scene.finish())
        #expect(owing.reason == .awardUnfinished)
        #expect(owing.details.contains(.init("owed", pounds("350"))))
        try scene.schedule("W1", "2019/20", "350")
        try scene.post(PayInstalment(award: code("W1"), number: 1), on: "2019-07-21")
        #expect(try scene.post(scene.finish(), on: "2019-07-21").isEmpty)
    }

    @Test("A queried return keeps an award open")
    func queried() throws {
        let scene = try Scene.awarded("2019/20=350")
        try scene.submit("W1", "2019/20-Q1", "STAFF=1")
        try scene.post(
            QueryReturn(award: code("W1"), period: period("2019/20-Q1"), reason: words("Why?")))
        #expect(try scene.reason(scene.finish()) == .awardUnfinished)
    }

    @Test("Spend of £30 found ineligible after the end is asked back and lapses by a second finish")
    func again() throws {
        let scene = try Self.underway()
        try scene.post(scene.finish())
        try scene.post(
            DisallowSpend(
                award: code("W1"), period: period("2019/20-Q1"), category: code("STAFF"),
                amount: pounds("30"), reason: words("A gift")), on: "2019-08-01")
        #expect(
            try scene.post(scene.finish(), on: "2019-08-01") == [
                "Dr clawbackDebtors{\(Self.line)} / Cr paymentsOnAccount{\(Self.line)} 30.00",
                "Dr committed{award=W1,category=GENERAL,fund=VRF,year=2019/20}"
                    + " / Cr unallocated{fund=VRF,year=2019/20} 30.00",
            ])
        #expect(try scene.award().status == .ended)
    }

    @Test("An award never signed ends too: what was reserved goes back")
    func unsigned() throws {
        let scene = try Scene.awarded("2019/20=350", "2020/21=100", signed: false)
        #expect(
            try scene.post(scene.finish()) == [
                "Dr reserved{\(Self.line)} / Cr unallocated{fund=VRF,year=2019/20} 350.00",
                "Dr reserved{award=W1,fund=VRF,year=2020/21}"
                    + " / Cr unallocated{fund=VRF,year=2020/21} 100.00",
            ])
        #expect(try scene.award().status == .ended)
    }

    @Test("Reversed, the award goes on as it stood, with its instalment")
    func reversed() throws {
        let scene = try Self.underway()
        try scene.expectUndone(scene.finish())
        #expect(try scene.award().status == .signed)
        try scene.pay("W1", 2)
    }
}
