extension DelimitedReader {
    /// The mark that some programs put before UTF-8.
    static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// Refuses what is no text in UTF-8 by its first bytes.
    static func judgeBeginning(of bytes: [UInt8]) throws(UnreadableFile) {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
            || bytes.starts(with: [0, 0, 0xFE, 0xFF])
        {
            throw UnreadableFile(
                "The file is in UTF-16 (“Unicode text”), not in UTF-8.",
                remedy: "In Excel choose Save As and “CSV UTF-8 (Comma delimited)”.")
        }
        if bytes.starts(with: Array("PK\u{3}\u{4}".utf8)) {
            throw UnreadableFile(
                "The file is a workbook or a zip, not a text.",
                remedy: "Give a workbook its own ending, .xlsx, or save its sheet as CSV UTF-8.")
        }
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            throw UnreadableFile(
                "The file is a workbook of the old kind, .xls, or has a password.",
                remedy: "In Excel take off its password and save it as .xlsx or as CSV UTF-8.")
        }
        if bytes.starts(with: Array("%PDF".utf8)) {
            throw UnreadableFile(
                "The file is a PDF, not a text with columns.",
                remedy: "Ask whoever sent it for the figures as CSV or as a workbook.")
        }
    }

    /// The delimiter that the first line itself tells, as Excel understands it: `sep=;`.
    static func statedDelimiter(of bytes: [UInt8]) -> Delimiter? {
        let text = bytes.starts(with: mark) ? bytes.dropFirst(mark.count) : bytes[...]
        let word = text.prefix(4).map { $0 | 0x20 }
        let rest = text.dropFirst(4)
        guard word == Array("sep".utf8) + [UInt8(ascii: "=") | 0x20], let byte = rest.first,
            let end = rest.dropFirst().first, [0x0A, 0x0D].contains(end)
        else { return nil }
        return Delimiter.allCases.first { $0.byte == byte }
    }
}
