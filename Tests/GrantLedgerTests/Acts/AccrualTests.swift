import GrantLedger
import Testing

@Suite("Accruals")
struct AccrualTests {
    private static let line = "award=W1,fund=EIYF,year=2019/20"
    private static let income = "grant=G1,year=2019/20"

    private static func estimate(_ amount: String, _ covers: String = "2019/20-Q4")
        -> EstimateReturn
    {
        EstimateReturn(
            award: code("W1"), period: period(covers), spend: amounts(["STAFF=\(amount)"]),
            basis: words("The recipient's letter"))
    }

    private static func accrue(_ covers: String = "2019/20-Q4") -> AccrueReturn {
        AccrueReturn(award: code("W1"), period: period(covers))
    }

    private static func reverse(_ covers: String = "2019/20-Q4") -> ReverseAccrual {
        ReverseAccrual(award: code("W1"), period: period(covers))
    }

    /// £90,000 awarded of a grant of £100,000, and £40,000 of it paid.
    private func paid() throws -> Scene {
        let scene = try Scene()
        try scene.post(GrantActTests.grant("2019/20=100000"))
        try scene.award("W1", ["2019/20=90000"], fund: "EIYF")
        try scene.sign("W1")
        try scene.schedule("W1", "2019/20", "40000")
        try scene.pay("W1", 1)
        return scene
    }

    /// The same with £60,000 accrued, the rest lapsed and the grant lowered by what is left.
    private func closed() throws -> Scene {
        let scene = try paid()
        try scene.post(Self.estimate("60000"), on: "2020-03-31")
        try scene.post(Self.accrue(), on: "2020-03-31")
        try scene.post(
            LapseAward(
                award: code("W1"), year: year(2019), amount: pounds("30000"),
                reason: words("Unspent")),
            on: "2020-03-31")
        try scene.post(
            VaryGrant(
                grant: code("G1"), year: year(2019), amount: pounds("-40000"),
                reason: words("Not needed")), on: "2020-03-31")
        try scene.post(CloseYear(year: year(2019)), on: "2020-03-31")
        return scene
    }

    @Test("An estimate is a fact that the next replaces; it posts nothing")
    func estimated() throws {
        let scene = try paid()
        #expect(try scene.post(Self.estimate("60000")).isEmpty)
        #expect(try scene.post(Self.estimate("50000")).isEmpty)
        let row = try Facts(scene.desk.source).find(Estimate.self, "W1#2019/20-Q4")
        #expect(row?.total == pounds("50000"))
        #expect(row?.status == .estimated)
        #expect(try scene.reason(Self.estimate("0")) == .amountNotPositive)
        #expect(try scene.reason(Self.estimate("1", "2019/20-H2")) == .periodUnknown)
    }

