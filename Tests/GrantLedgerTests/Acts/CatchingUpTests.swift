import GrantLedger
import Testing

@Suite("Spend before its ceiling")
struct CatchingUpTests {
    private static let key = "grant=G1,year=2019/20"
    private static let earned =
        "Dr accruedGrantIncome{\(key)} / Cr grantIncome{accountingYear=2019/20,\(key)}"

    /// A grant of £1,000, confirmed or not, £400 awarded and £100 and £30 accepted of it.
    static func spent(_ amount: String, _ status: Standing) throws -> Scene {
        let scene = try Scene()
        try scene.post(GrantActTests.grant("2019/20=\(amount)", status: status))
        if amount == "100" { try scene.post(FundActTests.over("301", round: nil, fund: "EIYF")) }
        try scene.award("W1", ["2019/20=400"], fund: "EIYF")
        try scene.sign("W1")
        try scene.submit("W1", "2019/20-Q1", "STAFF=100", "TRAVEL=30")
        try scene.accept("W1", "2019/20-Q1")
        return scene
    }

    @Test("£130 accepted before its grant is confirmed is earned and claimable once it is")
    func confirmed() throws {
        let scene = try Self.spent("1000", .indicative)
        #expect(
            try scene.reason(ClaimActTests.claim("C1"), on: "2019-09-01") == .grantUnconfirmed)
        let entry = try scene.entry(
            ConfirmGrant(grant: code("G1"), agreement: words("HO/1")), on: "2019-09-01")
        #expect(
            entry.transfers.map(\.line) == [
                "Dr claimCeiling{\(Self.key)} / Cr notYetEarned{\(Self.key)} 1,000.00",
                "Dr notYetEarned{\(Self.key)} / Cr earnedClaimable{\(Self.key)} 130.00",
                "Dr fundingApproved{fund=EIYF,mark=confirmed,year=2019/20}"
                    + " / Cr fundingApproved{fund=EIYF,mark=indicative,year=2019/20} 1,000.00",
                "\(Self.earned) 130.00",
            ])
        try scene.post(ClaimActTests.claim("C1", to: 1), on: "2019-10-01")
        let claim = try ClaimActTests.row("C1", in: scene)
        #expect(claim.lines.map(\.amount) == [pounds("100"), pounds("30")])
    }

    @Test(
        "Of £130 on a ceiling of £100 the £30 beyond it is earned when the grant is raised by £50")
    func raised() throws {
        let scene = try Self.spent("100", .confirmed)
        #expect(try scene.holds("earnedClaimable{\(Self.key)}") == "100.00")
        try scene.post(ClaimActTests.claim("C1"), on: "2019-08-01")
        let raise = VaryGrant(
            grant: code("G1"), year: financialYear("2019/20"), amount: pounds("50"),
            reason: words("More to do"))
        let lines = try scene.post(raise, on: "2019-09-01")
        #expect(lines.contains("\(Self.earned) 30.00"))
        #expect(try scene.holds("notYetEarned{\(Self.key)}") == "20.00")
        try scene.post(ClaimActTests.claim("C2"), on: "2019-09-02")
        #expect(try ClaimActTests.row("C2", in: scene).total == pounds("30"))
    }

    @Test("A second grant of the fund earns what the first left: £30, own costs after returns")
    func second() throws {
        let scene = try Self.spent("100", .confirmed)
        try scene.post(
            RecordCost(
                fund: code("EIYF"), year: financialYear("2019/20"), category: code("STAFF"),
                amount: pounds("0.01"), supplier: words("A supplier")), on: "2019-08-01")
        var grant = GrantActTests.grant("2019/20=30")
        grant.code = code("G2")
        let lines = try scene.post(grant, on: "2019-09-01")
        let key = "grant=G2,year=2019/20"
        #expect(
            lines.contains("Dr notYetEarned{\(key)} / Cr earnedClaimable{\(key)} 30.00"))
        var claim = ClaimActTests.claim("C2")
        claim.grant = code("G2")
        try scene.post(claim, on: "2019-09-02")
        let sources = try ClaimActTests.row("C2", in: scene).lines.map(\.source.description)
        #expect(sources == ["W1#2019/20-Q1#TRAVEL"])
    }

    @Test("What a funder refused of an own cost is not earned again by it: the next cost earns")
    func refusedCost() throws {
        let scene = try Scene()
        try scene.approve("2019/20=500")
        try scene.post(GrantActTests.grant("2019/20=100"))
        try scene.post(FundActTests.over("50", round: nil, fund: "EIYF"))
        var costs: [Int] = []
        for amount in ["100", "50"] {
            let cost = RecordCost(
                fund: code("EIYF"), year: financialYear("2019/20"), category: code("STAFF"),
                amount: pounds(amount), supplier: words("A supplier"))
            costs.append(try scene.entry(cost, on: "2019-08-01").number)
        }
        try scene.post(ClaimActTests.claim("C1"), on: "2019-08-02")
        try scene.post(ClaimActTests.disallow("C1", 1, "40"), on: "2019-08-03")
        try scene.post(
            VaryGrant(
                grant: code("G1"), year: financialYear("2019/20"), amount: pounds("10"),
                reason: words("More to do")), on: "2019-09-01")
        try scene.post(ClaimActTests.claim("C2"), on: "2019-09-02")
        let lines = try ClaimActTests.row("C2", in: scene).lines
        #expect(lines.map(\.source.cost) == [costs[1]])
        #expect(lines.map(\.amount) == [pounds("50")])
    }

    @Test("What one grant of a fund claimed is not earned again by the claim of another")
    func claimedByAnother() throws {
        let scene = try Self.spent("100", .confirmed)
        try scene.post(ClaimActTests.claim("C1"), on: "2019-08-01")
        try scene.post(
            RecordCost(
                fund: code("EIYF"), year: financialYear("2019/20"), category: code("STAFF"),
                amount: pounds("1"), supplier: words("A supplier")), on: "2019-08-01")
        var grant = GrantActTests.grant("2019/20=30")
        grant.code = code("G2")
        try scene.post(grant, on: "2019-09-01")
        var claim = ClaimActTests.claim("C2")
        claim.grant = code("G2")
        try scene.post(claim, on: "2019-09-02")
        let lines = try ClaimActTests.row("C2", in: scene).lines
        #expect(lines.map(\.source.description) == ["W1#2019/20-Q1#TRAVEL"])
        #expect(lines.map(\.amount) == [pounds("30")])
        #expect(scene.desk.source.keys(.earning, prefix: "G2#").count == 1)
    }

    @Test("A line that earns more on 1 September is in no claim of a day before")
    func earnedLater() throws {
        let scene = try Scene()
        try scene.post(GrantActTests.grant("2019/20=110"))
        try scene.post(FundActTests.over("290", round: nil, fund: "EIYF"))
        try scene.award("W1", ["2019/20=400"], fund: "EIYF")
        try scene.sign("W1")
        try scene.submit("W1", "2019/20-Q1", "STAFF=100", "TRAVEL=30")
        try scene.accept("W1", "2019/20-Q1")
        let raise = VaryGrant(
            grant: code("G1"), year: financialYear("2019/20"), amount: pounds("20"),
            reason: words("More to do"))
        try scene.post(raise, on: "2019-09-01")
        try scene.post(ClaimActTests.claim("C1"), on: "2019-08-01")
        #expect(try ClaimActTests.row("C1", in: scene).lines.map(\.amount) == [pounds("100")])
        try scene.post(ClaimActTests.claim("C2"), on: "2019-09-01")
        #expect(try ClaimActTests.row("C2", in: scene).lines.map(\.amount) == [pounds("30")])
    }

    @Test("A grant that is lowered earns nothing by it, though spend is uncovered")
    func lowered() throws {
        let scene = try Scene()
        try scene.approve("2019/20=500")
        try scene.post(GrantActTests.grant("2019/20=100"))
        try scene.post(FundActTests.over("50", round: nil, fund: "EIYF"))
        for amount in ["100", "50"] {
            try scene.post(
                RecordCost(
                    fund: code("EIYF"), year: financialYear("2019/20"), category: code("STAFF"),
                    amount: pounds(amount), supplier: words("A supplier")), on: "2019-08-01")
        }
        try scene.post(ClaimActTests.claim("C1"), on: "2019-08-02")
        try scene.post(ClaimActTests.disallow("C1", 1, "40"), on: "2019-08-03")
        let lines = try scene.post(
            VaryGrant(
                grant: code("G1"), year: financialYear("2019/20"), amount: pounds("-10"),
                reason: words("Less to do")), on: "2019-09-01")
        #expect(lines.count == 2)
        #expect(try scene.holds("notYetEarned{\(Self.key)}") == "30.00")
    }
}
