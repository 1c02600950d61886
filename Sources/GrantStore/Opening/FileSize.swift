import Glibc

/// How big a file is.
enum FileSize {
    /// Its bytes, asked without opening it: to close a book's file would drop SQLite's locks.
    static func bytes(of path: String) throws -> Int {
        var found = stat()
        guard stat(path, &found) == 0 else { throw BookFault.failed(path: path) }
        return Int(found.st_size)
    }
}

extension Book {
    /// How big its file is.
    public func bytes() throws -> Int { try FileSize.bytes(of: path) }
}
