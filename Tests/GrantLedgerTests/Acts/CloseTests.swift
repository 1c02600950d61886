import GrantLedger
import Testing

@Suite("The close")
struct CloseTests {
    static let close = CloseYear(year: year(2019))

    /// £350 of a fund of £350 awarded, all of it accepted, £300 of it paid.
    static func spent() throws -> Scene {
        let scene = try Scene()
        try scene.approve("2019/20=350")
        try scene.award("W1", ["2019/20=350"])
        try scene.sign("W1")
        try scene.schedule("W1", "2019/20", "300")
        try scene.pay("W1", 1)
        try scene.submit("W1", "2019/20-Q1", "STAFF=350")
        try scene.accept("W1", "2019/20-Q1")
        return scene
    }

    private static func first(_ scene: Scene) throws -> String? {
        let refusal = try scene.refusal(of: close, on: "2020-03-31")
        #expect(refusal.reason == .yearNotReady)
        #expect(refusal.remedy.contains("almoner year status 2019/20"))
        return refusal.details.first { $0.name == "obstacle" }?.value
    }

    @Test("Money of the year that is left anywhere is named before the close, with its command")
    func nothingLeft() throws {
        let scene = try Scene()
        try scene.approve("2019/20=1000")
        #expect(try Self.first(scene) == "left in the fund")
        try scene.openRound("2019/20=1000")
        #expect(try Self.first(scene) == "left in the round")
        try scene.post(
            MakeAward(
                code: code("W1"), round: code("R1"), recipient: code("CHARITY"),
                title: words("An award"), profile: profile(["2019/20=1000"])))
        #expect(try Self.first(scene) == "reserved, not signed")
        try scene.sign("W1")
        #expect(try Self.first(scene) == "committed, not spent")
        try scene.post(
            FundActTests.over("10", round: "R1", fund: "VRF"))
        try scene.post(
            LapseAward(award: code("W1"), year: year(2019), reason: words("Unspent")),
            on: "2020-03-31")
        let refusal = try scene.refusal(of: Self.close, on: "2020-03-31")
        #expect(
            refusal.remedy.contains(
                "almoner fund over-programme VRF --round R1 --year 2019/20 --amount 10.00 --withdraw"
            ))
        #expect(refusal.details.contains(.init("amount", pounds("10"))))
    }

    @Test("A category £10 short of its least share stands before the close, until it is explained")
    func minimum() throws {
        let scene = try Scene()
        var grant = GrantActTests.grant("2019/20=100")
        let percent = try #require(Percentage(hundredths: 2_000))
        grant.minimums = [Minimum(category: code("TRAVEL"), percent: percent)]
        try scene.post(grant)
        try scene.award("W1", ["2019/20=100"], fund: "EIYF")
        try scene.sign("W1")
        try scene.submit("W1", "2019/20-Q1", "STAFF=90", "TRAVEL=10")
        try scene.accept("W1", "2019/20-Q1")
        let claim = try scene.entry(
            MakeClaim(code: code("C1"), grant: code("G1"), year: year(2019)), on: "2020-03-31")
        #expect(claim.flags == [.minimumShort])
        #expect(try Self.first(scene) == "minimum not met")
        let explained = CloseYear(year: year(2019), explanation: words("The funder agreed"))
        #expect(try scene.entry(explained, on: "2020-03-31").flags == [.minimumShort])
    }

    @Test("A close empties income and expenditure into the general fund and touches nothing else")
    func opensAsItCloses() throws {
        let scene = try Self.spent()
        try scene.post(GrantActTests.grant("2019/20=100"))
        try scene.award("W2", ["2019/20=100"], fund: "EIYF")
        try scene.sign("W2")
        try scene.submit("W2", "2019/20-Q1", "STAFF=100")
        try scene.accept("W2", "2019/20-Q1")
        let before = scene.desk.balances()
        let cost = "awardExpenditure{accountingYear=2019/20"
        #expect(
            try scene.post(Self.close, on: "2020-03-31") == [
                "Dr generalFund / Cr \(cost),award=W1,fund=VRF,year=2019/20} 350.00",
                "Dr generalFund / Cr \(cost),award=W2,fund=EIYF,year=2019/20} 100.00",
                "Dr grantIncome{accountingYear=2019/20,grant=G1,year=2019/20} / Cr generalFund 100.00",
            ])
        let after = scene.desk.balances()
        #expect(after.keys.allSatisfy { $0.accountingYear == nil })
        #expect(try scene.holds("generalFund") == "-350.00")
        let kept = before.filter { $0.key.accountingYear == nil }
        #expect(kept == after.filter { $0.key.head != .generalFund })
    }

    @Test("An account whose balance is the other way is emptied the other way round")
    func turnedRound() throws {
        let scene = try Scene()
        try scene.approve("2019/20=60")
        try scene.award("W1", ["2019/20=60"])
        try scene.sign("W1")
        let covers = period("2019/20-Q4")
        try scene.post(
            EstimateReturn(
                award: code("W1"), period: covers, spend: amounts(["STAFF=60"]),
                basis: words("A letter")))
        try scene.post(AccrueReturn(award: code("W1"), period: covers), on: "2020-03-31")
        try scene.post(Self.close, on: "2020-03-31")
        try scene.post(ReverseAccrual(award: code("W1"), period: covers), on: "2020-04-01")
        #expect(
            try scene.post(CloseYear(year: year(2020)), on: "2021-03-31") == [
                "Dr awardExpenditure{accountingYear=2020/21,award=W1,fund=VRF,year=2019/20}"
                    + " / Cr generalFund 60.00"
            ])
    }

    @Test("A year closes on 31 March, once, and after the years before it")
    func order() throws {
        let scene = try Self.spent()
        #expect(try scene.reason(Self.close, on: "2020-03-30") == .yearNotOver)
        #expect(try scene.reason(Self.close, on: "2020-04-01") == .yearNotOver)
        let refusal = try scene.refusal(of: CloseYear(year: year(2020)), on: "2021-03-31")
        #expect(refusal.reason == .yearNotReady)
        #expect(refusal.remedy.contains("almoner year status 2019/20"))
        try scene.post(Self.close, on: "2020-03-31")
        #expect(try scene.reason(Self.close, on: "2020-03-31") == .yearClosed)
        try scene.post(CloseYear(year: year(2020)), on: "2021-03-31")
        let row = try Facts(scene.desk.source).look(YearEnd.self, "2019/20")
        #expect(row?.close == scene.desk.source.entries.count - 1)
    }

    @Test("Match of £300 that was not found is explained, and the close flagged")
    func matchShort() throws {
        let scene = try Scene()
        let percent = try #require(Percentage(hundredths: 3_000))
        try scene.post(GrantActTests.grant("2019/20=1000", match: MatchRule(percent: percent)))
        try scene.award("W1", ["2019/20=1000"], fund: "EIYF")
        try scene.sign("W1")
        try scene.submit("W1", "2019/20-Q1", "STAFF=1000")
        try scene.accept("W1", "2019/20-Q1")
        let refusal = try scene.refusal(of: Self.close, on: "2020-03-31")
        #expect(refusal.reason == .yearNotReady)
        #expect(refusal.details.contains(.init("amount", pounds("300"))))
        let explained = CloseYear(year: year(2019), explanation: words("The partner withdrew"))
        #expect(try scene.entry(explained, on: "2020-03-31").flags == [.matchShort])
    }

    @Test(
        "A year is opened again by the opposite of its close, and closes again on the same figures")
    func reopened() throws {
        let scene = try Self.spent()
        let before = scene.desk.balances()
        try scene.post(Self.close, on: "2020-03-31")
        let closed = scene.desk.balances()
        let reopen = ReopenYear(
            year: year(2019), authorisedBy: words("TREASURER"), reason: words("The auditor asks"))
        #expect(try scene.reason(reopen, on: "2020-04-01") == .unusualDate)
        let entry = try scene.entry(reopen, on: "2020-03-31")
        #expect(entry.flags == [.singlePerson])
        #expect(scene.desk.balances() == before)
        #expect(try scene.reason(reopen, on: "2020-03-31") == .yearNotClosed)
        try scene.post(Self.close, on: "2020-03-31")
        #expect(scene.desk.balances() == closed)
        try scene.post(CloseYear(year: year(2020)), on: "2021-03-31")
        #expect(try scene.reason(reopen, on: "2020-03-31") == .yearClosed)
    }

    @Test(
        "A year with a standing accrual is opened again with the accrual, unless a return stands on it"
    )
    func accrualBack() throws {
        for isAccepted in [false, true] {
            let scene = try Scene()
            try scene.approve("2019/20=60")
            try scene.award("W1", ["2019/20=60"])
            try scene.sign("W1")
            try scene.post(
                EstimateReturn(
                    award: code("W1"), period: period("2019/20-Q4"), spend: amounts(["STAFF=60"]),
                    basis: words("A letter")))
            let accrue = AccrueReturn(award: code("W1"), period: period("2019/20-Q4"))
            try scene.post(accrue, on: "2020-03-31")
            let before = scene.desk.balances()
            try scene.post(Self.close, on: "2020-03-31")
            let back = ReverseAccrual(award: code("W1"), period: period("2019/20-Q4"))
            let reversal = try scene.entry(back, on: "2020-04-01")
            if isAccepted {
                try scene.post(
                    SubmitReturn(
                        award: code("W1"), period: period("2019/20-Q4"),
                        spend: amounts(["STAFF=60"])), on: "2020-05-01")
                try scene.accept("W1", "2019/20-Q4", on: "2020-05-01")
            }
            let numbers = try Facts(scene.desk.source).accrualReversals(of: year(2019))
            #expect(numbers == (isAccepted ? [] : [reversal.number]))
            for number in numbers {
                try scene.post(
                    ReverseEntry(entry: number, reason: words("Reopened")), on: "2020-04-01")
            }
            try scene.post(
                ReopenYear(year: year(2019), authorisedBy: words("ANY"), reason: words("Audit")),
                on: "2020-03-31")
            if !isAccepted { #expect(scene.desk.balances() == before) }
            try scene.post(Self.close, on: "2020-03-31")
        }
    }

    @Test("What is said at the close of what was left is kept with the year")
    func explained() throws {
        let scene = try Self.spent()
        let why: Note = words("Nothing was left")
        try scene.post(CloseYear(year: year(2019), explanation: why), on: "2020-03-31")
        let row = try Facts(scene.desk.source).find(YearEnd.self, "2019/20")
        #expect(row?.status == .closed)
        #expect(row?.explanation == why)
    }

    @Test("A year opened again has its close undone, the last line first")
    func undone() throws {
        let scene = try Scene()
        try scene.approve("2019/20=300")
        for (name, amount) in [("W1", "100"), ("W2", "200")] {
            try scene.award(name, ["2019/20=\(amount)"])
            try scene.sign(name)
            try scene.submit(name, "2019/20-Q1", "STAFF=\(amount)")
            try scene.accept(name, "2019/20-Q1")
        }
        let close = try scene.entry(Self.close, on: "2020-03-31")
        #expect(close.transfers.count == 2)
        let opened = try scene.entry(
            ReopenYear(
                year: year(2019), authorisedBy: words("TREASURER"), reason: words("An error")),
            on: "2020-03-31")
        #expect(opened.transfers == close.transfers.reversed().map(\.reversed))
    }
}
