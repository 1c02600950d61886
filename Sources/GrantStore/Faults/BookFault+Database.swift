import GRDB
import GrantLedger
import Glibc

extension BookFault {
    /// What an error of SQLite's means that passed through other hands first, which know no path; nil for
    /// any other error.
    public init?(ofDatabase error: any Error) {
        guard let found = error as? DatabaseError else { return nil }
        let path = "The book"
        switch (Self.explaining(found, path: path) as? BookFault, found.resultCode) {
        case (_, .SQLITE_CANTOPEN), (_, .SQLITE_READONLY):
            self = .disk(path: path, why: found.message ?? "no message")
        case (.damaged(let what)?, _):
            self = FailedReads.fault(since: 0, path: path) ?? .damaged(what: what)
        case (let fault?, _): self = fault
        case (nil, _): return nil
        }
    }

    /// What an error means for whoever uses the book; errors that are not SQLite's pass unchanged.
    static func explaining(_ error: any Error, path: String) -> any Error {
        if case .unreadable? = error as? Stop, let stop = error as? Stop {
            return explaining(stop.unwrapped, path: path)
        }
        guard let error = error as? DatabaseError else { return error }
        let text = error.message ?? "no message"
        switch error.resultCode {
        case .SQLITE_FULL, .SQLITE_IOERR, .SQLITE_NOLFS:
            return BookFault.disk(path: path, why: text)
        case .SQLITE_BUSY, .SQLITE_LOCKED: return BookFault.busy(seconds: Pragmas.patience)
        case .SQLITE_PERM, .SQLITE_AUTH: return BookFault.permission(path: path)
        case .SQLITE_CANTOPEN, .SQLITE_READONLY: return unopened(path, why: text)
        case .SQLITE_NOTADB: return BookFault.notABook(path: path)
        case .SQLITE_CORRUPT: return BookFault.damaged(what: text)
        case .SQLITE_ERROR where text == "malformed JSON":
            return BookFault.damaged(what: "a record or a row of a register is not JSON")
        case .SQLITE_CONSTRAINT: return BookFault.ledgerGuard(name: guardName(text))
        default: return BookFault.unforeseen("SQLite error \(error.resultCode.rawValue), \(text)")
        }
    }

    /// SQLite does not say why a file, or the journal beside it, could not be opened, or only to be read.
    private static func unopened(_ path: String, why: String) -> BookFault {
        guard access(path, F_OK) == 0 else { return .missing(path: path) }
        let mayBeUsed =
            access(path, R_OK | W_OK) == 0 && access(Folder.path(of: path), W_OK | X_OK) == 0
        return mayBeUsed ? .disk(path: path, why: why) : .permission(path: path)
    }

    /// A trigger says its name; a constraint says it after a colon.
    private static func guardName(_ text: String) -> String {
        text.split(separator: ":").last.map { String($0.drop { $0 == " " }) } ?? text
    }

    /// The same of another file, where it is a disk's.
    func told(of path: String) -> BookFault {
        if case .disk("", let why) = self { return .disk(path: path, why: why) }
        return self
    }

    /// Runs work on the book's file, and explains what SQLite says.
    static func explained<T>(path: String, _ work: () throws -> T) throws -> T {
        let failed = FailedReads.count
        do { return try work() } catch {
            let fault = explaining(error, path: path)
            switch fault as? BookFault {
            case .damaged?, .notABook?:
                throw FailedReads.fault(since: failed, path: path) ?? fault
            default: throw fault
            }
        }
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
