import GrantLedger
import Testing

@Suite("The office's own costs")
struct OwnCostTests {
    static func cost(_ amount: String, fund: String = "EIYF", year: String = "2019/20")
        -> RecordCost
    {
        RecordCost(
            fund: code(fund), year: financialYear(year), category: code("STAFF"),
            amount: pounds(amount), supplier: words("The payroll"))
    }

    private static let line = "fund=EIYF,year=2019/20"
    private static let key = "grant=G1,year=2019/20"

    @Test("An own cost of £120 is paid and charged at once, and earns as accepted spend does")
    func recorded() throws {
        let scene = try GrantActTests.agreed()
        let entry = try scene.entry(Self.cost("120"), on: "2019-05-10")
        let income = "grantIncome{accountingYear=2019/20,\(Self.key)}"
        #expect(
            entry.transfers.map(\.line) == [
                "Dr awardPayable{\(Self.line)} / Cr paid{\(Self.line)} 120.00",
                "Dr notYetEarned{\(Self.key)} / Cr earnedClaimable{\(Self.key)} 120.00",
                "Dr unallocated{\(Self.line)} / Cr charged{category=STAFF,\(Self.line)} 120.00",
                "Dr awardExpenditure{accountingYear=2019/20,\(Self.line)} / Cr bank 120.00",
                "Dr accruedGrantIncome{\(Self.key)} / Cr \(income) 120.00",
            ])
        let row = try #require(scene.desk.source.row(.cost, "\(entry.number)")?.row)
        #expect(try row.value(Cost.self).supplier == words("The payroll"))
    }

    @Test(
        "An own cost beyond what the fund has left is refused; of the office's money it earns nothing"
    )
    func limits() throws {
        let scene = try GrantActTests.agreed()
        try scene.approve("2019/20=50")
        #expect(try scene.reason(Self.cost("1000.01")) == .fundExceeded)
        #expect(try scene.reason(Self.cost("0")) == .amountNotPositive)
        #expect(
            !(try scene.post(Self.cost("50", fund: "VRF"))).contains { $0.contains("grant=") })
    }

    @Test("An own cost is reversed, but not while it stands in a claim")
    func reversed() throws {
        let scene = try GrantActTests.agreed()
        let cost = try scene.entry(Self.cost("120"))
        let undo = ReverseEntry(entry: cost.number, reason: words("Another's"))
        let claim = try scene.entry(ClaimActTests.claim("C1"))
        let refusal = try scene.refusal(of: undo)
        #expect(refusal.reason == .entryInUse)
        #expect(refusal.details.contains(.init("standing", claim.number)))
        try scene.post(ReverseEntry(entry: claim.number, reason: words("Too early")))
        try scene.post(undo)
        #expect(try scene.holds("earnedClaimable{\(Self.key)}") == "0.00")
        #expect(try scene.holds("bank") == "0.00")
        #expect(try scene.reason(ClaimActTests.claim("C2")) == .nothingToClaim)
    }

    @Test("A refused own cost moves to an own fund as a cost without an award")
    func disallowed() throws {
        let scene = try GrantActTests.agreed()
        try scene.approve("2019/20=50")
        try scene.post(Self.cost("120"))
        try scene.post(ClaimActTests.claim("C1"))
        #expect(
            try scene.post(ClaimActTests.disallow("C1", 1, "20")) == [
                "Dr awardExpenditure{accountingYear=2019/20,fund=VRF,year=2019/20}"
                    + " / Cr awardExpenditure{accountingYear=2019/20,\(Self.line)} 20.00",
                "Dr awardPayable{fund=VRF,year=2019/20} / Cr paid{fund=VRF,year=2019/20} 20.00",
                "Dr charged{category=STAFF,\(Self.line)} / Cr unallocated{\(Self.line)} 20.00",
                "Dr claimed{claim=C1,\(Self.key)} / Cr notYetEarned{\(Self.key)} 20.00",
                "Dr grantIncome{accountingYear=2019/20,\(Self.key)}"
                    + " / Cr grantDebtors{claim=C1,\(Self.key)} 20.00",
                "Dr paid{\(Self.line)} / Cr awardPayable{\(Self.line)} 20.00",
                "Dr unallocated{fund=VRF,year=2019/20}"
                    + " / Cr charged{category=STAFF,fund=VRF,year=2019/20} 20.00",
            ])
    }
}
