/// The body whose book this is.
public struct Office: Registered {
    /// The register of the one office.
    public static let register = Register.office
    /// As prose has it.
    public static let noun = "office"
    /// There is one.
    public static let onlyKey = "OFFICE"
    /// The one key.
    public var key: String { Self.onlyKey }

    /// What kind of body it is.
    public enum Kind: String, Codable, CaseIterable, Sendable {
        /// A police and crime commissioner; one for police, fire and crime; a mayor; a board; any
        /// other.
        case pcc, pfcc, mayor, board, other
    }

    /// Its name.
    public var name: Title
    /// What kind of body it is.
    public var kind: Kind
    /// Its public identifier, such as `GB-LAE-…`.
    public var orgId: Note?
    /// The day from which the book is kept.
    public var from: Day?
}

/// Anyone else: funder, applicant, recipient, match provider.
public struct Organisation: Coded {
    /// The register of organisations.
    public static let register = Register.organisation
    /// As prose has it.
    public static let noun = "organisation"

    /// What kind of body it is.
    public enum Kind: String, Codable, CaseIterable, Sendable {
        case charity, company, council, police, csp, health, government, other
    }

    /// Its code.
    public var code: Code
    /// Its name.
    public var name: Title
    /// Its public identifier, such as `GB-CHC-801355`.
    public var orgId: Note?
    /// What kind of body it is.
    public var kind: Kind?
    /// The commitment to its work contact, which is kept outside the record so that it can be
    /// erased; 64 hex digits.
    public var contact: Note?
}

/// A place that money is spent in.
public struct Area: Coded {
    /// The register of areas.
    public static let register = Register.area
    /// As prose has it.
    public static let noun = "area"
    /// Its code.
    public var code: Code
    /// Its name.
    public var name: Title
    /// Its code in an official list, such as `E10000016`.
    public var geoCode: Note?
    /// Which official list.
    public var geoType: Note?
}

/// A purpose that money is spent on.
public struct Theme: Coded {
    /// The register of themes.
    public static let register = Register.theme
    /// As prose has it.
    public static let noun = "theme"
    /// Its code.
    public var code: Code
    /// Its name.
    public var name: Title
}

/// A heading of cost.
public struct Category: Coded {
    /// The register of categories.
    public static let register = Register.category
    /// As prose has it.
    public static let noun = "category"
    /// Its code.
    public var code: Code
    /// Its name.
    public var name: Title
}

/// A named pot of money with one source.
public struct Fund: Coded {
    /// The register of funds.
    public static let register = Register.fund
    /// As prose has it.
    public static let noun = "fund"

    /// Where its money comes from.
    public enum Source: String, Codable, CaseIterable, Sendable {
        case homeOffice = "home-office"
        case ownBudget = "own-budget"
        case proceedsOfCrime = "proceeds-of-crime"
        case partner, other
    }

    /// Its code.
    public var code: Code
    /// Its title.
    public var title: Title
    /// Where its money comes from.
    public var source: Source
    /// The grants that feed it, oldest first; empty for a fund approved by the office itself.
    public var grants: [Code]
}

/// How sure a grant or an allocation is.
public enum Standing: String, Codable, CaseIterable, Sendable {
    case indicative, provisional, confirmed

    /// What sets its account apart.
    public var mark: Mark {
        switch self {
        case .indicative: .indicative
        case .provisional: .provisional
        case .confirmed: .confirmed
        }
    }
}

/// A percentage in hundredths of a per cent: 3000 is 30%.
public struct Percentage: Hashable, Codable, Sendable {
    /// Hundredths of a per cent, 0 to 10,000.
    public let hundredths: Int

    /// Creates a percentage, or nil outside 0 to 100%.
    public init?(hundredths: Int) {
        guard (0...10_000).contains(hundredths) else { return nil }
        self.hundredths = hundredths
    }

    init(checked hundredths: Int) { self.hundredths = hundredths }
}

/// What a recipient or the office must find besides the grant itself: the rule, as data.
public struct MatchRule: Hashable, Codable, Sendable {
    /// What the percentage is of.
    public enum Base: String, Codable, CaseIterable, Sendable {
        /// Of the grant.
        case grant
        /// Of grant and match together.
        case total
    }

