import GrantLedger

/// A journal in plain text that another accounting program reads.
public enum PlainTextFormat: String, CaseIterable, Sendable {
    case hledger, ledger, beancount

    /// Whether a balance is proved where it stands in the file, so that the entries must come year
    /// after year; the others put the entries in order of date themselves.
    public var isReadInFileOrder: Bool { self == .ledger }

    /// The nearest day that the program can read: ledger's calendar begins in 1400.
    ///
    /// An entry of an earlier day carries its own date as a tag.
    func day(_ day: Day) -> Day {
        guard self == .ledger, let first = Day(year: 1400, month: 1, day: 1) else { return day }
        return max(day, first)
    }

    /// How its text is laid out.
    func layout() -> any PlainTextLayout {
        switch self {
        case .hledger: HledgerLayout()
        case .ledger: LedgerLayout()
        case .beancount: BeancountLayout()
        }
    }
}
