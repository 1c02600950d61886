import GrantExchange
import GrantLedger

/// What was asked back of recipients, as rows.
enum ClawbackSheet {
    /// A row an award, fund and year.
    static func sheet(
        _ awards: [Award], _ reading: Reading, key: String? = nil, title: String? = nil
    ) throws -> Sheet {
        var rows: [[Cell]] = []
        var totals = Array(repeating: Money.zero, count: 4)
        for award in awards {
            for (line, sums) in try lines(of: award, reading) {
                let figures = [sums[0] + sums[1] + sums[2]] + sums
                for (place, figure) in figures.enumerated() { totals[place] += figure }
                rows.append(
                    [
                        .text(award.code.description), .text(award.recipient.description),
                        .text(line.fund.description), .text(line.year.description),
                    ] + figures.map { .money($0) })
            }
        }
        let isOne = key != nil
        return Sheet(
            key: key, title: title,
            columns: [
                Column("award", "Award", visibility: isOne ? .dataOnly : .always),
                Column("recipient", "Recipient", visibility: isOne ? .dataOnly : .always),
                Column("fund", "Fund", dropOrder: 1), Column("year", "Year"),
                Column("raised", "Asked back", .money), Column("returned", "Received", .money),
                Column("writtenOff", "Written off", .money, visibility: .whenNotNil),
                Column("clawback", "Awaited", .money),
            ],
            rows: rows,
            totals: [.text("Total"), .absent, .absent, .absent] + totals.map { .money($0) },
            empty: "Nothing is asked back.")
    }

    private struct Line: Hashable, Comparable {
        let year: FinancialYear
        let fund: Code

        static func < (lhs: Line, rhs: Line) -> Bool {
            (lhs.year, lhs.fund) < (rhs.year, rhs.fund)
        }
    }

    /// Received, written off and awaited, by fund and year.
    private static func lines(
        of award: Award, _ reading: Reading
    ) throws -> [(Line, [Money])] {
        var lines: [Line: [Money]] = [:]
        let patterns = [
            Account(.paymentReturned, award: award.code),
            Account(.charged, award: award.code, mark: .writtenOff),
            Account(.clawbackDebtors, award: award.code),
        ]
        for (place, pattern) in patterns.enumerated() {
            for (account, amount) in try reading.balances(pattern) {
                guard let fund = account.fund, let year = account.year else { continue }
                let none = Array(repeating: Money.zero, count: patterns.count)
                lines[Line(year: year, fund: fund), default: none][place] += amount
            }
        }
        return lines.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
}
