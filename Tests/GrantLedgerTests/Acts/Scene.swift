import GrantLedger
import Testing

/// An office with its registers filled, at whose desk a test records acts.
struct Scene {
    /// Where acts are recorded.
    let desk = Desk()

    /// An office with organisations, categories and four funds: own budget, proceeds of crime, and
    /// two that grants of the Home Office feed.
    init() throws {
        try post(OpenBook(name: words("Office of the Commissioner")))
        for name in ["HOME-OFFICE", "CHARITY", "COUNCIL", "PARTNER"] {
            try post(AddOrganisation(code: code(name), name: words("Body \(name)")))
        }
        for name in ["STAFF", "TRAVEL"] {
            try post(AddCategory(code: code(name), name: words("Heading \(name)")))
        }
        let sources: [(String, Fund.Source)] = [
            ("VRF", .ownBudget), ("POCA", .proceedsOfCrime), ("EIYF", .homeOffice),
            ("VRU", .homeOffice),
        ]
        for (name, source) in sources {
            try post(OpenFund(code: code(name), title: words("Fund \(name)"), source: source))
        }
    }

    /// An office whose own fund has £1,000 in each of two years, and an award of so much from it.
    static func awarded(
        _ lines: String..., signed: Bool = true, returns: ReturnFrequency = .quarterly
    ) throws -> Scene {
        let scene = try Scene()
        try scene.approve("2019/20=1000", "2020/21=1000")
        try scene.award("W1", lines)
        if signed { try scene.sign("W1", returns: returns) }
        return scene
    }

    /// Records an act; its transfers as lines of text.
    @discardableResult
    func post(_ act: some Act, on date: String = "2019-04-01") throws -> [String] {
        try desk.record(act, on: day(date)).transfers.map(\.line).sorted()
    }

    /// Records an act; the entry it becomes.
    func entry(_ act: some Act, on date: String = "2019-04-01") throws -> Entry {
        try desk.record(act, on: day(date))
    }

    /// The refusal of an act that must be refused.
    func refusal(of act: some Act, on date: String = "2019-04-01") throws -> Refusal {
        let before = desk.balances()
        do {
            try desk.record(act, on: day(date))
        } catch .refused(let refusal) {
            #expect(desk.balances() == before, "a refusal leaves everything as it was")
            return refusal
        }
        return try #require(nil as Refusal?, "\(act) was not refused")
    }

    /// Why an act is refused.
    func reason(_ act: some Act, on date: String = "2019-04-01") throws -> Refusal.Reason {
        try refusal(of: act, on: date).reason
    }

    /// What an account holds in its normal direction, as a column has it.
    func holds(_ name: String) throws -> String {
        let account = try #require(Account(name), "\(name) is the name of an account")
        return desk.source.balance(account).normal(account.head).column
    }

    // MARK: Acts in a word

    func approve(_ lines: String..., fund: String = "VRF") throws {
        try post(ApproveFunding(fund: code(fund), profile: profile(lines)))
    }

    func openRound(
        _ lines: String..., fund: String = "VRF", perYear: String? = nil, perAward: String? = nil
    ) throws {
        try post(
            OpenRound(
                code: code("R1"), fund: code(fund), title: words("A round"),
                opens: day("2019-04-01"), closes: day("2019-05-31"), profile: profile(lines),
                capPerYear: perYear.map(pounds), capPerAward: perAward.map(pounds)))
    }

    @discardableResult
    func bid(_ name: String, _ lines: String..., round: String = "R1") throws -> [String] {
        try post(
            LogBid(
                code: code(name), round: code(round), applicant: code("CHARITY"),
                title: words("A bid"), profile: profile(lines)))
    }

    @discardableResult
    func award(_ name: String, _ lines: [String], fund: String = "VRF") throws -> [String] {
        try post(
            MakeAward(
                code: code(name), fund: code(fund), recipient: code("CHARITY"),
                title: words("An award"), profile: profile(lines)))
    }

    @discardableResult
    func sign(_ name: String, returns: ReturnFrequency = .quarterly) throws -> [String] {
        try post(SignAward(award: code(name), returns: returns))
    }

    @discardableResult
    func schedule(
        _ name: String, _ year: String, _ amount: String, wait: ScheduleInstalments.Wait = .nothing
    ) throws -> [String] {
        try post(
            ScheduleInstalments(
                award: code(name), year: financialYear(year), amount: pounds(amount),
                due: day("2019-05-01"), wait: wait))
    }

    @discardableResult
    func pay(_ name: String, _ number: Int, _ amount: String? = nil) throws -> [String] {
        try post(PayInstalment(award: code(name), number: number, amount: amount.map(pounds)))
    }

    @discardableResult
    func submit(_ name: String, _ covers: String, _ spend: String...) throws -> [String] {
        try post(SubmitReturn(award: code(name), period: period(covers), spend: amounts(spend)))
    }

    @discardableResult
    func accept(
        _ name: String, _ covers: String, disallow: String..., on date: String = "2019-07-20"
    ) throws -> [String] {
        try post(
            AcceptReturn(award: code(name), period: period(covers), disallow: amounts(disallow)),
            on: date)
    }
}

extension Transfer {
    /// `Dr bank / Cr grantDebtors{…} 35,000.00`.
    var line: String { "Dr \(debit) / Cr \(credit) \(amount.column)" }
}

/// A year by its text: `2019/20`.
func financialYear(_ text: String) -> FinancialYear {
    guard let year = FinancialYear(text) else { preconditionFailure("\(text) is a year.") }
    return year
}

/// A profile of lines as the command line has them: `VRF@2019/20/STAFF=100`.
func profile(_ lines: [String]) -> Profile {
    lines.map { line in
        let sides = line.split(separator: "=").map(String.init)
        let parts = sides[0].split(separator: "@").map(String.init)
        let key = parts[parts.count - 1]
        return ProfileLine(
            fund: parts.count > 1 ? Code(parts[0]) : nil,
            year: financialYear(String(key.prefix(7))),
            category: key.count > 8 ? Code(String(key.dropFirst(8))) : nil,
            amount: pounds(sides[1]))
    }
}

/// Spend by category as the command line has it: `VRF@STAFF=100`.
func amounts(_ lines: [String]) -> [CategoryAmount] {
    lines.map { line in
        let sides = line.split(separator: "=").map(String.init)
        let parts = sides[0].split(separator: "@").map(String.init)
        return CategoryAmount(
            fund: parts.count > 1 ? Code(parts[0]) : nil, category: code(parts[parts.count - 1]),
            amount: pounds(sides[1]))
    }
}
