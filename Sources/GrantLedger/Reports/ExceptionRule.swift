/// One thing an auditor should see of entries: its name, what it means, and how it is found.
public struct ExceptionRule: Sendable {
    /// Its name, as data has it.
    public let name: String
    /// What it finds, in a sentence.
    public let meaning: String
    /// Why an entry is such a thing; nil where it is not.
    public let explanation: @Sendable (Entry, ExceptionContext) -> String?

    /// Creates a rule.
    public init(
        _ name: String, _ meaning: String,
        _ explanation: @escaping @Sendable (Entry, ExceptionContext) -> String?
    ) {
        (self.name, self.meaning, self.explanation) = (name, meaning, explanation)
    }
}

/// What rules know besides the entry.
public struct ExceptionContext: Sendable {
    /// The entry that closed each year that is closed.
    public let closes: [FinancialYear: Int]

    /// Creates what rules know.
    public init(closes: [FinancialYear: Int] = [:]) { self.closes = closes }
}

extension ExceptionRule {
    /// An entry that carries a flag is one.
    private static func flagged(_ flag: Flag, _ meaning: String) -> ExceptionRule {
        ExceptionRule(flag.rawValue, meaning) { entry, _ in
            entry.flags.contains(flag) ? entry.why ?? meaning : nil
        }
    }

    /// An entry of a kind is one.
    private static func kind(_ kind: Kind, _ name: String, _ meaning: String) -> ExceptionRule {
        ExceptionRule(name, meaning) { entry, _ in
            entry.kind == kind ? entry.why ?? meaning : nil
        }
    }

    /// Entries dated so many days before they were recorded are back-dated.
    public static let backDatedAfter = 31

    /// Every rule, in the order a report has them.
    public static let all: [ExceptionRule] = [
        flagged(.late, "A bid after its round closed."),
        flagged(.overCap, "A bid for more than the cap."),
        flagged(.overAward, "A return of more than is committed."),
        flagged(
            .outOfOrder, "A return that comes after its successor, or reports less than nothing."),
        flagged(.moreThanAsked, "An award of more than the bid asked."),
        kind(.exceptCap, "cap-exception", "A cap was raised for one project."),
        kind(.overProgramme, "over-programming", "Awarding above the allocation was authorised."),
        flagged(.releasedBeforeReturn, "A payment released before the return it waits for."),
        ExceptionRule("hold-overridden", "A payment let go on somebody's authority.") { entry, _ in
            entry.kind == .releaseInstalment ? entry.authority : nil
        },
        flagged(.matchShort, "Match that is required was not found."),
        flagged(.minimumShort, "A category has had less than its least share."),
        flagged(.documentUsedTwice, "A document that was evidence before."),
        flagged(.distinct, "An organisation said to be another than one of the same name."),
        flagged(.singlePerson, "Authorised by the one who acted."),
        flagged(.otherLogin, "From another login than the user was enrolled with."),
        flagged(.historic, "Dated more than a year back, ahead, or before the book."),
        ExceptionRule("back-dated", "Recorded more than a month after its date.") { entry, _ in
            entry.daysLate.flatMap { days in
                days > backDatedAfter ? "Recorded \(days) days after its date." : nil
            }
        },
        ExceptionRule("after-close", "Touches a closed year's money after its close.") {
            entry, context in
            entry.closedYear(context.closes).map { "Moves money of \($0), which is closed." }
        },
        ExceptionRule("late-adjustment", "Dated in a closed year, on a second person's authority.")
        {
            entry, _ in
            guard entry.flags.contains(.lateAdjustment) else { return nil }
            let why = entry.why ?? "Dated in a closed year."
            return entry.adjustment.map { "Adjustment \($0): \(why)" } ?? why
        },
        ExceptionRule("reversal", "An entry undone.") { entry, _ in
            entry.reverses.map { number in
                "Reverses entry \(number)" + (entry.why.map { ": \($0)" } ?? ".")
            }
        },
        flagged(.clockBehind, "The clock was behind the entry before."),
    ]

    /// The flags that some rule looks for: of all there are but a time given by the caller, which a
    /// replayed transcript has throughout.
    public static let flags: [Flag] = Flag.allCases.filter { $0 != .clockGiven }
    /// The kinds of entry that some rule looks for.
    public static let kinds: [Kind] = [
        .exceptCap, .overProgramme, .releaseInstalment, .reverseEntry,
    ]
}

extension Entry {
    /// What was said of why, and by whose authority.
    var why: String? {
        guard case .object(let fields) = act else { return nil }
        func text(_ key: String) -> String? {
            if case .text(let text)? = fields[key] { return text }
            return nil
        }
        switch (text("reason"), text("authorisedBy")) {
        case (let reason?, let who?): return "\(reason) (authorised by \(who))"
        case (let reason?, nil): return reason
        case (nil, let who?): return "Authorised by \(who)."
        case (nil, nil): return nil
        }
    }

    /// By whose authority, and why, where somebody's is named.
    var authority: String? {
        guard case .object(let fields) = act, fields["authorisedBy"] != nil else { return nil }
        return why
    }

    /// How many days after its date it was recorded.
    var daysLate: Int? {
        Day(String(recordedAt.prefix(10))).map { $0.daysSince1970 - date.daysSince1970 }
    }

    /// The first closed year whose money it moves although it was recorded after the close.
    func closedYear(_ closes: [FinancialYear: Int]) -> FinancialYear? {
        guard kind != .closeYear, kind != .reopenYear else { return nil }
        let years = transfers.filter { $0.debit.head.traits.set != .memorandum }
            .flatMap { [$0.debit.year, $0.credit.year] }.compactMap(\.self)
        let touched = Set(years + [FinancialYear(containing: date)]).sorted()
        return touched.first { year in closes[year].map { number > $0 } ?? false }
    }

    /// Which adjustment of its year it is.
    var adjustment: Int? {
        for put in puts where put.register == .year {
            guard let row = try? put.row?.value(YearEnd.self) else { continue }
            return row.adjustments
        }
        return nil
    }
}
