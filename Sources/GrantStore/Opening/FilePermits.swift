import Glibc

/// Who may use a book's files: its owner alone, or a group as well.
struct FilePermits {
    let mode: mode_t
    let group: gid_t?

    /// For the owner alone, or for a group by its name.
    init(group name: String?) throws {
        guard let name else {
            (mode, group) = (0o600, nil)
            return
        }
        guard let found = getgrnam(name) else {
            throw BookFault.cannotCreate(path: name, why: "there is no such group")
        }
        (mode, group) = (0o660, found.pointee.gr_gid)
    }

    /// Those of a file that is there.
    init(of path: String) throws {
        var found = stat()
        guard stat(path, &found) == 0 else { throw BookFault.failed(path: path) }
        (mode, group) = (found.st_mode & 0o777, found.st_gid)
    }

    /// For a book put back from a backup, which may lie on a disk that knows no modes, or be kept from
    /// writing: its owner may write, and the group where it may write the backup.
    init(restoring path: String) throws {
        let found = try FilePermits(of: path)
        let isGroups = found.mode & 0o020 != 0
        (mode, group) = (isGroups ? 0o660 : 0o600, isGroups ? found.group : nil)
    }

    /// Creates an empty file that was not there before, and gives its descriptor.
    func create(_ path: String) throws -> Int32 {
        let descriptor = open(
            path, O_RDWR | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw BookFault.cannotCreate(path) }
        let isGiven = group.map { fchown(descriptor, uid_t.max, $0) == 0 } ?? true
        guard isGiven, fchmod(descriptor, mode) == 0 else {
            defer {
                close(descriptor)
                unlink(path)
            }
            throw BookFault.cannotCreate(path)
        }
        return descriptor
    }
}

extension BookFault {
    /// What the system's last error means for a file.
    static func failed(path: String, _ error: Int32 = errno) -> BookFault {
        switch error {
        case ENOENT, ENOTDIR: .missing(path: path)
        case EACCES, EPERM, EROFS, ELOOP: .permission(path: path)
        default: .disk(path: path, why: reason(error))
        }
    }

    /// What the system's last error means for a file that was to be created.
    static func cannotCreate(_ path: String, _ error: Int32 = errno) -> BookFault {
        switch error {
        case EEXIST: .exists(path: path)
        case EACCES, EPERM, EROFS: .permission(path: path)
        case ENOSPC, EDQUOT, EFBIG, EIO: .disk(path: path, why: reason(error))
        default: .cannotCreate(path: path, why: reason(error))
        }
    }

    /// The system's words for an error.
    static func reason(_ error: Int32 = errno) -> String { String(cString: strerror(error)) }
}
