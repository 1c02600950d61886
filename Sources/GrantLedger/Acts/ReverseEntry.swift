/// Undoes an entry: its transfers the other way round, last first, and its rows as they were before
/// it.
///
/// The count of a year's late adjustments stays. It takes the date of what it reverses; `--known-at` keeps the old view. Refused once reversed,
/// and while an entry that still stands rests on it. A reversal is not reversed: record the act
/// anew.
public struct ReverseEntry: Act {
    /// Its kind.
    public static let kind = Kind.reverseEntry
    /// The entry.
    public var entry: Int
    /// Why.
    public var reason: Note

    /// Creates the act.
    public init(entry: Int, reason: Note) { (self.entry, self.reason) = (entry, reason) }

    /// Its rule.
    public func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        guard let target = try facts.entry(entry) else { throw .refused(.unknownEntry(entry)) }
        guard occasion.date == target.date else {
            throw .no(
                .unusualDate,
                "Entry \(entry) is dated \(target.date.prose), and so is its reversal.",
                remedy: "Leave the date out.", [.init("entry", entry), .init("date", target.date)])
        }
        if let reversal = try facts.reversal(of: entry) {
            throw .refused(.alreadyReversed(entry, by: reversal))
        }
        guard target.kind.isReversible else {
            throw .no(
                .reversalStands,
                "Entry \(entry) (\(target.kind.rawValue)) is not one that is reversed.",
                remedy: "Record what should stand as a new entry.", [.init("entry", entry)])
        }
        if let standing = try facts.standing(on: entry) {
            throw .no(
                .entryInUse, "Entry \(standing) stands on entry \(entry).",
                remedy: "Reverse the later one first: almoner entry reverse \(standing).",
                [.init("entry", entry), .init("standing", standing)])
        }
        facts.rest(on: entry)
        var puts: [Put] = []
        for put in target.puts where put.register != .year {
            var before: Canonical?
            if let was = put.was {
                facts.rest(on: was)
                before = try facts.entry(was)?.puts
                    .first { $0.register == put.register && $0.key == put.key }?.row
            }
            puts.append(
                Put(
                    register: put.register, key: put.key, row: before,
                    was: try facts.writer(of: put)))
        }
        let posting = Posting(
            target.transfers.reversed().map(\.reversed), puts: puts, reverses: entry)
        try checkCommitted(posting, facts)
        return posting
    }

    /// Checks that no recipient then holds, or is to be paid, more beyond what is committed to it
    /// than before: a clawback whose money has lapsed since is not undone.
    private func checkCommitted(_ posting: Posting, _ facts: Facts) throws(Stop) {
        let lines = posting.transfers.flatMap { [$0.debit, $0.credit] }.filter(\.isOfCommitment)
            .map { Account(.paid, fund: $0.fund, award: $0.award, year: $0.year) }
        var before: [Account: Money] = [:]
        for line in lines { before[line] = try beyond(line, facts) }
        try facts.suppose(posting)
        for line in Set(lines).sorted(by: { "\($0)" < "\($1)" }) {
            let beyond = try beyond(line, facts)
            guard beyond > .zero, beyond > before[line] ?? .zero else { continue }
            let name = line.award?.description ?? ""
            throw .no(
                .moreThanUnscheduled,
                "Entry \(entry) undone, \(beyond) more would be with \(name), or be payable to it, "
                    + "than is committed.",
                remedy:
                    "Undo first what lapsed or was carried since: almoner award show \(name).",
                [.init("entry", entry), .init("award", name), .init("beyond", beyond)])
        }
    }
}

extension ReverseEntry {
    private func beyond(_ line: Account, _ facts: Facts) throws(Stop) -> Money {
        guard let code = line.award, let award = try facts.look(Award.self, code.description) else {
            return .zero
        }
        return try facts.beyondCommitment(line, of: award)
    }
}

extension Account {
    /// Whether it counts to what a recipient holds, is to be paid, or has committed to it.
    fileprivate var isOfCommitment: Bool {
        switch head {
        case .committed, .awardCreditors, .accruedExpenditure, .paymentsOnAccount,
            .paymentScheduled, .paymentReleased:
            award != nil
        default: false
        }
    }
}

extension Refusal {
    static func unknownEntry(_ number: Int) -> Refusal {
        Refusal(
            .unknownEntry, "There is no entry \(number) in this book.",
            remedy: "almoner entry list shows the entries.", [Detail("entry", number)])
    }

    static func alreadyReversed(_ number: Int, by reversal: Int) -> Refusal {
        Refusal(
            .alreadyReversed, "Entry \(number) was reversed by entry \(reversal).",
            remedy: "Nothing is left to do.",
            [Detail("entry", number), Detail("reversal", reversal)])
    }
}

extension Kind {
    /// Whether an entry of this kind can be reversed.
    var isReversible: Bool {
        switch self {
        case .reverseEntry, .openBook, .adoptBook, .recoverBook, .decidePrepared, .closeYear,
            .reopenYear:
            false
        default: true
        }
    }
}
