import GrantLedger

/// A second opinion on every act: a few dictionaries of pence under the names of accounts.
///
/// It is written from the posting table of `DOMAIN.md` and knows neither the rules nor the store.
/// For each act it draws up a ``Plan`` of its own and says whether the ledger must take it.
final class Auditor {
    /// Money moved between two accounts, by name.
    struct Move {
        let debit: String
        let credit: String
        let pence: Int64
    }

    /// What an act would do.
    struct Plan {
        var moves: [Move] = []
        var writes: [(key: String, row: Row)] = []
        /// The entries whose rows it uses: these may then no longer be reversed.
        var uses: Set<Int> = []
        /// The entries whose rows it may have read; the law does not say.
        var mayUse: Set<Int> = []
        /// The entry it undoes.
        var reverses: Int?
        /// Whether the law leaves open if this is taken.
        var isOpen = false

        /// How much it moves: of the budget; where it leaves that alone, of the accounts.
        var size: Int64 {
            func sum(_ heads: Set<String>) -> Int64 {
                moves.filter { heads.contains(Chart.head(of: $0.debit)) }
                    .reduce(0) { $0 + $1.pence }
            }
            let budget = sum(Floors.budget)
            return budget > 0 ? budget : sum(Floors.actual)
        }
    }

    /// Why an act must be refused: any of these reasons; any at all where there are none.
    struct No: Error { let codes: Set<String> }

    /// What must come of a proposal.
    enum Verdict {
        case accept
        case refuse(Set<String>)
        /// The law leaves it open; what is posted is judged all the same.
        case open
    }

    /// One entry that a proposal becomes.
    struct Step {
        let kind: Kind
        let day: Day
        let plan: Plan
    }

    /// A row as it stands: what it says, and the entry that said so.
    struct Version {
        let row: Row?
        let origin: Int
        /// Where a reversal put it back: what that reversal put back besides.
        var beside: Set<Int> = []
    }

    /// An entry taken in.
    struct Done {
        let kind: Kind
        let day: Day
        let moves: [Move]
        let written: [(key: String, before: Version?)]
        let uses: Set<Int>
        let mayUse: Set<Int>
        let reverses: Int?
        var reversedBy: Int?
    }

    private(set) var chart = Chart()
    /// Debits less credits, by account.
    private(set) var balances: [String: Int64] = [:]
    private var dated: [String: [(day: Day, pence: Int64)]] = [:]
    private(set) var rows: [String: Version] = [:]
    private(set) var done: [Done] = []

    /// The number the next entry will have.
    var nextNumber: Int { done.count + 1 }

    /// Takes an act in as planned.
    func take(_ step: Step) {
        let (plan, kind, day) = (step.plan, step.kind, step.day)
        let number = nextNumber
        var written: [(key: String, before: Version?)] = []
        var mayUse = plan.mayUse
        if let reversed = plan.reverses { written = putBack(reversed, number) }
        for (key, row) in plan.writes {
            mayUse.formUnion(rows[key]?.beside ?? [])
            written.append((key, rows[key]))
            rows[key] = Version(row: row, origin: number)
        }
        for move in plan.moves {
            for (name, pence) in [(move.debit, move.pence), (move.credit, -move.pence)] {
                balances[name, default: 0] += pence
                if balances[name] == 0 { balances[name] = nil }
                dated[name, default: []].append((day, pence))
            }
        }
        done.append(
            Done(
                kind: kind, day: day, moves: plan.moves, written: written, uses: plan.uses,
                mayUse: mayUse, reverses: plan.reverses))
    }

    /// Does some work on what is known, and forgets all of it again but the names it gave out.
    func supposing<Result>(_ work: () throws -> Result) rethrows -> Result {
        let kept = (balances, dated, rows, done)
        defer { (balances, dated, rows, done) = kept }
        return try work()
    }

    private func putBack(_ reversed: Int, _ number: Int) -> [(key: String, before: Version?)] {
        var written: [(key: String, before: Version?)] = []
        let befores = done[reversed - 1].written.compactMap(\.before)
        let beside = befores.reduce(into: Set<Int>()) { $0.formUnion($1.beside.union([$1.origin])) }
        for (key, before) in done[reversed - 1].written.reversed() {
            written.append((key, rows[key]))
            rows[key] = Version(
                row: before?.row, origin: before?.origin ?? number, beside: beside)
        }
        done[reversed - 1].reversedBy = number
        return written
    }

    /// The heads of the accounts that would go below nil on the day or on a later one.
    func shortfalls(_ moves: [Move], day: Day) -> [String] {
        var change: [String: Int64] = [:]
        for move in moves {
            change[move.debit, default: 0] += move.pence
            change[move.credit, default: 0] -= move.pence
        }
        return change.compactMap { name, pence in
            let head = Chart.head(of: name)
            guard Floors.code(of: head) != nil else { return nil }
            let sign: Int64 = Floors.debitNormal.contains(head) ? 1 : -1
            guard pence * sign < 0 else { return nil }
            return lowest(name, from: day, sign: sign) + pence * sign < 0 ? head : nil
        }
    }

    private func lowest(_ name: String, from day: Day, sign: Int64) -> Int64 {
        let moved = (dated[name] ?? []).sorted { $0.day < $1.day }
        var sum: Int64 = 0
        var least: Int64?
        for (index, line) in moved.enumerated() {
            if line.day > day, index == 0 || moved[index - 1].day != line.day {
                least = min(least ?? sum, sum)
            }
            sum += line.pence * sign
        }
        return min(least ?? sum, sum)
    }

    // MARK: Looking up

    /// An account's name; the chart remembers its key.
    func name(_ head: String, _ key: [String: String?]) -> String { chart.name(head, key) }

    /// An account's balance in its normal direction.
    func amount(_ name: String) -> Int64 { normal(name, balances[name] ?? 0) }

    /// What an account will have once the moves of a plan so far are made.
    func amount(_ name: String, after plan: Plan) -> Int64 {
        plan.moves.reduce(amount(name)) { sum, move in
            sum + (move.debit == name ? normal(name, move.pence) : 0)
                - (move.credit == name ? normal(name, move.pence) : 0)
        }
    }

    private func normal(_ name: String, _ signed: Int64) -> Int64 {
        Floors.debitNormal.contains(Chart.head(of: name)) ? signed : -signed
    }

    /// The accounts of a head that have money and these parts in their key, in order of name; after
    /// what a plan moves, where one is given.
    func holding(
        _ head: String, _ parts: [String: String], after plan: Plan = Plan()
    ) -> [Holding] {
        chart.names(head, parts).compactMap { name in
            let amount = amount(name, after: plan)
            return amount == 0 ? nil : Holding(name: name, key: chart.key(of: name), amount: amount)
        }
    }

    /// One account that has money.
    struct Holding {
        let name: String
        let key: [String: String]
        let amount: Int64
    }

    /// Whether an entry that stands uses what another wrote: surely, or perhaps.
    func standing(on number: Int) -> (surely: Bool, perhaps: Bool) {
        let stand = done.filter { $0.reverses == nil && $0.reversedBy == nil }
        return (
            stand.contains { $0.uses.contains(number) },
            stand.contains { $0.mayUse.contains(number) }
        )
    }
}
