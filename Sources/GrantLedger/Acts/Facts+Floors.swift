extension Facts {
    /// Checks every floor in the order of the transfers, now and on every later day there is an
    /// entry for.
    ///
    /// Several limits short at once give the first by precedence. A sum beyond 64 bits is refused.
    func judge(_ transfers: [Transfer], on date: Day) throws(Stop) {
        var draws: [Account: Draw] = [:]
        var short: [Account] = []
        func move(_ account: Account, _ amount: Money, isDebit: Bool) throws(Stop) {
            var draw: Draw
            if let known = draws[account] {
                draw = known
            } else {
                draw = try begin(account, date)
            }
            guard let now = draw.now.moved(by: amount, debit: isDebit) else {
                throw .refused(.tooLarge(amount))
            }
            draw.now = now
            let traits = account.head.traits
            let raises = isDebit == traits.debitNormal
            if raises { draw.raised += amount } else { draw.lowered += amount }
            draws[account] = draw
            guard traits.limit != nil, !raises, now.normal(account.head) < draw.later else {
                return
            }
            if !short.contains(account) { short.append(account) }
        }
        for transfer in transfers {
            guard transfer.amount <= Money.greatest else {
                throw .refused(.tooLarge(transfer.amount))
            }
            try move(transfer.debit, transfer.amount, isDebit: true)
            try move(transfer.credit, transfer.amount, isDebit: false)
        }
        if let first = short.min(by: { $0.head.precedence < $1.head.precedence }),
            let draw = draws[first]
        {
            throw .refused(try refusal(first, draw, transfers, on: date))
        }
    }

    /// What an entry draws from an account, and what it puts into it.
    private struct Draw {
        let before: Money
        /// How much of the balance is not yet there on some day from the entry's on.
        let later: Money
        var now: Balance
        var raised = Money.zero
        var lowered = Money.zero
    }

    private func begin(_ account: Account, _ date: Day) throws(Stop) -> Draw {
        let now = try balance(account)
        let before = now.normal(account.head)
        guard account.head.traits.limit != nil,
            let lowest = try reading({ try source.lowest(account, from: date) })
        else { return Draw(before: before, later: .zero, now: now) }
        return Draw(before: before, later: before - lowest, now: now)
    }

    /// The refusal of a floor: all the entry asks of the account, beside all there is.
    private func refusal(
        _ account: Account, _ draw: Draw, _ transfers: [Transfer], on date: Day
    ) throws(Stop) -> Refusal {
        let left = draw.before - draw.later + draw.raised
        guard account.head == .capHeadroom else {
            return .floor(account, available: left, asked: draw.lowered, on: date)
        }
        var set = try balance(account.under(.capSet)).normal(.capSet)
        set += transfers.filter { $0.debit == account.under(.capSet) }.map(\.amount).total
        let awards = transfers.compactMap { $0.credit.award ?? $0.debit.award }
        var award: Award?
        if let code = awards.first { award = try find(Award.self, code) }
        return .cap(
            account, set: set, of: award?.code, available: left, asked: draw.lowered, on: date)
    }
}

extension Head {
    fileprivate var precedence: Int { traits.limit?.precedence ?? Int.max }
}

extension Refusal.Reason {
    /// Its place in the order of precedence: a lower one is given first.
    public var precedence: Int { Self.places[self] ?? 0 }

    private static let places = Dictionary(
        uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) })
}
