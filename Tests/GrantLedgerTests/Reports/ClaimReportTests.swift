import GrantLedger
import Testing

@Suite("Claims on paper")
struct ClaimReportTests {
    @Test("Ceiling, not yet earned, to claim, awaited and received stand apart; accruals too")
    func figures() throws {
        let claim = try Rows.claim("C1", quarter: 1, [("W1#2019/20-Q1#STAFF", "300", "50")])
        let key = "grant=G1,year=2019/20"
        let report = ClaimReport(
            balances: Held.accounts(
                "claimCeiling{\(key)} 1000", "notYetEarned{\(key)} 450",
                "earnedClaimable{\(key)} 200",
                "earnedClaimable{grant=G1,mark=accrued,year=2019/20} 100",
                "claimed{claim=C1,grant=G1,year=2019/20} 150", "received{\(key)} 100"),
            claims: [claim])
        let row = try #require(report.rows.first)
        #expect(report.rows.count == 1)
        #expect(
            [row.notYetEarned, row.earnedClaimable, row.accrued, row.claimed, row.received].total
                == row.ceiling)
        #expect(row.disallowed == pounds("50"))
        #expect(report.claims.first?.received == pounds("100"))
        #expect(report.claims.first?.state == .partReceived)
    }

    @Test(
        "A claim of £300 is claimed, part received, received or disallowed",
        arguments: [
            ("300", nil, "claimed"), ("299.99", nil, "part-received"), ("0", nil, "received"),
            ("0", "50", "received"), ("250", "50", "claimed"), ("0", "300", "disallowed"),
        ] as [(String, String?, String)])
    func state(_ left: String, _ refused: String?, _ state: String) throws {
        let claim = try Rows.claim("C1", quarter: 1, [("W1#2019/20-Q1#STAFF", "300", refused)])
        let report = ClaimReport(
            balances: Held.accounts("claimed{claim=C1,grant=G1,year=2019/20} \(left)"),
            claims: [claim])
        #expect(report.claims.first?.state.rawValue == state)
    }

    @Test(
        "By category: before less what was refused, now, cumulative, left of the budget, forecast")
    func statement() throws {
        let first = try Rows.claim("C1", quarter: 1, [("W1#2019/20-Q1#STAFF", "200", "50")])
        let second = try Rows.claim(
            "C2", quarter: 2,
            [
                ("W1#2019/20-Q2#STAFF", "300", nil), ("W1#2019/20-Q2#TRAVEL", "100", nil),
                ("COST-7#VENUE", "20.05", nil),
            ])
        var position = ClaimStatement.Position(
            ceiling: pounds("1000"), accrued: pounds("30"),
            expected: [code("STAFF"): pounds("10")])
        position.expect(
            Held.figures(
                "committed{award=W1,category=STAFF,fund=EIYF,year=2019/20} 300",
                "committed{award=W2,fund=EIYF,year=2019/20} 100"),
            older: pounds("200"), notYetEarned: pounds("100"))
        let lines = second.lines.map { ClaimStatement.Line($0, payee: "A body") }
        let told = ClaimStatement(
            claim: second, grant: try Rows.grant("2019/20/STAFF=600", "2019/20/TRAVEL=400"),
            lines: lines,
            earlier: [first], position: position)
        #expect(told.totals.now == pounds("420.05"))
        #expect(told.totals.now == second.total)
        #expect(told.rows.map(\.category.description) == ["STAFF", "TRAVEL", "VENUE", "GENERAL"])
        let staff = try #require(told.rows.first)
        #expect(staff.before == pounds("150"))
        #expect(staff.cumulative == pounds("450"))
        #expect(staff.left == pounds("150"))
        // £150 and £300 claimed, £10 earned and left, £75 of the £100 that is still to come
        #expect(staff.forecast == pounds("535"))
        #expect(told.rows.last?.forecast == pounds("25"))
        #expect(told.rows[2].left == nil)
        #expect(told.totals.left == pounds("1000") - pounds("570.05"))
        #expect(told.totals.forecast == pounds("680.05"))
        #expect(told.accrued == pounds("30"))
    }

    @Test("A grant that is not first expects nothing while older ones can still earn it all")
    func older() {
        var position = ClaimStatement.Position(ceiling: pounds("1000"))
        position.expect(
            Held.figures("committed{award=W1,fund=EIYF,year=2019/20} 300"),
            older: pounds("300"), notYetEarned: pounds("1000"))
        #expect(position.expected.isEmpty)
    }
}
