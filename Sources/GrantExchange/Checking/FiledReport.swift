import Foundation
public import GrantLedger

/// A report in a file: what it was asked, of which book, and what it says.
public struct FiledReport: Sendable {
    /// How it is written.
    public let format: Format
    /// The words of the command after `almoner`.
    public let question: [String]
    /// The page of a report of the book that it is; nil for a page by itself.
    public let file: String?
    /// The day as at which it is told; nil where none matters.
    public let asAt: Day?
    /// How many entries it knew.
    public let entries: Int
    /// The chain hash of the newest of them.
    public let chain: String
    /// Its bytes.
    public let bytes: [UInt8]
    /// What it says, in its order.
    public let figures: [FiledFigure]

    /// Reads a file.
    ///
    /// - Parameter path: a JSON, HTML or XLSX file, known by how it begins and not by its name.
    /// - Throws: ``UnreadableFile`` where it is none of them, or does not say what it was asked.
    public init(path: String) throws(UnreadableFile) {
        guard let found = FileManager.default.contents(atPath: path) else {
            throw UnreadableFile(
                "It cannot be read.", remedy: "See whether it is a file, and may be read.")
        }
        bytes = Array(found)
        let source: Source
        switch bytes.first(where: { $0 > 0x20 }) {
        case UInt8(ascii: "{"):
            format = .json
            figures = try FiledJSON.figures(bytes)
            source = try Source(figures)
        case UInt8(ascii: "<"):
            format = .html
            let text = String(decoding: bytes, as: UTF8.self)
            figures = FiledHTML.figures(text)
            guard let said = FiledHTML.source(text) else { throw Source.missing }
            source = try Source(try FiledJSON.figures(said.utf8))
        default:
            format = .xlsx
            figures = try FiledWorkbook.figures(path)
            source = try Source(try FiledWorkbook.source(path))
        }
        (question, file, asAt) = (source.question, source.file, source.asAt)
        (entries, chain) = (source.entries, source.chain)
    }

    /// Whether this and another file say the same, and say so by the same bytes but where a workbook
    /// says when it was made.
    public func difference(from told: FiledReport) -> FiledDifference? {
        bytes == told.bytes ? nil : FiledDifference(figures, against: told.figures)
    }
}

/// What a report says it was asked.
private struct Source {
    var question: [String] = []
    var file: String?
    var asAt: Day?
    var entries = 0
    var chain = ""

    static var missing: UnreadableFile {
        UnreadableFile(
            "It does not say what it was asked, and of which book.",
            remedy: "Give a JSON, HTML or XLSX file that almoner wrote, as it was written.")
    }

    /// By the members every page begins with.
    init(_ figures: [FiledFigure]) throws(UnreadableFile) {
        var said: [String: String] = [:]
        for figure in figures where said[figure.place] == nil {
            let value = figure.value
            said[figure.place] =
                value.hasPrefix("\"") ? String(value.dropFirst().dropLast()) : value
        }
        while let word = said["question[\(question.count + 1)]"] { question.append(word) }
        file = said["file"]
        try take(asAt: said["asAt"], entries: said["journal.entries"], said["journal.chain"])
    }

    /// By the labels of a workbook's cover.
    init(_ cover: [String: IncomingCell]) throws(UnreadableFile) {
        guard let asked = cover["Question"]?.text,
            let words = TypedCommand.words(asked), words.first == "almoner"
        else { throw Self.missing }
        question = Array(words.dropFirst())
        let day = cover["As at"].flatMap { $0.kind == .date ? $0.text : nil }
        try take(asAt: day, entries: cover["Entries"]?.text, cover["Chain"]?.text)
    }

    private mutating func take(
        asAt day: String?, entries: String?, _ chain: String?
    ) throws(UnreadableFile) {
        guard let entries = entries.flatMap({ Int($0) }), entries >= 0, let chain else {
            throw Self.missing
        }
        (asAt, self.entries, self.chain) = (day.flatMap { Day($0) }, entries, chain)
    }
}
