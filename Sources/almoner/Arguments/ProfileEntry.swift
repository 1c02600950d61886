import GrantLedger

/// Amounts by year as typed: `[FUND@]YEAR[..YEAR][-Qn][/CATEGORY]=AMOUNT`.
struct ProfileEntry: Hashable, Sendable {
    /// A line a year.
    let lines: [ProfileLine]

    /// Reads one text, which may stand for several years.
    static func typed(_ text: String) throws -> ProfileEntry {
        let (key, amount) = try Keyed.parted(text)
        var rest = Substring(key)
        let fund = try Keyed.fund(&rest)
        let first = try year(&rest)
        var last = first
        if rest.hasPrefix("..") {
            rest = rest.dropFirst(2)
            last = try year(&rest)
        }
        guard first <= last else {
            throw NotAccepted("\(first) comes after \(last); the earlier year is written first.")
        }
        let quarter = try quarter(&rest)
        let category = try category(rest)
        var lines: [ProfileLine] = []
        var next: FinancialYear? = first
        while let year = next, year <= last {
            lines.append(
                ProfileLine(
                    fund: fund, year: year, quarter: quarter, category: category, amount: amount))
            next = year.next
        }
        return ProfileEntry(lines: lines)
    }

    private static func year(_ rest: inout Substring) throws -> FinancialYear {
        if rest.uppercased().hasPrefix("FY") {
            throw NotAccepted(
                FinancialYear.reason(String(rest.prefix { $0.isLetter || $0.isNumber })))
        }
        let head = rest.prefix { $0.isASCII && $0.isNumber }
        let after = rest.dropFirst(head.count)
        guard let separator = after.first, separator == "/" || separator == "-" else {
            throw NotAccepted(FinancialYear.reason(String(head)))
        }
        let tail = after.dropFirst().prefix { $0.isASCII && $0.isNumber }
        let written = String(rest.prefix(head.count + 1 + tail.count))
        guard let year = FinancialYear(written: written) else {
            throw NotAccepted(FinancialYear.reason(tail.isEmpty ? String(head) : written))
        }
        rest = rest.dropFirst(written.count)
        return year
    }

    private static func quarter(_ rest: inout Substring) throws -> Int? {
        guard rest.hasPrefix("-") else { return nil }
        let text = rest.prefix(3).uppercased()
        guard text.hasPrefix("-Q"), let number = Int(text.dropFirst(2)), (1...4).contains(number)
        else { throw NotAccepted("write a quarter as 2019/20-Q1, Q1 to Q4.") }
        rest = rest.dropFirst(3)
        return number
    }

    private static func category(_ rest: Substring) throws -> Code? {
        guard !rest.isEmpty else { return nil }
        guard rest.hasPrefix("/") else {
            throw NotAccepted("\"\(rest)\" is not understood; \(Keyed.form)")
        }
        return try Code.typed(String(rest.dropFirst()))
    }
}

extension [ProfileEntry] {
    /// All lines in the order they were typed.
    var profile: Profile { flatMap(\.lines) }
}

/// A text that is a key, a sign of equality and an amount.
enum Keyed {
    static let form = "write [FUND@]YEAR[..YEAR][-Qn][/CATEGORY]=AMOUNT, as 2019/20=35000."

    /// The key and the amount.
    static func parted(_ text: String, form: String = form) throws -> (String, Money) {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty else { throw NotAccepted(form) }
        return (String(parts[0]), try Money.typed(String(parts[1])))
    }

    /// Takes `FUND@` off the front.
    static func fund(_ rest: inout Substring) throws -> Code? {
        guard let at = rest.firstIndex(of: "@") else { return nil }
        let fund = try Code.typed(String(rest[..<at]))
        rest = rest[rest.index(after: at)...]
        return fund
    }
}
