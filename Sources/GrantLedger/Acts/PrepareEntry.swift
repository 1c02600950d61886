/// Prepares an entry for its second person: what it will use is set aside.
///
/// Posts, for each floored credit-normal account of budget and control that the act lowers on
/// balance, by that fall, B Dr it / Cr budgetPrepared, C the same with controlPrepared.
public struct PrepareEntry: Act {
    /// Its kind.
    public static let kind = Kind.prepareEntry
    /// The kind of the act that waits.
    public var asked: Kind
    /// What is asked.
    public var act: Canonical

    /// Creates the act that prepares another.
    public init<Asked: Act>(_ act: Asked) throws {
        (asked, self.act) = (Asked.kind, try Canonical(act))
    }

    /// Its rule.
    public func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        let inner = try facts.reading { try asked.read(act) }
        let posting = try inner.judgedAlone(given: facts, on: occasion)
        facts.begin()  // while it waits it stands on nothing: once approved, the act itself does
        let number = facts.nextNumber
        let setAside = try posting.setAside(under: number)
        let row = Prepared(
            number: number, kind: asked, act: act, user: occasion.user, login: occasion.login,
            date: occasion.date, size: posting.size, shown: posting.transfers, setAside: setAside,
            status: .waiting)
        return Posting(setAside, puts: [try facts.put(row)], flags: posting.flags)
    }
}

extension Kind {
    /// An act of this kind as a record has it.
    public func read(_ act: Canonical) throws -> any Act {
        func value<Asked: Act>(of type: Asked.Type) throws -> any Act { try act.value(type) }
        return try value(of: self.type)
    }
}

extension Posting {
    /// How much it moves: of the budget; where it leaves that alone, of the accounts.
    ///
    /// An act that moves neither needs no second person.
    public var size: Money {
        for set in [AccountSet.budget, .actual] {
            let moved = transfers.filter { $0.debit.head.traits.set == set }.map(\.amount).total
            if moved > .zero { return moved }
        }
        return .zero
    }

    /// C, then B: what each account falls by on balance, set aside under an entry's number.
    fileprivate func setAside(under number: Int) throws(Stop) -> [Transfer] {
        var falls: [Account: Int64] = [:]
        var order: [Account] = []
        for transfer in transfers {
            for (account, sign) in [(transfer.debit, Int64(1)), (transfer.credit, -1)] {
                if falls[account] == nil { order.append(account) }
                falls[account, default: 0] += sign * transfer.amount.pence
            }
        }
        var setAside: [Transfer] = []
        for (set, head) in [
            (AccountSet.control, Head.controlPrepared), (.budget, .budgetPrepared),
        ] {
            for account in order where account.head.traits.set == set {
                guard !account.head.traits.debitNormal, account.head.traits.limit != nil,
                    let fall = falls[account], fall > 0
                else { continue }
                setAside.move(
                    Money(pence: fall), debit: account,
                    credit: account.under(head).with(\.prepared, number))
            }
        }
        return setAside
    }
}
