/// Holds entries against the rules, one after another, then tells what each rule found.
///
/// Of an entry that a rule finds its number is kept, and a little more only of those by which money
/// leaves. To be told of, it is read once more and held against the rule again: so a search holds
/// little, however much it finds.
public final class ExceptionSearch {
    private let context: ExceptionContext
    private let from: Day?
    private let rules: [ExceptionRule]
    private var found: [[Found]]
    private var outgoings: [Outgoing] = []
    private var payees: [Payee.Words: Payee] = [:]
    private var undone: Set<Int> = []
    /// What the rules found of several entries together, once that was looked for.
    private var together: [[Several]]?

    /// An entry that a rule found, and its commit.
    private struct Found {
        let number: Int
        let batch: Int
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
        context.forgetWhereMuch()
        try keep(entry)
        if let from, entry.date < from { return }
        for (place, rule) in rules.enumerated() where try rule.finds(entry, context) != nil {
            found[place].append(Found(number: entry.number, batch: entry.batch))
        }
    }

    /// What was found, once every entry has been taken.
    ///
    /// - Parameters:
    ///   - things: the funds, awards and bids that rows are wanted about; none for all rows.
    ///   - told: what is told how many finds of how many were looked at.
    /// - Returns: the rows, by rule in their order and by entry.
    /// - Throws: where the book cannot be read.
    public func report(
        about things: Set<Code> = [], _ told: (_ done: Int, _ all: Int) -> Void = { _, _ in }
    ) throws -> ExceptionReport {
        var rows: [ExceptionReport.Row] = []
        let finds = try finds()
        for (done, find) in zip(1..., finds) {
            if let row = try row(of: find), things.isEmpty || !row.things.isDisjoint(with: things) {
                rows.append(row)
            }
            told(done, finds.count)
        }
        return ExceptionReport(rows: rows)
    }

    /// Goes on with what another reading of the book knows, at the same entry.
    public func renew(_ facts: Facts) { context.renew(facts) }

    /// What one rule found, to be told of by ``row(of:)``.
    public struct Find: Sendable {
        let rule: Int
        /// Which of what the rule found: entries, or the one of several together.
        let places: Range<Int>
    }

    /// Several entries that are one thing together, the last by date at the end.
    struct Several: Sendable {
        let found: ExceptionFound
        let numbers: [Int]
    }

    /// Everything that was found, once every entry has been taken, by rule in their order and by entry.
    public func finds() throws -> [Find] {
        let together = try self.together ?? findTogether()
        var finds: [Find] = []
        finds.reserveCapacity(found.map(\.count).reduce(0, +) + together.map(\.count).reduce(0, +))
        for (place, rule) in rules.enumerated() {
            switch rule.search {
            case .entry:
                for one in found[place].indices {
                    finds.append(Find(rule: place, places: one..<one + 1))
                }
            case .commit:
                for run in found[place].runs({ $0.batch == $1.batch }) {
                    finds.append(Find(rule: place, places: run.indices))
                }
            case .outgoings:
                for one in together[place].indices {
                    finds.append(Find(rule: place, places: one..<one + 1))
                }
            }
        }
        return finds
    }

    /// Holds the entries by which money left against each other, which need not be kept after it.
    private func findTogether() throws -> [[Several]] {
        try outgoings.removeAll { outgoing in
            try undone.contains(outgoing.number)
                || context.facts.reversal(of: outgoing.number) != nil
        }
        outgoings.sort(by: Outgoing.precedes)
        let together = rules.map { rule -> [Several] in
            guard case .outgoings(let search) = rule.search else { return [] }
            return search(outgoings, context).sorted {
                ($0.numbers.max() ?? 0) < ($1.numbers.max() ?? 0)
            }
        }
        (outgoings, payees, self.together) = ([], [:], together)
        return together
    }

    /// The row of what was found; nil where the last of several is dated before the first day.
    public func row(of find: Find) throws -> ExceptionReport.Row? {
        context.forgetWhereMuch()
        let rule = rules[find.rule]
        if case .outgoings = rule.search, let several = together?[find.rule][find.places.lowerBound]
        {
            let entries = try several.numbers.map { try context.entry($0) }
            guard let last = entries.last, from.map({ $0 <= last.date }) ?? true else { return nil }
            return ExceptionReport.Row(rule.name, several.found, last, with: entries.dropLast())
        }
        var row: ExceptionReport.Row?
        for one in found[find.rule][find.places] {
            let entry = try context.entry(one.number)
            if row == nil {
                row = try rule.finds(entry, context).map { .init(rule.name, $0, entry) }
            } else {
                row?.join(entry)
            }
        }
        return row
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
                payee(award.recipient.description, name ?? award.recipient.description),
                entry.meant == .makeAward ? entry.awarded : -entry.bankMovement)
        case .recordCost:
            guard case .text(let supplier)? = entry.asked["supplier"] else { return }
            let payee = supplier.lowercased().split(separator: " ").joined(separator: " ")
            keep(entry, .cost, self.payee(payee, supplier), -entry.bankMovement)
        default: return
        }
    }

    private func keep(
        _ entry: Entry, _ sort: Outgoing.Sort, _ payee: Payee, _ amount: Money
    ) {
        guard amount > .zero else { return }
        outgoings.append(
            Outgoing(
                number: entry.number, date: entry.date, sort: sort, payee: payee, amount: amount,
                reference: entry.reference, isApproved: entry.approver != nil))
    }

    /// The one payee of these words.
    private func payee(_ key: String, _ name: String) -> Payee {
        let words = Payee.Words(key: key, name: name)
        if let known = payees[words] { return known }
        let payee = Payee(words)
        payees[words] = payee
        return payee
    }
}

extension Entry {
    /// What is awarded with it.
    fileprivate var awarded: Money {
        transfers.filter { $0.credit.head == .reserved }.map(\.amount).total
    }
}
