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
    private var undone: Set<Int> = []

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
    public func report() throws -> ExceptionReport {
        var rows: [ExceptionReport.Row] = []
        try forEachRow { rows.append($0) }
        return ExceptionReport(rows: rows)
    }

    /// Gives what was found row by row, once every entry has been taken: by rule in their order and by
    /// entry.
    ///
    /// - Parameter body: what takes a row.
    /// - Throws: where the book cannot be read, and what the body throws.
    public func forEachRow(_ body: (ExceptionReport.Row) throws -> Void) throws {
        try outgoings.removeAll { outgoing in
            try undone.contains(outgoing.number)
                || context.facts.reversal(of: outgoing.number) != nil
        }
        outgoings.sort()
        for (place, rule) in rules.enumerated() {
            switch rule.search {
            case .entry:
                for one in found[place] {
                    if let row = try row(rule, of: [one]) { try body(row) }
                }
            case .commit:
                for commit in found[place].runs({ $0.batch == $1.batch }) {
                    if let row = try row(rule, of: commit) { try body(row) }
                }
            case .outgoings(let search):
                for (one, numbers) in Self.byEntry(search(outgoings, context)) {
                    if let row = try row(rule, one, numbers) { try body(row) }
                }
            }
        }
    }

    /// What was found of several entries in the order of the newest of each, with their numbers.
    private static func byEntry(
        _ found: [(ExceptionFound, [Outgoing])]
    ) -> [(ExceptionFound, [Int])] {
        found.map { ($0, $1.map(\.number)) }
            .sorted { ($0.1.max() ?? 0) < ($1.1.max() ?? 0) }
    }

    /// What a rule finds of an entry; entries of one commit are one row, of what they moved together.
    private func row(
        _ rule: ExceptionRule, of several: ArraySlice<Found>
    ) throws -> ExceptionReport.Row? {
        context.forgetWhereMuch()
        var row: ExceptionReport.Row?
        for one in several {
            let entry = try context.entry(one.number)
            if row == nil {
                row = try rule.finds(entry, context).map { .init(rule.name, $0, entry) }
            } else {
                row?.join(entry)
            }
        }
        return row
    }

    /// What a rule found of several entries, of which the last by date is told of; nil where that is
    /// dated before the first day.
    private func row(
        _ rule: ExceptionRule, _ found: ExceptionFound, _ numbers: [Int]
    ) throws -> ExceptionReport.Row? {
        let entries = try numbers.map { try context.entry($0) }
        guard let last = entries.last, from.map({ $0 <= last.date }) ?? true else { return nil }
        return ExceptionReport.Row(rule.name, found, last, with: entries.dropLast())
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
                number: entry.number, date: entry.date, sort: sort, payee: payee, name: name,
                amount: amount, reference: entry.reference, isApproved: entry.approver != nil))
    }
}

extension Entry {
    /// What is awarded with it.
    fileprivate var awarded: Money {
        transfers.filter { $0.credit.head == .reserved }.map(\.amount).total
    }
}
