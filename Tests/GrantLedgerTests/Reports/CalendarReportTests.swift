import GrantLedger
import Testing

@Suite("Report calendar")
struct CalendarReportTests {
    @Test("Items go by day, then by what they are; what was due before the first day stands apart")
    func order() throws {
        let report = CalendarReport(
            [
                .init(day("2020-03-31"), .yearClose, of: "2019/20"),
                .init(day("2020-03-31"), .monitoringReturn, of: "W1", part: "2019/20-Q4"),
                .init(day("2019-06-30"), .monitoringReturn, of: "W1", part: "2019/20-Q1"),
                .init(day("2020-04-01"), .instalment, of: "W1", part: "#3"),
            ], days: day("2019-07-01")...day("2020-03-31"))
        #expect(report.items.map(\.what) == [.monitoringReturn, .yearClose])
        #expect(report.earlier.map(\.part) == ["2019/20-Q1"])
    }

    @Test("A quarterly award signed in May owes four returns of its year, less those accepted")
    func returns() throws {
        var award = try Rows.award(signed: "2019-05-01")
        let items = CalendarReport.Item.returns(
            of: award, in: [financialYear("2019/20")], accepted: ["W1#2019/20-Q2"])
        #expect(
            items.map(\.date) == ["2019-06-30", "2019-12-31", "2020-03-31"].map { day($0) })
        award.status = .ended
        #expect(
            CalendarReport.Item.returns(
                of: award, in: [financialYear("2019/20")], accepted: []
            ).isEmpty)
    }

    @Test(
        "A grant in arrears is claimed at the quarter ends to come, £300 at the first; one ahead at none"
    )
    func claims() throws {
        var grant = try Rows.grant("2019/20=2000")
        grant.ends = day("2020-06-30")
        let year = financialYear("2019/20")
        let items = CalendarReport.Item.grant(
            grant, claimable: [year: pounds("300")], today: day("2019-10-01")
        ) { _ in true }
        #expect(items.map(\.what) == [.claim, .claim, .grantEnds])
        #expect(items.map(\.amount) == [pounds("300"), nil, nil])
        #expect(items.first?.date == day("2019-12-31"))
        let late = CalendarReport.Item.grant(
            grant, claimable: [year: pounds("300")], today: day("2020-05-01")
        ) { _ in false }
        #expect(late.map(\.date) == [day("2020-03-31"), day("2020-06-30")])
        grant.basis = .advance
        let ahead = CalendarReport.Item.grant(
            grant, claimable: [:], today: day("2019-10-01")
        ) { _ in true }
        #expect(ahead.map(\.what) == [.grantEnds])
    }

    @Test(
        "Twelve months on from a day is the day before it a year later; of 29 February, 28 February"
    )
    func twelveMonths() {
        #expect(day("2019-04-05").yearOn == day("2020-04-04"))
        #expect(day("2020-02-29").yearOn == day("2021-02-28"))
        #expect(day("2020-02-29").yearBefore == day("2019-02-28"))
        #expect(day("2020-03-31").yearBefore == day("2019-03-31"))
    }
}
