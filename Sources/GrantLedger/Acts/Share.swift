/// An account of one line of an award, and what of it is still to be shared.
struct Share {
    let account: Account
    var amount: Money
}

extension Facts {
    /// The accounts that match a pattern, each with its balance: what money of a year is shared
    /// over.
    func lines(_ pattern: Account) throws(Stop) -> [Share] {
        var lines: [Share] = []
        for account in try accounts(pattern) {
            lines.append(Share(account: account, amount: try amount(account)))
        }
        return lines
    }
}

extension [Share] {
    /// Checks that an amount above nil is within what the lines have.
    func check(_ asked: Money, within limit: Account, on date: Day) throws(Stop) {
        let left = map(\.amount).total
        guard asked > .zero, asked <= left else {
            throw .refused(.floor(limit, available: left, asked: asked, on: date))
        }
    }

    /// Shares an amount over the lines by what each still has, and takes it from them.
    mutating func take(_ amount: Money) -> [(Account, Money)] {
        let parts = amount.split(over: map(\.amount))
        for index in indices { self[index].amount -= parts[index] }
        return zip(map(\.account), parts).filter { $0.1 > .zero }
    }
}
