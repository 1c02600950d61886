import Foundation
import GrantSeal

/// One file of a bundle on its way, hashed as it is written.
public final class BundleFile {
    /// Its name in the bundle.
    let name: String
    private let handle: FileHandle
    private var digest = Digest()
    private var size = 0
    private var pending: [UInt8] = []

    init(_ name: String, at url: URL) throws {
        self.name = name
        guard
            FileManager.default.createFile(
                atPath: url.path, contents: nil, attributes: [.posixPermissions: 0o600])
        else { throw BundleFolder.Fault.unwritable }
        handle = try FileHandle(forWritingTo: url)
    }

    /// Writes the next bytes.
    public func write(_ bytes: some Sequence<UInt8>) throws {
        pending.append(contentsOf: bytes)
        guard pending.count > 262_144 else { return }
        try flush()
    }

    /// Brings it to the disk and says what was written.
    func close() throws -> BundleManifest.File {
        try flush()
        try handle.synchronize()
        try handle.close()
        return BundleManifest.File(name: name, size: size, sha256: digest.hex)
    }

    /// Stops, so that it can be taken away.
    func abandon() { try? handle.close() }

    private func flush() throws {
        try handle.write(contentsOf: Data(pending))
        digest.take(pending)
        size += pending.count
        pending.removeAll(keepingCapacity: true)
    }
}
