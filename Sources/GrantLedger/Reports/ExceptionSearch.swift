/// Holds entries against the rules, one after another; what it keeps of an entry that no rule finds
/// is little, and only of those by which money leaves.
public final class ExceptionSearch {
    private let context: ExceptionContext
    private let from: Day?
    private let rules: [ExceptionRule]
    private var found: [[ExceptionReport.Row]]
    private var commits: [Int: Commit] = [:]
    private var outgoings: [Outgoing] = []
    private var undone: Set<Int> = []

    /// A commit whose entries are one row of a rule.
    private struct Commit {
        var found: ExceptionFound
        var entries: [Int]
        var last: EntryTrace
    }

    /// Begins a search.
    ///
    /// - Parameters:
    ///   - context: what the rules know besides.
    ///   - from: what is dated before this day is no exception itself, but may belong with one.
    ///   - rules: the rules; all there are where absent.
    public init(
        _ context: ExceptionContext, from: Day? = nil,
        rules: [ExceptionRule] = ExceptionRule.all
    ) {
        self.context = context
        self.from = from
        self.rules = rules
        found = Array(repeating: [], count: rules.count)
    }

    /// Takes the next entry; entries come in the order of their numbers.
    public func take(_ entry: Entry) throws {
        try keep(entry)
        if let from, entry.date < from { return }
        for (place, rule) in rules.enumerated() {
            switch rule.search {
            case .entry(let search):
                guard let one = try search(entry, context) else { continue }
                add(one, [entry.number], EntryTrace(entry), to: place)
            case .commit(let search):
                guard let one = search(entry, context) else { continue }
                join(one, entry, to: place)
            case .outgoings: continue
            }
        }
    }

    /// What was found, once every entry has been taken.
    public func report() throws -> ExceptionReport {
        for place in commits.keys.sorted() { endCommit(of: place) }
        var rows = found
        for (place, rule) in rules.enumerated() {
            guard case .outgoings(let search) = rule.search else { continue }
            let standing = try outgoings.filter { outgoing in
                try !undone.contains(outgoing.trace.number)
                    && context.facts.reversal(of: outgoing.trace.number) == nil
            }
            for (one, members) in search(standing, context) {
                guard let last = members.last?.trace, from.map({ $0 <= last.date }) ?? true else {
                    continue
                }
                rows[place].append(
                    ExceptionReport.Row(
                        rule.name, one, entries: members.map(\.trace.number).sorted(), last))
            }
            rows[place].sort { $0.entry < $1.entry }
        }
        return ExceptionReport(rows: rows.flatMap(\.self))
    }

    private func add(
        _ one: ExceptionFound, _ entries: [Int], _ trace: EntryTrace, to place: Int
    ) {
        found[place].append(
            ExceptionReport.Row(rules[place].name, one, entries: entries, trace))
    }

    /// Entries of one commit are one row, of what they moved together.
    private func join(_ one: ExceptionFound, _ entry: Entry, to place: Int) {
        var last = EntryTrace(entry)
        guard var open = commits[place], open.last.batch == entry.batch else {
            endCommit(of: place)
            commits[place] = Commit(found: one, entries: [entry.number], last: last)
            commits[place]?.found.amount = last.amount
            return
        }
        open.found.amount = (open.found.amount ?? .zero).adding(last.amount ?? .zero)
        open.entries.append(entry.number)
        last.things.formUnion(open.last.things)
        open.last = last
        commits[place] = open
    }

    private func endCommit(of place: Int) {
        guard let open = commits.removeValue(forKey: place) else { return }
        add(open.found, open.entries, open.last, to: place)
    }

    /// Keeps what must be held against other entries.
    private func keep(_ entry: Entry) throws {
        switch entry.meant {
        case .returnPayment:
            if case .number(let number)? = entry.asked["entry"] { undone.insert(number) }
        case .payInstalment, .makeAward:
            guard let code = entry.code(entry.meant == .makeAward ? "code" : "award"),
                let award = try context.find(Award.self, code)
            else { return }
            let name = try context.find(Organisation.self, award.recipient)?.name.description
            keep(
                entry, entry.meant == .makeAward ? .award : .payment,
                award.recipient.description, name ?? award.recipient.description,
                entry.meant == .makeAward ? entry.awarded : -entry.bankMovement)
        case .recordCost:
            guard case .text(let supplier)? = entry.asked["supplier"] else { return }
            let payee = supplier.lowercased().split(separator: " ").joined(separator: " ")
            keep(entry, .cost, payee, supplier, -entry.bankMovement)
        default: return
        }
    }

    private func keep(
        _ entry: Entry, _ sort: Outgoing.Sort, _ payee: String, _ name: String, _ amount: Money
    ) {
        guard amount > .zero else { return }
        outgoings.append(
            Outgoing(
                sort: sort, payee: payee, name: name, amount: amount, reference: entry.reference,
                trace: EntryTrace(entry)))
    }
}

extension Entry {
    /// What is awarded with it.
    fileprivate var awarded: Money {
        transfers.filter { $0.credit.head == .reserved }.map(\.amount).total
    }
}
