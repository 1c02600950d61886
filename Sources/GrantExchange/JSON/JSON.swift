public import GrantLedger

/// A value of JSON whose members keep their order; it has no floating point.
public indirect enum JSON: Hashable, Sendable {
    /// Words, and every amount but where a standard wants a number.
    case text(String)
    /// A whole number.
    case number(Int)
    /// An amount as a number of pounds with two decimals, written exactly.
    case decimal(Money)
    /// Yes or no.
    case bool(Bool)
    /// Nothing.
    case null
    /// Values in order.
    case list([JSON])
    /// Named values in order.
    case object([Member])

    /// A named value.
    public struct Member: Hashable, Sendable {
        /// The name.
        public let key: String
        /// The value.
        public let value: JSON

        /// Creates a named value.
        public init(_ key: String, _ value: JSON) { (self.key, self.value) = (key, value) }
    }

    /// Words, or null.
    public init(_ text: String?) { self = text.map(JSON.text) ?? .null }
}

extension JSON {
    /// On one line, without white space.
    public var compact: String {
        var out = ""
        write(to: &out, depth: nil)
        return out
    }

    /// Over several lines, two spaces a level; empty lists and objects on one.
    public var pretty: String {
        var out = ""
        write(to: &out, depth: 0)
        return out
    }

    private func write(to out: inout String, depth: Int?) {
        switch self {
        case .text(let text): Self.quote(text, to: &out)
        case .number(let number): out += String(number)
        case .decimal(let amount): out += amount.plain
        case .bool(let value): out += value ? "true" : "false"
        case .null: out += "null"
        case .list(let items):
            Self.write(items, "[", "]", to: &out, depth: depth) { item, out, depth in
                item.write(to: &out, depth: depth)
            }
        case .object(let members):
            Self.write(members, "{", "}", to: &out, depth: depth) { member, out, depth in
                Self.quote(member.key, to: &out)
                out += depth == nil ? ":" : ": "
                member.value.write(to: &out, depth: depth)
            }
        }
    }

    private static func write<Item>(
        _ items: [Item], _ open: String, _ close: String, to out: inout String, depth: Int?,
        each: (Item, inout String, Int?) -> Void
    ) {
        out += open
        for (place, item) in items.enumerated() {
            if place > 0 { out += "," }
            if let depth { out += "\n" + String(repeating: "  ", count: depth + 1) }
            each(item, &out, depth.map { $0 + 1 })
        }
        if let depth, !items.isEmpty { out += "\n" + String(repeating: "  ", count: depth) }
        out += close
    }

    private static func quote(_ text: String, to out: inout String) {
        out += "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": out += "\\\""
            case "\\": out += "\\\\"
            case "\n": out += "\\n"
            case "\r": out += "\\r"
            case "\t": out += "\\t"
            case "\u{0}"..<" ":
                let digits = String(scalar.value, radix: 16)
                out += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
            default: out.unicodeScalars.append(scalar)
            }
        }
        out += "\""
    }
}
