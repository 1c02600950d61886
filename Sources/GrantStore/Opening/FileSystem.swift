import Foundation
import Glibc

/// What kind of file system a file is on.
///
/// On a network one neither SQLite's locks nor the lock on the counterfoils can be relied on between
/// machines: two would write at once. A book is read there, and not written.
public struct FileSystem: Hashable, Sendable {
    /// The kernel's name for it, `ext4`; empty where it does not tell.
    public let name: String

    /// Of a name, as the kernel gives it.
    public init(name: String) { self.name = name }

    /// Of a file, or of the folder it is to be in.
    public init(of path: String) throws {
        var found = stat()
        if stat(path, &found) != 0 {
            guard errno == ENOENT, stat(Folder.path(of: path), &found) == 0 else {
                throw BookFault.failed(path: path)
            }
        }
        let mounts = (try? Data(contentsOf: URL(filePath: "/proc/self/mountinfo"))) ?? Data()
        let (major, minor) = Self.numbers(of: found.st_dev)
        self.init(
            device: "\(major):\(minor)", mounts: String(decoding: mounts, as: UTF8.self))
    }

    /// Of a device by its numbers, among what the kernel says is mounted.
    public init(device: String, mounts: String) {
        for line in mounts.split(separator: "\n") {
            let parts = line.split(separator: " ")
            guard parts.count > 3, parts[2] == device, let dash = parts.lastIndex(of: "-"),
                dash + 1 < parts.count
            else { continue }
            self.init(name: String(parts[dash + 1]))
            return
        }
        self.init(name: "")
    }

    /// Whether other machines have it too.
    public var isNetwork: Bool { Self.networks.contains(name) }

    /// Whether it hides what is below it: a disk of this machine, or another's.
    public var isUnclear: Bool {
        !isNetwork && (name.hasPrefix("fuse") || ["9p", "virtiofs"].contains(name))
    }

    /// Refuses to write a book on a network file system.
    static func checkKeepsLocks(_ path: String) throws {
        let system = try FileSystem(of: path)
        if system.isNetwork { throw BookFault.networkDisk(path: path, kind: system.name) }
    }

    private static let networks: Set = [
        "nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "coda", "ceph", "lustre", "davfs",
        "vboxsf", "fuse.sshfs", "fuse.glusterfs", "fuse.gvfsd-fuse", "fuse.rclone", "fuse.s3fs",
        "fuse.smbnetfs", "fuse.davfs2",
    ]

    /// A device's two numbers, as the C library packs them.
    private static func numbers(of device: dev_t) -> (major: UInt64, minor: UInt64) {
        let packed = UInt64(device)
        return (
            (packed >> 8 & 0xFFF) | (packed >> 32 & ~0xFFF),
            (packed & 0xFF) | (packed >> 12 & ~0xFF)
        )
    }
}
