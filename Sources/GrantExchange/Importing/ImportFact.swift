public import GrantLedger

/// A fact that a row of an imported file may state, and the headings it goes by.
public struct ImportFact: Hashable, Sendable {
    /// What its text is read as.
    public enum Form: Hashable, Sendable {
        case text, code, organisation, money, day, year, period, number, wait, frequency, profile
    }

    /// Its name, as `--map` and a saved profile have it.
    public let name: String
    /// What its text is read as.
    public let form: Form
    /// Whether every row must state it.
    public let isNeeded: Bool
    /// The headings it goes by, the plainest first.
    public let headings: [String]

    init(_ name: String, _ form: Form, needed: Bool = false, _ headings: String...) {
        self.name = name
        self.form = form
        isNeeded = needed
        self.headings = [name.replacing("-", with: " ")] + headings
    }
}

extension ImportKind {
    /// The facts a row of this kind may state.
    public var facts: [ImportFact] {
        switch self {
        case .bids: Self.bidFacts
        case .awards: Self.awardFacts
        case .payments: Self.paymentFacts
        case .returns: Self.returnFacts
        case .costs: Self.costFacts
        case .bank: Self.bankFacts
        }
    }

    /// Whether a column for each year may stand in it.
    public var hasYears: Bool { self == .bids || self == .awards }

    /// Whether a column for each category may stand in it.
    public var hasCategories: Bool { self == .returns }

    /// The fact of a name, or nil.
    public func fact(_ name: String) -> ImportFact? { facts.first { $0.name == name } }

    private static let bidFacts = [
        ImportFact(
            "code", .code, needed: true, "bid", "bid code", "bid ref", "bid reference", "bid no",
            "bid number", "application", "application ref", "application number", "ref",
            "reference", "id"),
        ImportFact("round", .code, needed: true, "round code", "grant round", "funding round"),
        ImportFact(
            "applicant", .organisation, needed: true, "org", "organisation", "organization",
            "organisation name", "applicant name", "applicant code", "name of organisation",
            "payee", "supplier"),
        ImportFact(
            "title", .text, needed: true, "project", "project title", "project name", "bid title",
            "name of project", "description"),
        ImportFact("profile", .profile, "years", "amounts by year", "spend profile"),
        ImportFact("amount", .money, "amount requested", "requested", "asked", "amount asked"),
        ImportFact("year", .year, "financial year", "fy"),
        ImportFact(
            "total", .money, "total requested", "total amount", "total bid", "grand total",
            "total asked"),
        ImportFact(
            "received", .day, "date", "date received", "received on", "submitted",
            "date submitted", "submission date"),
        ImportFact("area", .code, "area code", "district"),
        ImportFact("theme", .code, "theme code", "priority"),
    ]

    private static let awardFacts = [
        ImportFact(
            "code", .code, needed: true, "award", "award code", "award ref", "award reference",
            "award no", "award number", "grant ref", "grant reference", "ref", "reference", "id"),
        ImportFact("bid", .code, "bid code", "bid ref", "bid reference", "application ref"),
        ImportFact("round", .code, "round code", "grant round", "funding round"),
        ImportFact("fund", .code, "fund code", "funding stream", "pot"),
        ImportFact(
            "recipient", .organisation, "org", "organisation", "organization",
            "organisation name", "recipient name", "recipient org", "awarded to", "grantee",
            "payee", "supplier"),
        ImportFact(
            "title", .text, "project", "project title", "project name", "award title",
            "name of project"),
        ImportFact("profile", .profile, "years", "amounts by year", "spend profile"),
        ImportFact("amount", .money, "amount awarded", "awarded amount", "award amount"),
        ImportFact("year", .year, "financial year", "fy"),
        ImportFact(
            "total", .money, "total awarded", "total amount", "total award", "grand total"),
        ImportFact("purpose", .text, "what for", "purpose of grant"),
        ImportFact("reasons", .text, "reason", "reasons for award"),
        ImportFact("conditions", .text, "conditions of grant", "terms"),
        ImportFact("decision", .text, "decision notice", "decision no", "decision ref"),
        ImportFact(
            "made", .day, "date", "awarded", "awarded on", "date awarded", "award date",
            "decision date", "date of award"),
        ImportFact("starts", .day, "start", "start date", "from"),
        ImportFact("ends", .day, "end", "end date", "to"),
        ImportFact(
            "signed", .day, "signed on", "date signed", "agreement signed", "agreement date"),
        ImportFact("agreement", .text, "agreement ref", "agreement reference"),
        ImportFact("returns", .frequency, "reporting", "returns due", "monitoring"),
        ImportFact(
            "paid", .money, "amount paid", "first payment", "paid to date", "payment"),
        ImportFact("paid-on", .day, "date paid", "payment date", "paid date"),
        ImportFact("paid-for", .year, "payment year", "paid for year"),
        ImportFact("after-return", .wait, "after", "waits for", "paid after"),
        ImportFact("area", .code, "area code", "district"),
        ImportFact("theme", .code, "theme code", "priority"),
    ]

