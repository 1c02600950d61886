import GrantExchange
import GrantLedger
import GrantStore

extension AuditTables {
    /// Claims with their lines, and the office's own costs.
    func claimed(to taker: any TableTaker) throws {
        try register(taker, Self.claims, Claim.self) { row, reading in
            let open = try reading.sum(
                Account(.claimed, grant: row.grant, year: row.year).with(\.claim, row.code))
            return [
                [
                    Cell(row.code), Cell(row.grant), Cell(row.year),
                    Cell(row.quarter.map { "Q\($0)" }), .date(row.made),
                    .number(row.lines.count), .money(row.total), .money(row.disallowed),
                    .money(row.total - row.disallowed - open), .money(open),
                ]
            ]
        }
        try register(taker, Self.claimLines, Claim.self) { row, _ in
            row.lines.map { line in
                [
                    Cell(row.code), .number(line.number), .text(line.source.description),
                    .money(line.amount), Cell(line.disallowed),
                    Cell(line.isAccrued == true ? "accrued" : nil),
                ]
            }
        }
        try register(taker, Self.costs, Cost.self) { row, _ in
            [
                [
                    .number(row.number), .date(row.date), Cell(row.fund), Cell(row.year),
                    Cell(row.category), .money(row.amount), Cell(row.supplier),
                    Cell(row.recoverableVAT),
                ]
            ]
        }
    }

    private static let claims = Sheet(
        key: "claims", title: "Claims",
        columns: [
            Column("claim", "Claim"), Column("grant", "Grant"), Column("year", "Year of cost"),
            Column("to", "To"), Column("made", "Made", .date), Column("lines", "Lines", .number),
            Column("asked", "Asked", .money), Column("disallowed", "Disallowed", .money),
            Column("received", "Received", .money), Column("claimed", "Awaited", .money),
        ], empty: "No claim is made.")

    private static let claimLines = Sheet(
        key: "claim-lines", title: "Lines of claims",
        columns: [
            Column("claim", "Claim"), Column("line", "Line", .number), Column("source", "Of"),
            Column("amount", "Amount", .money), Column("disallowed", "Disallowed", .money),
            Column("accrued", "Accrued"),
        ], empty: "No claim is made.")

    private static let costs = Sheet(
        key: "costs", title: "Own costs",
        columns: [
            Column("entry", "Entry", .number), Column("date", "Date", .date),
            Column("fund", "Fund"), Column("year", "Year of cost"), Column("category", "Category"),
            Column("amount", "Amount", .money), Column("supplier", "Supplier", isFlexible: true),
            Column("recoverableVAT", "VAT recovered", .money),
        ], empty: "The office has no costs of its own.")

    /// Periods, policies, ledger codes and what came in from files.
    func settings(to taker: any TableTaker) throws {
        try periods(to: taker)
        try register(taker, Self.policies, Policy.self) { row, _ in
            [[Cell(row.name), .date(row.from), Cell(row.value), Cell(row.reason)]]
        }
        try register(taker, Self.ledgerCodes, LedgerCode.self) { row, _ in
            [[.text(row.head.rawValue), Cell(row.fund), Cell(row.code)]]
        }
        try taker.take(try read(IncomingSheet.files))
        var lines = TableInSlices(taker)
        try eachSlice(of: BankLine.self, by: \.number) { slice, _ in
            try lines.add(IncomingSheet.bankLines(slice))
        }
        try lines.end()
    }

    private static let policies = Sheet(
        key: "policies", title: "Policies as set",
        columns: [
            Column("policy", "Policy"), Column("from", "From", .date), Column("value", "Value"),
            Column("reason", "Why", isFlexible: true),
        ], empty: "Every policy is at its default.")

    private static let ledgerCodes = Sheet(
        key: "ledger-codes", title: "Ledger codes",
        columns: [Column("head", "Head"), Column("fund", "Fund"), Column("code", "Code")],
        empty: "No head is mapped to a ledger code.")

    private static let periods = Sheet(
        key: "periods", title: "Periods",
        columns: [
            Column("kind", "Kind"), Column("period", "Period"), Column("status", "Status"),
            Column("entry", "Entry", .number), Column("recordedAt", "Recorded"),
            Column("adjustments", "Late adjustments", .number),
            Column("total", "Total", .money),
            Column("explanation", "Explanation", isFlexible: true),
        ], empty: "No year has begun.")

    /// A row a year from the first entry's to the last's, and a row a month's journal.
    private func periods(to taker: any TableTaker) throws {
        let rows = try read { reading -> [[Cell]] in
            func time(_ entry: Int?) throws -> Cell {
                Cell(try entry.flatMap { try reading.reader.entry($0) }?.recordedAt)
            }
            guard let dates = try reading.reader.dates() else { return [] }
            let ends = try reading.reader.rows(YearEnd.self)
            let last = FinancialYear(containing: dates.upperBound)
            var years: [[Cell]] = []
            var next = Optional(FinancialYear(containing: dates.lowerBound))
            while let year = next, year <= last {
                let end = ends.first { $0.year == year }
                years.append([
                    .text("year"), Cell(year), .text(end?.status.rawValue ?? "open"),
                    Cell(end?.close), try time(end?.close), .number(end?.adjustments ?? 0),
                    .absent, Cell(end?.explanation),
                ])
                next = year.next
            }
            let months = try reading.reader.rows(PostedMonth.self).sorted {
                $0.number < $1.number
            }
            return years
                + (try months.map { row in
                    [
                        .text("posted"), .text(String(row.through.description.prefix(7))),
                        .text("posted"), .number(row.number), try time(row.number), .absent,
                        .money(row.total), .absent,
                    ]
                })
        }
        var sheet = Self.periods
        sheet.rows = rows
        try taker.take(sheet)
    }
}
