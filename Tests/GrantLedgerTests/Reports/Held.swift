import GrantLedger

/// Accounts with their balances, each as `matchTarget{award=W1,year=2019/20} 300`.
enum Held {
    static func accounts(_ lines: String...) -> [(Account, Money)] { lines.map(pair) }

    /// The same as figures a report groups.
    static func figures(_ lines: String...) -> [KeptFigure] {
        lines.map(pair).map { account, amount in
            KeptFigure(
                head: account.head, mark: account.mark, fund: account.fund, round: account.round,
                award: account.award, category: account.category, year: account.year,
                amount: amount)
        }
    }

    private static func pair(_ line: String) -> (Account, Money) {
        let parts = line.split(separator: " ").map(String.init)
        guard parts.count == 2, let account = Account(parts[0]) else {
            preconditionFailure("\(line) is an account and a balance.")
        }
        return (account, pounds(parts[1]))
    }
}
