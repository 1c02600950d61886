/// A value that is one string in a record, with exactly one spelling.
public protocol TextValue: Codable, LosslessStringConvertible {}

extension TextValue {
    /// Reads the one spelling.
    ///
    /// - Throws: `DecodingError.dataCorrupted` where the text is not one.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let value = Self(text) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "Not a \(Self.self): \(text)")
        }
        self = value
    }

    /// Writes the one spelling.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
