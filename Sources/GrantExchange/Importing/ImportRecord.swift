public import GrantLedger

/// What a row of a file states, read.
public struct ImportRecord: Hashable, Sendable {
    /// A value that was read.
    enum Value: Hashable, Sendable {
        case text(String)
        case code(Code)
        case money(Money)
        case day(Day)
        case year(FinancialYear)
        case period(Period)
        case number(Int)
        case profile(Profile)

        /// The one spelling of it.
        var plain: String {
            switch self {
            case .text(let text): text
            case .code(let code): code.description
            case .money(let amount): "\(amount.pence)"
            case .day(let day): day.description
            case .year(let year): year.description
            case .period(let period): period.description
            case .number(let number): "\(number)"
            case .profile(let lines):
                lines.map { "\($0.year)\($0.quarter ?? 0)\($0.amount.pence)" }
                    .joined(separator: " ")
            }
        }
    }

    /// Its row, 1 for the first.
    public let row: Int
    /// What it is about.
    public let kind: ImportKind
    /// How many rows of the file it is: more than one where a return has a row a category.
    public var rows = 1
    /// The texts as they stand, by fact.
    var texts: [String: String] = [:]
    /// What was read, by fact.
    var values: [String: Value] = [:]
    /// Amounts by year that stand in columns of their own.
    var years: Profile = []
    /// Amounts by category that stand in columns of their own.
    var spend: [CategoryAmount] = []
    /// How its amounts are signed.
    var sign = ImportProfile.Sign.outPositive

    func text(_ name: String) -> String? {
        if case .text(let text) = values[name] { text } else { nil }
    }
    func code(_ name: String) -> Code? {
        if case .code(let code) = values[name] { code } else { nil }
    }
    func money(_ name: String) -> Money? {
        if case .money(let amount) = values[name] { amount } else { nil }
    }
    func day(_ name: String) -> Day? {
        if case .day(let day) = values[name] { day } else { nil }
    }
    func year(_ name: String) -> FinancialYear? {
        if case .year(let year) = values[name] { year } else { nil }
    }
    func number(_ name: String) -> Int? {
        if case .number(let number) = values[name] { number } else { nil }
    }
    func note(_ name: String) -> Note? { text(name).flatMap(Note.init(_:)) }
    func passage(_ name: String) -> Passage? { text(name).flatMap(Passage.init(_:)) }

    /// The paper's or the bank's reference.
    public var reference: String? { text("reference") }

    /// The day it takes effect; nil where it states none.
    public var date: Day? {
        switch kind {
        case .bids: day("received")
        case .awards: day("made") ?? day("signed") ?? day("paid-on")
        default: day("date")
        }
    }

    /// What it states as the amount that left the office, below nil for what came in.
    var moneyOut: Money {
        switch sign {
        case .twoColumns: (money("money-out") ?? .zero) - (money("money-in") ?? .zero)
        case .outPositive: money("amount") ?? .zero
        case .outNegative: -(money("amount") ?? .zero)
        }
    }

    /// Its lines by year; nil where it states none.
    var profile: Profile? {
        if !years.isEmpty { return years }
        if case .profile(let lines) = values["profile"] { return lines }
        guard let year = year("year"), let amount = money("amount") ?? money("total") else {
            return nil
        }
        return [ProfileLine(year: year, amount: amount)]
    }

    /// What it counts to the control total of its file: bids and awards by their lines or, without,
    /// by their total; the bank's lines as the bank signs them.
    public var controlAmount: Money {
        switch kind {
        case .bids, .awards: profile?.total ?? money("total") ?? .zero
        case .payments, .costs: moneyOut
        case .returns: (spend.map(\.amount) + [money("amount") ?? .zero]).total
        case .bank: -moneyOut
        }
    }

    /// All it states in one spelling, so that the same row is known again.
    var canonical: String {
        var parts = values.map { "\($0.key)=\($0.value.plain)" }
        parts += years.map { line in
            "\(line.fund?.description ?? "")@\(line.year)-\(line.quarter ?? 0)/"
                + "\(line.category?.description ?? "")=\(line.amount.pence)"
        }
        parts += spend.map { "\($0.category)=\($0.amount.pence)" }
        return parts.sorted().joined(separator: "\n")
    }
}
