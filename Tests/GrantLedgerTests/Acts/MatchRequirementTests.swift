import GrantLedger
import Testing

@Suite("Match required of an award")
struct MatchRequirementTests {
    private static let key = "award=W1,year=2019/20"

    /// An award of £1,000 in each of two years from a round that asks for 30%.
    private static func matched() throws -> Scene {
        let percent = try #require(Percentage(hundredths: 3_000))
        return try Scene.capped("2019/20=1000", "2020/21=1000", match: MatchRule(percent: percent))
    }

    private func evidence(_ amount: String, in scene: Scene) throws {
        try scene.post(
            StageMatch(
                award: code("W1"), from: code("COUNCIL"), kind: .inKind, year: year(2019),
                amount: pounds(amount), stage: .evidenced))
    }

    private func matchLines(_ act: some Act, in scene: Scene) throws -> [String] {
        try scene.post(act).filter { $0.contains("match") }
    }

    @Test("£200 more asks for £60 more, and evidence beyond the £300 before meets £25 of it")
    func up() throws {
        let scene = try Self.matched()
        try evidence("325", in: scene)
        #expect(
            try matchLines(scene.vary("200"), in: scene) == [
                "Dr matchRequired{\(Self.key)} / Cr matchMet{\(Self.key)} 25.00",
                "Dr matchTarget{\(Self.key)} / Cr matchRequired{\(Self.key)} 60.00",
            ])
        #expect(try scene.holds("matchRequired{\(Self.key)}") == "35.00")
    }

    @Test("£200 less asks for £60 less, but only as far as it is still to be found")
    func down() throws {
        let scene = try Self.matched()
        #expect(
            try matchLines(scene.vary("-200"), in: scene) == [
                "Dr matchRequired{\(Self.key)} / Cr matchTarget{\(Self.key)} 60.00"
            ])
        try evidence("200", in: scene)
        #expect(
            try matchLines(scene.lapse("500"), in: scene) == [
                "Dr matchRequired{\(Self.key)} / Cr matchTarget{\(Self.key)} 40.00"
            ])
        #expect(try matchLines(scene.lapse("100"), in: scene).isEmpty)
        #expect(try scene.holds("matchMet{\(Self.key)}") == "200.00")
    }

    @Test("£400 carried takes £120 still to be found into the later year")
    func carried() throws {
        let scene = try Self.matched()
        #expect(
            try matchLines(scene.carry("400"), in: scene) == [
                "Dr matchRequired{\(Self.key)} / Cr matchTarget{\(Self.key)} 120.00",
                "Dr matchTarget{award=W1,year=2020/21}"
                    + " / Cr matchRequired{award=W1,year=2020/21} 120.00",
            ])
    }

    @Test("Where all £300 is met, £400 carried asks for none of it again")
    func carriedAndMet() throws {
        let scene = try Self.matched()
        try evidence("300", in: scene)
        #expect(try matchLines(scene.carry("400"), in: scene).isEmpty)
    }

    @Test("Moved to a fund that is not the round's, the money asks for no match")
    func moved() throws {
        let scene = try Self.matched()
        try scene.approve("2019/20=500", fund: "POCA")
        let act = MoveAward(
            award: code("W1"), year: year(2019), from: code("VRF"), to: code("POCA"),
            amount: pounds("100"), reason: words("Lawful use"))
        #expect(
            try matchLines(act, in: scene) == [
                "Dr matchRequired{\(Self.key)} / Cr matchTarget{\(Self.key)} 30.00"
            ])
    }

    @Test("A grant lowered after its match is met keeps what was met")
    func grantLowered() throws {
        let scene = try Scene()
        let percent = try #require(Percentage(hundredths: 3_000))
        try scene.post(GrantActTests.grant("2019/20=1000", match: MatchRule(percent: percent)))
        try scene.post(
            StageMatch(
                grant: code("G1"), from: code("COUNCIL"), kind: .cash, year: year(2019),
                amount: pounds("290"), stage: .evidenced))
        let lower = VaryGrant(
            grant: code("G1"), year: year(2019), amount: pounds("-100"), reason: words("Cut"))
        #expect(
            try matchLines(lower, in: scene) == [
                "Dr matchRequired{grant=G1,year=2019/20}"
                    + " / Cr matchTarget{grant=G1,year=2019/20} 10.00"
            ])
    }
}
