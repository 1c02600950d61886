import GrantLedger
import Testing

@Suite("What stands before a close")
struct YearStatusTests {
    private static func status(_ scene: Scene) throws -> YearStatus {
        try YearStatus(year(2019), Facts(scene.desk.source))
    }

    private static func lines(_ scene: Scene) throws -> [String] {
        try status(scene).items.map { item in
            "\(item.what.rawValue) | \(item.place) | \(item.amount?.column ?? "-") | \(item.command)"
        }
    }

    /// £350 awarded and £100 of it paid; £200 reported, £50 estimated, £650 in the fund.
    private func open() throws -> Scene {
        let scene = try Scene.awarded("2019/20=350", "2020/21=100")
        try scene.schedule("W1", "2019/20", "100")
        try scene.pay("W1", 1)
        try scene.submit("W1", "2019/20-Q1", "STAFF=120")
        try scene.accept("W1", "2019/20-Q1")
        try scene.submit("W1", "2019/20-Q2", "STAFF=80")
        try scene.post(
            EstimateReturn(
                award: code("W1"), period: period("2019/20-Q4"), spend: amounts(["STAFF=50"]),
                basis: words("A letter")))
        return scene
    }

    @Test("Returns come first, then what lapses, then what funds have left, last the close")
    func order() throws {
        let scene = try open()
        #expect(
            try Self.lines(scene) == [
                "return not accepted | W1 2019/20-Q2 | 80.00 | almoner return accept W1 --period 2019/20-Q2",
                "return not in | W1 2019/20-Q3 | - | almoner return estimate W1 --period 2019/20-Q3"
                    + " --spend CATEGORY=AMOUNT --basis TEXT",
                "estimated, not accrued | W1 2019/20-Q4 | 50.00 | almoner year accrue 2019/20",
                "committed, not spent | W1 | 100.00 | almoner award lapse W1 --year 2019/20"
                    + " --amount 100.00 --reason TEXT",
                "left in the fund | VRF | 650.00 | almoner fund reduce VRF --year 2019/20"
                    + " --amount 650.00 --reason TEXT",
                "the close | 2019/20 | - | almoner year close 2019/20",
            ])
        let committed = try Self.status(scene).items.first { $0.what == .committed }
        #expect(
            committed?.alternatives == [
                "almoner award carry W1 --from 2019/20 --to 2020/21 --amount 100.00 --consent REF"
            ])
    }

    @Test("What each line asks, done in order, leaves nothing but the close, which then is taken")
    func cleared() throws {
        let scene = try open()
        try scene.accept("W1", "2019/20-Q2", on: "2020-03-31")
        try scene.post(
            AccrueReturn(award: code("W1"), period: period("2019/20-Q4")), on: "2020-03-31")
        try scene.post(
            LapseAward(
                award: code("W1"), year: year(2019), amount: pounds("100"), reason: words("Unspent")
            ))
        try scene.post(
            ReduceFunding(
                fund: code("VRF"), year: year(2019), amount: pounds("750"), reason: words("Saved")))
        let status = try Self.status(scene)
        #expect(status.items.map(\.what) == [.returnNotIn, .close])
        #expect(status.isReady)
        try scene.post(CloseTests.close, on: "2020-03-31")
        let closed = try Self.status(scene)
        #expect(closed.isClosed)
        #expect(closed.items.isEmpty)
        #expect(closed.close == scene.desk.source.entries.count)
    }

    @Test(
        "Money on the schedule is withdrawn, money held asked back, before what is left can lapse")
    func unlapsable() throws {
        let scene = try Scene.awarded("2019/20=350")
        try scene.schedule("W1", "2019/20", "100")
        try scene.pay("W1", 1)
        try scene.schedule("W1", "2019/20", "250")
        let lines = try Self.lines(scene).filter { !$0.hasPrefix("return") }
        #expect(
            Array(lines.prefix(3)) == [
                "scheduled, not paid | W1 #2 | 250.00 | almoner instalment withdraw W1 2",
                "held by the recipient | W1 | 100.00 | almoner clawback raise W1 --year 2019/20"
                    + " --amount 100.00 --reason TEXT",
                "committed, not spent | W1 | 350.00 | almoner award lapse W1 --year 2019/20"
                    + " --amount 350.00 --reason TEXT",
            ])
    }

    @Test(
        "Unused over-programming is withdrawn, used met from the reserve; a round gives back the rest"
    )
    func overProgrammed() throws {
        let scene = try Scene()
        try scene.approve("2019/20=100")
        try scene.openRound("2019/20=100")
        try scene.post(FundActTests.over("30", round: "R1"))
        try scene.post(
            MakeAward(
                code: code("W1"), round: code("R1"), recipient: code("CHARITY"),
                title: words("An award"), profile: profile(["2019/20=110"])))
        #expect(
            try Self.lines(scene) == [
                "reserved, not signed | W1 | 110.00 | almoner award sign W1",
                "over-programming authorised | R1 | 20.00 | almoner fund over-programme VRF --round R1"
                    + " --year 2019/20 --amount 20.00 --withdraw --reason TEXT",
                "over-programming authorised | R1 | 10.00 | almoner fund over-programme VRF --round R1"
                    + " --year 2019/20 --amount 10.00 --call --authorised-by WHO --reason TEXT",
                "the close | 2019/20 | - | almoner year close 2019/20",
            ])
        try scene.post(
            LapseAward(award: code("W1"), year: year(2019), reason: words("Not signed")))
        #expect(
            try Self.lines(scene).contains(
                "left in the round | R1 | 100.00 | almoner round return R1 --year 2019/20"
                    + " --amount 100.00 --reason TEXT"))
    }

    @Test("Money a grant feeds is surrendered to it, and what was earned and not claimed is said")
    func grants() throws {
        let scene = try GrantActTests.agreed()
        try scene.award("W1", ["2019/20=400"], fund: "EIYF")
        try scene.sign("W1")
        try scene.submit("W1", "2019/20-Q1", "STAFF=400")
        try scene.accept("W1", "2019/20-Q1")
        let lines = try Self.lines(scene).filter { !$0.hasPrefix("return") }
        #expect(
            lines == [
                "left in the fund | EIYF | 600.00 | almoner grant surrender G1 --year 2019/20"
                    + " --amount 600.00",
                "earned, not claimed | G1 | 400.00 | almoner claim make CODE --grant G1 --year 2019/20",
                "the close | 2019/20 | - | almoner year close 2019/20",
            ])
        let earned = try Self.status(scene).items.first { $0.what == .notClaimed }
        #expect(earned?.blocks == false)
    }

    @Test("Match that is short and an earlier year that is open are named")
    func matchAndEarlier() throws {
        let scene = try Scene()
        let percent = try #require(Percentage(hundredths: 3_000))
        try scene.post(GrantActTests.grant("2020/21=1000", match: MatchRule(percent: percent)))
        try scene.approve("2019/20=1")
        let status = try YearStatus(year(2020), Facts(scene.desk.source))
        #expect(status.items.first?.what == .earlierYear)
        #expect(status.items.first?.command == "almoner year status 2019/20")
        let match = status.items.first { $0.what == .match }
        #expect(match?.amount == pounds("300"))
        #expect(match?.alternatives == ["almoner year close 2020/21 --explain TEXT"])
    }
}
