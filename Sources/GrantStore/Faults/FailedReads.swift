import GRDBSQLite
import Glibc
import Synchronization

/// The reads of a book's file that the system refused.
///
/// SQLite tells such a read as damage: it takes `EIO` for a file system that is corrupt and, once a
/// statement runs, says `SQLITE_CORRUPT` and keeps no errno; its integrity check makes a row of it.
/// So every read is watched. What then looks like damage may be none, and is told as a fault of the disk.
enum FailedReads {
    private static let counted = Atomic<Int>(0)
    private static let last = Atomic<Int32>(0)

    /// How many there were since the process began.
    static var count: Int { counted.load(ordering: .relaxed) }

    /// The fault to tell where a read has failed since there were so many; nil where none has.
    static func fault(since before: Int, path: String) -> BookFault? {
        guard count > before else { return nil }
        return .disk(path: path, why: BookFault.reason(last.load(ordering: .relaxed)))
    }

    /// Whether they are counted: asked by every connection before it reads.
    ///
    /// GRDB sets SQLite up with its first connection, so nothing may be asked of SQLite before that.
    static let areCounted: Bool = {
        guard let vfs = sqlite3_vfs_find(nil), let set = vfs.pointee.xSetSystemCall else {
            return false
        }
        let read: Read = { descriptor, buffer, count, offset in
            let got = pread(descriptor, buffer, count, offset)
            if got < 0, errno != EINTR { FailedReads.note(errno) }
            return got
        }
        let call = unsafeBitCast(read, to: sqlite3_syscall_ptr.self)
        return set(vfs, "pread", call) == SQLITE_OK && set(vfs, "pread64", call) == SQLITE_OK
    }()

    private typealias Read = @convention(c) (Int32, UnsafeMutableRawPointer?, Int, off_t) -> Int

    private static func note(_ error: Int32) {
        last.store(error, ordering: .relaxed)
        counted.add(1, ordering: .relaxed)
        errno = error
    }
}
