/// An open award with all that another body needs to go on with it.
public struct HandedAward: Sendable {
    /// An account of the award with its balance in the head's normal direction.
    public struct Holding: Hashable, Sendable {
        /// The account.
        public let account: Account
        /// Its balance.
        public let amount: Money

        /// Creates a holding.
        public init(_ account: Account, _ amount: Money) {
            (self.account, self.amount) = (account, amount)
        }
    }

    /// One entry of its history.
    public struct Deed: Sendable {
        /// The entry.
        public let entry: Entry
        /// Its chain hash, 64 hexadecimal digits.
        public let chain: String

        /// Creates one.
        public init(_ entry: Entry, chain: String) { (self.entry, self.chain) = (entry, chain) }
    }

    /// One fund and year of it.
    public struct Line: Hashable, Sendable {
        /// The fund.
        public let fund: Code
        /// The year of the cost.
        public let year: FinancialYear
        /// Its figures, in the words of the report of spend.
        public var figures = SpendFigures()
    }

    /// The award.
    public let award: Award
    /// Its recipient.
    public let recipient: Organisation?
    /// Its accounts that are not nil.
    public let holdings: [Holding]
    /// Its instalments.
    public let instalments: [Instalment]
    /// What each instalment that was paid came to, by its number.
    public let payments: [Int: Money]
    /// Its returns, by period.
    public let returns: [MonitoringReturn]
    /// Its history, oldest first.
    public let history: [Deed]

    /// Creates it.
    ///
    /// - Parameters:
    ///   - award: the award.
    ///   - recipient: its recipient.
    ///   - holdings: its accounts.
    ///   - instalments: its instalments.
    ///   - returns: its returns.
    ///   - history: the entries about it.
    public init(
        award: Award, recipient: Organisation?, holdings: [Holding], instalments: [Instalment],
        returns: [MonitoringReturn], history: [Deed]
    ) {
        self.award = award
        self.recipient = recipient
        self.holdings = holdings.filter { $0.amount != .zero }
        self.instalments = instalments.sorted { $0.number < $1.number }
        self.returns = returns.sorted { $0.period < $1.period }
        self.history = history
        let entries = Dictionary(history.map { ($0.entry.number, $0.entry) }) { $1 }
        var payments: [Int: Money] = [:]
        for instalment in instalments {
            guard let entry = instalment.payment.flatMap({ entries[$0] }) else { continue }
            payments[instalment.number] =
                entry.transfers.filter { $0.credit.head == .paid }.map(\.amount).total
        }
        self.payments = payments
    }

    /// Whether an award still runs: it is neither ended nor was taken back.
    public static func isOpen(_ award: Award) -> Bool { award.status != .ended }

    /// What an instalment comes to: what was paid, else what is planned or released.
    public func amount(of instalment: Instalment) -> Money {
        if let paid = payments[instalment.number] { return paid }
        return holdings.filter {
            $0.account.instalment == instalment.number
                && [.paymentScheduled, .paymentReleased].contains($0.account.head)
        }.map(\.amount).total
    }

    /// Its figures by fund and year.
    public var lines: [Line] {
        var lines: [Account: Line] = [:]
        for holding in holdings {
            let account = holding.account
            guard let fund = account.fund, let year = account.year else { continue }
            let key = Account(.committed, fund: fund, year: year)
            var line = lines[key] ?? Line(fund: fund, year: year)
            line.figures.add(
                KeptFigure(head: account.head, mark: account.mark, amount: holding.amount))
            lines[key] = line
        }
        return lines.values.sorted { ($0.fund, $0.year) < ($1.fund, $1.year) }
    }

    /// What was offered to it besides.
    public var match: MatchReport {
        MatchReport(
            balances: holdings.filter { MatchReport.heads.contains($0.account.head) }
                .map { ($0.account, $0.amount) })
    }

    /// The papers behind it, each with the entry that names it.
    public var documents: [(entry: Int, document: Document)] {
        history.flatMap { deed in deed.entry.documents.map { (deed.entry.number, $0) } }
    }
}
