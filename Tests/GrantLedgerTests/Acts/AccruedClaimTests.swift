import GrantLedger
import Testing

@Suite("Accruals in a final claim")
struct AccruedClaimTests {
    private static let key = "grant=G1,year=2019/20"
    private static let q4 = period("2019/20-Q4")

    /// A grant of £1,000 in arrears of which £400 is awarded, £100 accepted and £60 accrued; and
    /// the policy that lets the final claim draw it, or not.
    private static func accrued(_ policy: String = "yes") throws -> Scene {
        let scene = try GrantActTests.agreed()
        try scene.post(
            SetPolicy(
                name: words("accruals-in-final-claim"), value: words(policy),
                from: day("2019-04-01"), reason: words("The funder asks for accruals")))
        try scene.award("W1", ["2019/20=400"], fund: "EIYF")
        try scene.sign("W1")
        try scene.submit("W1", "2019/20-Q1", "STAFF=100")
        try scene.accept("W1", "2019/20-Q1")
        try scene.post(
            EstimateReturn(
                award: code("W1"), period: q4, spend: amounts(["STAFF=60"]),
                basis: words("By telephone")), on: "2020-03-31")
        try scene.post(AccrueReturn(award: code("W1"), period: q4), on: "2020-03-31")
        return scene
    }

    /// The year's close, what is not spent lapsed and given back.
    private static func close(_ scene: Scene) throws {
        try scene.post(
            LapseAward(
                award: code("W1"), year: financialYear("2019/20"), amount: pounds("240"),
                reason: words("Unspent")), on: "2020-03-31")
        try scene.post(
            VaryGrant(
                grant: code("G1"), year: financialYear("2019/20"), amount: pounds("-840"),
                reason: words("Not needed")), on: "2020-03-31")
        try scene.post(CloseYear(year: financialYear("2019/20")), on: "2020-03-31")
        try scene.post(ReverseAccrual(award: code("W1"), period: q4), on: "2020-04-01")
    }

    private static func accept(_ scene: Scene, _ amount: String) throws -> [String] {
        try scene.post(
            SubmitReturn(award: code("W1"), period: q4, spend: amounts(["STAFF=\(amount)"])),
            on: "2020-05-01")
        return try scene.accept("W1", "2019/20-Q4", on: "2020-05-02")
    }

    @Test("A claim for the year draws £60 accrued, its line marked; one to a quarter does not")
    func drawn() throws {
        let scene = try Self.accrued()
        try scene.post(ClaimActTests.claim("C1", to: 3), on: "2020-03-31")
        #expect(try ClaimActTests.row("C1", in: scene).total == pounds("100"))
        let entry = try scene.entry(ClaimActTests.claim("C2"), on: "2020-03-31")
        #expect(
            entry.transfers.map(\.line) == [
                "Dr earnedClaimable{grant=G1,mark=accrued,year=2019/20}"
                    + " / Cr claimed{claim=C2,\(Self.key)} 60.00",
                "Dr grantDebtors{claim=C2,\(Self.key)}"
                    + " / Cr accruedGrantIncome{grant=G1,mark=accrued,year=2019/20} 60.00",
            ])
        let claim = try ClaimActTests.row("C2", in: scene)
        #expect(claim.lines.map(\.isAccrued) == [true])
        #expect(claim.lines.map(\.source.description) == ["W1#2019/20-Q4#STAFF"])
        #expect(
            try scene.reason(ClaimActTests.claim("C3"), on: "2020-03-31") == .nothingToClaim)
    }

    @Test("Under the policy no, the claim for the year leaves the £60 accrued")
    func left() throws {
        let scene = try Self.accrued("no")
        try scene.post(ClaimActTests.claim("C1"), on: "2020-03-31")
        #expect(try ClaimActTests.row("C1", in: scene).total == pounds("100"))
    }

    @Test("£60 drawn stays earned when the accrual is taken back; the return of £60 earns no more")
    func equal() throws {
        let scene = try Self.accrued()
        try scene.post(ClaimActTests.claim("C1"), on: "2020-03-31")
        try Self.close(scene)
        #expect(try scene.holds("claimed{claim=C1,\(Self.key)}") == "160.00")
        let lines = try Self.accept(scene, "60")
        #expect(!lines.contains { $0.contains("grantIncome") })
        #expect(
            try scene.reason(ClaimActTests.claim("C2"), on: "2020-05-03") == .nothingToClaim)
    }

    @Test(
        "A return of £59 leaves £1 claimed of no cost: refused, nobody bears it, and it is repaid")
    func less() throws {
        let scene = try Self.accrued()
        try scene.post(ClaimActTests.claim("C1"), on: "2020-03-31")
        try Self.close(scene)
        _ = try Self.accept(scene, "59")
        try scene.post(ClaimActTests.receive("C1", "160"), on: "2020-05-03")
        let lines = try scene.post(ClaimActTests.disallow("C1", 2, "1"), on: "2020-05-04")
        #expect(
            lines == [
                "Dr grantIncome{accountingYear=2020/21,\(Self.key)}"
                    + " / Cr repayableToFunder{\(Self.key)} 1.00",
                "Dr received{\(Self.key)} / Cr notYetEarned{\(Self.key)} 1.00",
            ])
    }

    @Test("An office that is an agent says of each grant whose its money is")
    func agent() throws {
        let scene = try Scene()
        try scene.post(
            SetPolicy(
                name: words("principal"), value: words("no"), from: day("2019-04-01"),
                reason: words("It leads a consortium")))
        var grant = GrantActTests.grant("2019/20=100")
        #expect(try scene.reason(grant) == .noPartner)
        grant.partners = []
        try scene.post(grant)
    }
}