    private static let paymentFacts = [
        ImportFact(
            "award", .code, needed: true, "award code", "award ref", "award reference",
            "grant ref", "grant reference", "project code", "cost centre"),
        ImportFact("instalment", .number, "instalment no", "instalment number", "payment no"),
        ImportFact(
            "recipient", .organisation, "payee", "org", "organisation", "supplier", "vendor"),
        ImportFact(
            "amount", .money, "net", "net amount", "value", "amount paid", "paid",
            "payment amount"),
        ImportFact("money-out", .money, "debit", "paid out", "payments", "out"),
        ImportFact("money-in", .money, "credit", "paid in", "receipts", "in"),
        ImportFact(
            "date", .day, needed: true, "paid on", "date paid", "payment date", "posting date",
            "posted", "transaction date", "value date"),
        ImportFact("year", .year, "financial year", "fy", "year of cost"),
        ImportFact(
            "reference", .text, "ref", "payment reference", "payment ref", "bacs ref",
            "transaction", "transaction id", "transaction no", "voucher", "document no", "id"),
    ]

    private static let returnFacts = [
        ImportFact(
            "award", .code, needed: true, "award code", "award ref", "grant ref",
            "grant reference", "project code"),
        ImportFact(
            "period", .period, needed: true, "quarter", "reporting period", "return period"),
        ImportFact("category", .code, "heading", "budget heading", "cost category"),
        ImportFact("amount", .money, "spend", "spent", "amount spent", "actual"),
        ImportFact("date", .day, "received", "date received", "submitted", "date submitted"),
        ImportFact("forecast", .money, "forecast for year", "year end forecast"),
        ImportFact("reference", .text, "ref", "return ref", "id"),
    ]

    private static let costFacts = [
        ImportFact("fund", .code, needed: true, "fund code", "cost centre", "project code"),
        ImportFact("year", .year, "financial year", "fy", "year of cost"),
        ImportFact(
            "category", .code, needed: true, "heading", "budget heading", "cost category",
            "subjective"),
        ImportFact("amount", .money, "net", "net amount", "value", "cost"),
        ImportFact("money-out", .money, "debit", "paid out", "out"),
        ImportFact("money-in", .money, "credit", "paid in", "in"),
        ImportFact(
            "supplier", .text, needed: true, "payee", "org", "organisation", "vendor", "paid to"),
        ImportFact(
            "date", .day, needed: true, "paid on", "date paid", "posting date", "posted",
            "transaction date", "invoice date"),
        ImportFact("recoverable-vat", .money, "vat", "recoverable vat amount"),
        ImportFact(
            "reference", .text, "ref", "invoice", "invoice no", "invoice number", "transaction",
            "transaction id", "transaction no", "voucher", "document no", "id"),
    ]

    private static let bankFacts = [
        ImportFact(
            "date", .day, needed: true, "transaction date", "posting date", "posted",
            "value date", "entry date"),
        ImportFact("amount", .money, "value", "transaction amount"),
        ImportFact("money-out", .money, "debit", "debit amount", "paid out", "withdrawals", "out"),
        ImportFact("money-in", .money, "credit", "credit amount", "paid in", "deposits", "in"),
        ImportFact(
            "text", .text, "description", "details", "narrative", "transaction description",
            "particulars", "memo"),
        ImportFact(
            "reference", .text, "ref", "bank reference", "transaction id", "transaction no", "id",
            "fit id"),
    ]
}
