/// A fault of SQLite that has a known end, and whether it reaches a book.
struct SQLiteFault {
    /// The first version without it.
    let mended: [Int]
    /// What it is, and why it does or does not matter here.
    let words: String

    /// Those that matter to a program that keeps money in a file, the oldest first.
    static let known = [
        SQLiteFault(
            mended: [3, 39, 2],
            words:
                "texts of billions of bytes can overflow (CVE-2022-35737); no text of a book may "
                + "be a thousandth of that"),
        SQLiteFault(
            mended: [3, 50, 2],
            words: "statements with more aggregates than columns can overflow (CVE-2025-6965); a "
                + "book is asked only this program's statements, and another schema is refused"),
        SQLiteFault(
            mended: [3, 51, 3],
            words:
                "a reset of its write-ahead log can damage a file; a book keeps a rollback journal"),
    ]

    /// A version with what is known against it.
    static func words(on version: String) -> String {
        let parts = version.split(separator: ".").compactMap { Int($0) }
        let faults = known.filter { parts.lexicographicallyPrecedes($0.mended) }
        guard !faults.isEmpty else { return version }
        let told = faults.map { fault in
            "until \(fault.mended.map(String.init).joined(separator: ".")) \(fault.words)"
        }
        return
            "\(version); \(told.joined(separator: "; ")). A system may have mended them without a "
            + "new version."
    }
}
