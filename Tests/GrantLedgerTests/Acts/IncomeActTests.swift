import GrantLedger
import Testing

@Suite("Income and shared money")
struct IncomeActTests {
    /// An award of £10,000 of own money and £20,200.01 of a grant.
    private func shared() throws -> Scene {
        let scene = try Scene()
        try scene.approve("2019/20=10000")
        try scene.post(GrantActTests.grant("2019/20=20200.01"))
        try scene.award("W1", ["VRF@2019/20=10000", "EIYF@2019/20=20200.01"])
        try scene.sign("W1")
        return scene
    }

    @Test("A payment and a return of several funds are shared by what each still has")
    func shares() throws {
        let scene = try shared()
        try scene.schedule("W1", "2019/20", "15000")
        #expect(
            try scene.pay("W1", 1).filter { $0.contains("bank") } == [
                "Dr paymentsOnAccount{award=W1,fund=EIYF,year=2019/20} / Cr bank 10,033.11",
                "Dr paymentsOnAccount{award=W1,fund=VRF,year=2019/20} / Cr bank 4,966.89",
            ])
        try scene.submit("W1", "2019/20-Q1", "STAFF=10000.01")
        try scene.accept("W1", "2019/20-Q1")
        try scene.submit("W1", "2019/20-Q2", "STAFF=20200")
        try scene.accept("W1", "2019/20-Q2", on: "2019-10-20")
        let held = scene.desk.balances().filter { $0.key.head == .charged }
        #expect(held.filter { $0.key.fund == code("VRF") }.values.reduce(0, +) == -1_000_000)
        #expect(held.filter { $0.key.fund == code("EIYF") }.values.reduce(0, +) == -2_020_001)
        #expect(try scene.holds("earnedClaimable{grant=G1,year=2019/20}") == "20,200.01")
    }

    @Test("Accepted spend of a grant's money earns income that can be claimed")
    func earn() throws {
        let scene = try GrantActTests.agreed()
        try scene.award("W1", ["2019/20=400"], fund: "EIYF")
        try scene.sign("W1")
        try scene.submit("W1", "2019/20-Q1", "STAFF=100")
        let lines = try scene.accept("W1", "2019/20-Q1")
        let income = "grantIncome{accountingYear=2019/20,grant=G1,year=2019/20}"
        #expect(
            lines.filter { $0.contains("grant=") } == [
                "Dr accruedGrantIncome{grant=G1,year=2019/20} / Cr \(income) 100.00",
                "Dr notYetEarned{grant=G1,year=2019/20}"
                    + " / Cr earnedClaimable{grant=G1,year=2019/20} 100.00",
            ])
        let found = DisallowSpend(
            award: code("W1"), period: period("2019/20-Q1"), category: code("STAFF"),
            amount: pounds("40"), reason: words("A gift"))
        #expect(
            try scene.post(found, on: "2019-08-01").filter { $0.contains("grant=") } == [
                "Dr earnedClaimable{grant=G1,year=2019/20}"
                    + " / Cr notYetEarned{grant=G1,year=2019/20} 40.00",
                "Dr \(income) / Cr accruedGrantIncome{grant=G1,year=2019/20} 40.00",
            ])
    }

    @Test("The oldest grant of a fund earns first, and none beyond its ceiling")
    func oldestFirst() throws {
        let scene = try GrantActTests.agreed()
        var second = GrantActTests.grant("2019/20=500")
        second.code = code("G0")
        try scene.post(second)
        let over = FundActTests.over("100", round: nil, fund: "EIYF")
        try scene.post(over)
        try scene.award("W1", ["2019/20=1600"], fund: "EIYF")
        try scene.sign("W1")
        try scene.submit("W1", "2019/20-Q1", "STAFF=1600")
        try scene.accept("W1", "2019/20-Q1")
        #expect(try scene.holds("earnedClaimable{grant=G1,year=2019/20}") == "1,000.00")
        #expect(try scene.holds("earnedClaimable{grant=G0,year=2019/20}") == "500.00")
    }

    @Test("Within an entry limits are raised before they are used: C, then B, A and M")
    func order() throws {
        let scene = try GrantActTests.agreed()
        try scene.award("W1", ["2019/20=400"], fund: "EIYF")
        try scene.sign("W1")
        try scene.submit("W1", "2019/20-Q1", "STAFF=100")
        let entry = try scene.entry(
            AcceptReturn(award: code("W1"), period: period("2019/20-Q1")), on: "2019-07-20")
        let sets = entry.transfers.map(\.debit.head.traits.set)
        #expect(sets == [.control, .budget, .actual, .actual, .memorandum])
    }
}
