import Foundation
import GrantSeal

/// Writes linked pages into a folder that is there whole or not at all.
///
/// The pages are written aside, and the folder takes its name at the end. A folder that a writer
/// made before, and nobody has touched since, is replaced; nothing else ever is. `SHA256SUMS`, in
/// the form that `sha256sum -c` reads, tells the one from the other.
public final class SiteWriter {
    /// Why it could not be written.
    public enum Fault: Error, Hashable, Sendable {
        /// Something of that name is there that is not a folder of pages.
        case taken
        /// The folder of pages has a file that was added, changed or lost since.
        case changed(String)
        /// The folder or a file in it could not be written.
        case unwritable
    }

    /// The list of the files with their digests.
    public static let sums = "SHA256SUMS"

    /// How many pages have been written.
    public var count: Int { digests.count }

    private let place: URL
    private let aside: URL
    private var digests: [String: String] = [:]

    /// Begins a folder.
    ///
    /// - Parameter path: where it is to be.
    /// - Throws: ``Fault``.
    public init(at path: String) throws(Fault) {
        place = URL(fileURLWithPath: path)
        let name = ".\(place.lastPathComponent).\(UUID().uuidString)"
        aside = place.deletingLastPathComponent().appendingPathComponent(name)
        try Self.check(place)
        try attempt {
            try FileManager.default.createDirectory(
                at: aside, withIntermediateDirectories: false,
                attributes: [.posixPermissions: 0o700])
        }
    }

    /// Writes one page.
    public func add(_ name: String, _ text: String) throws(Fault) {
        try attempt { try write(name, text) }
        digests[name] = Hex.text(Digest.sha256(of: text.utf8))
    }

    /// Brings the pages to the disk and gives the folder its name.
    public func finish() throws(Fault) {
        let lines = digests.sorted { $0.key < $1.key }.map { "\($0.value)  \($0.key)\n" }
        try attempt { try write(Self.sums, lines.joined()) }
        do throws(Fault) { try Self.check(place) } catch {
            discard()
            throw error
        }
        try attempt { try name() }
    }

    /// Takes away what was written aside; after the folder has its name there is nothing.
    public func discard() { try? FileManager.default.removeItem(at: aside) }

    private func write(_ name: String, _ text: String) throws {
        let url = aside.appendingPathComponent(name)
        guard
            FileManager.default.createFile(
                atPath: url.path, contents: nil, attributes: [.posixPermissions: 0o600])
        else { throw Fault.unwritable }
        let handle = try FileHandle(forWritingTo: url)
        defer { try? handle.close() }
        try handle.write(contentsOf: Data(text.utf8))
        try handle.synchronize()
    }

    /// Puts the new folder where the old one was; the old one comes back where that fails.
    private func name() throws {
        let files = FileManager.default
        guard Self.isThere(place) else { return try files.moveItem(at: aside, to: place) }
        let old = aside.appendingPathExtension("old")
        try files.moveItem(at: place, to: old)
        do { try files.moveItem(at: aside, to: place) } catch {
            try files.moveItem(at: old, to: place)
            throw error
        }
        try files.removeItem(at: old)
    }

    private func attempt(_ body: () throws -> Void) throws(Fault) {
        do { try body() } catch {
            discard()
            throw .unwritable
        }
    }

    /// Whether the place is free: nothing is there, an empty folder, or pages as they were written.
    private static func check(_ place: URL) throws(Fault) {
        guard isThere(place) else { return }
        let kind = try? FileManager.default.attributesOfItem(atPath: place.path)[.type]
        guard kind as? FileAttributeType == .typeDirectory,
            let names = try? FileManager.default.contentsOfDirectory(atPath: place.path)
        else { throw .taken }
        guard !names.isEmpty else { return }
        guard let list = try? String(contentsOf: place.appending(path: sums), encoding: .utf8)
        else { throw .taken }
        var known: [String: String] = [:]
        for line in list.split(separator: "\n") {
            let parts = line.split(separator: " ", maxSplits: 1)
            guard parts.count == 2 else { throw .taken }
            known[String(parts[1].dropFirst())] = String(parts[0])
        }
        for name in Set(names).union(known.keys).subtracting([sums]).sorted() {
            let bytes = try? Data(contentsOf: place.appending(path: name))
            guard let bytes, Hex.text(Digest.sha256(of: bytes)) == known[name] else {
                throw .changed(name)
            }
        }
    }

    private static func isThere(_ url: URL) -> Bool {
        (try? FileManager.default.attributesOfItem(atPath: url.path)) != nil
    }
}
