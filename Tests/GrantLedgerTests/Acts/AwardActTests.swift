import GrantLedger
import Testing

@Suite("Awards")
struct AwardActTests {
    private func withBid(_ line: String) throws -> Scene {
        let scene = try Scene()
        try scene.approve("2019/20=1000")
        try scene.openRound("2019/20=800", perYear: "500")
        try scene.bid("B1", line)
        return scene
    }

    @Test("An award from a bid uses its cap and the round, and decides the bid")
    func fromBid() throws {
        let scene = try withBid("2019/20=300")
        let act = MakeAward(code: code("W1"), bid: code("B1"), profile: profile(["2019/20=250"]))
        #expect(
            try scene.post(act) == [
                "Dr bidsUnderAssessment{bid=B1,round=R1} / Cr bidsAwarded{bid=B1,round=R1} 250.00",
                "Dr bidsUnderAssessment{bid=B1,round=R1}"
                    + " / Cr bidsNotAwarded{bid=B1,round=R1} 50.00",
                "Dr capHeadroom{bid=B1,round=R1,year=2019/20}"
                    + " / Cr capUsed{bid=B1,round=R1,year=2019/20} 250.00",
                "Dr roundAvailable{fund=VRF,round=R1,year=2019/20}"
                    + " / Cr reserved{award=W1,fund=VRF,round=R1,year=2019/20} 250.00",
            ])
    }

    @Test("Given more than was asked, the bid asks for the rest first, and it is flagged")
    func moreThanAsked() throws {
        let scene = try withBid("2019/20=300")
        let act = MakeAward(code: code("W1"), bid: code("B1"), profile: profile(["2019/20=350"]))
        let entry = try scene.entry(act)
        #expect(entry.flags == [.moreThanAsked])
        #expect(
            entry.transfers.map(\.line).filter { $0.contains("bids") } == [
                "Dr bidsRequested{bid=B1,round=R1} / Cr bidsUnderAssessment{bid=B1,round=R1} 50.00",
                "Dr bidsUnderAssessment{bid=B1,round=R1} / Cr bidsAwarded{bid=B1,round=R1} 350.00",
            ])
    }

    @Test("Lines of other funds come from what is unallocated there, and no cap counts them")
    func severalFunds() throws {
        let scene = try withBid("2019/20=300")
        try scene.approve("2019/20=40", fund: "POCA")
        let act = MakeAward(
            code: code("W1"), bid: code("B1"),
            profile: profile(["2019/20=500", "POCA@2019/20=40"]))
        let lines = try scene.post(act)
        #expect(
            lines.contains(
                "Dr unallocated{fund=POCA,year=2019/20}"
                    + " / Cr reserved{award=W1,fund=POCA,year=2019/20} 40.00"))
        #expect(
            lines.filter { $0.contains("capUsed") } == [
                "Dr capHeadroom{bid=B1,round=R1,year=2019/20}"
                    + " / Cr capUsed{bid=B1,round=R1,year=2019/20} 500.00"
            ])
    }

    @Test("A direct award from a fund is refused by the fund")
    func direct() throws {
        let scene = try Scene()
        try scene.approve("2019/20=100")
        let act = MakeAward(
            code: code("W1"), fund: code("VRF"), recipient: code("CHARITY"),
            title: words("Direct"), profile: profile(["2019/20=100.01"]))
        #expect(try scene.reason(act) == .fundExceeded)
        #expect(try scene.reason(MakeAward(code: code("W1"))) == .noLine)
    }

    @Test("Signed, what was reserved is committed and payable, with its virement tolerance")
    func sign() throws {
        let scene = try Scene.awarded("2019/20=350", signed: false)
        let act = SignAward(
            award: code("W1"), virementTolerance: Percentage(hundredths: 1_000))
        #expect(
            try scene.post(act) == [
                "Dr awardPayable{award=W1,fund=VRF,year=2019/20}"
                    + " / Cr paymentScheduled{award=W1,fund=VRF,instalment=0,year=2019/20} 350.00",
                "Dr reserved{award=W1,fund=VRF,year=2019/20}"
                    + " / Cr committed{award=W1,category=GENERAL,fund=VRF,year=2019/20} 350.00",
                "Dr virementSet{award=W1,year=2019/20}"
                    + " / Cr virementHeadroom{award=W1,year=2019/20} 35.00",
            ])
        #expect(try scene.reason(act) == .awardSigned)
    }

    @Test("Signed with categories it is committed under each; they equal the award to the penny")
    func signWithCategories() throws {
        let scene = try Scene.awarded("2019/20=350", signed: false)
        func signed(_ travel: String) -> SignAward {
            SignAward(
                award: code("W1"),
                profile: profile(["2019/20/STAFF=200", "2019/20/TRAVEL=\(travel)"]))
        }
        #expect(try scene.reason(signed("149.95")) == .totalDiffers)
        let lines = try scene.post(signed("150"))
        #expect(
            lines.filter { $0.contains("committed") } == [
                "Dr reserved{award=W1,fund=VRF,year=2019/20}"
                    + " / Cr committed{award=W1,category=STAFF,fund=VRF,year=2019/20} 200.00",
                "Dr reserved{award=W1,fund=VRF,year=2019/20}"
                    + " / Cr committed{award=W1,category=TRAVEL,fund=VRF,year=2019/20} 150.00",
            ])
        let vary = VaryAward(
            award: code("W1"), year: year(2019), amount: pounds("1"), reason: words("More"))
        #expect(try scene.reason(vary) == .categoryNeeded)
    }

    @Test("Varied up and down, an award moves its commitment and what is payable")
    func vary() throws {
        let scene = try Scene.awarded("2019/20=350")
        func varied(_ amount: String) -> VaryAward {
            VaryAward(
                award: code("W1"), year: year(2019), amount: pounds(amount), reason: words("Agreed")
            )
        }
        let payable = "awardPayable{award=W1,fund=VRF,year=2019/20}"
        let unscheduled = "paymentScheduled{award=W1,fund=VRF,instalment=0,year=2019/20}"
        let committed = "committed{award=W1,category=GENERAL,fund=VRF,year=2019/20}"
        let pool = "unallocated{fund=VRF,year=2019/20}"
        #expect(
            try scene.post(varied("50")) == [
                "Dr \(payable) / Cr \(unscheduled) 50.00", "Dr \(pool) / Cr \(committed) 50.00",
            ])
        try scene.schedule("W1", "2019/20", "300")
        #expect(try scene.reason(varied("-100.01")) == .moreThanUnscheduled)
        #expect(
            try scene.post(varied("-100")) == [
                "Dr \(committed) / Cr \(pool) 100.00",
                "Dr \(unscheduled) / Cr \(payable) 100.00",
            ])
    }

    @Test("An unsigned award varies and lapses in what is reserved alone")
    func unsigned() throws {
        let scene = try Scene.awarded("2019/20=350", signed: false)
        let lapse = LapseAward(
            award: code("W1"), year: year(2019), amount: pounds("100"), reason: words("Less"))
        #expect(
            try scene.post(lapse) == [
                "Dr reserved{award=W1,fund=VRF,year=2019/20}"
                    + " / Cr unallocated{fund=VRF,year=2019/20} 100.00"
            ])
        let vary = VaryAward(
            award: code("W1"), year: year(2019), amount: pounds("-250.01"), reason: words("Less"))
        #expect(try scene.reason(vary) == .moreThanReserved)
    }

    @Test("What lapses goes back to the round and frees the cap; by category in proportion")
    func lapse() throws {
        let scene = try withBid("2019/20=300")
        try scene.post(MakeAward(code: code("W1"), bid: code("B1")))
        try scene.post(
            SignAward(
                award: code("W1"),
                profile: profile(["2019/20/STAFF=100", "2019/20/TRAVEL=200"])))
        try scene.schedule("W1", "2019/20", "240")
        try scene.pay("W1", 1)
        let act = LapseAward(award: code("W1"), year: year(2019), reason: words("Ended"))
        let line = "fund=VRF,round=R1,year=2019/20}"
        #expect(
            try scene.post(act) == [
                "Dr capUsed{bid=B1,round=R1,year=2019/20}"
                    + " / Cr capHeadroom{bid=B1,round=R1,year=2019/20} 60.00",
                "Dr committed{award=W1,category=STAFF,\(line) / Cr roundAvailable{\(line) 20.00",
                "Dr committed{award=W1,category=TRAVEL,\(line) / Cr roundAvailable{\(line) 40.00",
                "Dr paymentScheduled{award=W1,fund=VRF,instalment=0,year=2019/20}"
                    + " / Cr awardPayable{award=W1,fund=VRF,year=2019/20} 60.00",
            ])
        #expect(try scene.reason(act) == .moreThanUnscheduled)
    }
}
