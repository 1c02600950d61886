import GrantLedger
import Testing

@Suite("Returns")
struct ReturnActTests {
    private static let key = "award=W1,category=STAFF,period=2019/20-Q1"
    private static let line = "award=W1,fund=VRF,year=2019/20"
    private static let cost =
        "awardExpenditure{accountingYear=2019/20,award=W1,fund=VRF,year=2019/20}"

    @Test("A return is taken in whatever it amounts to, and flagged above the award")
    func submit() throws {
        let scene = try Scene.awarded("2019/20=350")
        let act = SubmitReturn(
            award: code("W1"), period: period("2019/20-Q1"), spend: amounts(["STAFF=350.01"]))
        let entry = try scene.entry(act)
        #expect(entry.flags == [.overAward])
        #expect(
            entry.transfers.map(\.line) == [
                "Dr spendReported{\(Self.key)} / Cr returnsSubmitted{\(Self.key)} 350.01"
            ])
        #expect(try scene.reason(act) == .returnStands)
        let accept = AcceptReturn(award: code("W1"), period: period("2019/20-Q1"))
        let refusal = try scene.refusal(of: accept)
        #expect(refusal.reason == .awardExceeded)
        #expect(refusal.details.contains(.init("short", pounds("0.01"))))
    }

    @Test("A return for a period the award does not report for is refused")
    func periodUnknown() throws {
        let scene = try Scene.awarded("2019/20=350")
        let act = SubmitReturn(
            award: code("W1"), period: period("2019/20-H1"), spend: amounts(["STAFF=1"]))
        #expect(try scene.reason(act) == .periodUnknown)
    }

    @Test("A queried return is replaced by its resubmission, a rejected one taken back")
    func query() throws {
        let scene = try Scene.awarded("2019/20=350")
        try scene.submit("W1", "2019/20-Q1", "STAFF=100")
        let query = QueryReturn(
            award: code("W1"), period: period("2019/20-Q1"), reason: words("Which post?"))
        #expect(try scene.post(query).isEmpty)
        let accept = AcceptReturn(award: code("W1"), period: period("2019/20-Q1"))
        #expect(try scene.reason(accept) == .returnNotOpen)
        #expect(
            try scene.submit("W1", "2019/20-Q1", "STAFF=90") == [
                "Dr returnsSubmitted{\(Self.key)} / Cr spendReported{\(Self.key)} 100.00",
                "Dr spendReported{\(Self.key)} / Cr returnsSubmitted{\(Self.key)} 90.00",
            ])
        let reject = RejectReturn(
            award: code("W1"), period: period("2019/20-Q1"), reason: words("Unsigned"))
        #expect(
            try scene.post(reject) == [
                "Dr returnsSubmitted{\(Self.key)} / Cr spendReported{\(Self.key)} 90.00"
            ])
        #expect(try scene.reason(reject) == .returnNotOpen)
    }

    @Test("Figures for the year to date are lessened by what was reported before")
    func toDate() throws {
        let scene = try Scene.awarded("2019/20=350")
        try scene.submit("W1", "2019/20-Q1", "STAFF=100")
        func toDate(_ amount: String) -> SubmitReturn {
            SubmitReturn(
                award: code("W1"), period: period("2019/20-Q2"),
                spend: amounts(["STAFF=\(amount)"]), toDate: true)
        }
        #expect(try scene.reason(toDate("99.99")) == .amountNotPositive)
        let key = "award=W1,category=STAFF,period=2019/20-Q2"
        #expect(
            try scene.post(toDate("130")) == [
                "Dr spendReported{\(key)} / Cr returnsSubmitted{\(key)} 30.00"
            ])
    }

    @Test("A return of £9,100 on £8,750 paid leaves £350 owed")
    func owed() throws {
        let scene = try Scene()
        try scene.approve("2019/20=35000")
        try scene.award("W1", ["2019/20=35000"])
        try scene.sign("W1")
        try scene.schedule("W1", "2019/20", "8750")
        try scene.pay("W1", 1)
        try scene.submit("W1", "2019/20-Q1", "STAFF=9100")
        #expect(
            try scene.accept("W1", "2019/20-Q1") == [
                "Dr \(Self.cost) / Cr awardCreditors{\(Self.line)} 350.00",
                "Dr \(Self.cost) / Cr paymentsOnAccount{\(Self.line)} 8,750.00",
                "Dr committed{award=W1,category=GENERAL,fund=VRF,year=2019/20}"
                    + " / Cr charged{award=W1,category=STAFF,fund=VRF,period=2019/20-Q1,"
                    + "year=2019/20} 9,100.00",
                "Dr returnsSubmitted{\(Self.key)} / Cr returnsAccepted{\(Self.key)} 9,100.00",
            ])
        #expect(try scene.holds("awardCreditors{\(Self.line)}") == "350.00")
        #expect(try scene.holds("paymentsOnAccount{\(Self.line)}") == "0.00")
    }

    @Test("£35,000 paid and £31,200 accepted leave £3,800 on account, which cannot lapse")
    func onAccount() throws {
        let scene = try Scene()
        try scene.approve("2019/20=35000")
        try scene.award("W1", ["2019/20=35000"])
        try scene.sign("W1")
        try scene.schedule("W1", "2019/20", "35000")
        try scene.pay("W1", 1)
        try scene.submit("W1", "2019/20-Q1", "STAFF=31200")
        try scene.accept("W1", "2019/20-Q1")
        #expect(try scene.holds("paymentsOnAccount{\(Self.line)}") == "3,800.00")
        let lapse = LapseAward(
            award: code("W1"), year: year(2019), amount: pounds("3800"), reason: words("Unspent"))
        #expect(try scene.reason(lapse) == .moreThanUnscheduled)
    }

    @Test("What is disallowed at acceptance stays committed; more than was reported is refused")
    func disallowAtAcceptance() throws {
        let scene = try Scene.awarded("2019/20=350")
        try scene.submit("W1", "2019/20-Q1", "STAFF=100")
        let over = AcceptReturn(
            award: code("W1"), period: period("2019/20-Q1"), disallow: amounts(["STAFF=100.01"]))
        #expect(try scene.reason(over) == .disallowedExceedsReported)
        #expect(
            try scene.accept("W1", "2019/20-Q1", disallow: "STAFF=20") == [
                "Dr \(Self.cost) / Cr awardCreditors{\(Self.line)} 80.00",
                "Dr committed{award=W1,category=GENERAL,fund=VRF,year=2019/20}"
                    + " / Cr charged{award=W1,category=STAFF,fund=VRF,period=2019/20-Q1,"
                    + "year=2019/20} 80.00",
                "Dr returnsSubmitted{\(Self.key)} / Cr returnsAccepted{\(Self.key)} 80.00",
                "Dr returnsSubmitted{\(Self.key)} / Cr spendDisallowed{\(Self.key)} 20.00",
            ])
    }

    @Test("A figure disallowed by category alone is found where the spend names its fund")
    func disallowWithoutFund() throws {
        let scene = try Scene.awarded("2019/20=350")
        try scene.submit("W1", "2019/20-Q1", "VRF@STAFF=100")
        let lines = try scene.accept("W1", "2019/20-Q1", disallow: "STAFF=20")
        #expect(
            lines.contains(
                "Dr returnsSubmitted{\(Self.key)} / Cr spendDisallowed{\(Self.key)} 20.00"))
    }

    @Test("Accepted spend found ineligible is committed again, and no longer owed")
    func disallowLater() throws {
        let scene = try Scene.awarded("2019/20=350")
        try scene.submit("W1", "2019/20-Q1", "STAFF=100")
        func found(_ amount: String) -> DisallowSpend {
            DisallowSpend(
                award: code("W1"), period: period("2019/20-Q1"), category: code("STAFF"),
                amount: pounds(amount), reason: words("A gift"))
        }
        #expect(try scene.reason(found("1")) == .returnNotOpen)
        try scene.schedule("W1", "2019/20", "90")
        try scene.pay("W1", 1)
        try scene.accept("W1", "2019/20-Q1")
        #expect(try scene.reason(found("100.01"), on: "2019-08-01") == .moreThanCharged)
        #expect(
            try scene.post(found("25"), on: "2019-08-01") == [
                "Dr awardCreditors{\(Self.line)} / Cr \(Self.cost) 10.00",
                "Dr charged{award=W1,category=STAFF,fund=VRF,period=2019/20-Q1,year=2019/20}"
                    + " / Cr committed{award=W1,category=GENERAL,fund=VRF,year=2019/20} 25.00",
                "Dr paymentsOnAccount{\(Self.line)} / Cr \(Self.cost) 15.00",
                "Dr returnsAccepted{\(Self.key)} / Cr spendDisallowed{\(Self.key)} 25.00",
            ])
    }
}
