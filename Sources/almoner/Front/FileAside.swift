import Foundation

/// A file that is written aside and takes its name only when it is whole.
enum FileAside {
    /// Writes a file aside by what is handed in, and gives it its name.
    static func write(_ output: String, _ body: (String) throws -> Void) throws {
        let place = URL(fileURLWithPath: output)
        let folder = place.deletingLastPathComponent().path
        guard FileManager.default.isWritableFile(atPath: folder) else { throw unwritable(output) }
        let aside = place.deletingLastPathComponent()
            .appendingPathComponent(".\(place.lastPathComponent).\(UUID().uuidString)")
        do {
            try body(aside.path)
            let handle = try FileHandle(forUpdating: aside)
            try handle.synchronize()
            try handle.close()
            guard rename(aside.path, place.path) == 0 else { throw unwritable(output) }
        } catch {
            try? FileManager.default.removeItem(at: aside)
            throw error is Fault ? error : unwritable(output)
        }
    }

    /// The bytes of a file that is written for a moment by what is handed in.
    static func temporary(_ body: (String) throws -> Void) throws -> [UInt8] {
        let place = FileManager.default.temporaryDirectory
            .appendingPathComponent("almoner-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: place) }
        try body(place.path)
        guard let data = FileManager.default.contents(atPath: place.path) else {
            throw unwritable(place.path)
        }
        return Array(data)
    }

    /// Refuses what is there already: a file, a folder or a link to nothing.
    static func checkNew(_ output: String) throws {
        let isThere = (try? FileManager.default.attributesOfItem(atPath: output)) != nil
        guard !isThere else {
            throw Fault(
                "output-exists", "\(output) is there already.",
                remedy: "Name one that is not there; nothing is ever written over.",
                status: .cannotCreate)
        }
        let folder = URL(fileURLWithPath: output).deletingLastPathComponent().path
        guard FileManager.default.isWritableFile(atPath: folder) else { throw unwritable(output) }
    }

    /// The file could not be written.
    static func unwritable(_ output: String) -> Fault {
        Fault(
            "cannot-create", "\(output) could not be written.",
            remedy: "See whether the folder is there, and whether it may be written.",
            status: .cannotCreate)
    }
}
