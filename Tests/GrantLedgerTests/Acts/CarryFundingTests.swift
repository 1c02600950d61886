import GrantLedger
import Testing

@Suite("Carry-forward of grants and uncommitted money")
struct CarryFundingTests {
    private func carry(
        _ amount: String, fund: String = "VRF", round: String? = nil, to: Int = 2020
    ) -> CarryFunding {
        CarryFunding(
            fund: code(fund), round: round.map { code($0) }, from: year(2019), to: year(to),
            amount: pounds(amount), consent: words("Minute 12"))
    }

    @Test("What a round has not awarded goes into its next year, and a penny more does not")
    func round() throws {
        let scene = try Scene()
        try scene.approve("2019/20=1000")
        try scene.openRound("2019/20=700")
        #expect(try scene.reason(carry("700.01", round: "R1")) == .roundExceeded)
        #expect(
            try scene.post(carry("700", round: "R1")) == [
                "Dr broughtForward{fund=VRF,round=R1,year=2020/21}"
                    + " / Cr roundAvailable{fund=VRF,round=R1,year=2020/21} 700.00",
                "Dr roundAvailable{fund=VRF,round=R1,year=2019/20}"
                    + " / Cr carriedForward{fund=VRF,round=R1,year=2019/20} 700.00",
            ])
        let round = try Facts(scene.desk.source).find(Round.self, code("R1"))
        #expect(round?.years == [year(2019), year(2020)])
    }

    @Test("What a fund has not allocated goes into a later year, never an earlier")
    func unallocated() throws {
        let scene = try Scene()
        try scene.approve("2019/20=1000")
        #expect(try scene.reason(carry("1", to: 2019)) == .yearsBackwards)
        #expect(try scene.reason(carry("1000.01")) == .fundExceeded)
        #expect(
            try scene.post(carry("300", to: 2021)) == [
                "Dr broughtForward{fund=VRF,year=2021/22}"
                    + " / Cr unallocated{fund=VRF,year=2021/22} 300.00",
                "Dr unallocated{fund=VRF,year=2019/20}"
                    + " / Cr carriedForward{fund=VRF,year=2019/20} 300.00",
            ])
        try scene.expectUndone(carry("700"))
    }

    @Test("Of two grants the older follows first, and what it pays by year with it")
    func oldestGrantFirst() throws {
        let scene = try Scene()
        try scene.post(GrantActTests.grant("2019/20=100"))
        var younger = GrantActTests.grant("2019/20=500")
        younger.code = code("G0")
        try scene.post(younger)
        #expect(
            try scene.post(carry("130", fund: "EIYF")).filter { $0.contains("grant=") } == [
                "Dr claimCeiling{grant=G0,year=2020/21}"
                    + " / Cr notYetEarned{grant=G0,year=2020/21} 30.00",
                "Dr claimCeiling{grant=G1,year=2020/21}"
                    + " / Cr notYetEarned{grant=G1,year=2020/21} 100.00",
                "Dr notYetEarned{grant=G0,year=2019/20}"
                    + " / Cr claimCeiling{grant=G0,year=2019/20} 30.00",
                "Dr notYetEarned{grant=G1,year=2019/20}"
                    + " / Cr claimCeiling{grant=G1,year=2019/20} 100.00",
            ])
        let grant = try #require(try Facts(scene.desk.source).find(Grant.self, code("G0")))
        #expect(grant.profile.amount(in: year(2019)) == pounds("470"))
        #expect(grant.profile.amount(in: year(2020)) == pounds("30"))
        try scene.expectUndone(carry("470", fund: "EIYF"))
    }

    @Test("An award's carry takes the ceiling of £4,000 and the £2,500 received ahead with it")
    func receivedAhead() throws {
        let scene = try Scene()
        var grant = GrantActTests.grant("2019/20=100000", "2020/21=100000")
        grant.basis = .advance
        try scene.post(grant)
        try scene.award("W1", ["2019/20=35000", "2020/21=35000"], fund: "EIYF")
        try scene.sign("W1")
        try scene.receivedAhead("33500")
        try scene.spend("2019/20-Q1", "STAFF=31000")
        #expect(
            try scene.post(scene.carry("4000")).filter { $0.contains("grant=") } == [
                "Dr claimCeiling{grant=G1,year=2020/21}"
                    + " / Cr notYetEarned{grant=G1,year=2020/21} 4,000.00",
                "Dr notYetEarned{grant=G1,year=2019/20}"
                    + " / Cr claimCeiling{grant=G1,year=2019/20} 4,000.00",
                "Dr receiptsInAdvance{grant=G1,year=2019/20}"
                    + " / Cr receiptsInAdvance{grant=G1,year=2020/21} 2,500.00",
            ])
        #expect(try scene.holds("claimCeiling{grant=G1,year=2020/21}") == "104,000.00")
    }

    @Test("Match still to be found for a grant follows its money; what is met is not asked twice")
    func match() throws {
        let scene = try Scene()
        let percent = try #require(Percentage(hundredths: 3_000))
        try scene.post(GrantActTests.grant("2019/20=1000", match: MatchRule(percent: percent)))
        #expect(
            try scene.post(carry("200", fund: "EIYF")).filter { $0.contains("match") } == [
                "Dr matchRequired{grant=G1,year=2019/20}"
                    + " / Cr matchTarget{grant=G1,year=2019/20} 60.00",
                "Dr matchTarget{grant=G1,year=2020/21}"
                    + " / Cr matchRequired{grant=G1,year=2020/21} 60.00",
            ])
        try scene.post(
            StageMatch(
                grant: code("G1"), from: code("COUNCIL"), kind: .cash, year: year(2019),
                amount: pounds("220"), stage: .evidenced))
        #expect(
            try scene.post(carry("100", fund: "EIYF")).filter { $0.contains("match") } == [
                "Dr matchRequired{grant=G1,year=2019/20}"
                    + " / Cr matchTarget{grant=G1,year=2019/20} 20.00",
                "Dr matchTarget{grant=G1,year=2020/21}"
                    + " / Cr matchRequired{grant=G1,year=2020/21} 20.00",
            ])
    }
}

extension Scene {
    /// Takes £ of G1 for 2019/20 in ahead, as the act that receives a grant does.
    fileprivate func receivedAhead(_ amount: String) throws {
        let ahead = Account(.receiptsInAdvance, grant: code("G1"), year: year(2019))
        let transfer = Transfer(debit: Account(.bank), credit: ahead, pounds(amount))
        let occasion = Occasion(user: "TESTER", login: "tester", date: day("2019-04-01"))
        desk.source.apply(
            Entry(
                number: desk.source.nextNumber, batch: 1, book: "test", kind: .receiveGrant,
                recordedAt: "2019-04-01T09:00:00.000Z", act: .object([:]), occasion: occasion,
                posting: Posting([transfer])))
    }

    @Test("Of a fund's grants the one whose money is carried changes, and no other")
    func oneGrant() throws {
        let scene = try GrantActTests.agreed()
        var other = GrantActTests.grant("2019/20=500")
        other.code = code("G2")
        try scene.post(other)
        let entry = try scene.entry(
            CarryFunding(
                fund: code("EIYF"), from: year(2019), to: year(2020), amount: pounds("300"),
                consent: words("Letter of 1 March")))
        #expect(entry.puts.map(\.key) == ["G1"])
    }
}
