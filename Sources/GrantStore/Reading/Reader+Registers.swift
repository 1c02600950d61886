import GRDB
public import GrantLedger

extension Reader {
    /// One version of a row: the entry that wrote it, and the row; nil where taken out of use.
    public struct Version<Noun: Registered> {
        /// The entry that wrote it.
        public let entry: Int
        /// The row; nil where a reversal took it out of use.
        public let row: Noun?
    }

    /// A thing by its key, as it stood when an entry was the newest; nil where it was not there.
    public func row<Noun: Registered>(
        _ type: Noun.Type, _ key: String, knownAt: Int? = nil
    ) throws -> Noun? {
        let sql = """
            SELECT CAST(row AS BLOB) FROM version
            WHERE register = ? AND key = ? AND entry <= ? ORDER BY entry DESC LIMIT 1
            """
        let found = try first(sql, [Noun.register.rawValue, key, knownAt ?? newest])
        return try found?.blobIfAny(0).map { try noun(type, $0, key) }
    }

    /// All things of a register in the order of their keys, as they stood when an entry was the newest.
    public func rows<Noun: Registered>(_ type: Noun.Type, knownAt: Int? = nil) throws -> [Noun] {
        let sql = """
            SELECT CAST(row AS BLOB), key, max(entry) FROM version
            WHERE register = ? AND entry <= ? GROUP BY key ORDER BY key
            """
        return try nouns(type, sql, [Noun.register.rawValue, knownAt ?? newest])
    }

    /// All things of a register in the order of their keys, as entries dated up to a day left them.
    public func rows<Noun: Registered>(
        _ type: Noun.Type, asAt: Day, knownAt: Int? = nil
    ) throws -> [Noun] {
        let sql = """
            SELECT CAST(row AS BLOB), version.key, max(entry) FROM version
            JOIN journal ON journal.number = entry
            WHERE register = ? AND entry <= ? AND date <= ?
            GROUP BY version.key ORDER BY version.key
            """
        let arguments: StatementArguments = [
            Noun.register.rawValue, knownAt ?? newest, asAt.description,
        ]
        return try nouns(type, sql, arguments)
    }

    /// What a statement of rows and their keys gives.
    private func nouns<Noun: Registered>(
        _ type: Noun.Type, _ sql: String, _ arguments: StatementArguments
    ) throws -> [Noun] {
        var found: [Noun] = []
        try forEachRow(sql, arguments) { row in
            let key = try row.text(1)
            if let bytes = try row.blobIfAny(0) { found.append(try noun(type, bytes, key)) }
        }
        return found
    }

    /// Every version of a row, oldest first.
    public func versions<Noun: Registered>(_ type: Noun.Type, _ key: String) throws -> [Version<
        Noun
    >] {
        let sql = """
            SELECT entry, CAST(row AS BLOB) FROM version WHERE register = ? AND key = ? ORDER BY entry
            """
        return try rows(sql, [Noun.register.rawValue, key]).map { row in
            Version(
                entry: try row.whole(0), row: try row.blobIfAny(1).map { try noun(type, $0, key) })
        }
    }

    func noun<Noun: Registered>(
        _ type: Noun.Type, _ bytes: [UInt8], _ key: String
    ) throws -> Noun {
        let name = "\(Noun.noun) \(key)"
        let tree = try Self.tree(bytes, of: name)
        do { return try tree.value(Noun.self) } catch {
            throw BookFault.damaged(what: "\(name) cannot be read (\(error))")
        }
    }
}
