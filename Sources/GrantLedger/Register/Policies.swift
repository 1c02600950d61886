/// How the office does things, from a day on: one setting with its reason.
public struct Policy: Registered {
    /// The register of policies.
    public static let register = Register.policy
    /// As prose has it.
    public static let noun = "policy"
    /// `two-people-above#2019-04-01`.
    public var key: String { "\(name)#\(from)" }

    /// Its name.
    public var name: Note
    /// What it is set to.
    public var value: Note
    /// The first day it is in force.
    public var from: Day
    /// Why.
    public var reason: Note
    /// The amount it is, where it is one; the schema reads the threshold here.
    public var amount: Money?
}

/// The policies in force on a day.
public struct Policies: Hashable, Sendable {
    /// When a grant becomes an expense of the office.
    public enum Expense: String, Codable, CaseIterable, Sendable {
        case acceptedReturn = "accepted-return"
        case payment
    }

    private var values: [String: String] = [:]

    /// Nothing but the defaults.
    public static let defaults = Policies()

    /// The policies in force on a day.
    public init(_ rows: [Policy] = [], on day: Day? = nil) {
        for row in rows.sorted(by: { $0.from < $1.from }) {
            if let day, row.from > day { continue }
            values[row.name.description] = row.value.description
        }
    }

    /// A policy's value; its default where it was never set.
    public subscript(_ name: Name) -> String { values[name.rawValue] ?? name.standard }

    /// What was set under a name, whatever it is; nil where it was never set.
    public func setting(_ name: String) -> String? { values[name] }

    /// When a grant becomes an expense, for awards signed from now on.
    public var expense: Expense { Expense(rawValue: self[.expense]) ?? .acceptedReturn }
    /// Above which amount an entry needs a second person; nil where the office has only one.
    public var twoPeopleAbove: Money? { Money(plain: self[.twoPeopleAbove]) }
    /// How much of a year may move between categories without a variation, where the agreement does
    /// not say.
    public var virementTolerance: Percentage { percentage(.virementTolerance) }
    /// How far spend may be off its plan and still be on it, in hundredths of a per cent.
    public var varianceTolerance: Int64 { Int64(percentage(.varianceTolerance).hundredths) }
    /// What a match percentage is of, where a grant or round does not say.
    public var matchBase: MatchRule.Base { MatchRule.Base(rawValue: self[.matchBase]) ?? .grant }
    /// To what the match required is rounded, where a grant or round does not say.
    public var matchRounding: MatchRule.Rounding {
        MatchRule.Rounding(rawValue: self[.matchRounding]) ?? .penny
    }
    /// Whether a payment of a year waits for the last return of the year before.
    public var nextYearWaits: Bool { self[.nextYearWaits] == "yes" }
    /// Whether a grant's money is the office's own where the grant does not say; else each grant
    /// says whose it is.
    public var isPrincipal: Bool { self[.principal] == "yes" }
    /// Whether a grant's claim for the whole year draws what accruals have earned.
    public var accrualsInFinalClaim: Bool { self[.accrualsInFinalClaim] == "yes" }
    /// How many years records are kept.
    public var recordsYears: Int { Int(self[.recordsYears]) ?? 6 }

    /// Whether who acts authorises too.
    public var isSinglePerson: Bool { twoPeopleAbove == nil }

    private func percentage(_ name: Name) -> Percentage {
        Percentage(shown: self[name]) ?? .none
    }
}

extension Policies {
    /// What can be set.
    public enum Name: String, CaseIterable, Sendable {
        case expense
        case twoPeopleAbove = "two-people-above"
        case virementTolerance = "virement-tolerance"
        case varianceTolerance = "variance-tolerance"
        case matchBase = "match-base"
        case matchRounding = "match-rounding"
        case nextYearWaits = "next-year-waits"
        case principal
        case accrualsInFinalClaim = "accruals-in-final-claim"
        case recordsYears = "records-years"
        case timeZone = "time-zone"

        /// Its value until it is set.
        public var standard: String {
            switch self {
            case .expense: "accepted-return"
            case .twoPeopleAbove: "none"
            case .virementTolerance: "0%"
            case .varianceTolerance: "5%"
            case .matchBase: "grant"
            case .matchRounding: "penny"
            case .nextYearWaits, .principal: "yes"
            case .accrualsInFinalClaim: "no"
            case .recordsYears: "6"
            case .timeZone: "Europe/London"
            }
        }

        /// What it decides.
        public var meaning: String {
            switch self {
            case .expense: "when a grant becomes an expense, fixed at signing"
            case .twoPeopleAbove: "above it a second person approves; none: single-person office"
            case .virementTolerance: "of a year, between categories, without a variation"
            case .varianceTolerance: "off its plan and still on it"
            case .matchBase: "what a match percentage is of, where the grant does not say"
            case .matchRounding: "to what the match required is rounded"
            case .nextYearWaits: "a payment waits for last year's final return"
            case .principal: "a grant is the office's own; no: each says whose its money is"
            case .accrualsInFinalClaim: "a claim for the whole year draws accruals too"
            case .recordsYears: "how long records are kept"
            case .timeZone: "where it is today"
            }
        }

        /// The values it can have, in words.
        public var takes: String {
            switch self {
            case .expense: "accepted-return or payment"
            case .twoPeopleAbove: "none, or an amount from nil"
            case .virementTolerance, .varianceTolerance: "a percentage from 0% to 100%"
            case .matchBase: "grant or total"
            case .matchRounding: "penny or pound"
            case .nextYearWaits, .principal, .accrualsInFinalClaim: "yes or no"
            case .recordsYears: "a number of years from 1 to 100"
            case .timeZone: "the name of a time zone, such as Europe/London"
            }
        }

        /// Whether it can have a value.
        func allows(_ value: String) -> Bool {
            switch self {
            case .expense: Expense(rawValue: value) != nil
            case .twoPeopleAbove: value == "none" || Money(plain: value) != nil
            case .virementTolerance, .varianceTolerance: Percentage(shown: value) != nil
            case .matchBase: MatchRule.Base(rawValue: value) != nil
            case .matchRounding: MatchRule.Rounding(rawValue: value) != nil
            case .nextYearWaits, .principal, .accrualsInFinalClaim: value == "yes" || value == "no"
            case .recordsYears: Int(value).map { (1...100).contains($0) } ?? false
            case .timeZone: !value.isEmpty
            }
        }
    }
}

extension Percentage {
    /// Reads `5`, `5%` or `12.5%`, else nil.
    init?(shown text: String) {
        let digits = text.hasSuffix("%") ? text.dropLast() : Substring(text)
        let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
        guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2E }),
            (1...2).contains(parts.count), let whole = Int(parts[0]), whole >= 0, whole <= 100
        else {
            return nil
        }
        var hundredths = whole * 100
        if parts.count == 2 {
            guard (1...2).contains(parts[1].count), let rest = Int(parts[1]), rest >= 0 else {
                return nil
            }
            hundredths += parts[1].count == 1 ? rest * 10 : rest
        }
        self.init(hundredths: hundredths)
    }
}
