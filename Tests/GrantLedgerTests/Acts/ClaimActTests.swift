import GrantLedger
import Testing

@Suite("Claims")
struct ClaimActTests {
    private static let key = "grant=G1,year=2019/20"

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

    static func receive(_ claim: String, _ amount: String) -> ReceiveClaim {
        ReceiveClaim(claim: code(claim), amount: pounds(amount))
    }

    private static func refused(_ amount: String) -> DisallowSpend {
        DisallowSpend(
            award: code("W1"), period: period("2019/20-Q1"), category: code("STAFF"),
            amount: pounds(amount), reason: words("A gift"))
    }

    private static func source(_ part: String, _ category: String) -> ClaimLine.Source {
        ClaimLine.Source(
            award: code("W1"), period: period("2019/20-\(part)"), category: code(category))
    }

    /// A grant of £1,000 in arrears, £400 of it awarded; £100 and £30 accepted of the first
    /// quarter, £50 of the second.
    static func spent() throws -> Scene {
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

    static func row(_ name: String, in scene: Scene) throws -> Claim {
        try #require(scene.desk.source.row(.claim, name)?.row).value(Claim.self)
    }

    @Test("A claim is whole lines of accepted spend to the quarter's end, each naming its return")
    func made() throws {
        let scene = try Self.spent()
        let entry = try scene.entry(Self.claim("C1", to: 1), on: "2019-10-25")
        #expect(
            entry.transfers.map(\.line) == [
                "Dr earnedClaimable{\(Self.key)} / Cr claimed{claim=C1,\(Self.key)} 130.00",
                "Dr grantDebtors{claim=C1,\(Self.key)} / Cr accruedGrantIncome{\(Self.key)} 130.00",
            ])
        #expect(
            try Self.row("C1", in: scene).lines == [
                ClaimLine(number: 1, source: Self.source("Q1", "STAFF"), amount: pounds("100")),
                ClaimLine(number: 2, source: Self.source("Q1", "TRAVEL"), amount: pounds("30")),
            ])
        #expect(try scene.reason(Self.claim("C2", to: 1), on: "2019-10-25") == .nothingToClaim)
        #expect(try scene.reason(Self.claim("C1"), on: "2019-10-25") == .codeTaken)
        try scene.post(Self.claim("C2"), on: "2019-10-25")
        #expect(try Self.row("C2", in: scene).total == pounds("50"))
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
        #expect(try Self.row("C1", in: scene).lines.map(\.source) == [Self.source("Q2", "STAFF")])
        try scene.post(Self.claim("C2", to: 2), on: "2019-10-25")
        #expect(try Self.row("C2", in: scene).lines.map(\.source) == [Self.source("Q1", "STAFF")])
    }

    @Test("A line can be left for a later claim; one that is not there is refused")
    func left() throws {
        let scene = try Self.spent()
        let absent = Self.claim("C1", leave: [Self.source("Q3", "STAFF")])
        #expect(try scene.reason(absent, on: "2019-10-25") == .lineUnknown)
        try scene.post(
            Self.claim("C1", leave: [Self.source("Q1", "STAFF")]), on: "2019-10-25")
        #expect(try Self.row("C1", in: scene).total == pounds("80"))
        try scene.post(Self.claim("C2"), on: "2019-10-25")
        #expect(try Self.row("C2", in: scene).total == pounds("100"))
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
        #expect(
            try Self.row("C1", in: scene).lines.map(\.amount) == [pounds("900"), pounds("100")])
        #expect(try Self.row("C2", in: scene).lines.map(\.amount) == [pounds("200")])
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
        let scene = try Self.spent()
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
        let scene = try Self.spent()
        let accepted = try #require(
            scene.desk.source.entries.first { $0.kind == .acceptReturn })
        let claim = try scene.entry(Self.claim("C1", to: 1), on: "2019-10-25")
        let undo = ReverseEntry(entry: accepted.number, reason: words("Wrong"))
        #expect(try scene.refusal(of: undo, on: "2019-07-20").reason == .entryInUse)
        try scene.post(
            ReverseEntry(entry: claim.number, reason: words("Wrong")), on: "2019-10-25")
        try scene.post(Self.claim("C2"), on: "2019-10-25")
        #expect(try Self.row("C2", in: scene).total == pounds("180"))
    }

    @Test("A claim received in full, which leaves its account nil, still holds its lines")
    func receivedInFull() throws {
        let scene = try Self.spent()
        try scene.post(Self.claim("C1"), on: "2019-10-25")
        try scene.post(Self.receive("C1", "180"), on: "2019-11-20")
        #expect(try scene.holds("claimed{claim=C1,\(Self.key)}") == "0.00")
        #expect(try scene.reason(Self.claim("C2"), on: "2019-11-21") == .nothingToClaim)
        #expect(try scene.reason(Self.refused("1"), on: "2019-11-21") == .spendClaimed)
    }

    @Test("A claim and a refusal ask for the claims on one grant, however many there are on others")
    func asksForItsOwn() throws {
        let scene = try Self.spent()
        try scene.post(Self.claim("C1", to: 1), on: "2019-10-25")
        try scene.post(Self.claim("C2"), on: "2019-10-25")
        try scene.post(Self.disallow("C1", 1, "10"), on: "2019-11-01")
        #expect(try scene.reason(Self.refused("95"), on: "2019-11-01") == .spendClaimed)
        #expect(!scene.desk.source.listedWhole.contains(.claim))
        #expect(scene.desk.source.listedWhole.contains(.policy), "and what is listed whole is seen")
    }

    @Test("A claim stands on its own grant, so another agreed since can still be undone")
    func standsOnItsOwn() throws {
        let scene = try Self.spent()
        var grant = GrantActTests.grant("2019/20=30")
        grant.code = code("G2")
        let agreed = try scene.entry(grant, on: "2019-10-20")
        try scene.post(Self.claim("C1"), on: "2019-10-25")
        try scene.post(
            ReverseEntry(entry: agreed.number, reason: words("Agreed in error")), on: "2019-10-20")
        #expect(try scene.holds("claimCeiling{grant=G2,year=2019/20}") == "0.00")
    }
}
