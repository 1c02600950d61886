import GrantLedger
import Testing

@Suite("Report of match")
struct MatchReportTests {
    private static let source = "award=W1,mark=cash,organisation=COUNCIL,year=2019/20"

    @Test("Of £300 required £100 is met: £200 is short; what is offered stands by its stage")
    func required() throws {
        let report = MatchReport(
            balances: Held.accounts(
                "matchTarget{award=W1,year=2019/20} 300",
                "matchRequired{award=W1,year=2019/20} 200",
                "matchMet{award=W1,year=2019/20} 100",
                "matchTarget{grant=G1,year=2020/21} 50",
                "matchRequired{grant=G1,year=2020/21} 50",
                "matchOffered{\(Self.source)} 260", "matchPledged{\(Self.source)} 90",
                "matchConfirmed{\(Self.source)} 70", "matchEvidenced{\(Self.source)} 100",
                "matchOffered{award=W1,mark=in-kind,organisation=COUNCIL,year=2019/20} 5"))
        #expect(report.rows.map(\.of) == [code("G1"), code("W1")])
        let row = try #require(report.rows.last)
        #expect(row.isAward)
        #expect([row.target, row.met, row.short] == ["300", "100", "200"].map(pounds))
        #expect(row.required == row.short)
        #expect(report.rows.first?.short == pounds("50"))
        #expect(report.sources.map(\.kind) == [.cash, .inKind])
        let cash = try #require(report.sources.first)
        #expect(cash.offered == cash.pledged + cash.confirmed + cash.evidenced)
        #expect(cash.evidenced == pounds("100"))
    }

    @Test(
        "At least 10% of £1,234.55 is £123.46: with £100 had, £23.46 is short; own fund, own year")
    func minimum() throws {
        let percent = try #require(Percentage(hundredths: 1_000))
        var grant = try Rows.grant("2019/20=2000")
        grant.minimums = [Minimum(category: code("EVALUATION"), percent: percent)]
        let charged = Held.figures(
            "charged{award=W1,category=EVALUATION,fund=EIYF,period=2019/20-Q1,year=2019/20} 60",
            "charged{category=EVALUATION,fund=EIYF,year=2019/20} 40",
            "charged{award=W1,category=STAFF,fund=EIYF,period=2019/20-Q1,year=2019/20} 1134.55",
            "charged{award=W1,category=EVALUATION,fund=EIYF,period=2020/21-Q1,year=2020/21} 500",
            "charged{award=W2,category=EVALUATION,fund=VRF,period=2019/20-Q1,year=2019/20} 500")
        let tests = MinimumTest.all([grant], charged: charged)
        let test = try #require(tests.first)
        #expect(tests.count == 1)
        #expect(test.charged == pounds("1234.55"))
        #expect(test.had == pounds("100"))
        #expect(test.required == pounds("123.46"))
        #expect(test.short == pounds("23.46"))
    }

    @Test("Over two years the rule is tested on both together: £20 and £80 of £1,000 are its 10%")
    func minimumOfAllYears() throws {
        let percent = try #require(Percentage(hundredths: 1_000))
        var grant = try Rows.grant("2019/20=600", "2020/21=400")
        grant.minimums = [Minimum(category: code("EVALUATION"), percent: percent)]
        let charged = Held.figures(
            "charged{category=EVALUATION,fund=EIYF,year=2019/20} 20",
            "charged{category=STAFF,fund=EIYF,year=2019/20} 580",
            "charged{category=EVALUATION,fund=EIYF,year=2020/21} 80",
            "charged{category=STAFF,fund=EIYF,year=2020/21} 320")
        let tests = MinimumTest.all([grant], charged: charged)
        #expect(tests.map(\.year?.description) == ["2019/20", "2020/21", nil])
        #expect(tests.map(\.short) == ["40", "0", "0"].map(pounds))
    }
}
