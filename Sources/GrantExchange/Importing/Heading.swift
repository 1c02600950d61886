import Foundation
public import GrantLedger

/// A heading of a column, as people write it.
enum Heading {
    /// Small letters and digits, parted by single spaces: `Amount (£)` is `amount`.
    static func words(_ text: String) -> String {
        var words: [String] = []
        var word = ""
        for scalar in text.lowercased().unicodeScalars {
            if scalar.properties.isAlphabetic || (48...57).contains(scalar.value) {
                word.unicodeScalars.append(scalar)
            } else if !word.isEmpty {
                words.append(word)
                word = ""
            }
        }
        if !word.isEmpty { words.append(word) }
        return words.filter { $0 != "gbp" && $0 != "the" }.joined(separator: " ")
    }

    /// The line of a profile that a heading stands for, `2019/20` or `2019/20-Q1`; else nil.
    static func profileKey(_ text: String) -> String? {
        var year: FinancialYear?
        var quarter: String?
        for part in text.split(whereSeparator: { " ()£:,[]\n".contains($0) }) {
            let part = String(part)
            if let line = key(part) { return line }
            if let found = FinancialYear(written: part) {
                guard year == nil else { return nil }
                year = found
            } else if ["q1", "q2", "q3", "q4"].contains(part.lowercased()) {
                quarter = "-" + part.uppercased()
            } else if !padding.contains(part.lowercased()) {
                return nil
            }
        }
        return year.map { "\($0)" + (quarter ?? "") }
    }

    /// A key of a line of a profile in its plain spelling: `VRF@2019/20-Q1/STAFF`.
    static func key(_ text: String) -> String? {
        guard text.contains("/"), ProfileKey(text) != nil, text.contains("-Q") || text.contains("@")
        else { return nil }
        return text
    }

    private static let padding: Set<String> = [
        "amount", "requested", "awarded", "asked", "year", "budget", "profile", "gbp", "in", "for",
        "award", "bid", "fy", "grant",
    ]
}

/// A line of a profile without its amount: `[FUND@]YEAR[-Qn][/CATEGORY]`.
struct ProfileKey: Hashable {
    var fund: Code?
    var year: FinancialYear
    var quarter: Int?
    var category: Code?

    /// Reads the key in its plain spelling, else nil.
    init?(_ text: String) {
        var rest = Substring(text)
        if let at = rest.firstIndex(of: "@") {
            guard let fund = Code(rest[..<at].uppercased()) else { return nil }
            self.fund = fund
            rest = rest[rest.index(after: at)...]
        }
        let slash = rest.firstIndex(of: "/")
        guard let slash else { return nil }
        let tail = rest[rest.index(after: slash)...]
        let end = tail.firstIndex { $0 == "-" || $0 == "/" } ?? tail.endIndex
        guard let year = FinancialYear(written: String(rest[..<end])) else { return nil }
        self.year = year
        rest = rest[end...]
        if rest.hasPrefix("-") {
            guard let number = Int(rest.dropFirst(2).prefix(1)), (1...4).contains(number),
                rest.dropFirst().prefix(1).uppercased() == "Q"
            else { return nil }
            quarter = number
            rest = rest.dropFirst(3)
        }
        guard !rest.isEmpty else { return }
        guard rest.hasPrefix("/"), let category = Code(rest.dropFirst().uppercased()) else {
            return nil
        }
        self.category = category
    }

    func line(_ amount: Money) -> ProfileLine {
        ProfileLine(fund: fund, year: year, quarter: quarter, category: category, amount: amount)
    }
}

extension ImportKind {
    /// Whether a column of such a name has amounts by year, `2019/20`, or by category, `spend/STAFF`.
    public func takesAmounts(named name: String) -> Bool {
        if hasYears { return ProfileKey(name) != nil }
        guard hasCategories, name.hasPrefix(ImportLayout.spend) else { return false }
        return Code(String(name.dropFirst(ImportLayout.spend.utf8.count))) != nil
    }
}
