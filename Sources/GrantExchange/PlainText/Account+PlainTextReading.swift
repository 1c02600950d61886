public import GrantLedger

extension Account {
    /// The account that a name in a journal stands for, else nil.
    public init?(plainTextName name: String) {
        let parts = name.split(separator: ":", omittingEmptySubsequences: false)
        let depth = parts.prefix(2).joined(separator: ":")
        let isDeep = ["Equity:Budget", "Equity:Control", "Equity:Memorandum"].contains(depth)
        let place = parts.prefix(isDeep ? 3 : 2)
        guard let title = place.last, let first = title.first,
            let head = Head(rawValue: first.lowercased() + title.dropFirst())
        else { return nil }
        self.init(head)
        for part in parts.dropFirst(place.count) where part != "Whole" {
            let sides = part.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
            guard sides.count == 2 else { return nil }
            read(sides[0], String(sides[1]))
        }
        guard plainTextName == name else { return nil }
    }

    private mutating func read(_ label: Substring, _ value: String) {
        let code = Code(value.replacing("dot", with: "."))
        switch label {
        case "Fund": fund = code
        case "Round": round = code
        case "Award": award = code
        case "Bid": bid = code
        case "Grant": grant = code
        case "Claim": claim = code
        case "Organisation": organisation = code
        case "Category": category = code
        case "Instalment": instalment = Int(value)
        case "Mark": mark = Mark(rawValue: value)
        case "Period": period = Period(Self.withStroke(value))
        case "Prepared": prepared = Int(value)
        case "Accounted": accountingYear = FinancialYear(Self.withStroke(value))
        case "Year": year = FinancialYear(Self.withStroke(value))
        default: break
        }
    }

    /// `2019-20-Q1` is `2019/20-Q1`.
    private static func withStroke(_ value: String) -> String {
        value.prefix(4) + "/" + value.dropFirst(5)
    }
}
