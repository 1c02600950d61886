import GrantLedger
import Testing

/// What is said when nothing is posted is all that an auditor has of it later.
@Suite("Reasons are kept")
struct KeptReasonTests {
    private static let why: Note = words("The figures do not add up")

    private func report(_ scene: Scene) throws -> MonitoringReturn? {
        try Facts(scene.desk.source).find(MonitoringReturn.self, "W1#2019/20-Q1")
    }

    @Test("Why a return was queried, and why rejected, stands with it")
    func returns() throws {
        let scene = try Scene.awarded("2019/20=400")
        try scene.submit("W1", "2019/20-Q1", "STAFF=100")
        try scene.post(
            QueryReturn(award: code("W1"), period: period("2019/20-Q1"), reason: Self.why))
        #expect(try report(scene)?.status == .queried)
        #expect(try report(scene)?.reason == Self.why)
        let last: Note = words("It is another's")
        try scene.post(RejectReturn(award: code("W1"), period: period("2019/20-Q1"), reason: last))
        #expect(try report(scene)?.status == .rejected)
        #expect(try report(scene)?.reason == last)
    }

    @Test("Why an instalment was held, and why withdrawn, stands with it")
    func instalments() throws {
        let scene = try Scene.awarded("2019/20=400")
        try scene.schedule("W1", "2019/20", "100")
        func instalment() throws -> Instalment? {
            try Facts(scene.desk.source).find(Instalment.self, Instalment.key(code("W1"), 1))
        }
        try scene.post(HoldInstalment(award: code("W1"), number: 1, reason: Self.why))
        #expect(try instalment()?.status == .held)
        #expect(try instalment()?.reason == Self.why)
        let last: Note = words("Paid by another")
        try scene.post(WithdrawInstalment(award: code("W1"), number: 1, reason: last))
        #expect(try instalment()?.status == .withdrawn)
        #expect(try instalment()?.reason == last)
    }

    @Test("Why a bid was declined, and why withdrawn, stands with it")
    func bids() throws {
        let scene = try Scene()
        try scene.approve("2019/20=1000")
        try scene.openRound("2019/20=500")
        for name in ["B1", "B2"] { try scene.bid(name, "2019/20=100") }
        try scene.post(DecideBid(bid: code("B1"), outcome: .decline, reason: Self.why))
        try scene.post(WithdrawBid(bid: code("B2"), reason: Self.why))
        for (name, status) in [("B1", Bid.Status.declined), ("B2", .withdrawn)] {
            let bid = try Facts(scene.desk.source).find(Bid.self, code(name))
            #expect(bid?.status == status)
            #expect(bid?.reason == Self.why)
        }
    }

    @Test("What is withheld of an award, and why, stands with it, the latest reason for each fact")
    func withheld() throws {
        let scene = try Scene.awarded("2019/20=400")
        for (field, reason) in [
            ("recipient", "A refuge"), ("purpose", "A refuge"), ("recipient", "An address"),
        ] {
            try scene.post(
                WithholdFact(award: code("W1"), field: words(field), reason: words(reason)))
        }
        let kept = try #require(try scene.award().withheld)
        #expect(
            kept.map { "\($0.field): \($0.reason)" } == [
                "purpose: A refuge", "recipient: An address",
            ])
    }
}
