import Foundation
import GrantSeal

/// A bundle on its way: a folder of files written aside, each hashed as it is written.
///
/// It becomes a folder, or a zip where the name ends in `.zip`, only when it is whole; what has that
/// name already is never touched.
public final class BundleFolder {
    /// Why it could not be written.
    public enum Fault: Error, Hashable, Sendable {
        /// Something of that name is there.
        case taken
        /// The folder or a file in it could not be written.
        case unwritable
    }

    /// The files that are whole, in the order they were written.
    public private(set) var files: [BundleManifest.File] = []

    private let place: URL
    private let aside: URL
    private let writer = DelimitedWriter.csv
    private var table: BundleFile?

    private var isZip: Bool { place.pathExtension.lowercased() == "zip" }

    /// Begins a bundle.
    ///
    /// - Parameter path: where it is to be.
    /// - Throws: ``Fault``.
    public init(at path: String) throws(Fault) {
        place = URL(fileURLWithPath: path)
        let name = ".\(place.lastPathComponent).\(UUID().uuidString)"
        aside = place.deletingLastPathComponent().appendingPathComponent(name)
        guard !Self.isThere(place) else { throw .taken }
        do {
            try FileManager.default.createDirectory(
                at: aside, withIntermediateDirectories: false,
                attributes: [.posixPermissions: 0o700])
        } catch { throw .unwritable }
    }

    /// Where a file of a name is written by another writer, before ``adopt(_:)`` takes it in.
    public func path(of name: String) -> String { aside.appendingPathComponent(name).path }

    /// Writes a file piece by piece.
    public func write(_ name: String, _ body: (BundleFile) throws -> Void) throws {
        let file = try BundleFile(name, at: aside.appendingPathComponent(name))
        do { try body(file) } catch {
            file.abandon()
            throw error
        }
        files.append(try file.close())
    }

    /// Takes in a file that another writer wrote at ``path(of:)``.
    public func adopt(_ name: String) throws {
        let handle = try FileHandle(forUpdating: aside.appendingPathComponent(name))
        defer { try? handle.close() }
        try handle.synchronize()
        var digest = Digest()
        var size = 0
        while let piece = try handle.read(upToCount: 262_144), !piece.isEmpty {
            digest.take(piece)
            size += piece.count
        }
        files.append(BundleManifest.File(name: name, size: size, sha256: digest.hex))
    }

    /// Gives it its name.
    public func finish() throws {
        guard !Self.isThere(place) else { throw Fault.taken }
        Self.synchronize(aside)
        if isZip {
            let packed = aside.appendingPathExtension("zip")
            defer { try? FileManager.default.removeItem(at: packed) }
            try BundleZip.pack(files.map(\.name), of: aside.path, to: packed.path)
            // A hard link takes the name only where nothing has it.
            guard link(packed.path, place.path) == 0 else {
                throw errno == EEXIST ? Fault.taken : Fault.unwritable
            }
            try FileManager.default.removeItem(at: aside)
        } else {
            try FileManager.default.moveItem(at: aside, to: place)
        }
        Self.synchronize(place.deletingLastPathComponent())
    }

    /// Takes away what was written aside; after the bundle has its name there is nothing.
    public func discard() {
        table?.abandon()
        table = nil
        try? FileManager.default.removeItem(at: aside)
    }

    private static func isThere(_ url: URL) -> Bool {
        (try? FileManager.default.attributesOfItem(atPath: url.path)) != nil
    }

    private static func synchronize(_ folder: URL) {
        // Not every file system syncs a folder; where it cannot, the files in it are synced.
        guard let handle = try? FileHandle(forReadingFrom: folder) else { return }
        try? handle.synchronize()
        try? handle.close()
    }
}

extension BundleFolder: TableTaker {
    /// Begins the CSV file of a table, named for its key.
    public func begin(_ sheet: Sheet) throws {
        let name = "\(sheet.key ?? "table").csv"
        let file = try BundleFile(name, at: aside.appendingPathComponent(name))
        table = file
        try file.write(writer.heading(of: sheet).utf8)
    }

    /// Writes its next row.
    public func add(_ row: [Cell]) throws { try table?.write(writer.line(of: row).utf8) }

    /// Ends it; a file has no totals, which its reader would take for a row.
    public func end(totals: [Cell]?) throws {
        if let table { files.append(try table.close()) }
        table = nil
    }
}
