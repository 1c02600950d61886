import GRDB
public import GrantLedger

extension Reader {
    /// What every pool of some heads comes to, of entries dated to a day and recorded to a number.
    ///
    /// It costs what it prints and what lies after, not what the book holds: whole months are kept
    /// summed; only the last month and the entries after `knownAt` are read.
    public func pools(
        _ heads: Set<Head>, of funds: Set<Code> = [], knownAt: Int? = nil, asAt: Day? = nil
    ) throws -> [PoolSum] {
        let months = try poolMonths(heads, of: funds, knownAt: knownAt, asAt: asAt)
        var sums: [PoolSum] = []
        for month in months {
            if let last = sums.last, last.isSamePool(as: month.pool) {
                sums[sums.count - 1].balance = try last.balance.adding(month.pool.balance)
            } else {
                sums.append(month.pool)
            }
        }
        return sums
    }

    /// The same by the month of the entries' date, pool by pool, months ascending.
    public func poolMonths(
        _ heads: Set<Head>, of funds: Set<Code> = [], knownAt: Int? = nil, asAt: Day? = nil
    ) throws -> [PoolMonth] {
        let last = min(knownAt ?? newest, newest)
        let choice = PoolChoice(heads, funds)
        let end = asAt?.description ?? "9999-12-31"
        var sums: [MonthKey: Balance] = [:]
        if last < newest / 2 {
            try add(movesByNumber(1, last, until: end, choice), to: &sums)
        } else {
            let isWhole = try !hasEntries(laterInMonthThan: end)
            try add(keptMonths(until: end, isWhole: isWhole, choice), to: &sums)
            if !isWhole { try add(movesByDate(until: end, choice), to: &sums) }
            if last < newest {
                try add(movesByNumber(last + 1, newest, until: end, choice), to: &sums, less: true)
            }
        }
        return try named(sums, choice)
    }

    private struct MonthKey: Hashable {
        let pool: Int
        let month: String
    }

    private func add(_ rows: [Row], to sums: inout [MonthKey: Balance], less: Bool = false) throws {
        for row in rows {
            let key = MonthKey(pool: try row.whole(0), month: try row.text(1))
            let moved = try Self.balance(row, 2)
            let sum = sums[key] ?? Balance()
            sums[key] = less ? try sum.subtracting(moved) : try sum.adding(moved)
        }
    }

    /// Whether an entry is dated after a day, in its month: then the month as kept says too much.
    private func hasEntries(laterInMonthThan end: String) throws -> Bool {
        try first(
            "SELECT 1 FROM journal WHERE date > ? AND date <= ? LIMIT 1",
            [end, String(end.prefix(7)) + "-31"]) != nil
    }

    private func keptMonths(until end: String, isWhole: Bool, _ choice: PoolChoice) throws -> [Row]
    {
        try rows(
            """
            SELECT poolMonth.pool, poolMonth.month, poolMonth.debits, poolMonth.credits
            FROM pool JOIN poolMonth ON poolMonth.pool = pool.id
            WHERE \(choice.condition(from: 3)) AND (poolMonth.month < ?1 OR ?2 AND poolMonth.month = ?1)
            """, [String(end.prefix(7)), isWhole] + choice.arguments)
    }

    /// What entries dated in the last month, to a day of it, moved.
    private func movesByDate(until end: String, _ choice: PoolChoice) throws -> [Row] {
        try rows(
            """
            SELECT account.pool, ?3, sum(move.debits), sum(move.credits) FROM (
                SELECT debit AS account, amountPence AS debits, 0 AS credits
                FROM journal CROSS JOIN transfer ON transfer.entry = journal.number
                WHERE date BETWEEN ?1 AND ?2
                UNION ALL
                SELECT credit, 0, amountPence
                FROM journal CROSS JOIN transfer ON transfer.entry = journal.number
                WHERE date BETWEEN ?1 AND ?2) AS move
            JOIN account ON account.id = move.account JOIN pool ON pool.id = account.pool
            WHERE \(choice.condition(from: 4))
            GROUP BY account.pool
            """, [String(end.prefix(7)) + "-01", end, String(end.prefix(7))] + choice.arguments)
    }

