import Foundation

/// A folder of its own for one test, gone with it.
final class TestFolder: Sendable {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "almoner-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func path(_ name: String) -> String { url.appending(path: name).path }

    /// Copies a book and its counterfoils under another name.
    func copy(
        _ book: String, to name: String = "copy.almoner", counterfoils: Bool = true
    ) throws -> String {
        let target = path(name)
        for suffix in counterfoils ? ["", ".counterfoils"] : [""] {
            try? FileManager.default.removeItem(atPath: target + suffix)
            try FileManager.default.copyItem(atPath: book + suffix, toPath: target + suffix)
        }
        return target
    }

    static func bytes(_ path: String) throws -> Data { try Data(contentsOf: URL(filePath: path)) }
}
