import GrantExchange
import GrantLedger

/// What an act asks, fact by fact, amounts in pounds.
enum ActWords {
    /// One fact.
    struct Line {
        let name: String
        let value: Cell
    }

    /// The facts that were given, in the order the act has them.
    static func lines(of act: any Act) -> [Line] { lines(of: act, under: "") }

    private static func lines(of value: Any, under prefix: String) -> [Line] {
        Mirror(reflecting: value).children.flatMap { child -> [Line] in
            guard let label = child.label, let value = unwrapped(child.value) else { return [] }
            let name = prefix + label
            if let cell = cell(value) { return [Line(name: name, value: cell)] }
            if let list = value as? [Any] {
                return list.enumerated().map { place, item in
                    let number = list.count == 1 ? "" : " \(place + 1)"
                    return Line(name: name + number, value: .text(text(item)))
                }
            }
            return lines(of: value, under: name + ".")
        }
    }

    /// The value itself, where it is a single one.
    private static func cell(_ value: Any) -> Cell? {
        switch value {
        case let amount as Money: .money(amount)
        case let day as Day: .date(day)
        case let number as Int: .number(number)
        case let yes as Bool: .text(yes ? "yes" : "no")
        case let text as String: .text(text)
        case let value as any TextValue: .text(value.description)
        case let value as Percentage: .text(value.description)
        case let value as any RawRepresentable<String>: .text(value.rawValue)
        case let changes as [String: String]:
            .text(changes.sorted { $0.key < $1.key }.map { "\($0): \($1)" }.joined(separator: "; "))
        default: nil
        }
    }

    /// A line of a profile, an amount by category, an offer of match: its parts in a row.
    private static func text(_ item: Any) -> String {
        if let cell = cell(item) { return cell.shown }
        return Mirror(reflecting: item).children.compactMap { child in
            guard let value = unwrapped(child.value) else { return nil }
            if child.label == "quarter", let number = value as? Int { return "Q\(number)" }
            return cell(value)?.shown
        }.joined(separator: " ")
    }

    private static func unwrapped(_ value: Any) -> Any? {
        let mirror = Mirror(reflecting: value)
        guard mirror.displayStyle == .optional else { return value }
        return mirror.children.first?.value
    }
}
