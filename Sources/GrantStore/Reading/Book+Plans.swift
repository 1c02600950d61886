import GRDB

extension Book {
    /// How SQLite goes about the statements that a reading runs: a statement and its steps.
    ///
    /// It is what shows that a report costs what it prints: none may walk the whole journal that does
    /// not ask for history.
    package func plans(
        of reading: (Reader) throws -> Void
    ) throws -> [(statement: String, steps: [String])] {
        try queue.inDatabase { db in
            var statements: [String] = []
            try db.inTransaction(.deferred) {
                db.trace(options: .statement) { event in
                    if case .statement(let statement) = event {
                        statements.append(statement.expandedSQL)
                    }
                }
                defer { db.trace() }
                try reading(Reader(db))
                return .commit
            }
            return try Set(statements).sorted().map { sql in
                let rows = try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN \(sql)")
                return (sql, try rows.map { try $0.text(3) })
            }
        }
    }
}