    /// To what the amount required is rounded, half up.
    public enum Rounding: String, Codable, CaseIterable, Sendable {
        case penny, pound
    }

    /// How much.
    public var percent: Percentage
    /// Of what.
    public var base: Base
    /// Rounded to what.
    public var rounding: Rounding

    /// Creates a rule.
    public init(percent: Percentage, base: Base = .grant, rounding: Rounding = .penny) {
        (self.percent, self.base, self.rounding) = (percent, base, rounding)
    }

    /// How much match an amount of grant requires.
    public func required(for grant: Money) -> Money {
        let percent = Int64(percent.hundredths)
        let exact: Money
        switch base {
        case .grant: exact = grant.percent(hundredths: percent)
        case .total:
            guard percent < 10_000 else { return .zero }
            // total = grant + match and match = p · total, so match = grant · p / (1 − p)
            exact = Money(
                pence: (grant.pence * percent * 2 + (10_000 - percent)) / (2 * (10_000 - percent)))
        }
        return rounding == .penny ? exact : Money(pence: (exact.pence + 50) / 100 * 100)
    }
}

/// An agreement under which a funder pays the office.
public struct Grant: Coded {
    /// The register of grants.
    public static let register = Register.grant
    /// As prose has it.
    public static let noun = "grant"

    /// When its money comes.
    public enum Basis: String, Codable, CaseIterable, Sendable {
        /// Claimed once spent.
        case arrears
        /// Received ahead.
        case advance
    }

    /// Its code.
    public var code: Code
    /// Who pays.
    public var funder: Code
    /// The fund it feeds.
    public var fund: Code
    /// Its title.
    public var title: Title
    /// When its money comes.
    public var basis: Basis
    /// How sure it is.
    public var status: Standing
    /// Who bears it if it does not come.
    public var underwrittenBy: Note?
    /// The agreement's reference.
    public var agreement: Note?
    /// When it ends.
    public var ends: Day?
    /// What must be found besides.
    public var match: MatchRule?
    /// What it pays by year, and by category where the agreement says so.
    public var profile: Profile
}

/// One opening of a fund to bids.
public struct Round: Coded {
    /// The register of rounds.
    public static let register = Register.round
    /// As prose has it.
    public static let noun = "round"

    /// Whether it still takes bids.
    public enum Status: String, Codable, Sendable { case open, closed }

    /// Its code.
    public var code: Code
    /// The fund it opens.
    public var fund: Code
    /// Its title.
    public var title: Title
    /// The first day of the window.
    public var opens: Day
    /// The last day of the window.
    public var closes: Day
    /// The time of that day at which it ends, `HH:MM`; absent for midnight.
    public var closesAt: TimeOfDay?
    /// The most one project may have in a year.
    public var capPerYear: Money?
    /// The most one project may have in all.
    public var capPerAward: Money?
    /// What a project must find besides.
    public var match: MatchRule?
    /// The years it offers.
    public var years: [FinancialYear]
    /// Whether it still takes bids.
    public var status: Status

    /// Whether it limits what one project may have.
    public var isCapped: Bool { capPerYear != nil || capPerAward != nil }
}

/// A time of day: `17:00`.
public struct TimeOfDay: Hashable, Comparable, Sendable, TextValue {
    /// Minutes since midnight.
    public let minutes: Int

    /// Reads `HH:MM`, else nil.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 5, bytes[2] == UInt8(ascii: ":"), let hour = decimal(bytes[0..<2]),
            let minute = decimal(bytes[3..<5]), hour < 24, minute < 60
        else { return nil }
        minutes = hour * 60 + minute
    }

    /// `HH:MM`.
    public var description: String {
        let digits = String(10_000 + minutes / 60 * 100 + minutes % 60).dropFirst()
        return "\(digits.prefix(2)):\(digits.suffix(2))"
    }

    /// Orders by time.
    public static func < (lhs: TimeOfDay, rhs: TimeOfDay) -> Bool { lhs.minutes < rhs.minutes }
}
