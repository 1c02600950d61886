extension Book {
    /// One fault of a book, by the entry and field it is in.
    public struct Finding: Hashable, Sendable, CustomStringConvertible {
        /// The entry, where it is one entry's.
        public let entry: Int?
        /// The column, the key of the record, or the part of the book.
        public let field: String
        /// What is wrong.
        public let message: String

        /// Creates a finding.
        public init(entry: Int? = nil, field: String, _ message: String) {
            (self.entry, self.field, self.message) = (entry, field, message)
        }

        /// On one line: `entry 12, date: The column says …`.
        public var description: String {
            (entry.map { "entry \($0), " } ?? "") + "\(field): \(message)"
        }

        /// What it is to who will not use such a book.
        var fault: BookFault {
            .damaged(what: message.hasSuffix(".") ? String(description.dropLast()) : description)
        }
    }
}
