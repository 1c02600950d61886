extension Reader {
    /// How many there are of what a book counts cheaply: accounts and awards, not entries' lines.
    public func sizes() throws -> (accounts: Int, awards: Int, lastCommit: Int) {
        let accounts = try first("SELECT count(*) FROM account")?.whole(0) ?? 0
        let awards =
            try first(
                """
                SELECT count(*) FROM version AS v
                WHERE register = 'award' AND row IS NOT NULL AND entry = (
                    SELECT max(entry) FROM version WHERE register = 'award' AND key = v.key)
                """)?.whole(0) ?? 0
        let batch = try batch(of: newest) ?? newest
        return (accounts, awards, newest - batch + 1)
    }
}
