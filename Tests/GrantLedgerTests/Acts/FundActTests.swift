import GrantLedger
import Testing

@Suite("Funds and rounds")
struct FundActTests {
    @Test("Approved funding is unallocated")
    func approve() throws {
        let scene = try Scene()
        let act = ApproveFunding(
            fund: code("VRF"), profile: profile(["2019/20=333333.34", "2020/21=333333.33"]))
        #expect(
            try scene.post(act) == [
                "Dr fundingApproved{fund=VRF,mark=confirmed,year=2019/20}"
                    + " / Cr unallocated{fund=VRF,year=2019/20} 333,333.34",
                "Dr fundingApproved{fund=VRF,mark=confirmed,year=2020/21}"
                    + " / Cr unallocated{fund=VRF,year=2020/21} 333,333.33",
            ])
    }

    @Test("A fund is reduced from what is unallocated, never from what a round has")
    func reduce() throws {
        let scene = try Scene()
        try scene.approve("2019/20=1000")
        try scene.openRound("2019/20=600")
        func reduced(_ amount: String) -> ReduceFunding {
            ReduceFunding(
                fund: code("VRF"), year: year(2019), amount: pounds(amount), reason: words("Cut"))
        }
        #expect(try scene.reason(reduced("400.01")) == .fundExceeded)
        #expect(
            try scene.post(reduced("400")) == [
                "Dr unallocated{fund=VRF,year=2019/20}"
                    + " / Cr fundingApproved{fund=VRF,mark=confirmed,year=2019/20} 400.00"
            ])
    }

    @Test("A fund fed by a grant is neither approved nor reduced by the office")
    func fedByGrant() throws {
        let scene = try GrantActTests.agreed()
        let approve = ApproveFunding(fund: code("EIYF"), profile: profile(["2019/20=1"]))
        let reduce = ReduceFunding(
            fund: code("EIYF"), year: year(2019), amount: pounds("1"), reason: words("Cut"))
        #expect(try scene.reason(approve) == .fundHasGrant)
        #expect(try scene.reason(reduce) == .fundHasGrant)
    }

    @Test("A round takes from the fund, gives back, and at its end gives all of it back")
    func round() throws {
        let scene = try Scene()
        try scene.approve("2019/20=1000", "2020/21=1000")
        try scene.openRound("2019/20=600", "2020/21=500")
        let more = AddToRound(
            round: code("R1"), year: year(2019), amount: pounds("400"), reason: words("Demand"))
        let less = TakeFromRound(
            round: code("R1"), year: year(2020), amount: pounds("100"), reason: words("Slack"))
        let pool = "unallocated{fund=VRF,year=2019/20}"
        let round = "roundAvailable{fund=VRF,round=R1,year=2019/20}"
        #expect(try scene.post(more) == ["Dr \(pool) / Cr \(round) 400.00"])
        #expect(try scene.reason(more) == .fundExceeded)
        #expect(
            try scene.post(less) == [
                "Dr roundAvailable{fund=VRF,round=R1,year=2020/21}"
                    + " / Cr unallocated{fund=VRF,year=2020/21} 100.00"
            ])
        #expect(
            try scene.post(CloseRound(round: code("R1"))) == [
                "Dr \(round) / Cr \(pool) 1,000.00",
                "Dr roundAvailable{fund=VRF,round=R1,year=2020/21}"
                    + " / Cr unallocated{fund=VRF,year=2020/21} 400.00",
            ])
        #expect(try scene.reason(more) == .roundClosed)
    }

    @Test("A round does not close before it opens")
    func window() throws {
        let scene = try Scene()
        try scene.approve("2019/20=1000")
        let act = OpenRound(
            code: code("R1"), fund: code("VRF"), title: words("A round"),
            opens: day("2019-05-02"), closes: day("2019-05-01"), profile: profile(["2019/20=1"]))
        #expect(try scene.reason(act) == .datesBackwards)
        var oneDay = act
        oneDay.opens = act.closes
        #expect(try scene.post(oneDay).count == 1, "a round may be open for one day")
    }

    @Test("Over-programming adds to a round, or to the fund where none is named")
    func overProgramme() throws {
        let scene = try Scene()
        try scene.approve("2019/20=1000")
        try scene.openRound("2019/20=600")
        #expect(
            try scene.post(Self.over("200", round: "R1")) == [
                "Dr overProgrammingAuthorised{fund=VRF,round=R1,year=2019/20}"
                    + " / Cr roundAvailable{fund=VRF,round=R1,year=2019/20} 200.00"
            ])
        #expect(
            try scene.post(Self.over("50", round: nil)) == [
                "Dr overProgrammingAuthorised{fund=VRF,year=2019/20}"
                    + " / Cr unallocated{fund=VRF,year=2019/20} 50.00"
            ])
    }

    @Test("Over-programming is withdrawn as far as it stands, and stands in a reduction's way")
    func withdraw() throws {
        let scene = try Scene()
        try scene.approve("2019/20=1000")
        try scene.openRound("2019/20=600")
        try scene.post(Self.over("200", round: "R1"))
        let reduce = ReduceFunding(
            fund: code("VRF"), year: year(2019), amount: pounds("1"), reason: words("Cut"))
        #expect(try scene.reason(reduce) == .overProgrammingStands)
        func withdrawn(_ amount: String) -> WithdrawOverProgramming {
            WithdrawOverProgramming(
                fund: code("VRF"), round: code("R1"), year: year(2019), amount: pounds(amount),
                reason: words("Not needed"))
        }
        #expect(try scene.reason(withdrawn("200.01")) == .overProgrammingInUse)
        #expect(
            try scene.post(withdrawn("200")) == [
                "Dr roundAvailable{fund=VRF,round=R1,year=2019/20}"
                    + " / Cr overProgrammingAuthorised{fund=VRF,round=R1,year=2019/20} 200.00"
            ])
        #expect(try scene.post(reduce).count == 1)
    }

    static func over(_ amount: String, round: String?, fund: String = "VRF") -> OverProgramme {
        OverProgramme(
            fund: code(fund), round: round.map { code($0) }, year: year(2019),
            amount: pounds(amount), authorisedBy: words("The commissioner"),
            reason: words("Slippage is expected"), underwrittenBy: words("The general reserve"))
    }

    @Test("A round that closes gives back its own money, not that of another round of its fund")
    func closesAlone() throws {
        let scene = try Scene()
        try scene.approve("2019/20=1000")
        try scene.openRound("2019/20=300")
        try scene.post(
            OpenRound(
                code: code("R2"), fund: code("VRF"), title: words("Another"),
                opens: day("2019-04-01"), closes: day("2019-05-31"),
                profile: profile(["2019/20=200"])))
        #expect(
            try scene.post(CloseRound(round: code("R1"))) == [
                "Dr roundAvailable{fund=VRF,round=R1,year=2019/20}"
                    + " / Cr unallocated{fund=VRF,year=2019/20} 300.00"
            ])
    }
}
