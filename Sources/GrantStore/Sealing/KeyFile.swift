import Glibc
public import GrantSeal

/// The file of a person's secret key: its owner's alone, and never beside a book.
public struct KeyFile: Hashable, Sendable {
    /// Where it is.
    public let path: String

    /// Creates the name of a key file; `book` is the file of the book it must not lie beside.
    public init(_ path: String, besides book: String?) throws(KeyFault) {
        self.path = path
        guard let book, let own = Self.folder(of: path), let its = Self.folder(of: book) else {
            return
        }
        guard own != its else { throw .besideBook(path: path) }
    }

    /// Whether there is anything of that name.
    public var isThere: Bool {
        var found = stat()
        return lstat(path, &found) == 0
    }

    /// Reads the key; refused where anybody but its owner may.
    public func key() throws(KeyFault) -> SigningKey {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw errno == ENOENT ? .missing(path: path) : Self.failed(path)
        }
        defer { close(descriptor) }
        var found = stat()
        guard fstat(descriptor, &found) == 0 else { throw Self.failed(path) }
        guard found.st_mode & S_IFMT == S_IFREG, found.st_size <= Self.longest else {
            throw .notAKey(path: path)
        }
        guard found.st_mode & 0o077 == 0 else {
            throw .open(path: path, mode: "0" + String(found.st_mode & 0o777, radix: 8))
        }
        var text = [UInt8](repeating: 0, count: Self.longest)
        let count = Glibc.read(descriptor, &text, text.count)
        guard count >= 0 else { throw Self.failed(path) }
        let line = text[..<count].split(separator: UInt8(ascii: "\n")).first ?? []
        guard let key = SigningKey(secret: String(decoding: line, as: UTF8.self)) else {
            throw .notAKey(path: path)
        }
        return key
    }

    /// Makes a new key and writes it, mode 0600, where nothing is; whole or not at all.
    public func make(for name: KeyName) throws(KeyFault) -> SigningKey {
        let key = SigningKey(name: name)
        let aside = path + ".making-" + Hex.text(Random.bytes(4))
        let descriptor = open(aside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw Self.failed(path) }
        defer { unlink(aside) }
        let isWritten = Self.write(key.secret + "\n", to: descriptor) && fsync(descriptor) == 0
        let error = errno
        close(descriptor)
        guard isWritten else { throw .failed(path: path, why: BookFault.reason(error)) }
        guard link(aside, path) == 0 else {
            throw errno == EEXIST ? .taken(path: path) : Self.failed(path)
        }
        try? Folder.sync(of: path)
        return key
    }
}

extension KeyFile {
    private static let longest = 4_096

    /// A folder by what the system knows it by, whatever it is called.
    private struct FolderMark: Equatable {
        let device: UInt
        let number: UInt
    }

    /// The folder a file is really in, links followed; nil where there is none.
    private static func folder(of path: String) -> FolderMark? {
        var real = path
        if let resolved = realpath(path, nil) {
            real = String(cString: resolved)
            free(resolved)
        }
        let end = real.utf8.lastIndex(of: UInt8(ascii: "/"))
        var found = stat()
        guard stat(end.map { String(real[..<$0]) + "/" } ?? ".", &found) == 0 else { return nil }
        return FolderMark(device: UInt(found.st_dev), number: UInt(found.st_ino))
    }

    static func write(_ text: String, to descriptor: Int32) -> Bool {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            guard count >= 0 || errno == EINTR else { return false }
            rest = rest.dropFirst(max(count, 0))
        }
        return true
    }

    static func failed(_ path: String, _ error: Int32 = errno) -> KeyFault {
        .failed(path: path, why: BookFault.reason(error))
    }
}
