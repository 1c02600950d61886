import GrantLedger

/// An account in words: `reserved` and `VRF-01 VRF 2019/20`.
struct AccountWords {
    /// What it is for.
    let head: String
    /// Of what.
    let key: String

    /// Both.
    var text: String { key.isEmpty ? head : "\(head) \(key)" }

    init(_ account: Account) {
        let isUnscheduled = account.head == .paymentScheduled && account.instalment == 0
        head = isUnscheduled ? "not scheduled" : Self.heads[account.head] ?? ""
        var parts: [String] = []
        if let owner = account.owner { parts.append(owner.description) }
        if account.owner == nil || account.bid != nil, let round = account.round {
            parts.append(round.description)
        }
        if let claim = account.claim { parts.append(claim.description) }
        if let number = account.instalment, number > 0 { parts.append("#\(number)") }
        if let fund = account.fund, account.round == nil || account.owner != nil {
            parts.append(fund.description)
        }
        if let organisation = account.organisation { parts.append(organisation.description) }
        if let period = account.period {
            parts.append(period.description)
        } else if let year = account.year {
            parts.append(year.description)
        }
        if let category = account.category, category != .general {
            parts.append(category.description)
        }
        if let mark = account.mark { parts.append(Self.words(mark.rawValue)) }
        if let booked = account.accountingYear, booked != account.year {
            parts.append("booked in \(booked)")
        }
        if let entry = account.prepared { parts.append("for entry \(entry)") }
        key = parts.joined(separator: " ")
    }

    private static let heads = Dictionary(
        uniqueKeysWithValues: Head.allCases.map { ($0, words($0.rawValue)) })

    /// A name of the code as words: `roundAvailable` is `round available`.
    static func words(_ name: String) -> String {
        name.reduce(into: "") { out, letter in
            out += letter.isUppercase ? " " + letter.lowercased() : String(letter)
        }
    }
}
