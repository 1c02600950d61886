import Glibc

extension CounterfoilsFile {
    /// Opens the file to append to it and waits for the writer's turn; nil where there is none.
    static func locked(at path: String, wait: Int, onWait: @Sendable () -> Void) throws -> Self? {
        while true {
            let descriptor = open(path, O_RDWR | O_APPEND | O_CLOEXEC | O_NOFOLLOW)
            guard descriptor >= 0 else {
                if errno == ENOENT { return nil }
                throw BookFault.failed(path: path)
            }
            try WriterTurn.take(descriptor, wait: wait, path: path, onWait: onWait)
            // It may have been renamed while another wrote: then the turn taken is not the book's.
            if isStill(descriptor, at: path) { return Self(descriptor: descriptor, path: path) }
            close(descriptor)
        }
    }

    private static func isStill(_ descriptor: Int32, at path: String) -> Bool {
        var opened = stat()
        var named = stat()
        guard fstat(descriptor, &opened) == 0, lstat(path, &named) == 0 else { return false }
        return opened.st_ino == named.st_ino && opened.st_dev == named.st_dev
    }

    /// Lets the next writer in.
    func release() {
        _ = flock(descriptor, LOCK_UN)
        close(descriptor)
    }

    /// Cuts a last line that was not written whole.
    func cutTornLine(_ ends: Ends) throws {
        guard let whole = ends.whole else { return }
        guard ftruncate(descriptor, off_t(whole)) == 0 else { throw BookFault.failed(path: path) }
    }

    /// Appends a line and waits until it is on disk.
    func append(_ line: Line) throws { try Self.append(line.text, to: descriptor, path: path) }

    static func append(_ text: String, to descriptor: Int32, path: String) throws {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            if written < 0, errno == EINTR { continue }
            guard written > 0 else { throw BookFault.failed(path: path) }
            rest = rest.dropFirst(written)
        }
        guard fdatasync(descriptor) == 0 else { throw BookFault.failed(path: path) }
    }

    /// The same to a file by its name.
    static func append(_ text: String, toFileAt path: String) throws {
        let descriptor = open(path, O_WRONLY | O_APPEND | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { throw BookFault.failed(path: path) }
        defer { close(descriptor) }
        try append(text, to: descriptor, path: path)
    }

    /// Begins a file with its first line; one that is there is never written over.
    static func begin(at path: String, heading: Heading, permits: FilePermits) throws {
        let descriptor = try permits.create(path)
        defer { close(descriptor) }
        try append(heading.text, to: descriptor, path: path)
    }
}
