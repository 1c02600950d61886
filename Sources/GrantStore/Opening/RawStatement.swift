import GRDB
import GRDBSQLite

/// A statement that GRDB has prepared and keeps, run through SQLite's own interface.
///
/// Recording and verifying run a score of them an entry, where rows and arguments of GRDB's cost more
/// than what SQLite does (decision 0022). All else asks through GRDB.
struct RawStatement {
    private let kept: Statement
    private let handle: OpaquePointer

    /// Takes the statement of a connection's transaction; it is prepared once a connection.
    init(_ db: Database, _ sql: String) throws {
        kept = try db.cachedStatement(sql: sql)
        handle = kept.sqliteStatement
    }

    /// Binds values in order and runs the statement, which gives no rows.
    func run<each Value: RawValue>(_ values: repeat each Value) throws {
        bind(repeat each values)
        defer { reset() }
        while try step() {}
    }

    /// Binds values in order; the rows are then read by ``step()``, and ended by ``reset()``.
    func bind<each Value: RawValue>(_ values: repeat each Value) {
        var place: Int32 = 0
        for value in repeat each values {
            place += 1
            value.bind(to: handle, place)
        }
    }

    /// Goes on to the next row; false where there is none.
    func step() throws -> Bool {
        switch sqlite3_step(handle) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        default:
            let db = sqlite3_db_handle(handle)
            throw DatabaseError(
                resultCode: ResultCode(rawValue: sqlite3_extended_errcode(db)),
                message: sqlite3_errmsg(db).map { String(cString: $0) }, sql: kept.sql)
        }
    }

    /// Ends reading, and forgets what was bound.
    func reset() {
        sqlite3_reset(handle)
        sqlite3_clear_bindings(handle)
    }
}

/// Cells of the row stepped to; what is not of its type is damage.
extension RawStatement {
    /// A whole number, or nil for NULL.
    func wholeIfAny(_ column: Int32) throws -> Int? {
        switch sqlite3_column_type(handle, column) {
        case SQLITE_INTEGER: return Int(sqlite3_column_int64(handle, column))
        case SQLITE_NULL: return nil
        default: throw damage(column)
        }
    }

    /// A whole number.
    func whole(_ column: Int32) throws -> Int {
        guard let number = try wholeIfAny(column) else { throw damage(column) }
        return number
    }

    /// The bytes of a text as they are stored, or nil for NULL; they last until the next step.
    func textIfAny(_ column: Int32) throws -> UnsafeRawBufferPointer? {
        try bytes(column, of: SQLITE_TEXT)
    }

    /// The bytes of a text as they are stored; they last until the next step.
    func text(_ column: Int32) throws -> UnsafeRawBufferPointer {
        guard let bytes = try textIfAny(column) else { throw damage(column) }
        return bytes
    }

    /// The bytes of a blob; they last until the next step.
    func blob(_ column: Int32) throws -> UnsafeRawBufferPointer {
        guard let bytes = try bytes(column, of: SQLITE_BLOB) else { throw damage(column) }
        return bytes
    }

    private func bytes(_ column: Int32, of type: Int32) throws -> UnsafeRawBufferPointer? {
        let found = sqlite3_column_type(handle, column)
        if found == SQLITE_NULL { return nil }
        guard found == type else { throw damage(column) }
        // The size is that of the text in UTF-8 only once its bytes were asked for.
        let start = sqlite3_column_blob(handle, column)
        return UnsafeRawBufferPointer(
            start: start, count: Int(sqlite3_column_bytes(handle, column)))
    }

    private func damage(_ column: Int32) -> BookFault {
        let name = sqlite3_column_name(handle, column).map { String(cString: $0) }
        return .damaged(what: "\(name ?? "column \(column)") is not of its type")
    }
}

/// A value that SQLite takes as it is.
protocol RawValue {
    func bind(to statement: OpaquePointer, _ place: Int32)
}

extension Int64: RawValue {
    func bind(to statement: OpaquePointer, _ place: Int32) {
        sqlite3_bind_int64(statement, place, self)
    }
}

extension Int: RawValue {
    func bind(to statement: OpaquePointer, _ place: Int32) {
        sqlite3_bind_int64(statement, place, Int64(self))
    }
}

extension String: RawValue {
    func bind(to statement: OpaquePointer, _ place: Int32) {
        var text = self
        text.withUTF8 { RawText.bind(UnsafeRawBufferPointer($0), to: statement, place) }
    }
}

extension Optional: RawValue where Wrapped: RawValue {
    func bind(to statement: OpaquePointer, _ place: Int32) {
        if let value = self {
            value.bind(to: statement, place)
        } else {
            sqlite3_bind_null(statement, place)
        }
    }
}

/// A text by its bytes in UTF-8.
struct RawText: RawValue {
    let bytes: [UInt8]

    func bind(to statement: OpaquePointer, _ place: Int32) {
        bytes.withUnsafeBytes { Self.bind($0, to: statement, place) }
    }

    fileprivate static func bind(
        _ bytes: UnsafeRawBufferPointer, to statement: OpaquePointer, _ place: Int32
    ) {
        // No address at all would bind NULL.
        guard !bytes.isEmpty else { return _ = sqlite3_bind_text(statement, place, "", 0, copied) }
        _ = sqlite3_bind_text(
            statement, place, bytes.bindMemory(to: CChar.self).baseAddress, Int32(bytes.count),
            copied)
    }
}

/// A blob by its bytes.
struct RawBlob: RawValue {
    let bytes: [UInt8]

    func bind(to statement: OpaquePointer, _ place: Int32) {
        bytes.withUnsafeBytes { bytes in
            _ = sqlite3_bind_blob(statement, place, bytes.baseAddress, Int32(bytes.count), copied)
        }
    }
}

/// What tells SQLite to keep a copy of what is bound (`SQLITE_TRANSIENT`).
private var copied: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }
