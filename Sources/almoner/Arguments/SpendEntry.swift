import GrantLedger

/// An amount by category as typed: `[FUND@]CATEGORY=AMOUNT`.
struct SpendEntry: Hashable, Sendable {
    let amount: CategoryAmount

    /// Reads one text.
    static func typed(_ text: String) throws -> SpendEntry {
        let (key, amount) = try Keyed.parted(
            text, form: "write [FUND@]CATEGORY=AMOUNT, as STAFF=8750.")
        var rest = Substring(key)
        let fund = try Keyed.fund(&rest)
        return SpendEntry(
            amount: CategoryAmount(
                fund: fund, category: try Code.typed(String(rest)), amount: amount))
    }
}

/// Match as typed: `ORG:cash|in-kind:YEAR=AMOUNT`, or `ORG:cash|in-kind:AMOUNT` where the year is known.
struct MatchEntry: Hashable, Sendable {
    let from: Code
    let kind: MatchOffer.Kind
    let year: FinancialYear?
    let amount: Money

    /// Reads one text.
    static func typed(_ text: String) throws -> MatchEntry {
        let form = "write ORG:cash:2019/20=5000 or ORG:in-kind:2019/20=5000."
        let parts = text.split(separator: ":", maxSplits: 2).map(String.init)
        guard parts.count == 3, let kind = MatchOffer.Kind(rawValue: parts[1].lowercased()) else {
            throw NotAccepted(form)
        }
        let from = try Code.typed(parts[0])
        guard parts[2].contains("=") else {
            let amount = try Money.typed(parts[2])
            return MatchEntry(from: from, kind: kind, year: nil, amount: amount)
        }
        let (key, amount) = try Keyed.parted(parts[2], form: form)
        let year = try FinancialYear.typed(key)
        return MatchEntry(from: from, kind: kind, year: year, amount: amount)
    }

    /// The offer, for the year given where none was typed.
    func offer(in known: FinancialYear? = nil) throws -> MatchOffer {
        guard let year = year ?? known else {
            throw NotAccepted("the match of \(from) names no year: write ORG:cash:2019/20=5000.")
        }
        return MatchOffer(from: from, kind: kind, year: year, amount: amount)
    }
}

/// An output as typed: `NAME=NUMBER`.
struct DeliveredEntry: Hashable, Sendable {
    let delivered: Delivered

    /// Reads one text.
    static func typed(_ text: String) throws -> DeliveredEntry {
        let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2, let number = Int(parts[1]), number >= 0 else {
            throw NotAccepted("write NAME=NUMBER, as sessions=42.")
        }
        return DeliveredEntry(
            delivered: Delivered(name: try Note.typed(parts[0]), number: number))
    }
}
