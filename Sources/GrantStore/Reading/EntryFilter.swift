public import GrantLedger

/// Which entries are asked for; what is nil does not matter.
public struct EntryFilter: Hashable, Sendable {
    /// Their kinds.
    public var kinds: Set<Kind>?
    /// The thing whose accounts or rows they moved or wrote: an award, a bid, a grant, a fund.
    public var owner: Code?
    /// Dated on this day or later.
    public var from: Day?
    /// Dated on this day or earlier.
    public var to: Day?
    /// Who acted.
    public var user: String?

    /// Creates a filter.
    public init(
        kinds: Set<Kind>? = nil, owner: Code? = nil, from: Day? = nil, to: Day? = nil,
        user: String? = nil
    ) {
        self.kinds = kinds
        self.owner = owner
        self.from = from
        self.to = to
        self.user = user
    }
}

/// An entry with its chain hash.
public struct ChainedEntry: Hashable, Sendable {
    /// The entry.
    public let entry: Entry
    /// Its chain hash, 64 hexadecimal digits.
    public let chain: String
}
