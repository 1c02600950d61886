public import GrantLedger

extension Book {
    /// What a book holds, in so few figures that two can be compared by eye.
    public struct Held: Hashable, Sendable {
        /// The number of its newest entry.
        public let entries: Int
        /// The chain hash of that entry.
        public let chain: String
        /// The debit side of its trial balance.
        public let debits: Money
        /// The credit side.
        public let credits: Money
    }

    /// What it holds at one moment.
    public func held() throws -> Held {
        try read { reader in
            var heads: [Head: Money] = [:]
            for pool in try reader.pools(Set(Head.allCases)) {
                heads[pool.head, default: .zero] += pool.balance.debits - pool.balance.credits
            }
            return Held(
                entries: reader.newest, chain: try reader.chainHash(at: reader.newest) ?? chain,
                debits: heads.values.reduce(.zero) { $0 + max($1, .zero) },
                credits: heads.values.reduce(.zero) { $0 + max(-$1, .zero) })
        }
    }
}
