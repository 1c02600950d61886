import GrantLedger
import Testing

/// Kent's fund: £1m in three years, at most £35,000 a project and year.
@Suite("Cap and fund are two limits")
struct CapTests {
    private static let years = ["2019/20", "2020/21", "2021/22"]
    private static let full = years.map { "\($0)=35000" }

    /// A fund of £1m, a round of all of it, and so many awards at the cap in every year.
    private func kent(awards: Int) throws -> Scene {
        let scene = try Scene()
        try scene.approve("2019/20=333333.34", "2020/21=333333.33", "2021/22=333333.33")
        try scene.openRound(
            "2019/20=333333.34", "2020/21=333333.33", "2021/22=333333.33", perYear: "35000")
        for number in 1...10 {
            try scene.bid("B\(number)", "2019/20=35000", "2020/21=35000", "2021/22=35000")
        }
        for number in 0..<awards {
            try scene.post(MakeAward(code: code("W\(number + 1)"), bid: code("B\(number + 1)")))
        }
        return scene
    }

    private func tenth(_ lines: [String]) -> MakeAward {
        MakeAward(code: code("W10"), bid: code("B10"), profile: profile(lines))
    }

    @Test("Nine full awards use £945,000; the tenth is refused by the round, £16,666.66 short")
    func tenthIsRefusedByTheRound() throws {
        let scene = try kent(awards: 9)
        let left = try Self.years.map {
            try scene.holds("roundAvailable{fund=VRF,round=R1,year=\($0)}")
        }
        #expect(left == ["18,333.34", "18,333.33", "18,333.33"])
        let refusal = try scene.refusal(of: tenth(Self.full))
        #expect(refusal.reason == .roundExceeded)
        #expect(refusal.details.contains(.init("short", pounds("16666.66"))))
    }

    @Test("A penny over the cap is refused by the cap while the round is full")
    func pennyOverTheCap() throws {
        let scene = try kent(awards: 0)
        let refusal = try scene.refusal(of: tenth(["2019/20=35000.01"]))
        #expect(refusal.reason == .capExceeded)
        #expect(refusal.details.contains(.init("short", pounds("0.01"))))
        #expect(try scene.post(tenth(["2019/20=35000"])).count == 4)
    }

    @Test("A penny over the cap is refused by the cap also when the round is short")
    func pennyOverTheCapOfAShortRound() throws {
        let scene = try kent(awards: 9)
        #expect(try scene.reason(tenth(["2019/20=35000.01"])) == .capExceeded)
    }

    @Test("Over-programming lets the tenth be awarded; it may not be withdrawn while used")
    func overProgramming() throws {
        let scene = try kent(awards: 9)
        try scene.post(FundActTests.over("16666.66", round: "R1"))
        #expect(try scene.reason(tenth(["2019/20=35000.01"])) == .capExceeded)
        try scene.post(tenth(["2019/20=35000"]))
        #expect(try scene.holds("roundAvailable{fund=VRF,round=R1,year=2019/20}") == "0.00")
        let withdraw = WithdrawOverProgramming(
            fund: code("VRF"), round: code("R1"), year: year(2019), amount: pounds("0.01"),
            reason: words("Not needed"))
        #expect(try scene.reason(withdraw) == .roundExceeded)
    }

    @Test("A variation over the cap is refused until an exception is authorised")
    func variation() throws {
        let scene = try kent(awards: 1)
        let vary = VaryAward(
            award: code("W1"), year: year(2019), amount: pounds("0.01"), reason: words("More"))
        #expect(try scene.reason(vary) == .capExceeded)
        let except = ExceptCap(
            project: code("W1"), year: year(2019), amount: pounds("0.01"),
            authorisedBy: words("The commissioner"), reason: words("Exceptional need"))
        #expect(
            try scene.post(except) == [
                "Dr capSet{bid=B1,round=R1,year=2019/20}"
                    + " / Cr capHeadroom{bid=B1,round=R1,year=2019/20} 0.01"
            ])
        #expect(try scene.post(vary).count == 2)
    }

    @Test("There is no exception where there is no cap")
    func noCap() throws {
        let scene = try kent(awards: 1)
        let except = ExceptCap(
            project: code("W1"), amount: pounds("1"), authorisedBy: words("The commissioner"),
            reason: words("Exceptional need"))
        #expect(try scene.reason(except) == .noCap)
    }

    @Test("A direct award sets its cap once for each year of the round, however many lines it has")
    func direct() throws {
        let scene = try kent(awards: 0)
        try scene.approve("2019/20=50", fund: "POCA")
        let act = MakeAward(
            code: code("W20"), round: code("R1"), recipient: code("CHARITY"),
            title: words("Direct"), profile: profile(["2019/20=35000", "POCA@2019/20=50"]))
        let lines = try scene.post(act)
        for name in Self.years {
            #expect(
                lines.filter {
                    $0 == "Dr capSet{award=W20,round=R1,year=\(name)}"
                        + " / Cr capHeadroom{award=W20,round=R1,year=\(name)} 35,000.00"
                }.count == 1)
        }
        #expect(lines.count == 6)
        let vary = VaryAward(
            award: code("W20"), year: year(2019), amount: pounds("0.01"), reason: words("More"))
        #expect(try scene.reason(vary) == .capExceeded)
    }

    @Test("A year added to a round has the round's cap too")
    func yearAdded() throws {
        let scene = try kent(awards: 1)
        try scene.approve("2022/23=90000")
        try scene.post(
            AddToRound(
                round: code("R1"), year: year(2022), amount: pounds("90000"),
                reason: words("A fourth year")))
        func vary(_ amount: String) -> VaryAward {
            VaryAward(
                award: code("W1"), year: year(2022), amount: pounds(amount), reason: words("On"))
        }
        #expect(try scene.reason(vary("35000.01")) == .capExceeded)
        #expect(try scene.post(vary("35000")).count == 3)
    }

    @Test("A bid reversed and logged anew under its code has its cap again")
    func loggedAnew() throws {
        let scene = try Scene()
        try scene.approve("2019/20=1000")
        try scene.openRound("2019/20=1000", perYear: "400")
        try scene.bid("B1", "2019/20=100")
        let number = scene.desk.source.entries.count
        try scene.post(ReverseEntry(entry: number, reason: words("Typed wrongly")))
        try scene.bid("B1", "2019/20=400")
        #expect(try !scene.post(MakeAward(code: code("W1"), bid: code("B1"))).isEmpty)
    }
}
