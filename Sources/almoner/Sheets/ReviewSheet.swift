import GrantExchange
import GrantLedger

/// Rows and lines of the bank that wait for a person.
enum ReviewSheet {
    /// Rows set aside: what each would do, and what it may be already.
    static func rows(_ rows: [SetAsideRow], _ reading: Reading) throws -> Sheet {
        Sheet(
            key: "rows", title: "Rows set aside: import review ROW --same ENTRY, or --another",
            columns: [
                Column("row", "Row", .number), Column("date", "Date", .date),
                Column("asks", "Asks", wraps: true), Column("amount", "Amount", .money),
                Column("reference", "Reference"),
                Column("source", "From", wraps: true), Column("near", "Perhaps entry"),
            ],
            rows: try rows.map { row in
                let source = try reading.facts.entry(row.number)?.documents.first
                let place = source.map { "\($0.name)" + ($0.row.map { ", row \($0)" } ?? "") }
                return [
                    .number(row.number), .date(row.date),
                    .text(Narrative.words(row.kind, row.act)), Cell(try row.askedAmount),
                    Cell(row.reference), Cell(place), .list(row.near.map { "\($0)" }),
                ]
            }, empty: "None.")
    }

    /// Lines of the bank that have near entries.
    static func lines(_ lines: [BankLine]) -> Sheet {
        Sheet(
            key: "lines", title: "Lines of the bank: reconcile match LINE --entry ENTRY",
            columns: [
                Column("line", "Line", .number), Column("date", "Date", .date),
                Column("amount", "Amount", .money), Column("text", "Text", wraps: true),
                Column("reference", "Reference"), Column("near", "Perhaps entry"),
            ],
            rows: lines.map { line in
                [
                    .number(line.number), .date(line.date), .money(line.amount), Cell(line.text),
                    Cell(line.reference), .list(line.near.map { "\($0)" }),
                ]
            }, empty: "None.")
    }
}

extension SetAsideRow {
    /// The amount of what it asks; nil where that has none.
    fileprivate var askedAmount: Money? {
        get throws {
            for (act, _) in try asked {
                switch act {
                case let act as PayInstalment: return act.amount
                case let act as RecordCost: return act.amount
                case let act as LogBid: return act.profile.total
                case let act as MakeAward: return act.profile?.total ?? act.total
                default: continue
                }
            }
            return nil
        }
    }
}
