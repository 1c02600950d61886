/// A payment, an award or an own cost: what is kept of an entry by which money leaves, to be held
/// against others.
struct Outgoing: Hashable, Sendable {
    /// What it is.
    enum Sort: String, Hashable, Sendable {
        case payment, award, cost
    }

    let sort: Sort
    /// The recipient's code, or the supplier's name without regard to capitals and space.
    let payee: String
    /// The same, as it is read.
    let name: String
    let amount: Money
    let reference: String?
    let trace: EntryTrace
}

extension Outgoing {
    private static func isEarlier(_ one: Outgoing, _ other: Outgoing) -> Bool {
        (one.trace.date, one.trace.number) < (other.trace.date, other.trace.number)
    }

    private static func payees(_ all: [Outgoing]) -> [[Outgoing]] {
        struct Key: Hashable, Comparable {
            let sort: Sort
            let payee: String
            static func < (one: Key, other: Key) -> Bool {
                (one.sort.rawValue, one.payee) < (other.sort.rawValue, other.payee)
            }
        }
        return Dictionary(grouping: all) { Key(sort: $0.sort, payee: $0.payee) }
            .sorted { $0.key < $1.key }.map { $0.value.sorted(by: isEarlier) }
    }

    private func days(after other: Outgoing) -> Int {
        trace.date.daysSince1970 - other.trace.date.daysSince1970
    }

    /// Several of one sort to one payee within so many days, none of which needed a second person,
    /// that together would have.
    static func split(
        _ all: [Outgoing], _ context: ExceptionContext
    ) -> [(ExceptionFound, [Outgoing])] {
        payees(all).flatMap { row in split(of: row, context) }
    }

    /// The longest runs of one payee: a run that a later one takes in whole is left out.
    private static func split(
        of row: [Outgoing], _ context: ExceptionContext
    ) -> [(ExceptionFound, [Outgoing])] {
        var runs: [(first: Int, found: ExceptionFound, members: [Outgoing])] = []
        for (place, last) in row.enumerated() {
            guard let limits = context.limits(on: last.trace.date), let days = limits.splitDays,
                let limit = limits.approval, last.amount <= limit, last.trace.approver == nil
            else { continue }
            let first = row[...place].firstIndex { last.days(after: $0) <= days } ?? place
            let members = row[first...place].filter {
                $0.amount <= limit && $0.trace.approver == nil
            }
            let sum = members.map(\.amount).total
            guard members.count > 1, sum > limit else { continue }
            let found = ExceptionFound(
                "\(members.count) \(last.sort.rawValue)s to \(last.name) come to \(sum), above "
                    + "\(limit), from \(members[0].trace.date.prose) to \(last.trace.date.prose).",
                threshold: "\(days) days, \(limit)", amount: sum)
            if let before = runs.last, before.first == first { runs.removeLast() }
            runs.append((first, found, members))
        }
        return runs.map { ($0.found, $0.members) }
    }

    /// How far back a reference is looked for.
    static let referenceDays = 366

    /// Payments that may be made twice: of the same amount to the same recipient within so many
    /// days, or under the same reference on another day of the last year.
    static func duplicates(
        _ all: [Outgoing], _ context: ExceptionContext
    ) -> [(ExceptionFound, [Outgoing])] {
        payees(all.filter { $0.sort == .payment }).flatMap { row in
            row.indices.compactMap { place in
                duplicate(row[place], after: row[..<place], context)
            }
        }
    }

    private static func duplicate(
        _ last: Outgoing, after earlier: ArraySlice<Outgoing>, _ context: ExceptionContext
    ) -> (ExceptionFound, [Outgoing])? {
        guard let days = context.limits(on: last.trace.date)?.duplicateDays else { return nil }
        func isSame(_ other: Outgoing) -> Bool {
            other.amount == last.amount && last.days(after: other) <= days
        }
        func isReferred(_ other: Outgoing) -> Bool {
            last.reference != nil && other.reference == last.reference
                && (1...referenceDays).contains(last.days(after: other))
        }
        let twins = earlier.filter { isSame($0) || isReferred($0) }
        guard let first = twins.last else { return nil }
        let when = "on \(first.trace.date.prose) (entry \(first.trace.number))"
        let words =
            isSame(first)
            ? "\(last.amount) was paid to \(last.name) \(when) too."
            : "\(last.name) was paid under the reference \(last.reference ?? "") \(when) too."
        var found = ExceptionFound(words, threshold: "\(days) days", amount: last.amount)
        found.things = twins.reduce(into: []) { $0.formUnion($1.trace.things) }
        return (found, twins + [last])
    }
}
