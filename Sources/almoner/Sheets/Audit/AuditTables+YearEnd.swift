import ArgumentParser
import GrantExchange
import GrantLedger
import GrantStore

extension AuditTables {
    /// What an auditor asks of a year end: the bank, the cut-off, what was owed and how old it was, what
    /// was settled after, and what stands out.
    func yearEnd(to taker: any TableTaker) throws {
        try reconciliation(to: taker)
        try table(taker, Self.cutOff) { add in
            guard let from = yearEnd.adding(days: -29), let to = yearEnd.adding(days: 30) else {
                return
            }
            let first = min(from, FinancialYear(containing: yearEnd).firstDay)
            try eachEntry(from: first, through: to) { found, _ in
                let why = cutOff(found.entry, from)
                if !why.isEmpty { try add(Self.row(found.entry, why)) }
            }
        }
        try table(taker, Self.ageing) { add in
            for head in Self.aged.keys.sorted(by: { $0.rawValue < $1.rawValue }) {
                for row in try aged(head) { try add(row) }
            }
        }
        try table(taker, Self.afterYearEnd) { add in
            guard let from = yearEnd.adding(days: 1) else { return }
            let end = FinancialYear(starting: 9998)?.lastDay
            try eachEntry(from: from, through: end) { found, _ in
                for row in settled(found.entry) { try add(row) }
            }
        }
        var exceptions = ExceptionReport.sheet
        (exceptions.key, exceptions.title) = ("exceptions", "Exceptions")
        try table(taker, exceptions) { add in
            try eachException { try add($0.cells) }
        }
    }

    /// Gives the entries an auditor should see, found and told in short readings.
    private func eachException(_ body: (ExceptionReport.Row) throws -> Void) throws {
        let last = try read { try $0.lastDated(in: year) }
        let searching = progress(nil, "entries")
        defer { searching?.end() }
        let search = try book.searchExceptions(from: year?.firstDay, asAt: last) {
            searching?.advance(to: $0, of: $1)
        }
        searching?.end()
        let finds = try book.read { reader in
            search.renew(Facts(reader))
            return try search.finds()
        }
        let telling = progress(finds.count, "exceptions")
        defer { telling?.end() }
        try finds.inSlices(of: 500) { slice in
            let rows = try book.read { reader in
                search.renew(Facts(reader))
                return try slice.compactMap { try search.row(of: $0) }
            }
            for row in rows { try body(row) }
            telling?.advance(to: slice.endIndex)
        }
    }

    private func reconciliation(to taker: any TableTaker) throws {
        let words = ["--as-at", (year == nil ? today : yearEnd).description]
        let command = try ReconcileShow.parse(words)
        let answer = try read { try command.reconciliation($0) }
        for var sheet in answer.sheets(telling: []) {
            let isOfEntries = sheet.key == "entries"
            let name = sheet.key == "difference" ? "" : "-\(sheet.key ?? "")"
            sheet.title = "Bank: " + (sheet.title ?? "")
            sheet.key = "reconciliation\(name)"
            guard isOfEntries else {
                try taker.take(sheet)
                continue
            }
            try table(taker, sheet) { add in
                for move in answer.entries { try add(Reconciliation.cells(move)) }
            }
        }
    }

    private static let cutOff = Sheet(
        key: "cut-off", title: "Cut-off",
        columns: beginning + [
            Column("recordedAt", "Recorded"), Column("why", "Why"),
            Column("amount", "Amount", .money), Column("bank", "Bank", .money),
            Column("user", "By"), Column("what", "What", isFlexible: true),
        ], empty: "No entry is near the year end.")

    /// Why an entry is looked at: dated near the year end, or recorded after it for the year.
    private func cutOff(_ entry: Entry, _ from: Day) -> [String] {
        var why: [String] = []
        if (from...yearEnd).contains(entry.date) { why.append("before") }
        if entry.date > yearEnd { why.append("after") }
        if entry.date <= yearEnd, entry.recordedAt.prefix(10) > yearEnd.description {
            why.append("recorded-late")
        }
        return why
    }

