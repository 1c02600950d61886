import GrantLedger
import Testing

@Suite("Money of a grant")
struct GrantMoneyTests {
    private static let key = "grant=G1,year=2019/20"
    private static let income = "grantIncome{accountingYear=2019/20,\(key)}"

    private static func receive(_ amount: String, for partner: String? = nil) -> ReceiveGrant {
        ReceiveGrant(
            grant: code("G1"), year: financialYear("2019/20"), amount: pounds(amount),
            partner: partner.map(code))
    }

    private static func surrender(_ amount: String) -> SurrenderGrant {
        SurrenderGrant(
            grant: code("G1"), year: financialYear("2019/20"), amount: pounds(amount))
    }

    /// An office with a grant paid ahead, and an award of £90,000 of it.
    private func ahead(
        _ amount: String = "100000", status: Standing = .confirmed, unconditional: Bool? = nil
    ) throws -> Scene {
        let scene = try Scene()
        var grant = GrantActTests.grant("2019/20=\(amount)", status: status)
        (grant.basis, grant.isUnconditional) = (.advance, unconditional)
        try scene.post(grant)
        try scene.award("W1", ["2019/20=90000"], fund: "EIYF")
        try scene.sign("W1")
        return scene
    }

    @Test("£50,000 received ahead is held; £60,000 of spend earns it and £10,000 more to come")
    func receivedAhead() throws {
        let scene = try ahead()
        #expect(
            try scene.post(Self.receive("50000")) == [
                "Dr bank / Cr receiptsInAdvance{\(Self.key)} 50,000.00"
            ])
        try scene.submit("W1", "2019/20-Q1", "STAFF=60000")
        #expect(
            try scene.accept("W1", "2019/20-Q1").filter { $0.contains("grant=") } == [
                "Dr accruedGrantIncome{\(Self.key)} / Cr \(Self.income) 10,000.00",
                "Dr notYetEarned{\(Self.key)} / Cr earnedClaimable{\(Self.key)} 10,000.00",
                "Dr notYetEarned{\(Self.key)} / Cr received{\(Self.key)} 50,000.00",
                "Dr receiptsInAdvance{\(Self.key)} / Cr \(Self.income) 50,000.00",
            ])
        let refusal = try scene.refusal(of: Self.receive("50000.01"), on: "2019-08-01")
        #expect(refusal.reason == .receiptExceedsGrant)
        #expect(refusal.details.contains(.init("short", pounds("0.01"))))
        #expect(
            try scene.post(Self.receive("50000"), on: "2019-08-01") == [
                "Dr bank / Cr accruedGrantIncome{\(Self.key)} 10,000.00",
                "Dr bank / Cr receiptsInAdvance{\(Self.key)} 40,000.00",
                "Dr earnedClaimable{\(Self.key)} / Cr received{\(Self.key)} 10,000.00",
            ])
    }

    @Test("Of £100,000 received and £82,345.67 spent, £17,654.33 is surrendered and repaid")
    func surrendered() throws {
        let scene = try ahead()
        try scene.post(Self.receive("100000"))
        try scene.submit("W1", "2019/20-Q1", "STAFF=82345.67")
        try scene.accept("W1", "2019/20-Q1")
        try scene.post(
            LapseAward(award: code("W1"), year: financialYear("2019/20"), reason: words("Unspent")),
            on: "2019-08-01")
        #expect(try scene.reason(Self.surrender("17654.34"), on: "2019-08-01") == .fundExceeded)
        let surrendered = try scene.entry(Self.surrender("17654.33"), on: "2019-08-01")
        #expect(
            surrendered.transfers.map(\.line) == [
                "Dr notYetEarned{\(Self.key)} / Cr claimCeiling{\(Self.key)} 17,654.33",
                "Dr unallocated{fund=EIYF,year=2019/20}"
                    + " / Cr fundingApproved{fund=EIYF,mark=confirmed,year=2019/20} 17,654.33",
                "Dr receiptsInAdvance{\(Self.key)} / Cr repayableToFunder{\(Self.key)} 17,654.33",
            ])
        func repay(_ amount: String) -> RepayGrant {
            RepayGrant(
                grant: code("G1"), year: financialYear("2019/20"), amount: pounds(amount))
        }
        #expect(try scene.reason(repay("17654.34"), on: "2019-08-02") == .moreThanRepayable)
        #expect(
            try scene.post(repay("17654.33"), on: "2019-08-02") == [
                "Dr repayableToFunder{\(Self.key)} / Cr bank 17,654.33"
            ])
        #expect(try scene.holds("receiptsInAdvance{\(Self.key)}") == "0.00")
        #expect(try scene.holds("notYetEarned{\(Self.key)}") == "0.00")
        let undo = ReverseEntry(entry: surrendered.number, reason: words("Needed"))
        #expect(try scene.reason(undo, on: "2019-08-01") == .moreThanRepayable)
    }

    @Test("What is still to be earned stays held when the rest is surrendered")
    func surrenderKeeps() throws {
        let scene = try ahead()
        try scene.post(Self.receive("95000"))
        #expect(
            try scene.post(Self.surrender("10000")).filter { $0.contains("repayable") } == [
                "Dr receiptsInAdvance{\(Self.key)} / Cr repayableToFunder{\(Self.key)} 5,000.00"
            ])
    }

    @Test("Nothing is surrendered while over-programming stands, nor of a grant not yet sure")
    func surrenderRefused() throws {
        let scene = try ahead("90000")
        try scene.post(FundActTests.over("100", round: nil, fund: "EIYF"))
        #expect(try scene.reason(Self.surrender("1")) == .overProgrammingStands)
        let unsure = try ahead(status: .provisional)
        #expect(try unsure.reason(Self.surrender("1")) == .grantUnconfirmed)
        #expect(try unsure.reason(Self.receive("1")) == .grantUnconfirmed)
    }

    @Test("A grant in arrears is not received but by its claims")
    func inArrears() throws {
        let scene = try GrantActTests.agreed()
        let refusal = try scene.refusal(of: Self.receive("1"))
        #expect(refusal.reason == .grantInArrears)
        #expect(refusal.remedy.contains("almoner claim receive"))
    }

    @Test("Without condition it is income when received, and spend later earns nothing more")
    func unconditional() throws {
        let scene = try ahead(unconditional: true)
        try scene.submit("W1", "2019/20-Q1", "STAFF=1000")
        try scene.accept("W1", "2019/20-Q1")
        #expect(
            try scene.post(Self.receive("100000"), on: "2019-08-01") == [
                "Dr bank / Cr accruedGrantIncome{\(Self.key)} 1,000.00",
                "Dr bank / Cr \(Self.income) 99,000.00",
                "Dr earnedClaimable{\(Self.key)} / Cr received{\(Self.key)} 1,000.00",
                "Dr notYetEarned{\(Self.key)} / Cr received{\(Self.key)} 99,000.00",
            ])
        try scene.submit("W1", "2019/20-Q2", "STAFF=500")
        let later = try scene.accept("W1", "2019/20-Q2", on: "2019-10-20")
        #expect(!later.contains { $0.contains("grant=") })
        let found = DisallowSpend(
            award: code("W1"), period: period("2019/20-Q2"), category: code("STAFF"),
            amount: pounds("40"), reason: words("A gift"))
        #expect(!(try scene.post(found, on: "2019-11-01")).contains { $0.contains("grant=") })
    }

    @Test("A partner's £300,000 is held and passed on, never more than its share or than is held")
    func agent() throws {
        let scene = try Scene()
        var grant = GrantActTests.grant("2019/20=1000")
        grant.partners = [PartnerShare(organisation: code("COUNCIL"), amount: pounds("300000"))]
        try scene.post(grant)
        let held = "heldAsAgent{grant=G1,organisation=COUNCIL}"
        func pass(_ amount: String, to partner: String = "COUNCIL") -> PassToPartner {
            PassToPartner(grant: code("G1"), partner: code(partner), amount: pounds(amount))
        }
        #expect(try scene.reason(Self.receive("1", for: "PARTNER")) == .noPartner)
        #expect(try scene.reason(pass("1", to: "PARTNER")) == .noPartner)
        #expect(try scene.reason(pass("1")) == .moreThanHeld)
        let first = try scene.entry(Self.receive("200000", for: "COUNCIL"))
        #expect(first.transfers.map(\.line) == ["Dr bank / Cr \(held) 200,000.00"])
        #expect(try scene.post(pass("200000")) == ["Dr \(held) / Cr bank 200,000.00"])
        #expect(
            try scene.reason(Self.receive("100000.01", for: "COUNCIL")) == .receiptExceedsGrant)
        let undo = ReverseEntry(entry: first.number, reason: words("Another's"))
        #expect(try scene.reason(undo) == .moreThanHeld)
        try scene.post(Self.receive("100000", for: "COUNCIL"))
        #expect(try scene.holds("bank") == "100,000.00")
        #expect(try scene.holds("claimCeiling{\(Self.key)}") == "1,000.00")
    }

    @Test("A partner's £5,000 gives authority when received, and is income as £4,200 is spent")
    func contribution() throws {
        let scene = try Scene()
        try scene.post(OpenFund(code: code("MATCH"), title: words("Match"), source: .partner))
        func receive(_ fund: String) -> ReceiveContribution {
            ReceiveContribution(
                fund: code(fund), year: financialYear("2019/20"), amount: pounds("5000"),
                from: code("COUNCIL"))
        }
        #expect(try scene.reason(receive("VRF")) == .fundNotPartners)
        let line = "fund=MATCH,year=2019/20"
        let given = try scene.entry(receive("MATCH"))
        #expect(
            given.transfers.map(\.line) == [
                "Dr fundingApproved{fund=MATCH,mark=confirmed,year=2019/20}"
                    + " / Cr unallocated{\(line)} 5,000.00",
                "Dr bank / Cr receiptsInAdvance{\(line)} 5,000.00",
            ])
        try scene.award("W1", ["2019/20=5000"], fund: "MATCH")
        try scene.sign("W1")
        try scene.submit("W1", "2019/20-Q1", "STAFF=4200")
        let income = "partnerContributions{accountingYear=2019/20,\(line)}"
        #expect(
            try scene.accept("W1", "2019/20-Q1").contains(
                "Dr receiptsInAdvance{\(line)} / Cr \(income) 4,200.00"))
        let found = DisallowSpend(
            award: code("W1"), period: period("2019/20-Q1"), category: code("STAFF"),
            amount: pounds("200"), reason: words("A gift"))
        #expect(
            try scene.post(found, on: "2019-08-01").contains(
                "Dr \(income) / Cr receiptsInAdvance{\(line)} 200.00"))
        let undo = ReverseEntry(entry: given.number, reason: words("Another's"))
        #expect(try scene.reason(undo) == .fundExceeded)
    }

    @Test(
        "£50 set aside meets £10 of over-programming that was spent; no more is drawn than is left")
    func reserves() throws {
        let scene = try GrantActTests.agreed()
        func reserve(_ amount: String) -> ReserveMoney {
            ReserveMoney(fund: code("EIYF"), amount: pounds(amount), reason: words("Agreed"))
        }
        func draw(_ amount: String) -> DrawReserve {
            DrawReserve(fund: code("EIYF"), amount: pounds(amount), reason: words("Agreed"))
        }
        func call(_ amount: String) -> CallReserve {
            CallReserve(
                fund: code("EIYF"), year: financialYear("2019/20"), amount: pounds(amount),
                authorisedBy: words("The Commissioner"), reason: words("Spent"))
        }
        #expect(
            try scene.post(reserve("50")) == [
                "Dr generalFund / Cr earmarkedReserve{fund=EIYF} 50.00"
            ])
        #expect(try scene.reason(call("10")) == .overProgrammingInUse)
        try scene.post(FundActTests.over("10", round: nil, fund: "EIYF"))
        let called = try scene.entry(call("10"))
        #expect(
            called.transfers.map(\.line) == [
                "Dr fundingApproved{fund=EIYF,mark=reserve,year=2019/20}"
                    + " / Cr overProgrammingAuthorised{fund=EIYF,year=2019/20} 10.00",
                "Dr earmarkedReserve{fund=EIYF} / Cr generalFund 10.00",
            ])
        #expect(try scene.reason(draw("40.01")) == .reserveExceeded)
        #expect(
            try scene.post(draw("40")) == [
                "Dr earmarkedReserve{fund=EIYF} / Cr generalFund 40.00"
            ])
        try scene.post(ReverseEntry(entry: called.number, reason: words("Not spent")))
        #expect(try scene.holds("earmarkedReserve{fund=EIYF}") == "10.00")
        #expect(
            try scene.holds("overProgrammingAuthorised{fund=EIYF,year=2019/20}") == "10.00")
    }
}
