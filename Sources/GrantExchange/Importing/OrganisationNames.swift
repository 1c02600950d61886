public import GrantLedger

/// The organisations of a book by code and by name, as rows refer to them.
public final class OrganisationNames {
    private var codes: Set<Code> = []
    private var names: [String: Code] = [:]
    private var added: [(code: Code, name: String)] = []

    /// Creates the names that a book has.
    public init(_ facts: Facts) throws {
        for organisation in try facts.all(Organisation.self) {
            codes.insert(organisation.code)
            names[Self.plain("\(organisation.name)")] = organisation.code
        }
    }

    /// The organisation that a text means by its code or its name, else nil.
    func code(of text: String) -> Code? {
        if let code = Code(text.uppercased()), codes.contains(code) { return code }
        return names[Self.plain(text)]
    }

    /// Gives a new organisation a code made of its name.
    func add(_ name: String) -> Code? {
        let letters = name.uppercased().unicodeScalars.map { scalar -> Character in
            let isPlain = (65...90).contains(scalar.value) || (48...57).contains(scalar.value)
            return isPlain ? Character(scalar) : "-"
        }
        let words = String(letters).split(separator: "-").joined(separator: "-").prefix(28)
        let stem = words.hasSuffix("-") ? String(words.dropLast()) : String(words)
        for number in 1...999 {
            guard let code = Code(number == 1 ? stem : "\(stem)-\(number)") else { return nil }
            guard codes.insert(code).inserted else { continue }
            names[Self.plain(name)] = code
            added.append((code, Self.plain(name)))
            return code
        }
        return nil
    }

    /// Keeps what the row just judged has added.
    public func keep() { added = [] }

    /// Forgets what the row just judged has added, since it was refused.
    public func forget() {
        for (code, name) in added {
            codes.remove(code)
            names[name] = nil
        }
        added = []
    }

    /// The codes of organisations whose names or codes are like a text.
    func nearest(_ text: String) -> [String] {
        let words = Set(Self.plain(text).split(separator: " ").filter { $0.count > 3 })
        return names.filter { !words.isDisjoint(with: Set($0.key.split(separator: " "))) }
            .map(\.value.description).sorted().prefix(3).map(\.self)
    }

    private static func plain(_ text: String) -> String {
        text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
