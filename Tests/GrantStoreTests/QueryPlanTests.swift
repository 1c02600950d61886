import GrantLedger
import GrantStore
import Testing

/// A report that may be asked of a book of any size.
private struct Asked: Sendable, CustomTestStringConvertible {
    let name: String
    let read: @Sendable (Reader) throws -> Void
    var testDescription: String { name }

    init(_ name: String, _ read: @escaping @Sendable (Reader) throws -> Void) {
        (self.name, self.read) = (name, read)
    }

    private static func day() throws -> Day { try SampleBook.day("2019-07-15") }
    private static let all = Set(Head.allCases)

    private static func question(
        by grain: [Dimension]
    ) throws -> SpendQuestion {
        var question = SpendQuestion(asAt: try day())
        question.by = grain
        return question
    }

    /// What is answered from kept balances and registers.
    static let kept = [
        Asked("spend by fund and year") { _ = try $0.spend(question(by: [.fund, .year])) },
        Asked("spend by award") { _ = try $0.spend(question(by: [.award])) },
        Asked("trial balance") { _ = try $0.pools(all) },
        Asked("trial balance as at") { _ = try $0.pools(all, asAt: day()) },
        Asked("trial balance by account") { _ = try $0.balances(all) },
        Asked("variance") { _ = try $0.variance(question(by: [.fund])) },
        Asked("returns") { _ = try $0.returns(asAt: day()) },
        Asked("match") { _ = try $0.match(asAt: day()) },
        Asked("claims") { _ = try $0.claims(asAt: day()) },
        Asked("open awards") { _ = try $0.openAwards() },
        Asked("quarters") { _ = try $0.quarters(asAt: day()) },
        Asked("payments") { _ = try $0.payments(asAt: day()) },
        Asked("entries of a month") {
            _ = try $0.entries(of: [.recordCost], dated: day()...day())
        },
        Asked("moves of the bank") { _ = try $0.bankMoves(to: day()) },
        Asked("statement of a fund") {
            _ = try $0.fundStatement(
                SampleBook.code("VRF"), year: FinancialYear(containing: try day()))
        },
        Asked("caps") { _ = try $0.balances([.capSet, .capHeadroom, .capUsed]) },
    ]
}

@Suite("How reports read")
struct QueryPlanTests {
    /// The steps that walk a whole table of history.
    private func walks(_ steps: [String]) -> [String] {
        steps.filter { step in
            ["journal", "transfer"].contains { step.hasPrefix("SCAN \($0)") }
                && !step.contains("VIRTUAL")
        }
    }

    @Test(
        "A report from kept balances never walks the journal or the transfers",
        arguments: Asked.kept)
    private func noWalk(_ asked: Asked) throws {
        let sample = try SampleBook()
        let book = try Book(reading: sample.path)
        let plans = try book.plans(of: asked.read)
        #expect(!plans.isEmpty)
        for plan in plans {
            #expect(walks(plan.steps).isEmpty, "\(plan.statement): \(plan.steps)")
        }
    }

    @Test("A walk is seen where there is one")
    func seen() throws {
        let sample = try SampleBook()
        let book = try Book(reading: sample.path)
        let plans = try book.plans { _ = try $0.grantHistories() }
        #expect(plans.contains { !walks($0.steps).isEmpty })
    }
}
