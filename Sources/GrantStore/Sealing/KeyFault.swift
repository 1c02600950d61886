/// Why a key file, or the list of known keys, cannot be used; nothing of a key is in it.
public enum KeyFault: Error, Hashable, Sendable {
    /// There is no file of that name.
    case missing(path: String)
    /// Others than its owner may read or write it.
    case open(path: String, mode: String)
    /// It holds no secret key.
    case notAKey(path: String)
    /// It lies in the folder of the book.
    case besideBook(path: String)
    /// There is a file of that name already.
    case taken(path: String)
    /// The system does not let it be read or written.
    case failed(path: String, why: String)
    /// A line of the list of known keys is no key.
    case notAVerifier(path: String, line: Int)
}

extension KeyFault {
    /// Its name for programs.
    public var code: String {
        switch self {
        case .missing: "key-missing"
        case .open: "key-open"
        case .notAKey: "not-a-key"
        case .besideBook: "key-beside-book"
        case .taken: "key-exists"
        case .failed: "key-failed"
        case .notAVerifier: "not-a-verifier"
        }
    }

    /// What is wrong, with the values.
    public var message: String {
        switch self {
        case .missing(let path): "There is no key at \(path)."
        case .open(let path, let mode):
            "The key at \(path) has mode \(mode): others than its owner may use it."
        case .notAKey(let path): "\(path) holds no key of this program."
        case .besideBook(let path):
            "The key at \(path) lies beside the book: who has the one would have the other."
        case .taken(let path): "\(path) is there already."
        case .failed(let path, let why): "\(path) cannot be read or written: \(why)."
        case .notAVerifier(let path, let line): "Line \(line) of \(path) is not a verifier key."
        }
    }

    /// What to do.
    public var remedy: String {
        switch self {
        case .missing: "Name another with --key FILE, or make one: almoner checkpoint key."
        case .open(let path, _):
            "chmod 600 \(path); if anybody else may have read it, move it away and make a new one."
        case .notAKey: "Name another with --key FILE; nothing is ever written over."
        case .besideBook: "Keep it in another folder, best on another disk: --key FILE."
        case .taken: "Name one that is not there; nothing is ever written over."
        case .failed: "See whether the folder is there, and who may use it."
        case .notAVerifier:
            "A verifier key is NAME+HASH+KEY on one line, as almoner checkpoint key prints it."
        }
    }

    /// The exit code of a command that meets it, as `sysexits` has them.
    public var exitCode: Int32 {
        switch self {
        case .missing: 66
        case .taken: 73
        case .open, .failed: 77
        case .notAKey, .besideBook, .notAVerifier: 65
        }
    }
}
