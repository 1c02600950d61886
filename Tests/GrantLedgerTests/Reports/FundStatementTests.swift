import GrantLedger
import Testing

@Suite("Fund statement")
struct FundStatementTests {
    private static func movements(
        _ scene: Scene, _ fund: String, _ days: ClosedRange<Day>
    ) -> [FundStatement.Movement] {
        let entries = scene.desk.source.entries
        return entries.filter { days.contains($0.date) }.flatMap { entry in
            let kind = entry.reverses.map { entries[$0 - 1].kind } ?? entry.kind
            return entry.transfers.filter { $0.debit.fund == code(fund) }.map {
                FundStatement.Movement(
                    kind: kind, debit: $0.debit.head, credit: $0.credit.head, amount: $0.amount)
            }
        }
    }

    private static func statement(
        _ scene: Scene, _ year: String, opening: FundStatement.Figures
    ) -> FundStatement {
        let year = financialYear(year)
        let start: [(Head, Money)] = [
            (.unallocated, opening.free), (.budgetPrepared, opening.prepared),
            (.reserved, opening.reserved), (.committed, opening.committed),
        ]
        return FundStatement(
            fund: code("VRF"), year: year, opening: start,
            movements: movements(scene, "VRF", year.firstDay...year.lastDay))
    }

    private static func row(
        _ statement: FundStatement, _ line: FundStatement.Line
    ) -> FundStatement.Figures? {
        statement.rows.first { $0.line == line }?.figures
    }

    @Test(
        "£2,000 approved, £600 awarded and signed, £100 charged: £1,900 is left, £500 of it committed"
    )
    func year() throws {
        let scene = try Scene.awarded("2019/20=350", "2020/21=250")
        try scene.submit("W1", "2019/20-Q1", "STAFF=100")
        try scene.accept("W1", "2019/20-Q1")
        let first = Self.statement(scene, "2019/20", opening: FundStatement.Figures())
        #expect(first.opening.total == .zero)
        #expect(Self.row(first, .approved)?.free == pounds("2000"))
        #expect(Self.row(first, .awarded)?.free == -pounds("600"))
        #expect(Self.row(first, .awarded)?.total == .zero)
        #expect(Self.row(first, .signed)?.committed == pounds("600"))
        #expect(Self.row(first, .charged)?.total == -pounds("100"))
        #expect(first.closing.free == pounds("1400"))
        #expect(first.closing.committed == pounds("500"))
        #expect(first.closing.total == pounds("1900"))
        #expect(
            first.rows.map(\.figures.total).total + first.opening.total == first.closing.total)
    }

    @Test("The next year opens on the closing of the one before; what lapsed is free again")
    func opening() throws {
        let scene = try Scene.awarded("2019/20=350", "2020/21=250")
        let first = Self.statement(scene, "2019/20", opening: FundStatement.Figures())
        try scene.post(
            LapseAward(award: code("W1"), year: financialYear("2020/21"), reason: words("Ended")),
            on: "2020-05-01")
        let second = Self.statement(scene, "2020/21", opening: first.closing)
        #expect(second.opening == first.closing)
        #expect(Self.row(second, .lapsed)?.free == pounds("250"))
        #expect(second.closing.total == first.closing.total)
        #expect(second.rows.map(\.kind) == [.lapseAward])
    }

    @Test(
        "Carried money goes out under one line and comes in under another, and leaves the sum alone"
    )
    func carried() {
        let statement = FundStatement(
            fund: code("VRF"), year: financialYear("2020/21"),
            opening: [(.committed, pounds("70"))],
            movements: [
                .init(
                    kind: .carryAward, debit: .committed, credit: .carriedForward,
                    amount: pounds("38")),
                .init(
                    kind: .carryAward, debit: .broughtForward, credit: .committed,
                    amount: pounds("38")),
                .init(
                    kind: .surrenderGrant, debit: .unallocated, credit: .fundingApproved,
                    amount: pounds("5")),
            ])
        #expect(statement.rows.map(\.line) == [.broughtForward, .carriedForward, .surrendered])
        #expect(statement.closing.committed == pounds("70"))
        #expect(statement.closing.free == -pounds("5"))
    }

    @Test("A reversal counts with the act it undoes, and what comes to nil is left out")
    func reversed() throws {
        let scene = try Scene()
        try scene.approve("2019/20=1000")
        let number = scene.desk.source.nextNumber - 1
        try scene.post(ReverseEntry(entry: number, reason: words("Entered twice")))
        let statement = Self.statement(scene, "2019/20", opening: FundStatement.Figures())
        #expect(statement.rows.isEmpty)
        #expect(statement.closing.total == .zero)
    }
}
