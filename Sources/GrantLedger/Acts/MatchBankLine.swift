/// Notes a line of the bank's statement; the money itself moved with the entry it is matched to.
///
/// Posts nothing.
public struct NoteBankLine: Act {
    /// Its kind.
    public static let kind = Kind.noteBankLine
    /// The day the bank gives it.
    public var date: Day
    /// How much came in; negative for what went out; never nil.
    public var amount: Money
    /// What the bank says of it.
    public var text: Note?
    /// The bank's reference.
    public var reference: Note?
    /// The entries it may be, of the same amount and a near date.
    public var near: [Int]
    /// The one entry it is beyond doubt; absent for none.
    public var entry: Int?

    /// Creates the act.
    public init(
        date: Day, amount: Money, text: Note? = nil, reference: Note? = nil, near: [Int] = [],
        entry: Int? = nil
    ) {
        self.date = date
        self.amount = amount
        self.text = text
        self.reference = reference
        self.near = near
        self.entry = entry
    }

    /// Its rule.
    public func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        guard amount != .zero else {
            throw .no(
                .amountNotPositive, "A line of the bank moves something.",
                remedy: "Leave the line out.")
        }
        let line = BankLine(
            number: facts.nextNumber, date: date, amount: amount, text: text,
            reference: reference, near: near, entries: entry.map { [$0] } ?? [])
        return Posting(
            puts: [try facts.put(line)] + (try facts.matches(of: line)))
    }
}

/// Says what a line of the bank is: one or more entries that come to its amount, or none of this
/// book's.
///
/// Posts nothing.
public struct MatchBankLine: Act {
    /// Its kind.
    public static let kind = Kind.matchBankLine
    /// The line, by the entry that noted it.
    public var line: Int
    /// The entries it is; empty where it is none of this book's.
    public var entries: [Int]
    /// Why it is none of this book's; absent where it is matched.
    public var elsewhere: Note?

    /// Creates the act.
    public init(line: Int, entries: [Int], elsewhere: Note? = nil) {
        (self.line, self.entries, self.elsewhere) = (line, entries, elsewhere)
    }

    /// Its rule.
    public func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        guard var row = try facts.find(BankLine.self, "\(line)") else {
            throw .refused(.unknownEntry(line))
        }
        guard row.entries.isEmpty, row.elsewhere == nil else {
            throw .no(
                .bankLineSettled,
                row.elsewhere.map { "Line \(line) was said to be elsewhere: \($0)" }
                    ?? "Line \(line) is matched to "
                    + row.entries.map { "entry \($0)" }.joined(separator: ", ") + ".",
                remedy: "Reverse what matched it first: almoner entry reverse.",
                [.init("line", line)])
        }
        guard entries.isEmpty != (elsewhere == nil) else {
            throw .no(
                .nothingToChange, "Line \(line) is matched to entries, or said to be elsewhere.",
                remedy: "Name the entries, or give the reason it is none of this book's.")
        }
        row.entries = entries
        row.elsewhere = elsewhere
        return Posting(puts: [try facts.put(row)] + (try facts.matches(of: row)))
    }
}

extension Facts {
    /// The entries of a matched line, each matched once, which come to its amount.
    fileprivate func matches(of line: BankLine) throws(Stop) -> [Put] {
        guard !line.entries.isEmpty else { return [] }
        var puts: [Put] = []
        var moved: Int64 = 0
        for number in line.entries {
            guard let entry = try entry(number) else {
                throw .refused(.unknownEntry(number))
            }
            if let taken = try look(BankMatch.self, "\(number)") {
                throw .no(
                    .bankLineSettled, "Entry \(number) is matched to bank line \(taken.line).",
                    remedy: "Reverse what matched it first: almoner entry reverse.",
                    [.init("entry", number), .init("line", taken.line)])
            }
            rest(on: number)
            let (sum, isOver) = moved.addingReportingOverflow(entry.bankMovement.pence)
            guard !isOver else { throw .refused(.tooLarge(line.amount)) }
            moved = sum
            puts.append(try put(BankMatch(entry: number, line: line.number)))
        }
        guard Set(line.entries).count == line.entries.count, moved == line.amount.pence else {
            throw .no(
                .bankDiffers,
                "The bank moved \(line.amount), the entries \(Money(pence: moved)).",
                remedy:
                    "Name all the entries of the line, each once: almoner reconcile lists them.",
                [
                    .init("line", line.number), .init("bank", line.amount),
                    .init("entries", Money(pence: moved)),
                ])
        }
        return puts
    }
}

extension Entry {
    /// How much it brought into the office's bank; negative for what left it.
    public var bankMovement: Money {
        Money(
            pence: transfers.reduce(0) { sum, transfer in
                if transfer.debit.head == .bank { return sum + transfer.amount.pence }
                if transfer.credit.head == .bank { return sum - transfer.amount.pence }
                return sum
            })
    }
}
