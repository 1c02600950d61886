import GrantLedger

/// What the values of a file tell of its layout: the order of its dates, its signs, what is unique.
struct LayoutEvidence {
    private var isDayFirst = false
    private var isMonthFirst = false
    private(set) var openDate: String?
    private(set) var positives = 0
    private(set) var negatives = 0
    private var seen: [String: Set<Int>] = [:]
    private var repeated: Set<String> = []

    /// The order of the dates where a value tells; nil where none does, or they contradict.
    var dates: ImportProfile.DateOrder? {
        guard isDayFirst != isMonthFirst else { return nil }
        return isDayFirst ? .dmy : .mdy
    }

    /// Takes a row into account.
    mutating func take(_ row: IncomingRow, _ layout: ImportLayout) {
        for column in layout.columns {
            let cell = row[column.index]
            let text = trimmed(cell.text)
            switch layout.kind.fact(column.name)?.form {
            case .day where cell.kind != .date: takeDate(text)
            case .money where column.name == "amount": takeAmount(text)
            default: break
            }
            guard column.name == "code" || column.name == "reference" else { continue }
            if text.isEmpty || !seen[column.name, default: []].insert(text.hashValue).inserted {
                repeated.insert(column.name)
            }
        }
    }

    /// Whether every row has a value of its own.
    func isUnique(_ name: String) -> Bool { seen[name] != nil && !repeated.contains(name) }

    private mutating func takeDate(_ text: String) {
        guard case .open(let first, let second, _) = WrittenDay(text) else { return }
        if first > 12, second <= 12 { isDayFirst = true }
        if second > 12, first <= 12 { isMonthFirst = true }
        if first != second { openDate = openDate ?? text }
    }

    private mutating func takeAmount(_ text: String) {
        guard let amount = try? WrittenAmount.read(text) else { return }
        if amount < .zero { negatives += 1 } else { positives += 1 }
    }
}
