import GrantLedger
import Testing

/// Two ledgers of one office: in one a grant is an expense on an accepted return, in the other on
/// payment.
///
/// What the first takes the second must take, and move budget, control and memorandum alike.
private final class TwinDesk: LedgerUnderTest {
    struct Difference: Error, CustomStringConvertible { let description: String }

    private let accepted = Desk()
    private let paid = Desk()
    /// How many proposals both took.
    private(set) var entries = 0
    var givesUpOneCommit: Bool { accepted.givesUpOneCommit }

    init() {
        paid.source.preset(
            .policy, "expense#2000-01-01",
            [
                "name": "expense", "value": "payment", "from": "2000-01-01",
                "reason": "As the auditor agreed",
            ])
    }

    func balances() -> [Account: Int64] { accepted.balances() }

    func propose(_ act: any Act, on occasion: Occasion) throws -> Reply {
        let reply = try accepted.propose(act, on: occasion)
        guard case .accepted = reply else { return reply }
        if case .refused(let refusal) = try paid.propose(act, on: occasion) {
            throw Difference(description: "\(act): only the second refuses: \(refusal)")
        }
        entries += 1
        let (first, second) = (accepted.balances(), paid.balances())
        for account in Set(first.keys).union(second.keys)
        where account.head.traits.set != .actual && first[account] != second[account] {
            throw Difference(
                description: "\(act): \(account) \(first[account] ?? 0), \(second[account] ?? 0)")
        }
        return reply
    }
}

@Suite("When a grant becomes an expense")
struct ExpenseTests {
    @Test("Both treatments of expense give the same budget, control and memorandum figures")
    func twins() throws {
        for seed in 1...40 as ClosedRange<UInt64> {
            let twins = TwinDesk()
            var workload = Workload(seed: seed, ledger: twins)
            try workload.run(acts: 40)
            #expect(twins.entries > 20)
        }
    }

    @Test(
        "Expensed on payment, a payment of £300 is £300 of expenditure, and a return of £250 none")
    func onPayment() throws {
        let scene = try Scene()
        try scene.approve("2019/20=1000")
        try scene.post(
            SetPolicy(
                name: words("expense"), value: words("payment"), from: day("2019-04-01"),
                reason: words("As the auditor agreed")))
        try scene.award("W1", ["2019/20=1000"])
        try scene.sign("W1")
        try scene.schedule("W1", "2019/20", "300")
        let spent = "awardExpenditure{accountingYear=2019/20,award=W1,fund=VRF,year=2019/20}"
        #expect(try scene.pay("W1", 1).contains("Dr \(spent) / Cr bank 300.00"))
        try scene.submit("W1", "2019/20-Q1", "STAFF=250")
        #expect(try !scene.accept("W1", "2019/20-Q1").contains { $0.contains("Expenditure") })
        #expect(try scene.holds(spent) == "300.00")
        try scene.submit("W1", "2019/20-Q2", "STAFF=80")
        let owed = "awardCreditors{award=W1,fund=VRF,year=2019/20}"
        #expect(
            try scene.accept("W1", "2019/20-Q2", on: "2019-10-20")
                .contains("Dr \(spent) / Cr \(owed) 30.00"))
        #expect(
            try scene.reason(
                RaiseClawback(
                    award: code("W1"), year: financialYear("2019/20"), amount: pounds("0.01"),
                    reason: words("Nothing is held")), on: "2019-11-01") == .nothingHeld)
    }
}
