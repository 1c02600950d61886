/// What an award is expected to cost in a year.
public struct Forecast: Registered {
    /// The register of forecasts.
    public static let register = Register.forecast
    /// As prose has it.
    public static let noun = "forecast"
    /// `VRF-01#2019/20`.
    public var key: String { "\(award)#\(year)" }

    /// The award.
    public var award: Code
    /// The year.
    public var year: FinancialYear
    /// The outturn expected.
    public var amount: Money
    /// The day it was said.
    public var date: Day
    /// On what grounds.
    public var reason: Note?
}

/// What a return that has not been accepted is expected to report, for the year end.
public struct Estimate: Registered {
    /// The register of estimates.
    public static let register = Register.estimate
    /// As prose has it.
    public static let noun = "estimate"
    /// `VRF-01#2019/20-Q4`.
    public var key: String { MonitoringReturn.key(award, period) }

    /// How far it has come.
    public enum Status: String, Codable, CaseIterable, Sendable {
        /// Not yet charged.
        case estimated
        /// Charged: an accrual stands.
        case accrued
        /// The accrual was reversed.
        case reversed
    }

    /// The award.
    public var award: Code
    /// What the return will cover.
    public var period: Period
    /// The spend expected, by category.
    public var spend: [CategoryAmount]
    /// On what grounds.
    public var basis: Note
    /// How far it has come.
    public var status: Status
    /// The entry that accrued it.
    public var accrual: Int?
}

/// A paper that was evidence of match, found by its digest.
public struct Evidence: Registered {
    /// The register of evidence.
    public static let register = Register.evidence
    /// As prose has it.
    public static let noun = "evidence"
    /// The paper's SHA-256, or its reference.
    public var key: String { paper }

    /// The paper's SHA-256, or its reference.
    public var paper: String
    /// The award or grant the match was put to.
    public var of: Code
    /// Who provided it.
    public var from: Code
    /// For which year.
    public var year: FinancialYear
    /// The entry that first named it.
    public var entry: Int
}

/// How far match has come.
public enum MatchStage: String, Codable, CaseIterable, Sendable {
    case pledged, confirmed, evidenced
}
