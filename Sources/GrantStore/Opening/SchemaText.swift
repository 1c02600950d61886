import GRDB
import GrantSchema
import GrantSeal

/// The text of a schema: every table, index, trigger and view by its name.
struct SchemaText: Equatable {
    /// What `sqlite_schema` says of each thing, by its type and name.
    let things: [String: [UInt8]]

    /// Reads the schema of a file.
    init(_ db: Database) throws {
        var things: [String: [UInt8]] = [:]
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT type || ' ' || name, CAST(coalesce(tbl_name, '') || ': ' || coalesce(sql, '') AS BLOB)
                FROM sqlite_schema
                """)
        for row in rows { things[try row.text(0)] = try row.blob(1) }
        self.things = things
    }

    /// The schema that a book of so many migrations must have.
    static func expected(upTo number: Int) throws -> SchemaText {
        try DatabaseQueue().writeWithoutTransaction { db in
            for migration in Schema.migrations where migration.number <= number {
                try db.execute(sql: migration.sql)
            }
            return try SchemaText(db)
        }
    }

    /// The names of what is missing, added or changed against another.
    func differences(from other: SchemaText) -> [String] {
        Set(things.keys).union(other.things.keys).filter { things[$0] != other.things[$0] }.sorted()
    }

    /// The SHA-256 of all of it in order, as 64 hexadecimal digits.
    ///
    /// Each part is told with its length: SQLite reads a text to its first NUL, so that what followed one
    /// could stand for a thing that was taken out.
    var digest: String {
        var digest = Digest()
        for (name, text) in things.sorted(by: { $0.key < $1.key }) {
            digest.take("\(name.utf8.count) \(text.count) ".utf8)
            digest.take(name.utf8)
            digest.take(text)
        }
        return digest.hex
    }
}
