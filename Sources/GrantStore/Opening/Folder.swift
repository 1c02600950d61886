import Glibc

/// The folder of a file.
enum Folder {
    /// Its path, with the slash.
    static func path(of path: String) -> String {
        let end = path.utf8.lastIndex(of: UInt8(ascii: "/"))
        return end.map { String(path[..<$0]) + "/" } ?? "."
    }

    /// Waits until the names in the folder of a file are on disk.
    static func sync(of path: String) throws {
        let folder = Self.path(of: path)
        let descriptor = open(folder, O_RDONLY | O_CLOEXEC | O_DIRECTORY)
        guard descriptor >= 0 else { throw BookFault.failed(path: folder) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 || errno == EINVAL else {
            throw BookFault.failed(path: folder)
        }
    }
}
