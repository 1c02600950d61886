import GrantLedger
import Testing

@Suite("Claims")
struct ClaimActTests {
    private static let key = "grant=G1,year=2019/20"
    private static let income = "grantIncome{accountingYear=2019/20,\(key)}"

    static func claim(
        _ name: String, to quarter: Int? = nil, leave: [ClaimLine.Source] = []
    ) -> MakeClaim {
        MakeClaim(
            code: code(name), grant: code("G1"), year: financialYear("2019/20"), quarter: quarter,
            leave: leave)
    }

    static func disallow(
        _ claim: String, _ line: Int, _ amount: String, by fund: String = "VRF"
    ) -> DisallowClaim {
        DisallowClaim(
            claim: code(claim), line: line, amount: pounds(amount), borneBy: code(fund),
            reason: words("Not eligible"))
    }

    private static func receive(_ claim: String, _ amount: String) -> ReceiveClaim {
        ReceiveClaim(claim: code(claim), amount: pounds(amount))
    }

    private static func ineligible(_ amount: String, fund: String? = nil) -> DisallowSpend {
        DisallowSpend(
            award: code("W1"), period: period("2019/20-Q1"), fund: fund.map(code),
            category: code("STAFF"), amount: pounds(amount), reason: words("A gift"))
    }

    private static func source(_ part: String, _ category: String) -> ClaimLine.Source {
        ClaimLine.Source(
            award: code("W1"), period: period("2019/20-\(part)"), category: code(category))
    }

    /// A grant of £1,000 in arrears, £400 of it awarded; £100 and £30 accepted of the first
    /// quarter, £50 of the second.
    private func spent() throws -> Scene {
        let scene = try GrantActTests.agreed()
        try scene.approve("2019/20=500")
        try scene.award("W1", ["2019/20=400"], fund: "EIYF")
        try scene.sign("W1")
        try scene.submit("W1", "2019/20-Q1", "STAFF=100", "TRAVEL=30")
        try scene.accept("W1", "2019/20-Q1")
        try scene.submit("W1", "2019/20-Q2", "STAFF=50")
        try scene.accept("W1", "2019/20-Q2", on: "2019-10-20")
        return scene
    }

    private func row(_ name: String, in scene: Scene) throws -> Claim {
        try #require(scene.desk.source.row(.claim, name)?.row).value(Claim.self)
    }

