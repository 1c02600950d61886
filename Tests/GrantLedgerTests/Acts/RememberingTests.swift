import GrantLedger
import Testing

@Suite("What a grant has earned and no line remembers")
struct RememberingTests {
    /// Takes out what lines have earned, as in a book whose entries were judged before lines remembered.
    private func forget(_ scene: Scene, of year: String = "") {
        for key in scene.desk.source.keys(.earning, prefix: "") where key.contains(year) {
            scene.desk.source.forget(.earning, key)
        }
    }

    @Test("Spend that earned before lines remembered is claimed by its line all the same")
    func unremembered() throws {
        let scene = try ClaimActTests.spent()
        forget(scene)
        try scene.post(ClaimActTests.claim("C1"), on: "2019-10-25")
        let claim = try ClaimActTests.row("C1", in: scene)
        #expect(
            claim.lines.map { "\($0.source) \($0.amount.column)" } == [
                "W1#2019/20-Q1#STAFF 100.00", "W1#2019/20-Q1#TRAVEL 30.00",
                "W1#2019/20-Q2#STAFF 50.00",
            ])
        try scene.post(ClaimActTests.disallow("C1", 1, "40"), on: "2019-11-01")
        #expect(
            try scene.reason(ClaimActTests.claim("C2"), on: "2019-11-01") == .nothingToClaim)
    }

    @Test(
        "Of £130 on a ceiling of £100 no more than £100 is claimed, whether or not lines remember",
        arguments: [true, false])
    func ceilingKept(_ remembers: Bool) throws {
        let scene = try CatchingUpTests.spent("100", .confirmed)
        if !remembers { forget(scene) }
        try scene.post(ClaimActTests.claim("C1"), on: "2019-08-01")
        #expect(try ClaimActTests.row("C1", in: scene).total == pounds("100"))
        #expect(scene.desk.source.keys(.earning, prefix: "").count == 1)
    }

    @Test("A line that remembers £40 of the £100 it earned is claimed once, and whole")
    func remembersAPart() throws {
        let scene = try ClaimActTests.spent()
        let source = scene.desk.source
        let key = try #require(
            source.keys(.earning, prefix: "").first { $0.contains("Q1#STAFF") })
        var earning = try #require(try Facts(source).find(Earning.self, key))
        earning.amount = pounds("40")
        try source.preset(earning)
        try scene.post(ClaimActTests.claim("C1"), on: "2019-10-25")
        let lines = try ClaimActTests.row("C1", in: scene).lines
        #expect(lines.map(\.amount) == [pounds("100"), pounds("30"), pounds("50")])
    }

    @Test(
        "What a claim before has asked for, received or not, is not claimed again; the rest is",
        arguments: [true, false])
    func claimedBefore(_ isReceived: Bool) throws {
        let scene = try ClaimActTests.spent()
        try scene.post(ClaimActTests.claim("C1", to: 1), on: "2019-10-25")
        if isReceived { try scene.post(ClaimActTests.receive("C1", "130"), on: "2019-11-20") }
        forget(scene)
        try scene.post(ClaimActTests.claim("C2"), on: "2019-12-01")
        let lines = try ClaimActTests.row("C2", in: scene).lines
        #expect(lines.map(\.source.description) == ["W1#2019/20-Q2#STAFF"])
        #expect(lines.map(\.amount) == [pounds("50")])
    }

    @Test("A year remembers neither what another year has earned nor what it claims")
    func otherYear() throws {
        let scene = try Scene()
        try scene.post(GrantActTests.grant("2019/20=100", "2020/21=1000"))
        try scene.post(FundActTests.over("301", round: nil, fund: "EIYF"))
        try scene.award("W1", ["2019/20=400", "2020/21=400"], fund: "EIYF")
        try scene.sign("W1")
        try scene.submit("W1", "2019/20-Q1", "STAFF=100", "TRAVEL=30")
        try scene.accept("W1", "2019/20-Q1")
        try scene.submit("W1", "2020/21-Q1", "STAFF=40")
        try scene.accept("W1", "2020/21-Q1", on: "2020-07-20")
        var other = ClaimActTests.claim("C1")
        other.year = financialYear("2020/21")
        try scene.post(other, on: "2020-08-01")
        forget(scene, of: "2019/20")
        try scene.post(ClaimActTests.claim("C2"), on: "2020-08-02")
        #expect(try ClaimActTests.row("C2", in: scene).total == pounds("100"))
    }
}