    @Test(
        "£60,000 accrued on £40,000 paid leaves £20,000 accrued as owed; no claim draws the income")
    func accrued() throws {
        let scene = try paid()
        try scene.post(Self.estimate("60000"))
        let cost = "awardExpenditure{accountingYear=2019/20,\(Self.line)}"
        let entry = try scene.entry(Self.accrue(), on: "2020-03-31")
        #expect(
            entry.transfers.map(\.line) == [
                "Dr notYetEarned{\(Self.income)}"
                    + " / Cr earnedClaimable{grant=G1,mark=accrued,year=2019/20} 60,000.00",
                "Dr committed{award=W1,category=GENERAL,fund=EIYF,year=2019/20}"
                    + " / Cr charged{award=W1,category=STAFF,fund=EIYF,mark=accrued,"
                    + "period=2019/20-Q4,year=2019/20} 60,000.00",
                "Dr \(cost) / Cr paymentsOnAccount{\(Self.line)} 40,000.00",
                "Dr \(cost) / Cr accruedExpenditure{\(Self.line)} 20,000.00",
                "Dr accruedGrantIncome{grant=G1,mark=accrued,year=2019/20}"
                    + " / Cr grantIncome{accountingYear=2019/20,grant=G1,year=2019/20} 60,000.00",
            ])
        #expect(try scene.holds("earnedClaimable{\(Self.income)}") == "0.00")
        #expect(try scene.reason(Self.accrue(), on: "2020-03-31") == .accrualStands)
        #expect(try scene.reason(Self.estimate("1")) == .accrualStands)
    }

    @Test(
        "What is accrued was estimated, is not accepted, is within the award and dated in its year")
    func guarded() throws {
        let scene = try paid()
        #expect(try scene.reason(Self.accrue(), on: "2020-03-31") == .noEstimate)
        try scene.post(Self.estimate("90000.01"))
        let late = try scene.refusal(of: Self.accrue(), on: "2020-04-01")
        #expect(late.reason == .unusualDate)
        #expect(late.remedy.contains("--on 2020-03-31"))
        let over = try scene.refusal(of: Self.accrue(), on: "2020-03-31")
        #expect(over.reason == .awardExceeded)
        #expect(over.details.contains(.init("short", pounds("0.01"))))
        try scene.submit("W1", "2019/20-Q4", "STAFF=1")
        try scene.accept("W1", "2019/20-Q4", on: "2020-03-31")
        #expect(try scene.reason(Self.accrue(), on: "2020-03-31") == .returnStands)
        #expect(try scene.reason(Self.estimate("5")) == .returnStands)
    }

    @Test("A return accepted before the close takes its accrual back first, in the same entry")
    func acceptedFirst() throws {
        let scene = try paid()
        try scene.post(Self.estimate("60000"))
        let accrual = try scene.entry(Self.accrue(), on: "2020-03-31")
        try scene.submit("W1", "2019/20-Q4", "STAFF=50000")
        let accept = AcceptReturn(award: code("W1"), period: period("2019/20-Q4"))
        #expect(try scene.reason(accept, on: "2020-03-30") == .unusualDate)
        let entry = try scene.entry(accept, on: "2020-03-31")
        let opposite = accrual.transfers.reversed().map(\.reversed)
        #expect(Array(entry.transfers.prefix(opposite.count)) == opposite)
        #expect(try scene.holds("paymentsOnAccount{\(Self.line)}") == "0.00")
        #expect(try scene.holds("awardCreditors{\(Self.line)}") == "10,000.00")
        #expect(try scene.holds("accruedExpenditure{\(Self.line)}") == "0.00")
        #expect(try scene.holds("earnedClaimable{\(Self.income)}") == "50,000.00")
        let row = try Facts(scene.desk.source).find(Estimate.self, "W1#2019/20-Q4")
        #expect(row?.status == .reversed)
        let undo = ReverseEntry(entry: accrual.number, reason: words("Entered in error"))
        #expect(try scene.reason(undo, on: "2020-03-31") == .entryInUse)
    }

    @Test("Where money held and money owed both stand after it, the one clears the other")
    func heldAndOwed() throws {
        let scene = try paid()
        try scene.post(Self.estimate("60000"))
        try scene.post(Self.accrue(), on: "2020-03-31")
        try scene.submit("W1", "2019/20-Q3", "STAFF=25000")
        try scene.accept("W1", "2019/20-Q3", on: "2020-03-31")
        #expect(try scene.holds("awardCreditors{\(Self.line)}") == "25,000.00")
        try scene.submit("W1", "2019/20-Q4", "STAFF=50000")
        let lines = try scene.accept("W1", "2019/20-Q4", on: "2020-03-31")
        #expect(
            lines.contains(
                "Dr awardCreditors{\(Self.line)} / Cr paymentsOnAccount{\(Self.line)} 25,000.00"))
        #expect(try scene.holds("paymentsOnAccount{\(Self.line)}") == "0.00")
        #expect(try scene.holds("awardCreditors{\(Self.line)}") == "35,000.00")
    }

    @Test("It is taken back on 1 April, once, after the close and not before")
    func takenBack() throws {
        let early = try paid()
        try early.post(Self.estimate("60000"))
        try early.post(Self.accrue(), on: "2020-03-31")
        #expect(try early.reason(Self.reverse(), on: "2020-04-01") == .yearNotClosed)
        let scene = try closed()
        #expect(try scene.reason(Self.reverse(), on: "2020-04-02") == .unusualDate)
        let cost = "awardExpenditure{accountingYear=2020/21,\(Self.line)}"
        let entry = try scene.entry(Self.reverse(), on: "2020-04-01")
        #expect(
            entry.transfers.map(\.line) == [
                "Dr grantIncome{accountingYear=2020/21,grant=G1,year=2019/20}"
                    + " / Cr accruedGrantIncome{grant=G1,mark=accrued,year=2019/20} 60,000.00",
                "Dr accruedExpenditure{\(Self.line)} / Cr \(cost) 20,000.00",
                "Dr paymentsOnAccount{\(Self.line)} / Cr \(cost) 40,000.00",
                "Dr charged{award=W1,category=STAFF,fund=EIYF,mark=accrued,"
                    + "period=2019/20-Q4,year=2019/20}"
                    + " / Cr committed{award=W1,category=GENERAL,fund=EIYF,year=2019/20} 60,000.00",
                "Dr earnedClaimable{grant=G1,mark=accrued,year=2019/20}"
                    + " / Cr notYetEarned{\(Self.income)} 60,000.00",
            ])
        #expect(try scene.reason(Self.reverse(), on: "2020-04-01") == .noAccrual)
    }

    @Test(
        "Across the close an actual of £58,500 against £60,000 accrued leaves £1,500 the next year")
    func smaller() throws {
        let scene = try closed()
        try scene.post(Self.reverse(), on: "2020-04-01")
        try scene.post(
            SubmitReturn(
                award: code("W1"), period: period("2019/20-Q4"), spend: amounts(["STAFF=58500"])),
            on: "2020-05-10")
        try scene.accept("W1", "2019/20-Q4", on: "2020-05-10")
        let later = "accountingYear=2020/21"
        #expect(try scene.holds("awardExpenditure{\(later),\(Self.line)}") == "-1,500.00")
        #expect(try scene.holds("grantIncome{\(later),grant=G1,year=2019/20}") == "-1,500.00")
        #expect(try scene.holds("awardCreditors{\(Self.line)}") == "18,500.00")
        #expect(try scene.holds("earnedClaimable{\(Self.income)}") == "58,500.00")
        #expect(
            try scene.holds("committed{award=W1,category=GENERAL,fund=EIYF,year=2019/20}")
                == "1,500.00")
    }

    @Test(
        "Across the close an actual a penny above what was accrued is refused, and £60,000 evens out"
    )
    func larger() throws {
        let scene = try closed()
        try scene.post(Self.reverse(), on: "2020-04-01")
        try scene.post(
            SubmitReturn(
                award: code("W1"), period: period("2019/20-Q4"), spend: amounts(["STAFF=60000.01"])),
            on: "2020-05-10")
        let whole = AcceptReturn(award: code("W1"), period: period("2019/20-Q4"))
        let refusal = try scene.refusal(of: whole, on: "2020-05-10")
        #expect(refusal.reason == .awardExceeded)
        #expect(refusal.details.contains(.init("short", pounds("0.01"))))
        try scene.accept("W1", "2019/20-Q4", disallow: "STAFF=0.01", on: "2020-05-10")
        let later = "accountingYear=2020/21"
        #expect(try scene.holds("awardExpenditure{\(later),\(Self.line)}") == "0.00")
        #expect(try scene.holds("grantIncome{\(later),grant=G1,year=2019/20}") == "0.00")
    }
}
