import GRDB
import GrantLedger
import Glibc

extension BookFault {
    /// What an error means for whoever uses the book; errors that are not SQLite's pass unchanged.
    static func explaining(_ error: any Error, path: String) -> any Error {
        guard let error = error as? DatabaseError else { return error }
        let text = error.message ?? "no message"
        switch error.resultCode {
        case .SQLITE_FULL, .SQLITE_IOERR, .SQLITE_NOLFS:
            return BookFault.disk(path: path, why: text)
        case .SQLITE_BUSY, .SQLITE_LOCKED: return BookFault.busy(seconds: Pragmas.patience)
        case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH: return BookFault.permission(path: path)
        case .SQLITE_CANTOPEN:
            let isThere = access(path, F_OK) == 0
            return isThere ? BookFault.permission(path: path) : BookFault.missing(path: path)
        case .SQLITE_NOTADB: return BookFault.notABook(path: path)
        case .SQLITE_CORRUPT: return BookFault.damaged(what: text)
        case .SQLITE_CONSTRAINT: return BookFault.ledgerGuard(name: guardName(text))
        default: return BookFault.unforeseen("SQLite error \(error.resultCode.rawValue), \(text)")
        }
    }

    /// A trigger says its name; a constraint says it after a colon.
    private static func guardName(_ text: String) -> String {
        text.split(separator: ":").last.map { String($0.drop { $0 == " " }) } ?? text
    }

    /// Runs work on the book's file, and explains what SQLite says.
    static func explained<T>(path: String, _ work: () throws -> T) throws -> T {
        do { return try work() } catch { throw explaining(error, path: path) }
    }
}

extension Stop {
    /// The ledger's no, or what kept a fact from being read, as errors of their own.
    var unwrapped: any Error {
        switch self {
        case .refused(let refusal): return refusal
        case .unreadable(let error):
            if error is DatabaseError || error is BookFault { return error }
            return BookFault.damaged(what: "a record cannot be read (\(error))")
        }
    }
}
