/// What the finance system calls a head of the accounts.
public struct LedgerCode: Registered {
    /// The register of ledger codes.
    public static let register = Register.ledgerCode
    /// As prose has it.
    public static let noun = "ledger code"
    /// `awardExpenditure`, or `awardExpenditure/VRF` for one fund.
    public var key: String { Self.key(head, fund) }

    /// The head.
    public var head: Head
    /// The fund it is for; absent for every fund that has none of its own.
    public var fund: Code?
    /// The code in the finance system.
    public var code: Note

    static func key(_ head: Head, _ fund: Code?) -> String {
        head.rawValue + (fund.map { "/\($0)" } ?? "")
    }
}

/// A month's journal as it went to the finance system, or a later one of what came after it.
public struct PostedMonth: Registered {
    /// The register of what went to the finance system.
    public static let register = Register.postedMonth
    /// As prose has it.
    public static let noun = "posted journal"
    /// The entry that posted it, `12`.
    public var key: String { "\(number)" }

    /// Entries that follow each other, both ends in it.
    public struct Span: Hashable, Codable, Sendable {
        /// The first.
        public var from: Int
        /// The last.
        public var to: Int

        /// Creates a span.
        public init(from: Int, to: Int) { (self.from, self.to) = (from, to) }
    }

    /// The entry that posted it.
    public var number: Int
    /// The last day of the month.
    public var through: Day
    /// The entries in it: all that touch the accounts, are dated by that day and went in no other.
    public var spans: [Span]
    /// The sum of its debits.
    public var total: Money
}
