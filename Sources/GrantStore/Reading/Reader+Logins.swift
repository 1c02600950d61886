import GRDB

extension Reader {
    /// What one user did from one login.
    public struct Use: Hashable, Sendable {
        /// Who says they acted.
        public let user: String
        /// The machine's name for them.
        public let login: String
        /// How many entries they made.
        public let entries: Int
        /// How many they approved.
        public let approvals: Int
        /// The first entry they made or approved.
        public let first: Int
        /// When that was recorded.
        public let firstAt: String
        /// The last.
        public let last: Int
        /// When that was recorded.
        public let lastAt: String
    }

    /// Who acted from which login, in the order of the texts' bytes.
    public func uses() throws -> [Use] {
        try rows(
            """
            WITH act (user, login, number, made, approved) AS (
                SELECT user, login, number, 1, 0 FROM journal WHERE number <= ?1
                UNION ALL
                SELECT approver, approverLogin, number, 0, 1 FROM journal
                WHERE number <= ?1 AND approver IS NOT NULL),
            used (user, login, made, approved, first, last) AS (
                SELECT user, login, sum(made), sum(approved), min(number), max(number)
                FROM act GROUP BY user, login)
            SELECT used.user, used.login, made, approved, first, begun.recordedAt, last,
                ended.recordedAt
            FROM used JOIN journal AS begun ON begun.number = first
            JOIN journal AS ended ON ended.number = last ORDER BY used.user, used.login
            """, [newest]
        ).map { row in
            Use(
                user: try row.text(0), login: try row.text(1), entries: try row.whole(2),
                approvals: try row.whole(3), first: try row.whole(4), firstAt: try row.text(5),
                last: try row.whole(6), lastAt: try row.text(7))
        }
    }
}
