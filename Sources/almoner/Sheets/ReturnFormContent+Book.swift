import GrantExchange
import GrantLedger

extension ReturnFormContent {
    /// What the book has to say on the form of a period.
    init(_ award: Award, _ period: Period, version: Int, _ facts: Facts) throws {
        let key = "\(award.code)#\(period.year)"
        let others = try facts.all(MonitoringReturn.self, prefix: key).filter {
            $0.period != period && $0.status != .rejected
        }
        let before = others.filter { $0.period < period }
        let office = try facts.look(Office.self, Office.onlyKey)
        let recipient = try facts.look(Organisation.self, award.recipient.description)
        self.init(
            book: try facts.entry(1)?.book ?? "", office: office?.name.description ?? "",
            award: award.code, title: award.title.description,
            recipient: recipient.map { "\($0.code) \($0.name)" } ?? award.recipient.description,
            period: period, version: version,
            lines: try Self.lines(award, period.year, before, facts),
            providers: try Self.providers(award, period.year, facts),
            outputs: Self.outputs(before))
    }

    /// A line for each heading and fund the award has money under in the year, and for each that was
    /// reported.
    private static func lines(
        _ award: Award, _ year: FinancialYear, _ before: [MonitoringReturn], _ facts: Facts
    ) throws -> [Line] {
        var budgets: [CategoryAmount] = []
        for head in [Head.committed, .charged] {
            for account in try facts.accounts(Account(head, award: award.code, year: year)) {
                let amount = try facts.amount(account)
                add(amount, account.fund, account.category ?? .general, to: &budgets)
            }
        }
        let funds = Set(budgets.compactMap(\.fund))
        if funds.count < 2 { for place in budgets.indices { budgets[place].fund = nil } }
        var reported: [CategoryAmount] = []
        for line in before.flatMap(\.spend) {
            let known = budgets.first { $0.category == line.category }?.fund
            add(line.amount, line.fund ?? known, line.category, to: &reported)
        }
        if funds.count < 2 { for place in reported.indices { reported[place].fund = nil } }
        for line in reported { add(.zero, line.fund, line.category, to: &budgets) }
        budgets.sort {
            ($0.fund?.description ?? "", $0.category) < ($1.fund?.description ?? "", $1.category)
        }
        return try budgets.map { line in
            let category = try facts.look(Category.self, line.category.description)
            let so = reported.filter { $0.fund == line.fund && $0.category == line.category }
            return Line(
                fund: line.fund, category: line.category, name: category?.name.description ?? "",
                budget: line.amount, reported: so.map(\.amount).total)
        }
    }

    private static func add(
        _ amount: Money, _ fund: Code?, _ category: Code, to lines: inout [CategoryAmount]
    ) {
        if let place = lines.firstIndex(where: { $0.fund == fund && $0.category == category }) {
            lines[place].amount += amount
        } else {
            lines.append(CategoryAmount(fund: fund, category: category, amount: amount))
        }
    }

    private static func providers(
        _ award: Award, _ year: FinancialYear, _ facts: Facts
    ) throws -> [Provider] {
        var found: Set<Provider> = []
        for head in [Head.matchPledged, .matchConfirmed, .matchEvidenced] {
            for account in try facts.accounts(Account(head, award: award.code, year: year)) {
                guard let from = account.organisation, let mark = account.mark,
                    let kind = MatchOffer.Kind(rawValue: mark.rawValue),
                    try facts.amount(account) > .zero
                else { continue }
                found.insert(Provider(from: from, kind: kind))
            }
        }
        return found.sorted { ($0.from, $0.kind.rawValue) < ($1.from, $1.kind.rawValue) }
    }

    private static func outputs(_ before: [MonitoringReturn]) -> [String] {
        var names: [String] = []
        for name in before.flatMap(\.delivered).map(\.name.description)
        where !names.contains(name) {
            names.append(name)
        }
        return names
    }
}
