/// A payment, an award or an own cost: what is kept of an entry by which money leaves, to be held
/// against others.
struct Outgoing: Sendable {
    /// What it is.
    enum Sort: String, Hashable, Sendable {
        case payment, award, cost
    }

    /// The entry's number.
    let number: Int
    /// The day it is dated.
    let date: Day
    let sort: Sort
    let payee: Payee
    let amount: Money
    let reference: String?
    /// Whether a second person approved it.
    let isApproved: Bool
}

/// Who is paid: one for all that goes to it, because a history has few payees and many payments.
final class Payee: Sendable {
    /// What it is known by, and what it is called.
    struct Words: Hashable, Sendable {
        /// The recipient's code, or the supplier's name without regard to capitals and space.
        let key: String
        /// The same, as it is read.
        let name: String
    }

    let words: Words
    var key: String { words.key }
    var name: String { words.name }

    init(_ words: Words) { self.words = words }
}

extension Outgoing {
    /// Orders by what they are, by payee, then by day and number.
    static func precedes(_ one: Outgoing, _ other: Outgoing) -> Bool {
        (one.sort.rawValue, one.payee.key, one.date, one.number)
            < (other.sort.rawValue, other.payee.key, other.date, other.number)
    }
}

extension Outgoing {
    /// Each payee's of one sort, of what is sorted.
    private static func payees(_ sorted: [Outgoing]) -> [ArraySlice<Outgoing>] {
        sorted.runs { $0.sort == $1.sort && $0.payee.key == $1.payee.key }
    }

    private func days(after other: Outgoing) -> Int {
        date.daysSince1970 - other.date.daysSince1970
    }

    /// Those of earlier ones that it follows by no more than so many days.
    private func following(
        _ earlier: ArraySlice<Outgoing>, within most: Int
    ) -> ArraySlice<Outgoing> {
        let before = earlier.lastIndex { days(after: $0) > most }
        return earlier[(before.map { $0 + 1 } ?? earlier.startIndex)...]
    }

    /// Several of one sort to one payee within so many days, none of which needed a second person,
    /// that together would have.
    static func split(
        _ sorted: [Outgoing], _ context: ExceptionContext
    ) -> [ExceptionSearch.Several] {
        payees(sorted).flatMap { row in split(of: row, context) }
    }

    /// The longest runs of one payee: a run that a later one takes in whole is left out.
    private static func split(
        of row: ArraySlice<Outgoing>, _ context: ExceptionContext
    ) -> [ExceptionSearch.Several] {
        var runs: [(first: Int, several: ExceptionSearch.Several)] = []
        for (place, last) in zip(row.indices, row) {
            guard let limits = context.limits(on: last.date), let days = limits.splitDays,
                let limit = limits.approval, last.amount <= limit, !last.isApproved
            else { continue }
            let near = last.following(row[...place], within: days)
            let members = near.filter { $0.amount <= limit && !$0.isApproved }
            let sum = members.map(\.amount).total
            guard members.count > 1, sum > limit else { continue }
            let found = ExceptionFound(
                "\(members.count) \(last.sort.rawValue)s to \(last.payee.name) come to \(sum), above "
                    + "\(limit), from \(members[0].date.prose) to \(last.date.prose).",
                threshold: "\(days) days, \(limit)", amount: sum)
            if let before = runs.last, before.first == near.startIndex { runs.removeLast() }
            runs.append((near.startIndex, .init(found: found, numbers: members.map(\.number))))
        }
        return runs.map(\.several)
    }

    /// How far back a reference is looked for.
    static let referenceDays = 366

    /// Payments that may be made twice: of the same amount to the same recipient within so many
    /// days, or under the same reference on another day of the last year.
    static func duplicates(
        _ sorted: [Outgoing], _ context: ExceptionContext
    ) -> [ExceptionSearch.Several] {
        payees(sorted).filter { $0.first?.sort == .payment }.flatMap { row in
            row.indices.compactMap { place in
                duplicate(row[place], after: row[..<place], context)
            }
        }
    }

    private static func duplicate(
        _ last: Outgoing, after earlier: ArraySlice<Outgoing>, _ context: ExceptionContext
    ) -> ExceptionSearch.Several? {
        guard let days = context.limits(on: last.date)?.duplicateDays else { return nil }
        func isSame(_ other: Outgoing) -> Bool {
            other.amount == last.amount && last.days(after: other) <= days
        }
        func isReferred(_ other: Outgoing) -> Bool {
            last.reference != nil && other.reference == last.reference
                && (1...referenceDays).contains(last.days(after: other))
        }
        let twins = last.following(earlier, within: max(days, referenceDays))
            .filter { isSame($0) || isReferred($0) }
        guard let first = twins.last else { return nil }
        let when = "on \(first.date.prose) (entry \(first.number))"
        let words =
            isSame(first)
            ? "\(last.amount) was paid to \(last.payee.name) \(when) too."
            : "\(last.payee.name) was paid under the reference \(last.reference ?? "") \(when) too."
        let found = ExceptionFound(words, threshold: "\(days) days", amount: last.amount)
        return .init(found: found, numbers: twins.map(\.number) + [last.number])
    }
}

extension Array {
    /// Neighbours that are alike, together.
    func runs(_ areAlike: (Element, Element) -> Bool) -> [ArraySlice<Element>] {
        var runs: [ArraySlice<Element>] = []
        var left = self[...]
        while let first = left.first {
            let run = left.prefix { areAlike(first, $0) }
            runs.append(run)
            left = left.dropFirst(run.count)
        }
        return runs
    }
}
