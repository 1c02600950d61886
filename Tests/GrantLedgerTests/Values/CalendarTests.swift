import GrantLedger
import Testing

@Suite("Calendar")
struct CalendarTests {
    @Test("February has 29 days in a leap year, and centuries are leap years every fourth")
    func leapYears() {
        #expect(Day("2020-02-29") != nil)
        #expect(Day("2019-02-29") == nil)
        #expect(Day("2000-02-29") != nil)
        #expect(Day("1900-02-29") == nil)
        #expect(Day("2019-02-30") == nil)
        #expect(Day("2019-04-31") == nil)
    }

    @Test("The calendar runs from 1 January of year 1 to 31 December 9999")
    func limits() throws {
        let first = try #require(Day("0001-01-01"))
        let last = try #require(Day("9999-12-31"))
        #expect(first.adding(days: -1) == nil)
        #expect(last.adding(days: 1) == nil)
        #expect(first.description == "0001-01-01")
        #expect(Day("0000-12-31") == nil)
        #expect(Day(year: 10_000, month: 1, day: 1) == nil)
        #expect(FinancialYear(containing: first).start == 1)
        #expect(FinancialYear(containing: last).start == 9998)
    }

    @Test("Days count on through months, years and centuries")
    func counting() throws {
        #expect(day("1970-01-01").daysSince1970 == 0)
        #expect(day("2019-12-31").adding(days: 1) == day("2020-01-01"))
        #expect(day("2020-03-01").adding(days: -1) == day("2020-02-29"))
        var random = Generator(seed: 2)
        for _ in 0..<2_000 {
            let number = random.below(3_652_059) - 719_162
            let day = try #require(Day(daysSince1970: number))
            #expect(day.daysSince1970 == number)
            #expect(Day(day.description) == day)
        }
    }

    @Test(
        "A date is read as people write it",
        arguments: ["2019-04-05", "5/4/2019", "05/04/2019", "5 Apr 2019", "5 april 2019"])
    func writtenDates(text: String) {
        #expect(Day(written: text) == day("2019-04-05"))
    }

    @Test(
        "What is no date is nil",
        arguments: [
            "", "2019-4-5", "31/2/2019", "4/13/2019", "5/4/19", "5 Ap 2019", "5 Aprilly 2019",
            "2019/04/05", "2019-04-05T10:00", "００01-01-01",
        ])
    func notDates(text: String) {
        #expect(Day(written: text) == nil)
    }

    @Test("Data has dates in ISO form, prose in words")
    func printed() {
        #expect(day("2019-04-05").description == "2019-04-05")
        #expect(day("2019-04-05").prose == "5 April 2019")
    }

    @Test(
        "A financial year is read in four forms and printed in one",
        arguments: ["2019/20", "2019-20", "2019/2020", "19/20"])
    func writtenYears(text: String) {
        #expect(FinancialYear(written: text)?.description == "2019/20")
    }

    @Test(
        "A year that could be either, or whose halves do not follow, is nil",
        arguments: ["2019", "FY20", "2019/21", "2019/2021", "20/19", "2019/20/21", "", "19/2020"])
    func notYears(text: String) {
        #expect(FinancialYear(written: text) == nil)
    }

    @Test("A financial year begins on 1 April and ends on 31 March; centuries turn in it")
    func years() {
        #expect(year(2019).firstDay == day("2019-04-01"))
        #expect(year(2019).lastDay == day("2020-03-31"))
        #expect(FinancialYear(containing: day("2020-03-31")) == year(2019))
        #expect(FinancialYear(containing: day("2020-04-01")) == year(2020))
        #expect(year(1999).description == "1999/00")
        #expect(FinancialYear("1999/00") == year(1999))
        #expect(year(9998).next == nil)
        #expect(year(1).previous == nil)
        #expect(FinancialYear(starting: 0) == nil)
    }

    @Test("Quarters end on 30 June, 30 September, 31 December and 31 March")
    func quarters() {
        let ends = year(2019).quarters.map(\.lastDay.description)
        #expect(ends == ["2019-06-30", "2019-09-30", "2019-12-31", "2020-03-31"])
        let begins = year(2019).quarters.map(\.firstDay.description)
        #expect(begins == ["2019-04-01", "2019-07-01", "2019-10-01", "2020-01-01"])
        #expect(Quarter(containing: day("2020-01-01")) == Quarter(year: year(2019), number: 4))
        #expect(Quarter(containing: day("2019-04-01")) == Quarter(year: year(2019), number: 1))
        #expect(Quarter("2019/20-Q3")?.description == "2019/20-Q3")
        #expect(Quarter("2019/20") == nil)
        #expect(Quarter("2019/20-Q5") == nil)
    }

    @Test("A period is a quarter, a half or the whole of a year, ordered by its end")
    func periods() {
        for text in ["2019/20", "2019/20-H1", "2019/20-H2", "2019/20-Q1", "2019/20-Q4"] {
            #expect(Period(text)?.description == text)
        }
        for text in ["2019/20-H3", "2019/20-Q0", "2019/20-X1", "2019/20-Q", "2019/21-Q1"] {
            #expect(Period(text) == nil, "\(text)")
        }
        #expect(Period(written: "2019-20-q2") == Period("2019/20-Q2"))
        #expect(Period(written: "19/20") == Period("2019/20"))
        #expect(period("2019/20-Q2") > period("2019/20-H1"))
        #expect(period("2019/20-Q1") < period("2019/20-H1"))
        #expect(period("2019/20-H2").firstDay == day("2019-10-01"))
        #expect(period("2019/20").firstDay == day("2019-04-01"))
        #expect(ReturnFrequency.halfYearly.lastPeriod(of: year(2019)) == period("2019/20-H2"))
        #expect(ReturnFrequency.quarterly.periods(of: year(2019)).count == 4)
    }
}
