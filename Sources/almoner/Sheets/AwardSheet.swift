import GrantExchange
import GrantLedger

/// Awards as rows.
enum AwardSheet {
    /// What an award's figures come from.
    static let heads: [Head] = [
        .reserved, .committed, .charged, .paid, .paymentReturned, .paymentsOnAccount,
        .awardCreditors, .accruedExpenditure,
    ]

    /// A row an award, over all years.
    static func sheet(
        _ awards: [Award], _ reading: Reading, key: String? = nil, title: String? = nil
    ) throws -> Sheet {
        var rows: [[Cell]] = []
        var totals: [Money] = [.zero, .zero, .zero, .zero]
        for award in awards {
            let sums = try reading.sums(heads.map { Account($0, award: award.code) })
            let figures = figures(
                sums.values.reduce(into: [:]) { $0.merge($1, uniquingKeysWith: +) })
            for (place, figure) in figures.prefix(4).enumerated() { totals[place] += figure }
            rows.append(
                [
                    .text(award.code.description), .text(award.title.description),
                    .text(award.recipient.description), .text(award.fund.description),
                    .text(award.status.rawValue),
                ] + figures.prefix(4).map { .money($0) })
        }
        return Sheet(
            key: key, title: title,
            columns: [
                Column("award", "Award"), Column("title", "Title", dropOrder: 4, isFlexible: true),
                Column("recipient", "Recipient"), Column("fund", "Fund", dropOrder: 3),
                Column("status", "Status", dropOrder: 2), Column("awarded", "Awarded", .money),
                Column("charged", "Charged", .money), Column("committed", "Committed", .money),
                Column("paid", "Paid", .money),
            ],
            rows: rows,
            totals: [.text("Total")] + Array(repeating: .absent, count: 4)
                + totals.map { .money($0) },
            empty: "No award is made.")
    }

    /// Awarded, charged, committed, paid, reserved, on account, owed.
    static func figures(_ sums: [Head: Money]) -> [Money] {
        func sum(_ head: Head) -> Money { sums[head] ?? .zero }
        return [
            sum(.reserved) + sum(.committed) + sum(.charged), sum(.charged), sum(.committed),
            sum(.paid), sum(.reserved), sum(.paymentsOnAccount),
            sum(.awardCreditors) + sum(.accruedExpenditure),
        ]
    }

    /// A row a year of one award, a row a fund and year where it has several.
    static func years(_ award: Award, _ reading: Reading) throws -> Sheet {
        var lines: [Line: [Head: Money]] = [:]
        for head in heads {
            for (account, amount) in try reading.balances(Account(head, award: award.code)) {
                guard let fund = account.fund, let year = account.year else { continue }
                lines[Line(year: year, fund: fund), default: [:]][head, default: .zero] += amount
            }
        }
        let funds = Set(lines.keys.map(\.fund))
        var totals = Array(repeating: Money.zero, count: 7)
        var rows: [[Cell]] = []
        for (line, sums) in lines.sorted(by: { $0.key < $1.key }) {
            let figures = figures(sums)
            for (place, figure) in figures.enumerated() { totals[place] += figure }
            rows.append(
                [.text(line.year.description), .text(line.fund.description)]
                    + figures.map { .money($0) })
        }
        return Sheet(
            key: "years", title: "By year",
            columns: yearColumns(fund: funds.count > 1 ? .always : .dataOnly),
            rows: rows, totals: [.text("Total"), .absent] + totals.map { .money($0) },
            empty: "No money yet.")
    }

    /// The columns of a row a fund and year, and where the fund is seen.
    static func yearColumns(fund: Column.Visibility) -> [Column] {
        [
            Column("year", "Year"), Column("fund", "Fund", visibility: fund),
            Column("awarded", "Awarded", .money), Column("charged", "Charged", .money),
            Column("committed", "Committed", .money), Column("paid", "Paid", .money),
            Column("reserved", "Reserved", .money, visibility: .whenNotNil),
            Column("onAccount", "On account", .money, visibility: .whenNotNil, dropOrder: 1),
            Column("owed", "Owed", .money, visibility: .whenNotNil, dropOrder: 2),
        ]
    }

    private struct Line: Hashable, Comparable {
        let year: FinancialYear
        let fund: Code

        static func < (lhs: Line, rhs: Line) -> Bool {
            (lhs.year, lhs.fund) < (rhs.year, rhs.fund)
        }
    }
}
