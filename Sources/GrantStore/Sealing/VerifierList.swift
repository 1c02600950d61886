import Glibc
public import GrantSeal

/// A file of verifier keys, one a line; empty lines and lines that begin with `#` say nothing.
public struct VerifierList: Hashable, Sendable {
    /// Where it is.
    public let path: String

    /// Creates the name of a list.
    public init(_ path: String) { self.path = path }

    /// The keys it holds; none where there is no such file.
    public func keys() throws(KeyFault) -> [VerifierKey] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            guard errno == ENOENT || errno == ENOTDIR else { throw KeyFile.failed(path) }
            return []
        }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 65_536)
        while bytes.count <= Self.longest {
            let count = Glibc.read(descriptor, &part, part.count)
            guard count >= 0 else { throw KeyFile.failed(path) }
            if count == 0 { break }
            bytes += part[..<count]
        }
        var keys: [VerifierKey] = []
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            let text = String(decoding: line.filter { $0 != UInt8(ascii: "\r") }, as: UTF8.self)
            guard !text.isEmpty, !text.hasPrefix("#") else { continue }
            guard let key = VerifierKey(text) else {
                throw .notAVerifier(path: path, line: index + 1)
            }
            keys.append(key)
        }
        return keys
    }

    /// Adds a key to the end; one that is there already stays as it is.
    public func add(_ key: VerifierKey) throws(KeyFault) {
        guard try !keys().contains(key) else { return }
        let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw KeyFile.failed(path) }
        defer { close(descriptor) }
        guard KeyFile.write("\(key)\n", to: descriptor), fsync(descriptor) == 0 else {
            throw KeyFile.failed(path)
        }
    }

    private static let longest = 1_000_000
}
