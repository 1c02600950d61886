import GrantLedger
import Testing

@Suite("A payment that waits")
struct PreparedPaymentTests {
    /// From now on two people are needed above £100.
    private static func enrol(in scene: Scene) throws {
        for (name, login) in [("TESTER", "tester"), ("TREASURER", "treasurer")] {
            try scene.post(
                EnrolPerson(
                    code: code(name), name: words("Body \(name)"), login: words(login),
                    mayApprove: true))
        }
        try scene.policy("two-people-above", "100")
    }

    @Test("£400 that waits to be paid keeps its commitment: not a penny of it lapses before")
    func keepsItsCommitment() throws {
        let scene = try Scene.awarded("2019/20=400")
        try scene.schedule("W1", "2019/20", "400")
        try Self.enrol(in: scene)
        let pay = PayInstalment(award: code("W1"), number: 1)
        let prepared = try #require(try scene.act(pay).first)
        #expect(prepared.kind == .prepareEntry)
        for amount in ["0.01", nil] {
            let lapse = LapseAward(
                award: code("W1"), year: financialYear("2019/20"), amount: amount.map(pounds),
                reason: words("Unspent"))
            #expect(try scene.reason(lapse, by: "TESTER") == .moreThanUnscheduled)
        }
        let approve = DecidePrepared(prepared: prepared.number, approves: true)
        let entries = try scene.act(approve, by: "TREASURER")
        #expect(entries.map(\.kind) == [.decidePrepared, .payInstalment])
        let broken = Ties.broken(in: scene.desk.balances(), bids: [:], undone: [], closed: [])
        #expect(broken.isEmpty)
    }

    @Test(
        "Of £180 claimed £120 waits to be sent back: £60 can be borne elsewhere, a penny more not")
    func sentBack() throws {
        let scene = try ClaimActTests.spent()
        try scene.schedule("W1", "2019/20", "180")
        let paid = try scene.entry(
            PayInstalment(award: code("W1"), number: 1, amount: pounds("120")), on: "2019-10-22")
        try scene.post(ClaimActTests.claim("C1"), on: "2019-10-25")
        try Self.enrol(in: scene)
        let back = ReturnPayment(entry: paid.number, reason: words("Account closed"))
        #expect(try scene.act(back, on: "2019-10-26").map(\.kind) == [.prepareEntry])
        let over = ClaimActTests.disallow("C1", 1, "60.01")
        #expect(try scene.reason(over, by: "TESTER", on: "2019-11-01") == .moreThanPaid)
        try scene.act(ClaimActTests.disallow("C1", 1, "60"), on: "2019-11-01")
    }
}
