import GrantLedger
import Testing

@Suite("Bids")
struct BidActTests {
    private static let offer = MatchOffer(
        from: code("PARTNER"), kind: .inKind, year: year(2019), amount: pounds("50"))

    private static func bid(
        _ lines: String..., total: String? = nil, match: [MatchOffer] = [],
        received: String? = nil
    ) -> LogBid {
        LogBid(
            code: code("B1"), round: code("R1"), applicant: code("CHARITY"),
            title: words("A bid"), profile: profile(lines), total: total.map(pounds), match: match,
            received: received.map { day($0) })
    }

    private func capped() throws -> Scene {
        let scene = try Scene()
        try scene.approve("2019/20=1000", "2020/21=1000")
        try scene.openRound("2019/20=500", "2020/21=500", perYear: "350", perAward: "600")
        return scene
    }

    @Test("A bid asks, its caps are set for every year of the round, its match is pledged")
    func log() throws {
        let scene = try capped()
        #expect(
            try scene.post(Self.bid("2019/20=300", total: "300", match: [Self.offer])) == [
                "Dr bidsRequested{bid=B1,round=R1}"
                    + " / Cr bidsUnderAssessment{bid=B1,round=R1} 300.00",
                "Dr capSet{bid=B1,round=R1,year=2019/20}"
                    + " / Cr capHeadroom{bid=B1,round=R1,year=2019/20} 350.00",
                "Dr capSet{bid=B1,round=R1,year=2020/21}"
                    + " / Cr capHeadroom{bid=B1,round=R1,year=2020/21} 350.00",
                "Dr capSet{bid=B1,round=R1} / Cr capHeadroom{bid=B1,round=R1} 600.00",
                "Dr matchOffered{bid=B1,mark=in-kind,organisation=PARTNER,year=2019/20}"
                    + " / Cr matchPledged{bid=B1,mark=in-kind,organisation=PARTNER,year=2019/20}"
                    + " 50.00",
            ])
    }

    @Test("A bid declined gives back its caps and its match, and is not awarded")
    func decline() throws {
        let scene = try capped()
        try scene.post(Self.bid("2019/20=300", match: [Self.offer]))
        let act = DecideBid(bid: code("B1"), outcome: .decline, reason: words("Weak"))
        #expect(
            try scene.post(act) == [
                "Dr bidsUnderAssessment{bid=B1,round=R1}"
                    + " / Cr bidsNotAwarded{bid=B1,round=R1} 300.00",
                "Dr capHeadroom{bid=B1,round=R1,year=2019/20}"
                    + " / Cr capSet{bid=B1,round=R1,year=2019/20} 350.00",
                "Dr capHeadroom{bid=B1,round=R1,year=2020/21}"
                    + " / Cr capSet{bid=B1,round=R1,year=2020/21} 350.00",
                "Dr capHeadroom{bid=B1,round=R1} / Cr capSet{bid=B1,round=R1} 600.00",
                "Dr matchPledged{bid=B1,mark=in-kind,organisation=PARTNER,year=2019/20}"
                    + " / Cr matchOffered{bid=B1,mark=in-kind,organisation=PARTNER,year=2019/20}"
                    + " 50.00",
            ])
        #expect(try scene.reason(act) == .bidDecided)
        #expect(try scene.reason(MakeAward(code: code("W1"), bid: code("B1"))) == .bidDecided)
    }

    @Test("A bid taken back by its applicant is withdrawn, not declined")
    func withdraw() throws {
        let scene = try Scene()
        try scene.approve("2019/20=1000")
        try scene.openRound("2019/20=500")
        try scene.bid("B1", "2019/20=300")
        #expect(
            try scene.post(WithdrawBid(bid: code("B1"))) == [
                "Dr bidsUnderAssessment{bid=B1,round=R1} / Cr bidsWithdrawn{bid=B1,round=R1} 300.00"
            ])
    }

    @Test("A bid deferred or on the reserve list moves no money and can still be awarded")
    func deferred() throws {
        let scene = try capped()
        try scene.bid("B1", "2019/20=300")
        for outcome in [DecideBid.Outcome.defer, .reserveList] {
            let act = DecideBid(bid: code("B1"), outcome: outcome, reason: words("Later"))
            #expect(try scene.post(act).isEmpty)
        }
        #expect(try !scene.post(MakeAward(code: code("W1"), bid: code("B1"))).isEmpty)
    }

    @Test("A late bid and one above the cap are taken in, and flagged")
    func flags() throws {
        let scene = try capped()
        let entry = try scene.entry(
            Self.bid("2019/20=350.01", received: "2019-06-01"), on: "2019-06-01")
        #expect(Set(entry.flags) == [.late, .overCap])
    }

    @Test("A bid asks for years its round offers, and says the total of its lines")
    func guards() throws {
        let scene = try capped()
        #expect(try scene.reason(Self.bid("2021/22=1")) == .yearNotOffered)
        #expect(try scene.reason(Self.bid("2019/20=1", total: "1.05")) == .totalDiffers)
        #expect(try scene.reason(Self.bid("2019/20=0")) == .amountNotPositive)
    }

    @Test("The funder's own money is no match for its grant")
    func matchFromFunder() throws {
        let scene = try GrantActTests.agreed()
        try scene.openRound("2019/20=500", fund: "EIYF")
        var offer = Self.offer
        offer.from = code("HOME-OFFICE")
        #expect(try scene.reason(Self.bid("2019/20=1", match: [offer])) == .matchFromFunder)
    }

    @Test("The closing hour binds bids of the closing day alone; one of the day before has all day")
    func closingHour() throws {
        let scene = try Scene()
        try scene.approve("2019/20=1000")
        try scene.post(
            OpenRound(
                code: code("R1"), fund: code("VRF"), title: words("A round"),
                opens: day("2019-04-01"), closes: day("2019-05-31"), closesAt: TimeOfDay("12:00"),
                profile: profile(["2019/20=500"])))
        func flags(_ name: String, _ received: String, _ time: String) throws -> [Flag] {
            var bid = Self.bid("2019/20=1", received: received)
            (bid.code, bid.receivedAt) = (code(name), TimeOfDay(time))
            return try scene.entry(bid, on: "2019-06-01").flags
        }
        #expect(try flags("B1", "2019-05-30", "18:00").isEmpty)
        #expect(try flags("B2", "2019-05-31", "12:00").isEmpty)
        #expect(try flags("B3", "2019-05-31", "12:01") == [.late])
        #expect(try flags("B4", "2019-06-01", "09:00") == [.late])
    }

    @Test("A line of a bid names the round's fund or none")
    func fund() throws {
        let scene = try capped()
        #expect(try scene.reason(Self.bid("POCA@2019/20=100")) == .unknownCode)
        try scene.post(Self.bid("VRF@2019/20=100"))
    }
}
