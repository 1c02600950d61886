import Foundation
import Testing

extension Desk {
    /// The folder of the fixtures.
    static let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Fixtures")

    /// A desk with the example of Kent, told on a day.
    static func withKent(clock: String = "2020-06-30T09:00:00Z") throws -> Desk {
        let desk = try Desk(clock: clock)
        try desk.done(
            "init", "book.almoner", "--example", "kent", "--id", String(repeating: "0", count: 32))
        return desk
    }

    /// A desk with the illustrative year as it is before its close, told on its last day.
    static func withYear() throws -> Desk {
        let desk = try Desk(clock: "2020-03-31T16:00:00Z")
        for (name, bytes) in try yearBegun.get() {
            try bytes.write(to: desk.folder.appending(path: name))
        }
        return desk
    }

    /// The book of the illustrative year and its counterfoils: written once, and copied.
    private static let yearBegun = Result {
        let desk = try Desk(clock: "2020-03-31T16:00:00Z")
        try desk.done(
            "init", "year.almoner", "--office", "Illustrative office", "--from", "2019-04-01")
        try desk.done("batch", fixtures.appending(path: "illustrative-year/year.batch").path)
        var files: [String: Data] = [:]
        for name in ["year.almoner", "year.almoner.counterfoils"] {
            files[name] = try Data(contentsOf: desk.folder.appending(path: name))
        }
        return files
    }

    /// What a report says, as an object.
    func json(_ words: String...) throws -> [String: Any] { try json(words) }

    /// What a report says, as an object.
    func json(_ words: [String]) throws -> [String: Any] {
        let outcome = try run(words + ["--format", "json"])
        try #require(outcome.status == 0, "\(words): \(outcome.err)")
        let object = try JSONSerialization.jsonObject(with: Data(outcome.out.utf8))
        return try #require(object as? [String: Any])
    }

    /// The rows of a page, or of one of its sheets.
    static func rows(_ page: [String: Any], _ sheet: String? = nil) throws -> [[String: Any]] {
        let holder = sheet == nil ? page : page[sheet ?? ""] as? [String: Any]
        return try #require(holder?["rows"] as? [[String: Any]])
    }

    /// The totals of a page, or of one of its sheets.
    static func totals(_ page: [String: Any], _ sheet: String? = nil) throws -> [String: Any] {
        let holder = sheet == nil ? page : page[sheet ?? ""] as? [String: Any]
        return try #require(holder?["totals"] as? [String: Any])
    }

    /// An amount of a row in pence.
    static func pence(_ row: [String: Any], _ key: String) throws -> Int {
        let text = try #require(row[key] as? String, "\(key) is not text")
        return try #require(Int(text.replacing(".", with: "")), "\(key): \(text)")
    }
}
