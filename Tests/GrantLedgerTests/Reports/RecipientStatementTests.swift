import GrantLedger
import Testing

@Suite("What a recipient and a successor are told")
struct RecipientStatementTests {
    @Test(
        "£350 awarded, £150 paid, £100 accepted, £10 refused: £50 on account; three returns to come"
    )
    func statement() throws {
        let award = try Rows.award(signed: "2019-04-01")
        let returns = ReturnReport(
            awards: [(award, [financialYear("2019/20")])],
            returns: [try Rows.report("2019/20-Q1", came: "2019-07-10")], asAt: day("2020-03-31"))
        let told = RecipientStatement(
            award: award,
            balances: Held.accounts(
                "charged{award=W1,category=STAFF,fund=VRF,period=2019/20-Q1,year=2019/20} 100",
                "committed{award=W1,category=GENERAL,fund=VRF,year=2019/20} 250",
                "paid{award=W1,fund=VRF,year=2019/20} 150",
                "paymentsOnAccount{award=W1,fund=VRF,year=2019/20} 50",
                "spendDisallowed{award=W1,category=STAFF,period=2019/20-Q1} 10",
                "clawbackDebtors{award=W1,fund=VRF,year=2019/20} 5"),
            returns: returns, asAt: day("2020-03-31"))
        #expect(told.rows.count == 1)
        let row = try #require(told.rows.first)
        #expect(row.figures.awarded == pounds("350"))
        #expect(row.figures.accepted == pounds("100"))
        #expect(row.figures.onAccount == pounds("50"))
        #expect(row.disallowed == pounds("10"))
        #expect(told.total(\.clawback) == pounds("5"))
        #expect(
            told.returns.map(\.period.description) == ["2019/20-Q2", "2019/20-Q3", "2019/20-Q4"])
        #expect(told.returns.map { $0.standing(asAt: told.asAt) } == ["overdue", "overdue", "due"])
    }

    @Test(
        "An open award is handed over with its lines, what was paid of each instalment, and its history"
    )
    func handover() throws {
        let scene = try Scene.awarded("2019/20=350")
        try scene.schedule("W1", "2019/20", "200")
        try scene.schedule("W1", "2019/20", "100")
        try scene.pay("W1", 1)
        let source = scene.desk.source
        let facts = Facts(source)
        let award = try #require(try facts.find(Award.self, code("W1")))
        let holdings = source.signed.keys.filter { $0.award == code("W1") }.map { account in
            HandedAward.Holding(account, source.balance(account).normal(account.head))
        }
        let handed = HandedAward(
            award: award, recipient: try facts.find(Organisation.self, code("CHARITY")),
            holdings: holdings, instalments: try facts.all(Instalment.self, prefix: "W1#"),
            returns: [],
            history: source.entries.map { HandedAward.Deed($0, chain: "") })
        #expect(HandedAward.isOpen(award))
        #expect(handed.instalments.map(handed.amount) == ["200", "100"].map(pounds))
        let line = try #require(handed.lines.first)
        #expect(handed.lines.count == 1)
        #expect(line.figures.awarded == pounds("350"))
        #expect(line.figures.paid == pounds("200"))
        #expect(line.figures.onAccount == pounds("200"))
        #expect(handed.history.count == source.entries.count)
    }
}
