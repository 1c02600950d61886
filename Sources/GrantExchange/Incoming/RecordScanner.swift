/// Takes one row apart out of bytes at hand.
struct RecordScanner {
    /// What ends a field.
    private enum Ending { case delimiter, row, bytes }

    private static let quote = UInt8(ascii: "\"")
    private static let newline = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")

    private let bytes: UnsafeBufferPointer<UInt8>
    private let delimiter: UInt8
    private let isWhole: Bool
    private let row: Int
    /// Where the next byte is; after the row when it is read.
    private(set) var position: Int
    /// The cells of the row.
    private(set) var cells: [IncomingCell] = []

    /// Creates a scanner.
    ///
    /// - Parameters:
    ///   - bytes: the bytes at hand.
    ///   - position: where the row begins.
    ///   - delimiter: what parts the columns.
    ///   - isWhole: whether nothing comes after these bytes.
    ///   - row: the row's number.
    init(
        _ bytes: UnsafeBufferPointer<UInt8>, from position: Int, delimiter: UInt8, isWhole: Bool,
        row: Int
    ) {
        (self.bytes, self.position, self.delimiter) = (bytes, position, delimiter)
        (self.isWhole, self.row) = (isWhole, row)
    }

    /// Reads the row; false where it goes on beyond the bytes at hand.
    mutating func record() throws(UnreadableFile) -> Bool {
        while position < bytes.count || isWhole {
            let isQuoted = position < bytes.count && bytes[position] == Self.quote
            switch isQuoted ? try quoted() : try plain() {
            case .delimiter: continue
            case .row: return true
            case .bytes: return false
            }
        }
        return false
    }

    private mutating func plain() throws(UnreadableFile) -> Ending {
        let start = position
        while position < bytes.count {
            let byte = bytes[position]
            if byte == delimiter || byte == Self.newline || byte == Self.carriageReturn { break }
            if byte == 0 { throw nul }
            if byte == Self.quote, isBlank(start..<position) { throw quoteAfterBlank }
            position += 1
            if position - start > DelimitedReader.mostFieldBytes { throw tooLong }
        }
        guard position < bytes.count || isWhole else { return .bytes }
        try take(bytes[start..<position])
        return try afterField()
    }

    private mutating func quoted() throws(UnreadableFile) -> Ending {
        let opened = position
        var start = opened + 1
        var parts: [UInt8] = []
        position = start
        while position < bytes.count {
            let byte = bytes[position]
            if byte == 0 { throw nul }
            if byte == Self.quote {
                guard position + 1 < bytes.count || isWhole else { return .bytes }
                guard position + 1 < bytes.count, bytes[position + 1] == Self.quote else {
                    parts += bytes[start..<position]
                    position += 1
                    try take(parts)
                    return try afterField()
                }
                parts += bytes[start...position]
                start = position + 2
                position += 1
            }
            position += 1
            if position - opened > DelimitedReader.mostFieldBytes { throw tooLong }
        }
        guard isWhole else { return .bytes }
        throw refusal(
            "A quote is opened here and not closed before the end of the file.",
            "Close it, or double it (\"\") if it is part of the text.")
    }

    /// Steps over what ends a field.
    private mutating func afterField() throws(UnreadableFile) -> Ending {
        guard position < bytes.count else { return isWhole ? .row : .bytes }
        switch bytes[position] {
        case delimiter:
            position += 1
            return .delimiter
        case Self.newline:
            position += 1
            return .row
        case Self.carriageReturn:
            guard position + 1 < bytes.count || isWhole else { return .bytes }
            let isPair = position + 1 < bytes.count && bytes[position + 1] == Self.newline
            position += isPair ? 2 : 1
            return .row
        default:
            throw refusal(
                "Text stands after the quote that closes the field.",
                "Double the quotes inside the text (\"\"), or take the text after them away.",
                column: cells.count - 1)
        }
    }

    private mutating func take(_ field: some Collection<UInt8>) throws(UnreadableFile) {
        guard cells.count < DelimitedReader.mostColumns else {
            throw refusal(
                "The row has more than 16,384 columns.",
                "See that the delimiter is right and that its lines end.")
        }
        guard !field.isEmpty else { return cells.append(.empty) }
        guard let text = String(validating: field, as: UTF8.self) else { throw notUTF8(field) }
        cells.append(IncomingCell(.text, text))
    }

    private func isBlank(_ range: Range<Int>) -> Bool {
        bytes[range].allSatisfy { $0 == UInt8(ascii: " ") }
    }
}

extension RecordScanner {
    private var nul: UnreadableFile {
        refusal(
            "There is a NUL byte here: the file is in UTF-16 or is no text.",
            "In Excel choose Save As and “CSV UTF-8 (Comma delimited)”.")
    }

    private var tooLong: UnreadableFile {
        refusal(
            "The field has more than 1 MB.",
            "See that a quote opened here is closed, and that the delimiter is right.")
    }

    private var quoteAfterBlank: UnreadableFile {
        refusal(
            "A quote opens after a space.", "Take the space before the quote away.")
    }

    private func notUTF8(_ field: some Collection<UInt8>) -> UnreadableFile {
        let shown = Windows1252.text(field.prefix(60))
        return refusal(
            "The text is not UTF-8; in Windows-1252 it would be “\(shown)”.",
            "In Excel choose Save As and “CSV UTF-8 (Comma delimited)”, "
                + "or have the system export UTF-8.")
    }

    private func refusal(
        _ message: String, _ remedy: String, column: Int? = nil
    ) -> UnreadableFile {
        UnreadableFile(message, remedy: remedy, row: row, column: column ?? cells.count)
    }
}
