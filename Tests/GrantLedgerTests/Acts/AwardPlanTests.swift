import GrantLedger
import Testing

@Suite("Plan, forecast, fund and facts of an award")
struct AwardPlanTests {
    private func plan(_ lines: String..., quarters: Bool = false) -> ReprofileAward {
        var lines = profile(lines)
        if quarters { for index in lines.indices { lines[index].quarter = index + 1 } }
        return ReprofileAward(award: code("W1"), profile: lines, reason: words("A late start"))
    }

    @Test("The quarters are planned anew; no money moves, and the plan is replaced")
    func reprofile() throws {
        let scene = try Scene.awarded("2019/20=350")
        let act = plan("2019/20=50", "2019/20=100", "2019/20=100", "2019/20=100", quarters: true)
        #expect(try scene.post(act).isEmpty)
        #expect(try scene.award().profile == act.profile)
        #expect(try scene.reason(act) == .nothingToChange)
    }

    @Test("A plan 5p from what is awarded is refused, naming the 5p")
    func fivePence() throws {
        let scene = try Scene.awarded("2019/20=350", "2020/21=100")
        let refusal = try scene.refusal(of: plan("2019/20=350.05", "2020/21=100"))
        #expect(refusal.reason == .totalDiffers)
        #expect(refusal.details.contains(.init("difference", pounds("0.05"))))
        #expect(try scene.reason(plan("2019/20=450")) == .totalDiffers)
        #expect(try scene.reason(plan("2019/20=350", "2021/22=100")) == .totalDiffers)
    }

    @Test("What is charged, written off and carried counts as awarded in its year")
    func charged() throws {
        let scene = try Scene.awarded("2019/20=350")
        try scene.pay("250", in: "2019/20")
        try scene.spend("2019/20-Q1", "STAFF=200")
        try scene.post(scene.raise("50"))
        try scene.post(scene.writeOff("20"))
        try scene.post(scene.carry("60"))
        #expect(try scene.reason(plan("2019/20=350")) == .totalDiffers)
        try scene.post(plan("2019/20=290", "2020/21=60"))
    }

