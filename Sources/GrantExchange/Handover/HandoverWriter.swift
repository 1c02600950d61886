import Foundation
public import GrantLedger

/// Writes open awards into a folder for the body that takes them over: one file of JSON, and tables.
///
/// Award by award, so that it holds one at a time. The folder is written aside and takes its name
/// only when it is whole; what has that name already is never touched.
public final class HandoverWriter {
    /// Why it could not be written.
    public enum Fault: Error, Hashable, Sendable {
        /// Something of that name is there.
        case taken
        /// The folder or a file in it could not be written.
        case unwritable
    }

    /// The names of the files, in the order a reader may want them.
    public static let files = [
        "handover.json", "awards.csv", "lines.csv", "instalments.csv", "returns.csv",
    ]

    /// How many awards have been written.
    public private(set) var count = 0

    private let place: URL
    private let aside: URL
    private var handles: [FileHandle] = []

    /// Begins a folder.
    ///
    /// - Parameters:
    ///   - path: where it is to be.
    ///   - envelope: of which book, as at when.
    /// - Throws: ``Fault``.
    public init(at path: String, _ envelope: Envelope) throws(Fault) {
        place = URL(fileURLWithPath: path)
        let name = ".\(place.lastPathComponent).\(UUID().uuidString)"
        aside = place.deletingLastPathComponent().appendingPathComponent(name)
        guard !Self.isThere(place) else { throw .taken }
        let members = envelope.members(schema: "almoner.handover/1")
        let head = JSON.object(members).compact.dropLast() + ",\"awards\":["
        try attempt {
            try FileManager.default.createDirectory(
                at: aside, withIntermediateDirectories: false,
                attributes: [.posixPermissions: 0o700])
            for name in Self.files { handles.append(try file(name)) }
            try handles[0].write(contentsOf: Data(head.utf8))
        }
    }

    /// Writes one award.
    public func add(_ award: HandedAward) throws(Fault) {
        try attempt {
            let json = (count == 0 ? "\n" : ",\n") + award.json.compact
            try handles[0].write(contentsOf: Data(json.utf8))
            for (handle, sheet) in zip(handles.dropFirst(), award.sheets) {
                let heading = count == 0 ? DelimitedWriter.csv.heading(of: sheet) : ""
                let rows = DelimitedWriter.csv.rows(of: sheet)
                try handle.write(contentsOf: Data((heading + rows).utf8))
            }
            count += 1
        }
    }

    /// Ends the files, brings them to the disk and gives the folder its name.
    public func finish() throws(Fault) {
        try attempt {
            try handles[0].write(contentsOf: Data("\n]}\n".utf8))
            for handle in handles {
                try handle.synchronize()
                try handle.close()
            }
            handles = []
        }
        guard !Self.isThere(place) else {
            discard()
            throw .taken
        }
        try attempt {
            try Self.synchronize(aside)
            try FileManager.default.moveItem(at: aside, to: place)
            try Self.synchronize(place.deletingLastPathComponent())
        }
    }

    /// Takes away what was written aside; after the folder has its name there is nothing.
    public func discard() {
        for handle in handles { try? handle.close() }
        handles = []
        try? FileManager.default.removeItem(at: aside)
    }

    private func file(_ name: String) throws -> FileHandle {
        let url = aside.appendingPathComponent(name)
        guard
            FileManager.default.createFile(
                atPath: url.path, contents: nil, attributes: [.posixPermissions: 0o600])
        else { throw Fault.unwritable }
        return try FileHandle(forWritingTo: url)
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

    private static func synchronize(_ folder: URL) throws {
        let handle = try FileHandle(forReadingFrom: folder)
        defer { try? handle.close() }
        // Not every file system syncs a folder; where it cannot, the files in it are synced.
        try? handle.synchronize()
    }
}
