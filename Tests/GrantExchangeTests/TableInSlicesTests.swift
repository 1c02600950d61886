import GrantExchange
import GrantLedger
import Testing

@Suite("Tables in slices")
struct TableInSlicesTests {
    /// Keeps what it takes.
    private final class Taken: TableTaker {
        var head: Sheet?
        var rows: [[Cell]] = []
        var totals: [Cell]?
        var hasEnded = false

        func begin(_ sheet: Sheet) { head = sheet }
        func add(_ row: [Cell]) { rows.append(row) }
        func end(totals: [Cell]?) { (self.totals, hasEnded) = (totals, true) }
    }

    private func slice(_ pence: Int64...) -> Sheet {
        Sheet(
            columns: [
                Column("what", "What"), Column("amount", "Amount", .money),
                Column("reason", "Reason", visibility: .whenNotNil),
                Column("entry", "Entry", .number, visibility: .dataOnly),
            ],
            rows: pence.map { [.text("X"), .money(Money(pence: $0)), .absent, .number(1)] },
            totals: [
                .text("Total"), .money(pence.map { Money(pence: $0) }.total), .absent, .absent,
            ])
    }

    private func taken(_ slices: [Sheet]) throws -> Taken {
        let taken = Taken()
        var table = TableInSlices(taken)
        for slice in slices { try table.add(slice) }
        try table.end()
        return taken
    }

    @Test("One slice is handed over whole, its totals and its columns as they are")
    func one() throws {
        for only in [slice(5, 7), slice()] {
            let found = try taken([only])
            #expect(found.head == only && found.rows == only.rows)
            #expect(found.totals == only.totals && found.hasEnded)
        }
    }

    @Test(
        "Of several every row is handed over once, amounts in totals are added, and columns stand")
    func several() throws {
        let found = try taken([slice(5, 7), slice(), slice(-20), slice(1, 1)])
        #expect(found.rows == slice(5, 7, -20, 1, 1).rows)
        #expect(found.totals == slice(5, 7, -20, 1, 1).totals)
        #expect(found.head?.columns.map(\.visibility) == [.always, .always, .always, .dataOnly])
        #expect(found.head?.rows == slice(5, 7).rows && found.hasEnded)
    }

    @Test("Slices without rows are none: what is left alone is handed over whole")
    func empty() throws {
        for slices in [
            [slice(5, 7), slice()], [slice(), slice(5, 7)], [slice(), slice(5, 7), slice()],
        ] {
            let found = try taken(slices)
            #expect(found.head == slice(5, 7))
            #expect(found.rows == slice(5, 7).rows && found.totals == slice(5, 7).totals)
        }
    }
}
