public import GrantLedger

/// One value of a sheet.
public enum Cell: Hashable, Sendable {
    /// Words.
    case text(String)
    /// An amount in pounds.
    case money(Money)
    /// A whole number.
    case number(Int)
    /// Hundredths of a per cent: 1050 is 10.50%.
    case percent(Int64)
    /// A day.
    case date(Day)
    /// A list of texts, such as the flags of an entry.
    case list([String])
    /// Nothing to say.
    case absent
}

extension Cell {
    /// Words where there are any.
    public init(_ text: (some CustomStringConvertible)?) {
        self = text.map { .text($0.description) } ?? .absent
    }

    /// A day where there is one.
    public init(_ day: Day?) { self = day.map { .date($0) } ?? .absent }

    /// An amount where there is one.
    public init(_ amount: Money?) { self = amount.map { .money($0) } ?? .absent }

    /// A number where there is one.
    public init(_ number: Int?) { self = number.map { .number($0) } ?? .absent }

    /// Whether it says nothing: absent, or an amount of nil.
    public var isNil: Bool { self == .absent || self == .money(.zero) }

    /// As a person reads it in a column: `16,666.66`, `10.5%`, `5 Apr 2019`, `-`.
    public var shown: String {
        switch self {
        case .text(let text): text
        case .money(let amount): amount.column
        case .number(let number): String(number)
        case .percent(let hundredths): Self.decimals(hundredths, two: false) + "%"
        case .date(let day): Self.short(day)
        case .list(let items): items.isEmpty ? "-" : items.joined(separator: ", ")
        case .absent: "-"
        }
    }

    /// As a program reads it: `16666.66`, `10.50`, `2019-04-05`, empty where absent.
    public var plain: String {
        switch self {
        case .text(let text): text
        case .money(let amount): amount.plain
        case .number(let number): String(number)
        case .percent(let hundredths): Self.decimals(hundredths, two: true)
        case .date(let day): day.description
        case .list(let items): items.joined(separator: " ")
        case .absent: ""
        }
    }

    /// As JSON holds it: amounts and percentages are texts, so that no reader rounds them.
    public var json: JSON {
        switch self {
        case .number(let number): .number(number)
        case .list(let items): .list(items.map(JSON.text))
        case .absent: .null
        default: .text(plain)
        }
    }

    private static func short(_ day: Day) -> String {
        let words = day.prose.split(separator: " ")
        guard words.count == 3 else { return day.prose }
        return "\(words[0]) \(words[1].prefix(3)) \(words[2])"
    }

    private static func decimals(_ hundredths: Int64, two: Bool) -> String {
        let sign = hundredths < 0 ? "-" : ""
        let value = two ? hundredths.magnitude : (hundredths.magnitude + 5) / 10
        let base: UInt64 = two ? 100 : 10
        let rest = String(value % base)
        return sign + "\(value / base)." + (two && rest.utf8.count == 1 ? "0" : "") + rest
    }
}
