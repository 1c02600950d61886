import Testing

extension SampleBook {
    /// Changes the book as one with the whole machine could: guards taken away, and put back after.
    func tamper(_ sql: String) throws {
        let triggers = try Shell.sqlite(
            path, "SELECT sql || ';' FROM sqlite_schema WHERE type = 'trigger' ORDER BY rowid;"
        ).output
        let drops = try Shell.sqlite(
            path, "SELECT 'DROP TRIGGER ' || name || ';' FROM sqlite_schema WHERE type = 'trigger';"
        ).output
        let outcome = try Shell.sqlite(
            path,
            "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON; BEGIN; \(drops) \(sql) \(triggers) COMMIT;"
        )
        try #require(outcome.status == 0, "\(outcome.output)")
    }
}
