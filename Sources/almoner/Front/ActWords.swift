import GrantExchange
import GrantLedger

/// What an act asks, fact by fact, amounts in pounds.
enum ActWords {
    /// One fact.
    struct Line {
        let name: String
        let value: Cell
    }

    /// The facts that were given, in the order the act has them; of an act that holds another, that
    /// one's too.
    static func lines(of act: any Act) throws -> [Line] {
        let own = lines(of: act, under: "")
        switch act {
        case let act as PrepareEntry: return own + lines(of: try act.asked.read(act.act), under: "")
        case let act as AdjustLate: return own + lines(of: try act.asked.read(act.act), under: "")
        default: return own
        }
    }

    /// A row a fact.
    static func sheet(of act: any Act) throws -> Sheet {
        Sheet(
            key: "act", title: "Asked",
            columns: [Column("name", "Name"), Column("value", "Value", wraps: true)],
            rows: try lines(of: act).map { [.text($0.name), $0.value] })
    }

    private static func lines(of value: Any, under prefix: String) -> [Line] {
        Mirror(reflecting: value).children.flatMap { child -> [Line] in
            guard let label = child.label, let value = unwrapped(child.value) else { return [] }
            if value is Canonical { return [] }
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