    /// What entries of some numbers moved, by month of their date.
    private func movesByNumber(
        _ first: Int, _ last: Int, until end: String, _ choice: PoolChoice
    ) throws -> [Row] {
        try rows(
            """
            SELECT account.pool, move.month, sum(move.debits), sum(move.credits) FROM (
                SELECT debit AS account, substr(date, 1, 7) AS month, amountPence AS debits, 0 AS credits
                FROM journal NOT INDEXED CROSS JOIN transfer ON transfer.entry = journal.number
                WHERE number BETWEEN ?1 AND ?2 AND date <= ?3
                UNION ALL
                SELECT credit, substr(date, 1, 7), 0, amountPence
                FROM journal NOT INDEXED CROSS JOIN transfer ON transfer.entry = journal.number
                WHERE number BETWEEN ?1 AND ?2 AND date <= ?3) AS move
            JOIN account ON account.id = move.account JOIN pool ON pool.id = account.pool
            WHERE \(choice.condition(from: 4))
            GROUP BY account.pool, move.month
            """, [first, last, end] + choice.arguments)
    }

    private func named(_ sums: [MonthKey: Balance], _ choice: PoolChoice) throws -> [PoolMonth] {
        let pools = try rows(
            """
            SELECT id, head, fund, round, year, mark FROM pool
            WHERE \(choice.condition(from: 1)) ORDER BY head, fund, round, year, mark
            """, choice.arguments)
        var months: [Int: [(month: String, balance: Balance)]] = [:]
        for (key, balance) in sums where balance != Balance() {
            months[key.pool, default: []].append((key.month, balance))
        }
        return try pools.flatMap { row in
            guard let head = Head(rawValue: try row.text(1)) else {
                throw BookFault.damaged(what: "a pool has an unknown head")
            }
            let (fund, round) = (Code(try row.text(2)), Code(try row.text(3)))
            let year = FinancialYear(starting: try row.whole(4))
            let mark = Mark(rawValue: try row.text(5))
            return (months[try row.whole(0)] ?? []).sorted { $0.month < $1.month }.map {
                PoolMonth(
                    pool: PoolSum(
                        head: head, fund: fund, round: round, year: year, mark: mark,
                        balance: $0.balance),
                    month: $0.month)
            }
        }
    }

    /// Texts as a JSON list, for a statement that takes one value for many.
    static func json(_ texts: [String]) -> String {
        String(decoding: Canonical.list(texts.map(Canonical.text)).bytes, as: UTF8.self)
    }
}

/// Which pools are asked for: those of some heads and, where they are named, of some funds and a year
/// of cost.
struct PoolChoice {
    private let heads: String
    private let funds: String?
    private let year: Int?

    init(_ heads: Set<Head>, _ funds: Set<Code>, _ year: FinancialYear? = nil) {
        self.heads = Reader.json(heads.map(\.rawValue).sorted())
        self.funds =
            funds.isEmpty ? nil : Reader.json(funds.sorted().map(\.description))
        self.year = year?.start
    }

    /// The condition, its parameters numbered from so many on.
    func condition(from number: Int) -> String {
        var parts = ["pool.head IN (SELECT value FROM json_each(?\(number)))"]
        if funds != nil {
            parts.append("pool.fund IN (SELECT value FROM json_each(?\(number + parts.count)))")
        }
        if year != nil { parts.append("pool.year = ?\(number + parts.count)") }
        return parts.joined(separator: " AND ")
    }

    var arguments: StatementArguments {
        let values: [(any DatabaseValueConvertible)?] = [heads, funds, year]
        return StatementArguments(values.compactMap(\.self))
    }
}

extension PoolSum {
    fileprivate func isSamePool(as other: PoolSum) -> Bool {
        head == other.head && fund == other.fund && round == other.round && year == other.year
            && mark == other.mark
    }
}

extension Balance {
    func adding(_ other: Balance) throws -> Balance {
        guard let debits = debits.adding(other.debits), let credits = credits.adding(other.credits)
        else { throw BookFault.damaged(what: "a sum leaves 64 bits") }
        return Balance(debits: debits, credits: credits)
    }

    func subtracting(_ other: Balance) throws -> Balance {
        let (debits, over) = debits.pence.subtractingReportingOverflow(other.debits.pence)
        let (credits, under) = credits.pence.subtractingReportingOverflow(other.credits.pence)
        guard !over, !under, debits >= 0, credits >= 0 else {
            throw BookFault.damaged(what: "a sum of debits or credits is below nil")
        }
        return Balance(debits: Money(pence: debits), credits: Money(pence: credits))
    }
}
