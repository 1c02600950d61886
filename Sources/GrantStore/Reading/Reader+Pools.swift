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
        try sums(PoolChoice(heads, funds), knownAt, asAt).map(\.pool)
    }

    /// The same by the month of the entries' date, pool by pool, months ascending.
    public func poolMonths(
        _ heads: Set<Head>, of funds: Set<Code> = [], knownAt: Int? = nil, asAt: Day? = nil
    ) throws -> [PoolMonth] {
        try sums(PoolChoice(heads, funds, byMonth: true), knownAt, asAt)
    }

    private func sums(_ choice: PoolChoice, _ knownAt: Int?, _ asAt: Day?) throws -> [PoolMonth] {
        let last = min(knownAt ?? newest, newest)
        let end = asAt?.description ?? "9999-12-31"
        var sums = MonthSums()
        func add(_ row: Row) throws { try sums.move(row) { try $0.adding($1) } }
        func subtract(_ row: Row) throws { try sums.move(row) { try $0.subtracting($1) } }
        if last < newest / 2 {
            try movesByNumber(1, last, until: end, choice, add)
        } else {
            let isWhole = try !hasEntries(laterInMonthThan: end)
            try keptMonths(until: end, isWhole: isWhole, choice, add)
            if !isWhole { try movesByDate(until: end, choice, add) }
            if last < newest { try movesByNumber(last + 1, newest, until: end, choice, subtract) }
        }
        return try named(sums, choice)
    }

    /// What each pool comes to by month; the month is empty where months are not told apart.
    private struct MonthSums {
        private(set) var pools: [Int: [(month: String, balance: Balance)]] = [:]

        mutating func move(_ row: Row, by change: (Balance, Balance) throws -> Balance) throws {
            let (pool, month) = (try row.whole(0), try row.text(1))
            let moved = try Reader.balance(row, 2)
            if let place = pools[pool]?.lastIndex(where: { $0.month == month }),
                let sum = pools[pool]?[place].balance
            {
                pools[pool]?[place].balance = try change(sum, moved)
            } else {
                pools[pool, default: []].append((month, try change(Balance(), moved)))
            }
        }
    }

    /// Whether an entry is dated after a day, in its month: then the month as kept says too much.
    private func hasEntries(laterInMonthThan end: String) throws -> Bool {
        try first(
            "SELECT 1 FROM journal WHERE date > ? AND date <= ? LIMIT 1",
            [end, String(end.prefix(7)) + "-31"]) != nil
    }

    private func keptMonths(
        until end: String, isWhole: Bool, _ choice: PoolChoice, _ body: (Row) throws -> Void
    ) throws {
        try forEachRow(
            """
            SELECT poolMonth.pool, \(choice.month("poolMonth.month")) AS told,
                sum(poolMonth.debits), sum(poolMonth.credits)
            FROM pool JOIN poolMonth ON poolMonth.pool = pool.id
            WHERE \(choice.condition(from: 3)) AND (poolMonth.month < ?1 OR ?2 AND poolMonth.month = ?1)
            GROUP BY poolMonth.pool, told
            """, [String(end.prefix(7)), isWhole] + choice.arguments, body)
    }

    /// What entries dated in the last month, to a day of it, moved.
    private func movesByDate(
        until end: String, _ choice: PoolChoice, _ body: (Row) throws -> Void
    ) throws {
        try forEachRow(
            """
            SELECT account.pool, \(choice.month("?3")), sum(move.debits), sum(move.credits) FROM (
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
            """, [String(end.prefix(7)) + "-01", end, String(end.prefix(7))] + choice.arguments,
            body)
    }

    /// What entries of some numbers moved, by month of their date.
    private func movesByNumber(
        _ first: Int, _ last: Int, until end: String, _ choice: PoolChoice,
        _ body: (Row) throws -> Void
    ) throws {
        try forEachRow(
            """
            SELECT account.pool, \(choice.month("move.month")) AS told, sum(move.debits), sum(move.credits) FROM (
                SELECT debit AS account, substr(date, 1, 7) AS month, amountPence AS debits, 0 AS credits
                FROM journal NOT INDEXED CROSS JOIN transfer ON transfer.entry = journal.number
                WHERE number BETWEEN ?1 AND ?2 AND date <= ?3
                UNION ALL
                SELECT credit, substr(date, 1, 7), 0, amountPence
                FROM journal NOT INDEXED CROSS JOIN transfer ON transfer.entry = journal.number
                WHERE number BETWEEN ?1 AND ?2 AND date <= ?3) AS move
            JOIN account ON account.id = move.account JOIN pool ON pool.id = account.pool
            WHERE \(choice.condition(from: 4))
            GROUP BY account.pool, told
            """, [first, last, end] + choice.arguments, body)
    }

    private func named(_ sums: MonthSums, _ choice: PoolChoice) throws -> [PoolMonth] {
        var found: [PoolMonth] = []
        found.reserveCapacity(sums.pools.count)
        try forEachRow(
            """
            SELECT id, head, fund, round, year, mark FROM pool
            WHERE \(choice.condition(from: 1)) ORDER BY head, fund, round, year, mark
            """, choice.arguments
        ) { row in
            let own = (sums.pools[try row.whole(0)] ?? []).filter { $0.balance != Balance() }
            guard !own.isEmpty else { return }
            guard let head = Head(rawValue: try row.text(1)) else {
                throw BookFault.damaged(what: "a pool has an unknown head")
            }
            let (fund, round) = (Code(try row.text(2)), Code(try row.text(3)))
            let year = FinancialYear(starting: try row.whole(4))
            let mark = Mark(rawValue: try row.text(5))
            for (month, balance) in own.sorted(by: { $0.month < $1.month }) {
                let pool = PoolSum(
                    head: head, fund: fund, round: round, year: year, mark: mark, balance: balance)
                found.append(PoolMonth(pool: pool, month: month))
            }
        }
        return found
    }

    /// Texts as a JSON list, for a statement that takes one value for many.
    static func json(_ texts: [String]) -> String {
        String(decoding: Canonical.list(texts.map(Canonical.text)).bytes, as: UTF8.self)
    }
}

/// Which pools are asked for: those of some heads and, where they are named, of some funds and a year
/// of cost; and whether their months are told apart.
struct PoolChoice {
    private let heads: String
    private let funds: String?
    private let year: Int?
    private let byMonth: Bool

    init(
        _ heads: Set<Head>, _ funds: Set<Code>, _ year: FinancialYear? = nil, byMonth: Bool = false
    ) {
        self.heads = Reader.json(heads.map(\.rawValue).sorted())
        self.funds =
            funds.isEmpty ? nil : Reader.json(funds.sorted().map(\.description))
        self.year = year?.start
        self.byMonth = byMonth
    }

    /// What a statement tells of an expression for the month.
    func month(_ expression: String) -> String { byMonth ? expression : "''" }

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
