import Glibc

/// Where the bytes of a file come from, a piece at a time.
public struct ByteSource {
    /// The next bytes, at most so many; none at the end.
    public let read: (_ most: Int) throws(UnreadableFile) -> [UInt8]

    /// Creates a source of what a closure gives.
    public init(_ read: @escaping (_ most: Int) throws(UnreadableFile) -> [UInt8]) {
        self.read = read
    }

    /// The bytes of a file; it is closed when nobody reads it any more.
    ///
    /// - Throws: ``UnreadableFile`` where there is no such file or it may not be read.
    public static func file(_ path: String) throws(UnreadableFile) -> ByteSource {
        let file = try OpenFile(path)
        return ByteSource { most throws(UnreadableFile) in try file.read(most) }
    }

    /// Bytes that are at hand.
    public static func bytes(_ bytes: [UInt8]) -> ByteSource {
        var rest = bytes[...]
        return ByteSource { most throws(UnreadableFile) in
            let piece = rest.prefix(most)
            rest = rest.dropFirst(most)
            return Array(piece)
        }
    }

    /// The first bytes of what is left: fewer than asked for only at the end.
    func first(_ count: Int) throws(UnreadableFile) -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < count {
            let piece = try read(count - bytes.count)
            guard !piece.isEmpty else { break }
            bytes += piece
        }
        return bytes
    }
}

/// A file that is open for reading.
private final class OpenFile {
    private let descriptor: Int32
    private let path: String

    init(_ path: String) throws(UnreadableFile) {
        self.path = path
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Self.failure(path) }
    }

    deinit { close(descriptor) }

    func read(_ most: Int) throws(UnreadableFile) -> [UInt8] {
        var count = -1
        let bytes = [UInt8](unsafeUninitializedCapacity: most) { space, filled in
            repeat {
                count = Glibc.read(descriptor, space.baseAddress, most)
            } while count < 0 && errno == EINTR
            filled = max(count, 0)
        }
        guard count >= 0 else { throw Self.failure(path) }
        return bytes
    }

    private static func failure(_ path: String) -> UnreadableFile {
        switch errno {
        case ENOENT:
            UnreadableFile(
                "There is no file \(path).", remedy: "Give the path of the file as it is.")
        case EISDIR:
            UnreadableFile("\(path) is a folder.", remedy: "Give the path of a file in it.")
        default:
            UnreadableFile(
                "\(path) cannot be read: \(String(cString: strerror(errno))).",
                remedy: "See who may read the file, and give it to this user.")
        }
    }
}
