import Foundation

/// The 360Giving standard's own files, which are not part of this repository.
enum Standard {
    /// Where they are: `ALMONER_360GIVING`, else `../shared/360giving` beside the checkout.
    static let folder: URL = {
        let root = Desk.fixtures.deletingLastPathComponent()
        let named = ProcessInfo.processInfo.environment["ALMONER_360GIVING"]
        return URL(fileURLWithPath: named ?? "../shared/360giving", relativeTo: root)
            .standardizedFileURL
    }()

    /// Whether they are there.
    static let isThere = FileManager.default.fileExists(
        atPath: folder.appending(path: "schema/360-giving-schema.json").path)

    /// What is said where they are not.
    static let absence =
        "NOT RUN: the 360Giving schema is not in \(folder.path); set ALMONER_360GIVING to its folder."
}
