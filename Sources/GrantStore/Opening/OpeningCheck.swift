import GRDB
import GrantLedger
import GrantSchema
import GrantSeal

/// The checks of every open, in constant time.
enum OpeningCheck {
    /// What the newest entry says of the book, and whether its leaf and link are as stored.
    struct NewestLink {
        let book: String
        let chain: Chain
        let findings: [Book.Finding]
    }

    static func newestLink(_ reader: Reader) throws -> NewestLink {
        let newest = reader.newest
        guard newest > 0, let record = try reader.bytes(of: newest),
            let chain = try reader.chain(at: newest)
        else { throw BookFault.damaged(what: "it has no entries") }
        let before = newest == 1 ? Chain.start : try reader.chain(at: newest - 1)
        var findings: [Book.Finding] = []
        if before?.after(record) != chain {
            findings.append(
                Book.Finding(
                    entry: newest, field: "chain", "The record does not come to its chain hash."))
        }
        var book = ""
        if case .object(let fields)? = Canonical(bytes: record),
            case .text(let id)? = fields["book"]
        {
            book = id
        } else {
            findings.append(
                Book.Finding(entry: newest, field: "record", "The record cannot be read."))
        }
        return NewestLink(book: book, chain: chain, findings: findings)
    }

    static func schema(_ db: Database) throws -> [Book.Finding] {
        let number = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        let found = try SchemaText(db)
        let known = Schema.migrations.first { $0.number == number }
        guard found.digest != known?.digest else { return [] }
        let changed = found.differences(from: try SchemaText.expected(upTo: number))
        return (changed.isEmpty ? ["schema"] : changed).map { name in
            Book.Finding(field: name, "The schema's text is not that of this program.")
        }
    }
}
