import GrantLedger
import Testing

@Suite("A payment that waits")
struct PreparedPaymentTests {
    @Test("£400 that waits to be paid keeps its commitment: not a penny of it lapses before")
    func keepsItsCommitment() throws {
        let scene = try Scene.awarded("2019/20=400")
        try scene.schedule("W1", "2019/20", "400")
        for (name, login) in [("TESTER", "tester"), ("TREASURER", "treasurer")] {
            try scene.post(
                EnrolPerson(
                    code: code(name), name: words("Body \(name)"), login: words(login),
                    mayApprove: true))
        }
        try scene.policy("two-people-above", "100")
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
}
