import GrantLedger
import Testing

/// One fund, award or year is never settled with what another has.
@Suite("Each with its own money")
struct OwnMoneyTests {
    /// Two signed awards of £100 under two categories, and £150 from two funds for the second.
    private static func two() throws -> Scene {
        let scene = try Scene()
        try scene.approve("2019/20=1000")
        try scene.approve("2019/20=1000", fund: "POCA")
        try scene.award("W1", ["2019/20/STAFF=60", "2019/20/TRAVEL=40"])
        try scene.award("W2", ["2019/20/STAFF=100", "POCA@2019/20/STAFF=50"])
        for name in ["W1", "W2"] { try scene.sign(name) }
        return scene
    }

    @Test("An award is planned, scheduled and moved between headings within what it has itself")
    func awards() throws {
        let scene = try Self.two()
        let plan = ReprofileAward(
            award: code("W1"), profile: profile(["2019/20/TRAVEL=40", "2019/20/STAFF=60"]),
            reason: words("Another order"))
        #expect(try scene.post(plan).isEmpty)
        let schedule = ScheduleInstalments(
            award: code("W1"), year: year(2019), amount: pounds("100.01"),
            due: day("2019-05-01"), wait: .nothing)
        #expect(try scene.reason(schedule) == .moreThanUnscheduled)
        let vire = VireAward(
            award: code("W1"), year: year(2019), from: code("STAFF"), to: code("TRAVEL"),
            amount: pounds("60.01"), reason: words("Agreed"))
        #expect(try scene.reason(vire) == .awardExceeded)
        try scene.schedule("W1", "2019/20", "100")
        let more = ScheduleInstalments(
            award: code("W1"), year: year(2019), due: day("2019-05-01"), wait: .nothing)
        #expect(try scene.reason(more) == .moreThanUnscheduled)
    }

    @Test("What is clawed back of a fund is what the recipient holds of it")
    func funds() throws {
        let scene = try Self.two()
        try scene.schedule("W2", "2019/20", "150")
        try scene.pay("W2", 1)
        func raise(_ amount: String, _ fund: String) -> RaiseClawback {
            RaiseClawback(
                award: code("W2"), fund: code(fund), year: year(2019), amount: pounds(amount),
                reason: words("Unspent"))
        }
        let refusal = try scene.refusal(of: raise("50.01", "POCA"))
        #expect(refusal.reason == .moreThanOnAccount)
        #expect(refusal.details.contains(.init("left", pounds("50"))))
        #expect("\(refusal.message) \(refusal.details)".contains("fund=POCA"))
        try scene.post(raise("50", "POCA"))
        #expect(try scene.holds("clawbackDebtors{award=W2,fund=POCA,year=2019/20}") == "50.00")
        #expect(try scene.holds("paymentsOnAccount{award=W2,fund=VRF,year=2019/20}") == "100.00")
        try scene.post(raise("20", "VRF"))
        func writeOff(_ amount: String) -> WriteOffClawback {
            WriteOffClawback(
                award: code("W2"), fund: code("POCA"), year: year(2019), amount: pounds(amount),
                reason: words("Dissolved"))
        }
        #expect(try scene.reason(writeOff("50.01")) == .moreThanClawedBack)
        try scene.post(writeOff("50"))
        #expect(try scene.holds("clawbackDebtors{award=W2,fund=VRF,year=2019/20}") == "20.00")
    }

    @Test("Over-programming of one year stands in the way of no other year's reduction")
    func years() throws {
        let scene = try Scene()
        try scene.approve("2019/20=100", "2020/21=100")
        try scene.post(FundActTests.over("10", round: nil))
        func reduce(_ start: Int) -> ReduceFunding {
            ReduceFunding(
                fund: code("VRF"), year: year(start), amount: pounds("1"), reason: words("Cut"))
        }
        #expect(try scene.reason(reduce(2019)) == .overProgrammingStands)
        #expect(try scene.post(reduce(2020)).count == 1)
    }

    @Test("A claim is for what its own year earned")
    func claims() throws {
        let scene = try Scene()
        try scene.post(GrantActTests.grant("2019/20=100", "2020/21=100"))
        try scene.award("W1", ["2019/20=100", "2020/21=100"], fund: "EIYF")
        try scene.sign("W1")
        for (covers, amount) in [("2019/20-Q1", "30"), ("2020/21-Q1", "50")] {
            try scene.submit("W1", covers, "STAFF=\(amount)")
            try scene.accept("W1", covers, on: "2020-07-20")
        }
        try scene.post(ClaimActTests.claim("C1"), on: "2020-08-01")
        #expect(try ClaimActTests.row("C1", in: scene).lines.map(\.amount) == [pounds("30")])
    }

    @Test("A file is imported by a profile there is")
    func profiles() throws {
        let scene = try Scene()
        let act = RecordImport(
            of: .bank, profile: code("NONE"), file: words("june.csv"), sha256: words("0"), rows: 1,
            recorded: 1, seen: 0, setAside: 0)
        #expect(try scene.reason(act) == .unknownCode)
    }

    @Test("Money of a grant that is not confirmed is not given back to its funder")
    func unconfirmed() throws {
        let scene = try Scene()
        try scene.post(GrantActTests.grant("2019/20=100", status: .indicative))
        let act = SurrenderGrant(grant: code("G1"), year: year(2019), amount: pounds("1"))
        #expect(try scene.reason(act) == .grantUnconfirmed)
    }

    @Test("A round's money is given out under its own fund alone")
    func rounds() throws {
        let scene = try Scene()
        try scene.approve("2019/20=100")
        try scene.openRound("2019/20=100")
        #expect(
            try scene.reason(FundActTests.over("1", round: "R1", fund: "POCA")) == .unknownCode)
    }

    @Test("An instalment that is released is the award's own of that number")
    func instalments() throws {
        let scene = try Self.two()
        for name in ["W1", "W2"] {
            try scene.schedule(name, "2019/20", "50")
            try scene.post(
                HoldInstalment(award: code(name), number: 1, reason: words("A report is late")))
        }
        try scene.post(
            ReleaseInstalment(award: code("W1"), number: 1, reason: words("It has come")))
        let key = "award=W2,fund=VRF,instalment=1,year=2019/20"
        #expect(try scene.holds("paymentReleased{\(key)}") == "0.00")
    }

    @Test("Of an award that is expensed when paid no more is asked back than was paid")
    func expensed() throws {
        let scene = try Scene()
        try scene.policy("expense", "payment")
        try scene.approve("2019/20=1000")
        try scene.award("W1", ["2019/20=100"])
        try scene.sign("W1")
        try scene.pay("60", in: "2019/20")
        #expect(try scene.reason(scene.raise("60.01")) == .moreThanOnAccount)
        try scene.post(scene.raise("60"))
    }
}
