import CMemory
import GRDB

/// The settings of SQLite on which the promises rest; read back at every open.
///
/// A rollback journal with `EXTRA` is durable whatever dies; the lock on the counterfoils file
/// orders writers, so the busy timeout is for readers against a commit only.
enum Pragmas {
    /// How long a connection waits for another's commit, in seconds.
    static let patience = 10

    /// Every setting with its value as SQLite says it.
    static let wanted: [(name: String, value: String)] = [
        ("busy_timeout", "10000"), ("cell_size_check", "1"), ("encoding", "UTF-8"),
        ("foreign_keys", "1"), ("journal_mode", "delete"), ("mmap_size", "0"), ("synchronous", "3"),
        ("trusted_schema", "0"),
    ]

    private static let settings = """
        PRAGMA journal_mode = DELETE;
        PRAGMA synchronous = EXTRA;
        PRAGMA mmap_size = 0;
        PRAGMA cell_size_check = ON;
        PRAGMA foreign_keys = ON;
        PRAGMA trusted_schema = OFF;
        """

    /// Tells SQLite, once, how to keep its memory: a trigger runs in a frame of some kilobytes, which
    /// it else asks of the system each time; and the system's library to keep nothing large in store.
    private static let settingMemory: Void = {
        sqliteMemoryUncounted(4_096, 128)
        largeMemoryGivenBack(1 << 17, 1 << 20)
    }()

    /// How much of a book who records keeps in memory: the pages that a year's transactions in one
    /// commit change again and again.
    private static let cacheKiB = 16_384

    static func configuration(readonly: Bool) -> Configuration {
        settingMemory
        var configuration = Configuration()
        configuration.readonly = readonly
        configuration.busyMode = .timeout(.init(patience))
        configuration.foreignKeysEnabled = true
        configuration.prepareDatabase { db in
            guard FailedReads.areCounted else {
                throw BookFault.unforeseen("SQLite does not let its reads be watched")
            }
            try db.execute(sql: settings)
            if !readonly { try db.execute(sql: "PRAGMA cache_size = -\(cacheKiB)") }
        }
        return configuration
    }

    /// What SQLite says of each setting.
    static func found(_ db: Database) throws -> [String: String] {
        var found: [String: String] = [:]
        for (name, _) in wanted {
            let row = try Row.fetchOne(db, sql: "PRAGMA \(name)")
            found[name] = row.map { "\($0[0] as DatabaseValue)".trimmingQuotes } ?? "unset"
        }
        return found
    }

    /// Refuses to go on where a setting is not as wanted.
    static func check(_ db: Database, inMemory: Bool = false) throws {
        let found = try found(db)
        for (name, value) in wanted where found[name] != value {
            if inMemory, name == "journal_mode" || name == "mmap_size" { continue }
            throw BookFault.setting(name: name, found: found[name] ?? "unset", wanted: value)
        }
    }
}

extension String {
    fileprivate var trimmingQuotes: String { filter { $0 != "\"" } }
}
