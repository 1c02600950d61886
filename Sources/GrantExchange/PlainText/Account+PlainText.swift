public import GrantLedger

extension Account {
    /// The account's name in all three formats, legal in each:
    /// `Equity:Budget:Committed:Fund-VRF:Award-VRF-01:Category-GENERAL:Year-2019-20`.
    ///
    /// The head's place, then each part of the key with its label, the year of cost last; `Whole`
    /// stands where a key has no year, so that no account is above another. In a code a full stop is
    /// written `dot`, which no code contains; the stroke in a year is a hyphen. So no two accounts
    /// have one name, and an account can be read back from it.
    public var plainTextName: String {
        var name = head.plainTextPlace
        var isKeyed = false
        func add(_ label: String, _ value: String?) {
            guard let value else { return }
            isKeyed = true
            name += ":"
            name += label
            name += "-"
            name += Self.segment(value)
        }
        add("Fund", fund?.description)
        add("Round", round?.description)
        add("Award", award?.description)
        add("Bid", bid?.description)
        add("Grant", grant?.description)
        add("Claim", claim?.description)
        add("Organisation", organisation?.description)
        add("Category", category?.description)
        add("Instalment", instalment?.description)
        add("Mark", mark?.rawValue)
        add("Period", period?.description)
        add("Prepared", prepared?.description)
        add("Accounted", accountingYear?.description)
        if year != nil {
            add("Year", year?.description)
        } else if isKeyed {
            name += ":Whole"
        }
        return name
    }

    /// A part of a key in letters, digits and hyphens.
    private static func segment(_ value: String) -> String {
        var bytes: [UInt8] = []
        for byte in value.utf8 {
            switch byte {
            case UInt8(ascii: "."): bytes.append(contentsOf: "dot".utf8)
            case UInt8(ascii: "/"): bytes.append(UInt8(ascii: "-"))
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension Head {
    /// Where its accounts stand: `Assets:Bank`, `Equity:Budget:Committed`.
    ///
    /// The accounting ledger is spread over the five roots. The other three sets are not the office's
    /// money: each stands whole under Equity, where it comes to nil by itself and leaves a balance
    /// sheet as it is.
    var plainTextPlace: String {
        let name = rawValue.prefix(1).uppercased() + rawValue.dropFirst()
        return switch traits.set {
        case .actual: "\(root.rawValue):\(name)"
        case .budget: "Equity:Budget:\(name)"
        case .control: "Equity:Control:\(name)"
        case .memorandum: "Equity:Memorandum:\(name)"
        }
    }

    /// The first segment of every name under it.
    var root: PlainTextRoot {
        switch self {
        case .bank, .grantDebtors, .accruedGrantIncome, .paymentsOnAccount, .clawbackDebtors:
            .assets
        case .receiptsInAdvance, .repayableToFunder, .heldAsAgent, .awardCreditors,
            .accruedExpenditure:
            .liabilities
        case .grantIncome, .partnerContributions: .income
        case .awardExpenditure: .expenses
        default: .equity
        }
    }
}

/// The five roots that beancount knows, and hledger by their types.
enum PlainTextRoot: String, CaseIterable {
    case assets = "Assets"
    case liabilities = "Liabilities"
    case equity = "Equity"
    case income = "Income"
    case expenses = "Expenses"

    /// The type that hledger gives it.
    var hledgerType: String {
        switch self {
        case .assets: "A"
        case .liabilities: "L"
        case .equity: "E"
        case .income: "R"
        case .expenses: "X"
        }
    }
}
