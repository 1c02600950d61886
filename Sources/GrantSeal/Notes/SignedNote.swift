/// A text with the signatures of one or more keys, as c2sp.org/signed-note has it.
public struct SignedNote: Hashable, Sendable {
    /// The bytes that are signed; the last is a line's end.
    public let text: [UInt8]
    /// The signature lines in order.
    public private(set) var signatures: [Signature] = []

    /// A line that says who signed.
    public struct Signature: Hashable, Sendable {
        /// The name of the key.
        public let name: KeyName
        /// The four bytes that name the key besides.
        public let id: [UInt8]
        /// What the key made of the text.
        public let bytes: [UInt8]

        /// Whether it says that it is a key's.
        public func isNamed(by key: VerifierKey) -> Bool { name == key.name && id == key.id }
    }

    /// The most a note may hold, in bytes.
    public static let longest = 1_000_000
    /// The most signatures a note may have.
    public static let most = 100

    /// Creates a note that nobody has signed.
    public init(text: [UInt8]) throws(NoteFault) {
        try Self.check(text)
        self.text = text
    }

    /// Reads a note.
    public init(bytes: [UInt8]) throws(NoteFault) {
        try Self.check(bytes)
        guard let blank = Self.lastBlankLine(bytes) else {
            throw NoteFault("No empty line parts its text from its signatures.")
        }
        text = Array(bytes[..<blank])
        let lines = bytes[(blank + 1)...].dropLast()
            .split(separator: Self.lineEnd, omittingEmptySubsequences: false)
        guard lines.count <= Self.most else {
            throw NoteFault("It has \(lines.count) signatures; \(Self.most) are the most.")
        }
        for (index, line) in lines.enumerated() {
            guard let signature = Signature(Array(line)) else {
                throw NoteFault("Its signature line \(index + 1) is not one.")
            }
            signatures.append(signature)
        }
    }

    /// The note as it is written.
    public var bytes: [UInt8] {
        signatures.reduce(into: text + [Self.lineEnd]) { $0 += $1.line }
    }

    /// Adds the signature of a key below those that are there.
    public mutating func sign(with key: SigningKey) throws {
        signatures.append(
            Signature(
                name: key.verifier.name, id: key.verifier.id, bytes: try key.signature(of: text)))
    }

    /// What came of the signatures, by the keys that are known.
    public func judged(by keys: [VerifierKey]) -> [(signature: Signature, outcome: Outcome)] {
        signatures.map { signature in
            guard let key = keys.first(where: signature.isNamed(by:)) else {
                return (signature, .unknown)
            }
            return (signature, key.verifies(signature.bytes, of: text) ? .verified(key) : .bad)
        }
    }

    /// What came of a signature.
    public enum Outcome: Hashable, Sendable {
        /// It is that key's.
        case verified(VerifierKey)
        /// Its key is known, and did not make it.
        case bad
        /// Its key is not known, so that it says nothing.
        case unknown
    }
}

extension SignedNote {
    fileprivate static let lineEnd = UInt8(ascii: "\n")

    /// A note is UTF-8 without control characters but the end of a line, and ends with one.
    private static func check(_ bytes: [UInt8]) throws(NoteFault) {
        guard bytes.count <= longest else {
            throw NoteFault("It has \(bytes.count) bytes; \(longest) are the most.")
        }
        guard bytes.last == lineEnd else { throw NoteFault("It does not end with a line's end.") }
        guard bytes.allSatisfy({ $0 >= 0x20 || $0 == lineEnd }) else {
            throw NoteFault("It holds control characters.")
        }
        guard String(validating: bytes, as: UTF8.self) != nil else {
            throw NoteFault("It is not UTF-8.")
        }
    }

    /// Where the last empty line stands.
    private static func lastBlankLine(_ bytes: [UInt8]) -> Int? {
        bytes.indices.dropFirst().last { bytes[$0] == lineEnd && bytes[$0 - 1] == lineEnd }
    }
}

extension SignedNote.Signature {
    /// `— name base64`, with an em dash.
    init?(_ line: [UInt8]) {
        guard line.starts(with: Self.dash) else { return nil }
        let words = line.dropFirst(Self.dash.count)
            .split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
        guard words.count == 2,
            let name = KeyName(String(decoding: words[0], as: UTF8.self)),
            let bytes = Base64.bytes(words[1]), bytes.count > 4
        else { return nil }
        self.init(name: name, id: Array(bytes[..<4]), bytes: Array(bytes[4...]))
    }

    fileprivate var line: [UInt8] {
        Self.dash + "\(name) \(Base64.text(id + bytes))\n".utf8
    }

    private static let dash = Array("— ".utf8)
}