    @Test("A claim is whole lines of accepted spend to the quarter's end, each naming its return")
    func made() throws {
        let scene = try spent()
        let entry = try scene.entry(Self.claim("C1", to: 1), on: "2019-10-25")
        #expect(
            entry.transfers.map(\.line) == [
                "Dr earnedClaimable{\(Self.key)} / Cr claimed{claim=C1,\(Self.key)} 130.00",
                "Dr grantDebtors{claim=C1,\(Self.key)} / Cr accruedGrantIncome{\(Self.key)} 130.00",
            ])
        #expect(
            try row("C1", in: scene).lines == [
                ClaimLine(number: 1, source: Self.source("Q1", "STAFF"), amount: pounds("100")),
                ClaimLine(number: 2, source: Self.source("Q1", "TRAVEL"), amount: pounds("30")),
            ])
        #expect(try scene.reason(Self.claim("C2", to: 1), on: "2019-10-25") == .nothingToClaim)
        #expect(try scene.reason(Self.claim("C1"), on: "2019-10-25") == .codeTaken)
        try scene.post(Self.claim("C2"), on: "2019-10-25")
        #expect(try row("C2", in: scene).total == pounds("50"))
        #expect(try scene.holds("earnedClaimable{\(Self.key)}") == "0.00")
    }

    @Test(
        "A late return of an earlier quarter is in the next claim; a later one's day is not yet come"
    )
    func late() throws {
        let scene = try GrantActTests.agreed()
        try scene.award("W1", ["2019/20=400"], fund: "EIYF")
        try scene.sign("W1")
        try scene.submit("W1", "2019/20-Q2", "STAFF=50")
        try scene.accept("W1", "2019/20-Q2", on: "2019-10-05")
        try scene.submit("W1", "2019/20-Q1", "STAFF=100")
        try scene.accept("W1", "2019/20-Q1", on: "2019-10-20")
        try scene.post(Self.claim("C1", to: 2), on: "2019-10-10")
        #expect(try row("C1", in: scene).lines.map(\.source) == [Self.source("Q2", "STAFF")])
        try scene.post(Self.claim("C2", to: 2), on: "2019-10-25")
        #expect(try row("C2", in: scene).lines.map(\.source) == [Self.source("Q1", "STAFF")])
    }

    @Test("A line can be left for a later claim; one that is not there is refused")
    func left() throws {
        let scene = try spent()
        let absent = Self.claim("C1", leave: [Self.source("Q3", "STAFF")])
        #expect(try scene.reason(absent, on: "2019-10-25") == .lineUnknown)
        try scene.post(
            Self.claim("C1", leave: [Self.source("Q1", "STAFF")]), on: "2019-10-25")
        #expect(try row("C1", in: scene).total == pounds("80"))
        try scene.post(Self.claim("C2"), on: "2019-10-25")
        #expect(try row("C2", in: scene).total == pounds("100"))
    }

    @Test("Two grants of one fund are claimed apart, each for what it earned")
    func apart() throws {
        let scene = try GrantActTests.agreed()
        var second = GrantActTests.grant("2019/20=500")
        second.code = code("G0")
        try scene.post(second)
        try scene.award("W1", ["2019/20=1200"], fund: "EIYF")
        try scene.sign("W1")
        try scene.submit("W1", "2019/20-Q1", "STAFF=900", "TRAVEL=300")
        try scene.accept("W1", "2019/20-Q1")
        var other = Self.claim("C2")
        other.grant = code("G0")
        try scene.post(other, on: "2019-08-01")
        try scene.post(Self.claim("C1"), on: "2019-08-01")
        #expect(try row("C1", in: scene).lines.map(\.amount) == [pounds("900"), pounds("100")])
        #expect(try row("C2", in: scene).lines.map(\.amount) == [pounds("200")])
    }

    @Test("A grant paid ahead is not claimed, nor one that is not confirmed")
    func refused() throws {
        let ahead = try Scene()
        var grant = GrantActTests.grant("2019/20=1000")
        grant.basis = .advance
        try ahead.post(grant)
        #expect(try ahead.reason(Self.claim("C1")) == .grantInAdvance)
        let unsure = try Scene()
        try unsure.post(GrantActTests.grant("2019/20=1000", status: .indicative))
        #expect(try unsure.reason(Self.claim("C1")) == .grantUnconfirmed)
    }

    @Test("A claim is received in parts, to the penny")
    func received() throws {
        let scene = try spent()
        let claim = try scene.entry(Self.claim("C1"), on: "2019-10-25")
        #expect(
            try scene.post(Self.receive("C1", "100"), on: "2019-11-20") == [
                "Dr bank / Cr grantDebtors{claim=C1,\(Self.key)} 100.00",
                "Dr claimed{claim=C1,\(Self.key)} / Cr received{\(Self.key)} 100.00",
            ])
        let refusal = try scene.refusal(of: Self.receive("C1", "80.01"), on: "2019-11-20")
        #expect(refusal.reason == .moreThanClaimed)
        #expect(refusal.details.contains(.init("short", pounds("0.01"))))
        let undo = ReverseEntry(entry: claim.number, reason: words("Wrong"))
        #expect(try scene.reason(undo, on: "2019-10-25") == .entryInUse)
        try scene.post(Self.receive("C1", "80"), on: "2019-11-21")
        #expect(try scene.holds("received{\(Self.key)}") == "180.00")
    }

    @Test("A return in a claim is not reversed; the claim reversed, its lines are claimed anew")
    func reversed() throws {
        let scene = try spent()
        let accepted = try #require(
            scene.desk.source.entries.first { $0.kind == .acceptReturn })
        let claim = try scene.entry(Self.claim("C1", to: 1), on: "2019-10-25")
        let undo = ReverseEntry(entry: accepted.number, reason: words("Wrong"))
        #expect(try scene.refusal(of: undo, on: "2019-07-20").reason == .entryInUse)
        try scene.post(
            ReverseEntry(entry: claim.number, reason: words("Wrong")), on: "2019-10-25")
        try scene.post(Self.claim("C2"), on: "2019-10-25")
        #expect(try row("C2", in: scene).total == pounds("180"))
    }

    @Test(
        "£40 refused of a line, £20 of it paid, is borne by an own fund with the £20 that is owed")
    func disallowed() throws {
        let scene = try spent()
        try scene.schedule("W1", "2019/20", "180")
        try scene.post(
            PayInstalment(award: code("W1"), number: 1, amount: pounds("20")), on: "2019-10-22")
        try scene.post(Self.claim("C1", to: 1), on: "2019-10-25")
        #expect(try scene.reason(Self.disallow("C1", 3, "1"), on: "2019-11-01") == .lineUnknown)
        #expect(
            try scene.reason(Self.disallow("C1", 1, "1", by: "EIYF"), on: "2019-11-01")
                == .fundNotOwn)
        #expect(
            try scene.reason(Self.disallow("C1", 1, "100.01"), on: "2019-11-01") == .moreThanClaimed
        )
        let entry = try scene.entry(Self.disallow("C1", 1, "40"), on: "2019-11-01")
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
        #expect(try row("C1", in: scene).lines.map(\.disallowed) == [pounds("40"), nil])
        #expect(
            try scene.reason(Self.disallow("C1", 1, "60.01"), on: "2019-11-01") == .moreThanClaimed)
        #expect(try scene.reason(Self.claim("C2", to: 1), on: "2019-11-01") == .nothingToClaim)
        try scene.post(ReverseEntry(entry: entry.number, reason: words("Won")), on: "2019-11-01")
        #expect(try row("C1", in: scene).disallowed == .zero)
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
        try scene.post(Self.claim("C1"), on: "2019-08-02")
        #expect(try row("C1", in: scene).total == pounds("34500"))
        try scene.post(Self.receive("C1", "33249.50"), on: "2019-09-01")
        let over = Self.disallow("C1", 1, "1250.51")
        #expect(try scene.reason(over, on: "2019-09-02") == .moreThanClaimed)
        try scene.post(Self.disallow("C1", 1, "1250.50"), on: "2019-09-02")
        #expect(try scene.holds("grantDebtors{claim=C1,\(Self.key)}") == "0.00")
        #expect(try scene.holds("paid{award=W1,fund=VRF,year=2019/20}") == "1,250.50")
        #expect(try scene.holds("notYetEarned{\(Self.key)}") == "66,750.50")
    }

    @Test(
        "Claimed spend is not found ineligible before the claim is disallowed; then where it moved")
    func claimed() throws {
        let scene = try spent()
        try scene.post(Self.claim("C1"), on: "2019-10-25")
        let refusal = try scene.refusal(of: Self.ineligible("10"), on: "2019-11-01")
        #expect(refusal.reason == .spendClaimed)
        #expect(refusal.details.contains(.init("claim", code("C1"))))
        #expect(refusal.details.contains(.init("line", 1)))
        try scene.post(Self.disallow("C1", 1, "40"), on: "2019-11-01")
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
        let claim = try scene.entry(Self.claim("C1"), on: "2019-08-01")
        #expect(try scene.reason(Self.ineligible("100.01"), on: "2019-08-02") == .spendClaimed)
        try scene.post(
            ReverseEntry(entry: claim.number, reason: words("Wrong")), on: "2019-08-01")
        let lines = try scene.post(Self.ineligible("130"), on: "2019-08-02")
        #expect(
            lines.contains("Dr \(Self.income) / Cr accruedGrantIncome{\(Self.key)} 30.00"))
        try scene.post(Self.claim("C2"), on: "2019-08-03")
        #expect(try row("C2", in: scene).total == pounds("970"))
    }
}
