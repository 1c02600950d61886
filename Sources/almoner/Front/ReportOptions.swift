import ArgumentParser
import Foundation
import GrantLedger

/// What every report takes besides its own.
struct ReportOptions: ParsableArguments, Sendable {
    @OptionGroup(title: "Only")
    var filter: FilterOptions

    @Option(
        parsing: .upToNextOption, help: "Only this category.", completion: .codes(.category),
        transform: Code.typed)
    var category: [Code] = []

    @Option(
        help: "The years of cost: 2019/20, 2019/20..2021/22, open or all.",
        transform: YearsEntry.typed)
    var year: YearsEntry = .all

    @Option(
        name: .customLong("as-at"), help: "Entries dated to this day; today where absent.",
        transform: Day.typed)
    var asAt: Day?
}

/// Years of cost as typed.
enum YearsEntry: Hashable, Sendable {
    case all, open
    case between(FinancialYear, FinancialYear)

    /// Reads one text.
    static func typed(_ text: String) throws -> YearsEntry {
        switch text.lowercased() {
        case "all": return .all
        case "open": return .open
        default: break
        }
        guard let dots = text.range(of: "..") else {
            let year = try FinancialYear.typed(text)
            return .between(year, year)
        }
        let first = try FinancialYear.typed(String(text[..<dots.lowerBound]))
        let last = try FinancialYear.typed(String(text[dots.upperBound...]))
        guard first <= last else {
            throw NotAccepted("\(first) comes after \(last); the earlier year is written first.")
        }
        return .between(first, last)
    }

    /// Whether a year is among them; a year is open until it is closed.
    func takes(_ year: FinancialYear, isClosed: Bool = false) -> Bool {
        switch self {
        case .all: true
        case .open: !isClosed
        case .between(let first, let last): (first...last).contains(year)
        }
    }
}