    @Test("Signed with categories, each keeps its budget; moving it is a virement")
    func categories() throws {
        let scene = try Scene.awarded("2019/20/STAFF=200", "2019/20/TRAVEL=150")
        #expect(
            try scene.reason(plan("2019/20/STAFF=201", "2019/20/TRAVEL=149")) == .totalDiffers)
        #expect(try scene.reason(plan("2019/20=350")) == .totalDiffers)
        try scene.post(plan("2019/20/STAFF=50", "2019/20/TRAVEL=150", "2019/20/STAFF=150"))
        let whole = try Scene.awarded("2019/20=350")
        #expect(try whole.reason(plan("2019/20/STAFF=350")) == .totalDiffers)
        let unsigned = try Scene.awarded("2019/20=350", signed: false)
        try unsigned.post(plan("2019/20/STAFF=350"))
        #expect(try unsigned.reason(plan("2019/20/STAFFS=350")) == .unknownCode)
    }

    @Test("A new plan is reversed to the one before")
    func reversed() throws {
        let scene = try Scene.awarded("2019/20=350")
        let before = try scene.award().profile
        try scene.expectUndone(plan("2019/20=200", "2019/20=150"))
        #expect(try scene.award().profile == before)
    }

    @Test("A forecast is a fact of a year, from nil, and the last one stands")
    func forecast() throws {
        let scene = try Scene.awarded("2019/20=350")
        func forecast(_ amount: String) -> ForecastAward {
            ForecastAward(
                award: code("W1"), year: year(2019), amount: pounds(amount),
                reason: words("Post vacant"))
        }
        #expect(try scene.post(forecast("310")).isEmpty)
        try scene.post(forecast("0"), on: "2019-10-01")
        let facts = Facts(scene.desk.source)
        let row = try #require(try facts.find(Forecast.self, "W1#2019/20"))
        #expect(row.amount == .zero)
        #expect(row.date == day("2019-10-01"))
        #expect(try scene.reason(forecast("-0.01")) == .amountNotPositive)
        var beyond = forecast("0")
        beyond.amount = Money.greatest + pounds("0.01")
        #expect(try scene.reason(beyond) == .amountTooLarge)
        try scene.expectUndone(forecast("5"))
    }

    @Test("£100 moves to another fund in one entry: down on one line, up on the other")
    func move() throws {
        let scene = try Scene.awarded("2019/20=350")
        try scene.approve("2019/20=150", fund: "POCA")
        func move(_ amount: String, to: String = "POCA") -> MoveAward {
            MoveAward(
                award: code("W1"), year: year(2019), from: code("VRF"), to: code(to),
                amount: pounds(amount), reason: words("Lawful use"))
        }
        func line(_ fund: String) -> String { "award=W1,fund=\(fund),year=2019/20" }
        func scheduled(_ fund: String) -> String {
            "paymentScheduled{award=W1,fund=\(fund),instalment=0,year=2019/20}"
        }
        func committed(_ fund: String) -> String {
            "committed{award=W1,category=GENERAL,fund=\(fund),year=2019/20}"
        }
        #expect(
            try scene.entry(move("100")).transfers.map(\.line) == [
                "Dr \(scheduled("VRF")) / Cr awardPayable{\(line("VRF"))} 100.00",
                "Dr awardPayable{\(line("POCA"))} / Cr \(scheduled("POCA")) 100.00",
                "Dr \(committed("VRF")) / Cr unallocated{fund=VRF,year=2019/20} 100.00",
                "Dr unallocated{fund=POCA,year=2019/20} / Cr \(committed("POCA")) 100.00",
            ])
        #expect(scene.awarded("2019/20") == 35_000)
        #expect(try scene.reason(move("50.01")) == .fundExceeded)
        #expect(try scene.reason(move("1", to: "VRF")) == .nothingToChange)
        #expect(try scene.reason(move("1", to: "NONE")) == .unknownCode)
        try scene.schedule("W1", "2019/20", "350")
        #expect(try scene.reason(move("1")) == .moreThanUnscheduled)
    }

    @Test("Unsigned, a move changes what is reserved; reversed, it never was")
    func moveUnsigned() throws {
        let scene = try Scene.awarded("2019/20=350", signed: false)
        try scene.approve("2019/20=150", fund: "POCA")
        let act = MoveAward(
            award: code("W1"), year: year(2019), from: code("VRF"), to: code("POCA"),
            amount: pounds("150"), reason: words("Lawful use"))
        try scene.expectUndone(act)
        #expect(
            try scene.post(act) == [
                "Dr reserved{award=W1,fund=VRF,year=2019/20}"
                    + " / Cr unallocated{fund=VRF,year=2019/20} 150.00",
                "Dr unallocated{fund=POCA,year=2019/20}"
                    + " / Cr reserved{award=W1,fund=POCA,year=2019/20} 150.00",
            ])
    }

    @Test("A fact is withheld with its reason, once; a fact there is not is refused")
    func withhold() throws {
        let scene = try Scene.awarded("2019/20=350")
        func withhold(_ field: String, _ reason: String = "A refuge") -> WithholdFact {
            WithholdFact(award: code("W1"), field: words(field), reason: words(reason))
        }
        #expect(try scene.post(withhold("recipient")).isEmpty)
        try scene.post(withhold("place"))
        #expect(try scene.reason(withhold("recipient")) == .nothingToChange)
        #expect(try scene.reason(withhold("recipients")) == .unknownCode)
        try scene.post(withhold("recipient", "An address"))
        let withheld = try scene.award().withheld ?? []
        #expect(withheld.map(\.field.description) == ["place", "recipient"])
        #expect(withheld.map(\.reason.description) == ["A refuge", "An address"])
    }
}
