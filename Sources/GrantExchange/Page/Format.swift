/// The forms a page can be written in.
public enum Format: String, CaseIterable, Sendable {
    /// Aligned columns for a person.
    case table
    /// Values parted by commas, RFC 4180.
    case csv
    /// Values parted by tabs.
    case tsv
    /// One object.
    case json
    /// An object a row, a row a line.
    case jsonl
    /// A table for a document.
    case markdown
    /// A workbook, which is a file of bytes.
    case xlsx
    /// A page for a browser or a printer, whole in one file.
    case html

    /// The form a file's suffix asks for, or nil.
    public init?(suffix: String) {
        switch suffix.lowercased() {
        case "txt": self = .table
        case "md", "markdown": self = .markdown
        case "ndjson": self = .jsonl
        case "htm": self = .html
        case let other: self.init(rawValue: other)
        }
    }
}

extension Page {
    /// The page in one of the forms that are text, ending in a line break.
    ///
    /// ``WorkbookWriter`` writes the one that is not.
    ///
    /// - Parameters:
    ///   - format: the form.
    ///   - width: how many columns a table may take; the other forms have no width.
    /// - Returns: the text, whole.
    public func text(as format: Format, width: Int = 80) -> String {
        switch format {
        case .table: TableWriter(width: width).text(of: self)
        case .csv: DelimitedWriter.csv.text(of: self)
        case .tsv: DelimitedWriter.tsv.text(of: self)
        case .json: json.pretty + "\n"
        case .jsonl: jsonLines
        case .markdown: MarkdownWriter().text(of: self)
        case .xlsx: preconditionFailure("A workbook is bytes and not text.")
        case .html: HTMLWriter().text(of: self)
        }
    }
}
