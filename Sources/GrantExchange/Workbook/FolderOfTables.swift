import Foundation
import GrantLedger

/// A folder of CSV files on its way: one a table, each written a row at a time.
///
/// It is written aside and takes its name only when it is whole; what has that name already is never
/// touched.
public final class FolderOfTables {
    /// Why it could not be written.
    public enum Fault: Error, Hashable, Sendable {
        /// Something of that name is there.
        case taken
        /// The folder or a file in it could not be written.
        case unwritable
    }

    private let place: URL
    private let aside: URL
    private let writer: DelimitedWriter
    private var handle: FileHandle?
    private var pending = Data()
    /// The files written, in order.
    public private(set) var files: [String] = []

    /// Begins a folder.
    ///
    /// - Parameters:
    ///   - path: where it is to be.
    ///   - isForExcel: whether its files are as Excel opens them by itself.
    /// - Throws: ``Fault``.
    public init(at path: String, isForExcel: Bool) throws(Fault) {
        place = URL(fileURLWithPath: path)
        writer = isForExcel ? .excel : .csv
        let name = ".\(place.lastPathComponent).\(UUID().uuidString)"
        aside = place.deletingLastPathComponent().appendingPathComponent(name)
        guard !Self.isThere(place) else { throw .taken }
        try attempt {
            try FileManager.default.createDirectory(
                at: aside, withIntermediateDirectories: false,
                attributes: [.posixPermissions: 0o700])
        }
    }

    /// Begins the file of a table, named for its key.
    public func begin(_ sheet: Sheet) throws(Fault) {
        let name = "\(sheet.key ?? "table").csv"
        let url = aside.appendingPathComponent(name)
        try attempt {
            guard
                FileManager.default.createFile(
                    atPath: url.path, contents: nil, attributes: [.posixPermissions: 0o600])
            else { throw Fault.unwritable }
            handle = try FileHandle(forWritingTo: url)
        }
        files.append(name)
        pending = Data(writer.heading(of: sheet).utf8)
    }

    /// Writes the next row.
    public func add(_ row: [Cell]) throws(Fault) {
        pending.append(contentsOf: writer.line(of: row).utf8)
        guard pending.count > 262_144 else { return }
        try attempt { try flush() }
    }

    /// Ends the file; a file has no totals, which its reader would take for a row.
    public func end(totals: [Cell]? = nil) throws(Fault) {
        try attempt {
            try flush()
            try handle?.synchronize()
            try handle?.close()
            handle = nil
        }
    }

    /// Gives the folder its name.
    public func finish() throws(Fault) {
        guard !Self.isThere(place) else {
            discard()
            throw .taken
        }
        try attempt { try FileManager.default.moveItem(at: aside, to: place) }
    }

    /// Takes away what was written aside; after the folder has its name there is nothing.
    public func discard() {
        try? handle?.close()
        handle = nil
        try? FileManager.default.removeItem(at: aside)
    }

    private func flush() throws {
        try handle?.write(contentsOf: pending)
        pending.removeAll(keepingCapacity: true)
    }

    private func attempt(_ body: () throws -> Void) throws(Fault) {
        do { try body() } catch {
            discard()
            throw .unwritable
        }
    }

    private static func isThere(_ url: URL) -> Bool {
        (try? FileManager.default.attributesOfItem(atPath: url.path)) != nil
    }
}
