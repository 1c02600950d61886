import GrantLedger
import Testing

@Suite("Forecast and variance")
struct OutturnTests {
    private static let figures = Held.figures(
        "charged{award=W1,category=STAFF,fund=VRF,period=2019/20-Q1,year=2019/20} 100",
        "committed{award=W1,category=GENERAL,fund=VRF,year=2019/20} 150",
        "committed{award=W1,category=GENERAL,fund=POCA,year=2019/20} 50",
        "reserved{award=W2,fund=VRF,year=2019/20} 80")

    @Test("With nothing said, what is awarded is expected: £300 and £80")
    func awarded() {
        let come = Outturn(forecasts: [], returns: []).toCome(Self.figures)
        #expect(come.map(\.amount).total == pounds("280"))
    }

    @Test(
        "The later of the office's word and the last return's counts; a rejected return says nothing"
    )
    func latest() throws {
        let outturn = Outturn(
            forecasts: [try Rows.forecast("260", on: "2019-08-01")],
            returns: [
                try Rows.report("2019/20-Q1", came: "2019-07-10", forecast: "250"),
                try Rows.report("2019/20-Q2", came: "2019-10-10"),
                try Rows.report("2019/20-Q3", came: "2020-01-10", forecast: "1", .rejected),
            ])
        #expect(outturn.said(of: code("W1"), in: financialYear("2019/20")) == pounds("260"))
        let later = Outturn(
            forecasts: [try Rows.forecast("260", on: "2019-07-09")],
            returns: [try Rows.report("2019/20-Q1", came: "2019-07-10", forecast: "250")])
        #expect(later.said(of: code("W1"), in: financialYear("2019/20")) == pounds("250"))
    }

    @Test("£240.01 expected less £100 charged is shared over £150 and £50: £105.01 and £35.00")
    func shared() throws {
        let outturn = Outturn(
            forecasts: [try Rows.forecast("240.01", on: "2019-08-01")], returns: [])
        let come = outturn.toCome(Self.figures).filter { $0.award == code("W1") }
        #expect(come.map(\.amount).sorted() == ["35", "105.01"].map(pounds))
    }

    @Test("An outturn is never less than what is charged")
    func least() throws {
        let outturn = Outturn(forecasts: [try Rows.forecast("20", on: "2019-08-01")], returns: [])
        #expect(outturn.toCome(Self.figures).allSatisfy { $0.award != code("W1") })
    }

    @Test(
        "Underspend is awarded less forecast: £300 - £240.01 = £59.99; the totals are the rows' sum",
        arguments: [[Dimension.fund], [.award], [.year], [.fund, .award, .year], [.category]])
    func variance(_ by: [Dimension]) throws {
        var question = SpendQuestion(asAt: day("2019-09-30"))
        question.by = by
        let things = SpendThings()
        let spend = SpendReport(
            question, figures: Self.figures,
            planned: Planned(asAt: question.asAt, awards: []).figures(from: Self.figures),
            things: things)
        let outturn = Outturn(
            forecasts: [try Rows.forecast("240.01", on: "2019-08-01")], returns: [])
        let report = VarianceReport(
            spend: spend, toCome: outturn.toCome(Self.figures), things: things)
        #expect(report.totals.underspend == pounds("59.99"))
        #expect(report.totals.forecast == pounds("320.01"))
        #expect(report.rows.map(\.underspend).total == report.totals.underspend)
        #expect(report.rows.map(\.figures.variance).total == spend.totals.variance)
        // half the year has gone: £50 of £100, £75 of £150, £25 of £50, £40 of £80
        #expect(report.totals.figures.profiled == pounds("190"))
    }
}
