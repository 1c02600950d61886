import GrantLedger
import Testing

@Suite("Minimums and match, tested")
struct MinimumTests {
    /// A grant of £1,000 of which at least 10% is to go on STAFF, and an award of all of it.
    private static func scene(by: String? = nil, match: MatchRule? = nil) throws -> Scene {
        let scene = try Scene()
        var grant = GrantActTests.grant("2019/20=1000", match: match)
        let percent = try #require(Percentage(hundredths: 1_000))
        grant.minimums = [
            Minimum(category: code("STAFF"), percent: percent, by: by.map { day($0) })
        ]
        try scene.post(grant)
        try scene.award("W1", ["2019/20=1000"], fund: "EIYF")
        try scene.sign("W1")
        return scene
    }

    private func found(_ scene: Scene, on date: String) throws -> [Shortfall] {
        let facts = Facts(scene.desk.source)
        let grant = try #require(try facts.find(Grant.self, code("G1")))
        return try facts.shortfalls(of: grant, on: day(date))
    }

    @Test("£30 of £400 on STAFF is £10 short of 10%, from the day it is tested")
    func short() throws {
        let scene = try Self.scene(by: "2019-10-01")
        try scene.spend("2019/20-Q1", "STAFF=30", "TRAVEL=370")
        #expect(try found(scene, on: "2019-09-30").isEmpty)
        let short = try #require(try found(scene, on: "2019-10-01").first)
        #expect(short.of == code("G1"))
        #expect(short.rule == .minimum(code("STAFF")))
        #expect(short.required == pounds("40"))
        #expect(short.met == pounds("30"))
        #expect(short.short == pounds("10"))
        #expect(short.flag == .minimumShort)
    }

    @Test("£40 of £400 is 10%, and nothing is short")
    func met() throws {
        let scene = try Self.scene(by: "2019-10-01")
        try scene.spend("2019/20-Q1", "STAFF=40", "TRAVEL=360")
        #expect(try found(scene, on: "2019-10-01").isEmpty)
    }

    @Test("Without a day it is tested at the year end, over the years ended")
    func yearEnd() throws {
        let scene = try Self.scene()
        try scene.spend("2019/20-Q1", "TRAVEL=400")
        #expect(try found(scene, on: "2020-03-30").isEmpty)
        #expect(try found(scene, on: "2020-03-31").map(\.short) == [pounds("40")])
        #expect(try found(scene, on: "2020-06-30").map(\.short) == [pounds("40")])
    }

    @Test("Match of £300 of which £120 is met is £180 short, in each year that has begun")
    func match() throws {
        let percent = try #require(Percentage(hundredths: 3_000))
        let scene = try Self.scene(match: MatchRule(percent: percent))
        try scene.post(
            StageMatch(
                grant: code("G1"), from: code("COUNCIL"), kind: .cash, year: year(2019),
                amount: pounds("120"), stage: .evidenced))
        #expect(try found(scene, on: "2019-03-31").isEmpty)
        let short = try #require(try found(scene, on: "2019-04-01").first)
        #expect(short.rule == .match(year(2019)))
        #expect(short.required == pounds("300"))
        #expect(short.met == pounds("120"))
        #expect(short.short == pounds("180"))
        #expect(short.flag == .matchShort)
    }

    @Test("A return is flagged as it is submitted and accepted, each by what stands after it")
    func flags() throws {
        let scene = try Self.scene(by: "2019-04-01")
        let submit = SubmitReturn(
            award: code("W1"), period: period("2019/20-Q1"), spend: amounts(["TRAVEL=100"]))
        #expect(try scene.entry(submit).flags.isEmpty)
        let accept = AcceptReturn(award: code("W1"), period: period("2019/20-Q1"))
        #expect(try scene.entry(accept, on: "2019-07-20").flags == [.minimumShort])
        let second = SubmitReturn(
            award: code("W1"), period: period("2019/20-Q2"), spend: amounts(["STAFF=50"]))
        #expect(try scene.entry(second, on: "2019-10-01").flags == [.minimumShort])
        let cured = AcceptReturn(award: code("W1"), period: period("2019/20-Q2"))
        #expect(try scene.entry(cured, on: "2019-10-20").flags.isEmpty)
    }

    @Test("An award's own match short of £300 flags its return until it is evidenced")
    func awardMatch() throws {
        let percent = try #require(Percentage(hundredths: 3_000))
        let scene = try Scene.capped("2019/20=1000", match: MatchRule(percent: percent))
        let submit = SubmitReturn(
            award: code("W1"), period: period("2019/20-Q1"), spend: amounts(["STAFF=100"]))
        #expect(try scene.entry(submit).flags == [.matchShort])
        try scene.post(
            StageMatch(
                award: code("W1"), from: code("COUNCIL"), kind: .cash, year: year(2019),
                amount: pounds("300"), stage: .evidenced))
        let accept = AcceptReturn(award: code("W1"), period: period("2019/20-Q1"))
        #expect(try scene.entry(accept, on: "2019-07-20").flags.isEmpty)
    }
}
