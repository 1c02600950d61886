import GrantLedger
import Testing

@Suite("Bids of the office's own")
struct OwnBidTests {
    private static func submit(_ lines: String..., total: String? = nil) -> SubmitOwnBid {
        SubmitOwnBid(
            code: code("OB1"), funder: code("HOME-OFFICE"), title: words("Early intervention"),
            profile: profile(lines), total: total.map(pounds))
    }

    @Test("An own bid is a fact and moves no money; its code is its own, its total its lines")
    func submitted() throws {
        let scene = try Scene()
        let wrong = Self.submit("2019/20=100", "2020/21=200", total: "300.05")
        #expect(try scene.reason(wrong) == .totalDiffers)
        let entry = try scene.entry(Self.submit("2019/20=100", "2020/21=200", total: "300"))
        #expect(entry.transfers.isEmpty)
        #expect(entry.puts.map(\.key) == ["OB1"])
        #expect(try scene.reason(Self.submit("2019/20=1")) == .codeTaken)
    }

    @Test("Won, it names a grant of the funder who was asked, and comes out once")
    func won() throws {
        let scene = try GrantActTests.agreed()
        try scene.post(Self.submit("2019/20=1200"))
        var other = GrantActTests.grant("2019/20=1")
        (other.code, other.funder) = (code("G2"), code("COUNCIL"))
        try scene.post(other)
        #expect(
            try scene.reason(SettleOwnBid(bid: code("OB1"), grant: code("G2"))) == .ownBidElsewhere)
        #expect(try scene.reason(SettleOwnBid(bid: code("OB1"), grant: code("G9"))) == .unknownCode)
        let won = SettleOwnBid(bid: code("OB1"), grant: code("G1"))
        let entry = try scene.entry(won)
        #expect(entry.transfers.isEmpty)
        let row = try #require(scene.desk.source.row(.ownBid, "OB1")?.row).value(OwnBid.self)
        #expect(row.status == .won)
        #expect(row.grant == code("G1"))
        #expect(try scene.reason(won) == .ownBidSettled)
        try scene.post(ReverseEntry(entry: entry.number, reason: words("Another's")))
        let lost = SettleOwnBid(bid: code("OB1"), reason: words("Oversubscribed"))
        try scene.post(lost)
        #expect(try scene.reason(lost) == .ownBidSettled)
        let after = try #require(scene.desk.source.row(.ownBid, "OB1")?.row).value(OwnBid.self)
        #expect(after.status == .lost)
        #expect(after.reason == words("Oversubscribed"))
    }
}
