import Foundation
import GrantExchange
import GrantLedger
import Testing

@Suite("The claim on a page")
struct ClaimPageTests {
    private static func statement() throws -> ClaimStatement {
        let claim = try Canonical.object([
            "code": .text("C1"), "grant": .text("G1"), "year": .text("2019/20"),
            "quarter": .number(2), "made": .text("2019-10-31"), "lines": .list([]),
        ]).value(Claim.self)
        let grant = try Canonical.object([
            "code": .text("G1"), "funder": .text("HOME-OFFICE"), "fund": .text("EIYF"),
            "title": .text("A grant"), "basis": .text("arrears"), "agreement": .text("EIYF/7"),
            "status": .text("confirmed"), "profile": .list([]),
        ]).value(Grant.self)
        var made = claim
        let sources = ["W1#2019/20-Q1#STAFF", "COST-7#EVALUATION"]
        made.lines = try sources.enumerated().map { place, text in
            ClaimLine(
                number: place + 1, source: try #require(ClaimLine.Source(text)),
                amount: Money(pence: 10_001))
        }
        return ClaimStatement(
            claim: made, grant: grant,
            lines: [
                .init(made.lines[0], payee: "A charity"),
                .init(
                    made.lines[1], payee: "An evaluator", recoverableVAT: Money(pence: 2_000)),
            ],
            earlier: [],
            position: .init(ceiling: Money(pence: 100_000), accrued: Money(pence: 5_000)))
    }

    private static func page() throws -> Page {
        try statement().page(
            Example.envelope, funder: "A department", entry: 9,
            chain: String(repeating: "cd", count: 32), standing: nil)
    }

    @Test("It asks £200.02, says what is left and apart, and names each line's return or cost")
    func table() throws {
        let text = try Self.page().text(as: .table, width: 100)
        #expect(text.contains("£200.02 is claimed from grant G1 for 2019/20 to the end of Q2."))
        #expect(text.contains("£50.00 is earned by accruals and not in this claim."))
        #expect(text.contains("Net of recoverable VAT: £20.00 of it on these costs"))
        #expect(text.contains("EIYF/7"))
        #expect(text.contains("799.98"))
        #expect(text.contains("2019/20-Q1"))
        #expect(text.contains("entry 7"))
        #expect(text.contains("Chief finance officer"))
        #expect(text.contains(String(repeating: "cd", count: 32)))
    }

    @Test("As JSON the lines, the categories and the total are one sum")
    func json() throws {
        let text = try Self.page().text(as: .json)
        #expect(text.contains("\"schema\": \"almoner.claim.show/1\""))
        #expect(text.contains("\"source\": \"W1#2019/20-Q1#STAFF\""))
        #expect(text.contains("\"total\": \"200.02\""))
        // the category totals, the line totals and the fact
        #expect(text.components(separatedBy: "\"200.02\"").count - 1 >= 3)
    }

    @Test("As Markdown it has a place for each signature")
    func markdown() throws {
        let text = try Self.page().text(as: .markdown)
        #expect(text.contains("### Signatures"))
        #expect(text.contains("| Claimant | ......"))
    }
}
