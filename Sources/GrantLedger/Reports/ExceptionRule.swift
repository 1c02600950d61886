/// One thing an auditor should see of entries: its name, what it means, and how it is found.
public struct ExceptionRule: Sendable {
    /// How it is found.
    enum Search: Sendable {
        /// An entry is one by itself.
        case entry(@Sendable (Entry, ExceptionContext) throws -> ExceptionFound?)
        /// The time at which a whole commit was recorded is one.
        case commit(@Sendable (Entry, ExceptionContext) -> ExceptionFound?)
        /// Several entries by which money leaves are one together; they come sorted.
        case outgoings(@Sendable ([Outgoing], ExceptionContext) -> [ExceptionSearch.Several])
    }

    /// Its name, as data has it.
    public let name: String
    /// What it finds, in a sentence.
    public let meaning: String
    /// What the office sets of it; nil where there is nothing to set.
    public let threshold: ExceptionThreshold?
    let search: Search

    init(
        _ name: String, _ meaning: String, _ threshold: ExceptionThreshold? = nil,
        _ search: Search
    ) {
        (self.name, self.meaning, self.threshold) = (name, meaning, threshold)
        self.search = search
    }

    /// What it finds of an entry by itself.
    func finds(_ entry: Entry, _ context: ExceptionContext) throws -> ExceptionFound? {
        switch search {
        case .entry(let search): try search(entry, context)
        case .commit(let search): search(entry, context)
        case .outgoings: nil
        }
    }

    /// The policy by which its threshold is set.
    public var policy: String { Self.prefix + name }

    /// What the name of such a policy begins with.
    public static let prefix = "exceptions."

    /// Every rule, in the order a report has them.
    public static let all: [ExceptionRule] =
        awarding + paying + reporting + people + times + undoing

    /// The rules that have a threshold to set.
    public static let settable = all.filter { $0.threshold != nil }

    /// The flags that some rule looks for: of all there are but a time given by the caller, which a
    /// replayed transcript has throughout.
    public static let flags: [Flag] = Flag.allCases.filter { $0 != .clockGiven }
    /// The kinds of entry that some rule looks at.
    public static let kinds: [Kind] =
        outgoingKinds + [
            .exceptCap, .overProgramme, .releaseInstalment, .reverseEntry, .submitReturn,
            .acceptReturn, .callReserve, .reopenYear, .reverseAccrual,
        ]
    /// The kinds of entry by which money leaves, or does not after all.
    public static let outgoingKinds: [Kind] = [
        .payInstalment, .returnPayment, .recordCost, .makeAward, .adjustLate,
    ]
}

/// What a rule found.
struct ExceptionFound: Hashable, Sendable {
    /// Why it is an exception.
    let explanation: String
    /// What it was held against.
    var threshold: String?
    /// How much it is about, where that is not what the entry moved.
    var amount: Money?

    init(_ explanation: String, threshold: String? = nil, amount: Money? = nil) {
        (self.explanation, self.threshold, self.amount) = (explanation, threshold, amount)
    }
}

extension ExceptionRule {
    /// An entry that carries a flag is one.
    static func flagged(_ flag: Flag, _ meaning: String) -> ExceptionRule {
        entry(flag.rawValue, meaning) { entry, _ in
            entry.flags.contains(flag) ? ExceptionFound(entry.why ?? meaning) : nil
        }
    }

    /// An entry of a kind is one.
    static func kind(_ kind: Kind, _ name: String, _ meaning: String) -> ExceptionRule {
        entry(name, meaning) { entry, _ in
            entry.meant == kind ? ExceptionFound(entry.why ?? meaning) : nil
        }
    }

    /// What an entry is one by.
    static func entry(
        _ name: String, _ meaning: String, _ threshold: ExceptionThreshold? = nil,
        _ search: @escaping @Sendable (Entry, ExceptionContext) throws -> ExceptionFound?
    ) -> ExceptionRule {
        ExceptionRule(name, meaning, threshold, .entry(search))
    }
}

extension Entry {
    /// The kind of the act that was meant: of a late adjustment that of the act within.
    var meant: Kind {
        guard kind == .adjustLate, case .object(let fields) = act,
            case .text(let asked)? = fields["asked"]
        else { return kind }
        return Kind(rawValue: asked) ?? kind
    }

    /// What was asked: of a late adjustment the act within.
    var asked: [String: Canonical] {
        guard case .object(let fields) = act else { return [:] }
        guard kind == .adjustLate, case .object(let inner)? = fields["act"] else { return fields }
        return inner
    }

    /// What was said of why, and by whose authority.
    var why: String? {
        switch (said("reason"), said("authorisedBy")) {
        case (let reason?, let who?): "\(reason) (authorised by \(who))"
        case (let reason?, nil): reason
        case (nil, let who?): "Authorised by \(who)."
        case (nil, nil): nil
        }
    }

    /// A text of the act as it was asked.
    func said(_ key: String) -> String? {
        guard case .object(let fields) = act, case .text(let text)? = fields[key] else {
            return nil
        }
        return text
    }
}
