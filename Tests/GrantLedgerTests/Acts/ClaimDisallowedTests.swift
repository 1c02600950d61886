import GrantLedger
import Testing

@Suite("Claimed spend refused")
struct ClaimDisallowedTests {
    private static let key = "grant=G1,year=2019/20"
    private static let income = "grantIncome{accountingYear=2019/20,\(key)}"

    private static func ineligible(_ amount: String, fund: String? = nil) -> DisallowSpend {
        DisallowSpend(
            award: code("W1"), period: period("2019/20-Q1"), fund: fund.map(code),
            category: code("STAFF"), amount: pounds(amount), reason: words("A gift"))
    }

    @Test(
        "£40 refused of a line, £20 of it paid, is borne by an own fund with the £20 that is owed")
    func disallowed() throws {
        let scene = try ClaimActTests.spent()
        try scene.schedule("W1", "2019/20", "180")
        try scene.post(
            PayInstalment(award: code("W1"), number: 1, amount: pounds("20")), on: "2019-10-22")
        try scene.post(ClaimActTests.claim("C1", to: 1), on: "2019-10-25")
        #expect(
            try scene.reason(ClaimActTests.disallow("C1", 3, "1"), on: "2019-11-01") == .lineUnknown
        )
        #expect(
            try scene.reason(ClaimActTests.disallow("C1", 1, "1", by: "EIYF"), on: "2019-11-01")
                == .fundNotOwn)
        #expect(
            try scene.reason(ClaimActTests.disallow("C1", 1, "100.01"), on: "2019-11-01")
                == .moreThanClaimed
        )
        let entry = try scene.entry(ClaimActTests.disallow("C1", 1, "40"), on: "2019-11-01")
        let (old, new) = ("award=W1,fund=EIYF,year=2019/20", "award=W1,fund=VRF,year=2019/20")
        let (here, there) = (
            "award=W1,fund=EIYF,instalment=2,year=2019/20",
            "award=W1,fund=VRF,instalment=2,year=2019/20"
        )
        let spent = "award=W1,category=STAFF"
        let covers = "period=2019/20-Q1,year=2019/20"
        #expect(
            entry.transfers.map(\.line) == [
                "Dr paid{\(old)} / Cr awardPayable{\(old)} 20.00",
                "Dr awardPayable{\(new)} / Cr paid{\(new)} 20.00",
                "Dr paymentReleased{\(here)} / Cr awardPayable{\(old)} 20.00",
                "Dr awardPayable{\(new)} / Cr paymentReleased{\(there)} 20.00",
                "Dr claimed{claim=C1,\(Self.key)} / Cr notYetEarned{\(Self.key)} 40.00",
                "Dr charged{\(spent),fund=EIYF,\(covers)} / Cr unallocated{fund=EIYF,year=2019/20} 40.00",
                "Dr unallocated{fund=VRF,year=2019/20} / Cr charged{\(spent),fund=VRF,\(covers)} 40.00",
                "Dr \(Self.income) / Cr grantDebtors{claim=C1,\(Self.key)} 40.00",
                "Dr awardExpenditure{accountingYear=2019/20,\(new)}"
                    + " / Cr awardExpenditure{accountingYear=2019/20,\(old)} 40.00",
                "Dr awardCreditors{\(old)} / Cr awardCreditors{\(new)} 20.00",
            ])
        #expect(
            try ClaimActTests.row("C1", in: scene).lines.map(\.disallowed) == [pounds("40"), nil])
        #expect(
            try scene.reason(ClaimActTests.disallow("C1", 1, "60.01"), on: "2019-11-01")
                == .moreThanClaimed)
        #expect(
            try scene.reason(ClaimActTests.claim("C2", to: 1), on: "2019-11-01") == .nothingToClaim)
        try scene.post(ReverseEntry(entry: entry.number, reason: words("Won")), on: "2019-11-01")
        #expect(try ClaimActTests.row("C1", in: scene).disallowed == .zero)
    }

    @Test(
        "Of £33,249.50 received of £34,500 claimed, £1,250.50 is refused and borne by an own fund")
    func kept() throws {
        let scene = try Scene()
        try scene.approve("2019/20=2000")
        try scene.post(GrantActTests.grant("2019/20=100000"))
        try scene.award("W1", ["2019/20=35000"], fund: "EIYF")
        try scene.sign("W1")
        try scene.schedule("W1", "2019/20", "35000")
        try scene.pay("W1", 1)
        try scene.submit("W1", "2019/20-Q1", "STAFF=35000")
        try scene.accept("W1", "2019/20-Q1")
        try scene.post(Self.ineligible("500"), on: "2019-08-01")
        try scene.post(ClaimActTests.claim("C1"), on: "2019-08-02")
        #expect(try ClaimActTests.row("C1", in: scene).total == pounds("34500"))
        try scene.post(ClaimActTests.receive("C1", "33249.50"), on: "2019-09-01")
        let over = ClaimActTests.disallow("C1", 1, "34500.01")
        #expect(try scene.reason(over, on: "2019-09-02") == .moreThanClaimed)
        try scene.post(ClaimActTests.disallow("C1", 1, "1250.50"), on: "2019-09-02")
        #expect(try scene.holds("grantDebtors{claim=C1,\(Self.key)}") == "0.00")
        #expect(try scene.holds("paid{award=W1,fund=VRF,year=2019/20}") == "1,250.50")
        #expect(try scene.holds("notYetEarned{\(Self.key)}") == "66,750.50")
    }

    @Test("£40 refused of a line of £100, £10 of the claim still owed, leaves £30 to repay")
    func receivedBefore() throws {
        let scene = try ClaimActTests.spent()
        try scene.post(ClaimActTests.claim("C1", to: 1), on: "2019-10-25")
        try scene.post(ClaimActTests.receive("C1", "120"), on: "2019-11-01")
        let lines = try scene.post(ClaimActTests.disallow("C1", 1, "40"), on: "2019-12-01")
        for line in [
            "Dr claimed{claim=C1,\(Self.key)} / Cr notYetEarned{\(Self.key)} 10.00",
            "Dr received{\(Self.key)} / Cr notYetEarned{\(Self.key)} 30.00",
            "Dr \(Self.income) / Cr grantDebtors{claim=C1,\(Self.key)} 10.00",
            "Dr \(Self.income) / Cr repayableToFunder{\(Self.key)} 30.00",
        ] {
            #expect(lines.contains(line))
        }
        try scene.post(
            RepayGrant(grant: code("G1"), year: financialYear("2019/20"), amount: pounds("30")),
            on: "2019-12-02")
        #expect(try scene.holds("repayableToFunder{\(Self.key)}") == "0.00")
    }

    @Test(
        "Claimed spend is not found ineligible before the claim is disallowed; then where it moved")
    func claimed() throws {
        let scene = try ClaimActTests.spent()
        try scene.post(ClaimActTests.claim("C1"), on: "2019-10-25")
        let refusal = try scene.refusal(of: Self.ineligible("10"), on: "2019-11-01")
        #expect(refusal.reason == .spendClaimed)
        #expect(refusal.details.contains(.init("claim", code("C1"))))
        #expect(refusal.details.contains(.init("line", 1)))
        try scene.post(ClaimActTests.disallow("C1", 1, "40"), on: "2019-11-01")
        #expect(try scene.reason(Self.ineligible("40.01"), on: "2019-11-01") == .spendClaimed)
        let lines = try scene.post(Self.ineligible("40", fund: "VRF"), on: "2019-11-01")
        #expect(!lines.contains { $0.contains("grant=") })
        #expect(
            lines.contains(
                "Dr charged{award=W1,category=STAFF,fund=VRF,period=2019/20-Q1,year=2019/20}"
                    + " / Cr committed{award=W1,category=GENERAL,fund=VRF,year=2019/20} 40.00"))
    }

    @Test(
        "Of spend of £1,100 on a grant of £1,000 the £100 that earned nothing is ineligible first")
    func unearnedFirst() throws {
        let scene = try GrantActTests.agreed()
        try scene.post(FundActTests.over("100", round: nil, fund: "EIYF"))
        try scene.award("W1", ["2019/20=1100"], fund: "EIYF")
        try scene.sign("W1")
        try scene.submit("W1", "2019/20-Q1", "STAFF=1100")
        try scene.accept("W1", "2019/20-Q1")
        let claim = try scene.entry(ClaimActTests.claim("C1"), on: "2019-08-01")
        #expect(try scene.reason(Self.ineligible("100.01"), on: "2019-08-02") == .spendClaimed)
        try scene.post(
            ReverseEntry(entry: claim.number, reason: words("Wrong")), on: "2019-08-01")
        let lines = try scene.post(Self.ineligible("130"), on: "2019-08-02")
        #expect(
            lines.contains("Dr \(Self.income) / Cr accruedGrantIncome{\(Self.key)} 30.00"))
        try scene.post(ClaimActTests.claim("C2"), on: "2019-08-03")
        #expect(try ClaimActTests.row("C2", in: scene).total == pounds("970"))
    }

    @Test("What is found ineligible is kept with its return, so that less of it is agreed")
    func keptWithItsReturn() throws {
        let scene = try ClaimActTests.spent()
        try scene.post(Self.ineligible("40"), on: "2019-08-01")
        try scene.post(Self.ineligible("5"), on: "2019-08-02")
        let report = try Facts(scene.desk.source).find(MonitoringReturn.self, "W1#2019/20-Q1")
        #expect(report?.agreed == pounds("85"))
        #expect(report?.disallowed.map(\.amount) == [pounds("45")])
    }

    @Test("Of £100 of which £60 is claimed £40 is found ineligible, and not a penny more")
    func partlyClaimed() throws {
        let scene = try Scene()
        try scene.post(GrantActTests.grant("2019/20=60"))
        try scene.post(FundActTests.over("40", round: nil, fund: "EIYF"))
        try scene.award("W1", ["2019/20=100"], fund: "EIYF")
        try scene.sign("W1")
        try scene.submit("W1", "2019/20-Q1", "STAFF=100")
        try scene.accept("W1", "2019/20-Q1")
        try scene.post(ClaimActTests.claim("C1"), on: "2019-08-01")
        #expect(try scene.reason(Self.ineligible("40.01"), on: "2019-08-02") == .spendClaimed)
        try scene.post(Self.ineligible("40"), on: "2019-08-02")
        #expect(try scene.holds("earnedClaimable{\(Self.key)}") == "0.00")
        #expect(try scene.holds("claimed{claim=C1,\(Self.key)}") == "60.00")
    }

    @Test("More than was accepted is refused by the account of that spend")
    func beyondAccepted() throws {
        let scene = try ClaimActTests.spent()
        let refusal = try scene.refusal(of: Self.ineligible("100.01"), on: "2019-08-01")
        #expect(refusal.reason == .moreThanCharged)
        #expect(
            refusal.details.first { $0.name == "account" }?.value
                == "charged{award=W1,category=STAFF,period=2019/20-Q1,year=2019/20}")
    }
}
