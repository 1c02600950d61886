import Foundation
import Testing

/// The repository as text, found from where this file stands.
enum SourceTree {
    static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Every text file of the project, by its path from the root.
    static let files: [TextFile] = {
        let folders = ["Sources", "Tests", "Schema", "Fixtures", "Bench", "scripts", ".ci"]
        let single = [
            "Package.swift", "Makefile", "README.md", "CHANGELOG.md", ".swift-format", ".gitignore",
        ]
        let paths = single + folders.flatMap(paths(under:))
        return paths.sorted().compactMap(TextFile.init(path:))
    }()

    /// Every Swift file, but for the manifest.
    static let swift = files.filter { $0.path.hasSuffix(".swift") && $0.path != "Package.swift" }

    /// The Swift files of one target under `Sources` or `Schema`.
    static func sources(of target: String) -> [TextFile] {
        let folder = target == "GrantSchema" ? "Schema/" : "Sources/\(target)/"
        return swift.filter { $0.path.hasPrefix(folder) }
    }

    /// What proves things: tests, transcripts and fixtures, but not the tests of the tree itself.
    static let proofs = files.filter {
        ($0.path.hasPrefix("Tests/") && !$0.path.hasPrefix("Tests/HouseTests/"))
            || ($0.path.hasPrefix("Fixtures/") && !$0.path.hasSuffix(".md"))
    }

    static func file(_ path: String) throws -> TextFile {
        try #require(files.first { $0.path == path }, "\(path) is missing")
    }

    private static func paths(under folder: String) -> [String] {
        let top = root.appending(path: folder).path
        return (FileManager.default.enumerator(atPath: top)?.compactMap { $0 as? String } ?? [])
            .map { "\(folder)/\($0)" }
            .filter { !$0.contains("__pycache__") }
    }
}

/// A file of the tree that is text and not a large table of data.
struct TextFile: Sendable {
    let path: String
    let text: String
    /// The same lines with comments gone and the insides of string literals blanked; for Swift only.
    let code: String

    init?(path: String) {
        let url = SourceTree.root.appending(path: path)
        guard let data = try? Data(contentsOf: url), data.count < 4_000_000,
            let text = String(bytes: data, encoding: .utf8)
        else { return nil }
        self.path = path
        self.text = text
        code = path.hasSuffix(".swift") ? SwiftCode.only(in: text) : text
    }

    /// `Book+Reports` for `Sources/GrantStore/Book+Reports.swift`.
    var name: String { String(path.split(separator: "/").last?.prefix { $0 != "." } ?? "") }
    var lines: [Substring] { Self.lines(of: text) }
    var codeLines: [Substring] { Self.lines(of: code) }

    /// Where a pattern occurs in the text or in the code alone, as `path:line: what stands there`.
    func places(of pattern: Regex<Substring>, inCode: Bool) -> [String] {
        zip(1..., inCode ? codeLines : lines).compactMap { number, line in
            line.contains(pattern) ? "\(path):\(number): \(line.trimmingPrefix { $0 == " " })" : nil
        }
    }

    private static func lines(of text: String) -> [Substring] {
        text.split(separator: "\n", omittingEmptySubsequences: false)
    }
}
