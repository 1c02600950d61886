/// What a fund had that was not yet charged at the start of a year, what moved it, and what it had
/// at the end.
///
/// It goes by the dates of entries and takes every year of cost together, so that the opening of a
/// year is the closing of the one before.
public struct FundStatement: Sendable {
    /// Money of a fund by how far it has come.
    public struct Figures: Hashable, Sendable {
        /// Not awarded.
        public var free = Money.zero
        /// Waiting for a second person.
        public var prepared = Money.zero
        /// Awarded and not signed.
        public var reserved = Money.zero
        /// Signed and not charged.
        public var committed = Money.zero

        /// The sum.
        public var total: Money { free + prepared + reserved + committed }
        /// Whether nothing stands or moved in it.
        var isNil: Bool { self == Figures() }

        /// Creates figures of nil.
        public init() {}

        /// Adds an amount of a head; other heads do not count.
        mutating func add(_ amount: Money, _ head: Head) {
            switch head {
            case .unallocated, .roundAvailable: free += amount
            case .budgetPrepared: prepared += amount
            case .reserved: reserved += amount
            case .committed: committed += amount
            default: break
            }
        }

        /// Adds other figures.
        static func += (lhs: inout Figures, rhs: Figures) {
            lhs.free += rhs.free
            lhs.prepared += rhs.prepared
            lhs.reserved += rhs.reserved
            lhs.committed += rhs.committed
        }
    }

    /// What acts of one kind moved from one head to another.
    public struct Movement: Hashable, Sendable {
        /// The kind of the act; of the act reversed, adjusted or approved where that is what it is.
        public let kind: Kind
        /// The head debited.
        public let debit: Head
        /// The head credited.
        public let credit: Head
        /// How much.
        public let amount: Money

        /// Creates a movement.
        public init(kind: Kind, debit: Head, credit: Head, amount: Money) {
            (self.kind, self.debit, self.credit, self.amount) = (kind, debit, credit, amount)
        }
    }

    /// What moved a fund, in the order a statement has it.
    public enum Line: String, CaseIterable, Sendable {
        case approved, overProgrammed, broughtForward, awarded, signed, varied, lapsed, moved
        case prepared, charged, carriedForward, surrendered

        /// By the heads where money comes in or goes out, else by the kind of act.
        init(_ movement: Movement) {
            let heads = [movement.debit, movement.credit]
            if heads.contains(.carriedForward) {
                self = .carriedForward
            } else if heads.contains(.broughtForward) {
                self = .broughtForward
            } else if heads.contains(.charged) {
                self = .charged
            } else if heads.contains(.budgetPrepared) {
                self = .prepared
            } else if heads.contains(.overProgrammingAuthorised) {
                self = .overProgrammed
            } else if heads.contains(.fundingApproved) {
                self = movement.kind == .surrenderGrant ? .surrendered : .approved
            } else {
                self.init(within: movement.kind)
            }
        }

        private init(within kind: Kind) {
            switch kind {
            case .makeAward: self = .awarded
            case .signAward: self = .signed
            case .varyAward: self = .varied
            case .lapseAward, .finishAward: self = .lapsed
            default: self = .moved
            }
        }
    }

    /// One row: a line of the statement and the kind of act behind it.
    public struct Row: Hashable, Sendable {
        /// The line.
        public let line: Line
        /// The kind of act.
        public let kind: Kind
        /// What it moved.
        public var figures = Figures()
    }

    /// The fund.
    public let fund: Code
    /// The year of the entries' dates.
    public let year: FinancialYear
    /// What it had at the start.
    public let opening: Figures
    /// What moved it; what moved nothing from one column to another is left out.
    public let rows: [Row]
    /// What it had at the end.
    public let closing: Figures

    /// Creates a statement.
    ///
    /// - Parameters:
    ///   - fund: the fund.
    ///   - year: the year.
    ///   - opening: balances of its heads at the end of the year before.
    ///   - movements: what entries dated in the year moved.
    public init(
        fund: Code, year: FinancialYear, opening: [(Head, Money)], movements: [Movement]
    ) {
        self.fund = fund
        self.year = year
        var start = Figures()
        for (head, amount) in opening { start.add(amount, head) }
        var rows: [Line: [Kind: Row]] = [:]
        var end = start
        for movement in movements {
            var moved = Figures()
            moved.add(-movement.amount, movement.debit)
            moved.add(movement.amount, movement.credit)
            let line = Line(movement)
            rows[line, default: [:]][
                movement.kind, default: Row(line: line, kind: movement.kind)
            ].figures += moved
            end += moved
        }
        self.opening = start
        closing = end
        self.rows = Line.allCases.flatMap { line in
            (rows[line] ?? [:]).values.filter { !$0.figures.isNil }
                .sorted { $0.kind.rawValue < $1.kind.rawValue }
        }
    }
}