    private static func row(_ entry: Entry, _ why: [String]) -> [Cell] {
        [
            .number(entry.number), .date(entry.date), .text(entry.year),
            .list(entry.yearsOfCost), .text(AskedFacts(entry).kind.rawValue),
            .text(entry.recordedAt), .list(why), Cell(entry.moved), .money(entry.bankMovement),
            .text(entry.user), .text(Narrative.words(entry.kind, entry.act)),
        ]
    }

    private static let aged: [Head: String] = [
        .grantDebtors: "debtors", .accruedGrantIncome: "debtors", .clawbackDebtors: "debtors",
        .awardCreditors: "creditors", .accruedExpenditure: "creditors",
        .repayableToFunder: "creditors", .heldAsAgent: "creditors",
        .paymentsOnAccount: "on account", .receiptsInAdvance: "in advance",
    ]

    private static let ageing = Sheet(
        key: "ageing", title: "Ageing at the year end",
        columns: [
            Column("what", "What"), Column("head", "Head"), Column("account", "Account"),
            Column("yearOfCost", "Year of cost"), Column("asAt", "As at", .date),
            Column("balance", "Balance", .money), Column("oldest", "Since", .date),
            Column("days", "Days", .number), Column("upTo30", "Up to 30 days", .money),
            Column("upTo60", "31 to 60", .money), Column("upTo90", "61 to 90", .money),
            Column("upTo365", "91 to 365", .money), Column("older", "Older", .money),
        ], empty: "Nothing was owed.")

    /// A row an account of a head: its balance, by how long each part has stood.
    private func aged(_ head: Head) throws -> [[Cell]] {
        try read { reading in
            try reading.reader.balances([head], asAt: yearEnd).filter { $0.amount > Money.zero }
                .map { found in
                    let parts = try reading.reader.standing(
                        on: found.account, balance: found.amount, asAt: yearEnd)
                    var buckets = Array(repeating: Money.zero, count: 5)
                    for part in parts {
                        let age = yearEnd.daysSince1970 - part.day.daysSince1970
                        let place = [30, 60, 90, 365].firstIndex { age <= $0 } ?? 4
                        buckets[place] += part.amount
                    }
                    let oldest = parts.last?.day
                    return [
                        Cell(Self.aged[head]), .text(head.rawValue),
                        .text(found.account.description), Cell(found.account.year),
                        .date(yearEnd), .money(found.amount), Cell(oldest),
                        Cell(oldest.map { yearEnd.daysSince1970 - $0.daysSince1970 }),
                    ] + buckets.map { .money($0) }
                }
        }
    }

    private static let afterYearEnd = Sheet(
        key: "after-year-end", title: "After the year end",
        columns: beginning + [
            Column("recordedAt", "Recorded"), Column("line", "Line", .number),
            Column("debit", "Debit"), Column("credit", "Credit"),
            Column("costYear", "Year of cost"), Column("amount", "Amount", .money),
            Column("what", "What", isFlexible: true),
        ], empty: "Nothing of the year moved after its end.")

    /// What an entry dated after the year end moved in the accounts for cost of the year or before.
    private func settled(_ entry: Entry) -> [[Cell]] {
        let last = FinancialYear(containing: yearEnd)
        return zip(1..., entry.transfers).compactMap { line, transfer in
            guard transfer.debit.head.traits.set == .actual,
                let cost = [transfer.debit.year, transfer.credit.year].compactMap(\.self).min(),
                cost <= last
            else { return nil }
            return begun(entry) + [
                .text(entry.recordedAt), .number(line), .text(transfer.debit.description),
                .text(transfer.credit.description), .text(cost.description),
                .money(transfer.amount), .text(Narrative.words(entry.kind, entry.act)),
            ]
        }
    }
}
