/// Approves or declines a prepared entry: what was set aside for it is given back.
///
/// Posts the opposite of the preparation. Approved, the act is then judged anew and recorded in the
/// same commit as an entry of its own, refused if it would now post otherwise than was shown. The
/// second person has another code and another login than the first.
public struct DecidePrepared: Act {
    /// Its kind.
    public static let kind = Kind.decidePrepared
    /// The number of the entry that prepared it.
    public var prepared: Int
    /// Whether it is approved; else it is declined.
    public var approves: Bool
    /// Why.
    public var reason: Note?

    /// Creates the act.
    public init(prepared: Int, approves: Bool, reason: Note? = nil) {
        (self.prepared, self.approves, self.reason) = (prepared, approves, reason)
    }

    /// Its rule.
    public func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        var row = try facts.waiting(prepared)
        try facts.checkSecond(
            of: row, user: occasion.user, login: occasion.login, decides: approves)
        guard row.status == .waiting else {
            throw .no(
                .preparedSettled, "Entry \(prepared) was \(row.status.rawValue) already.",
                remedy: "almoner prepared list shows what waits.", [.init("entry", prepared)])
        }
        row.status = approves ? .approved : .declined
        row.reason = reason
        return Posting(
            row.setAside.reversed().map(\.reversed), puts: [try facts.put(row)])
    }
}

extension Facts {
    /// A prepared entry that must be there.
    public func waiting(_ number: Int) throws(Stop) -> Prepared {
        if let row = try find(Prepared.self, "\(number)") { return row }
        throw .no(
            .unknownEntry, "Entry \(number) prepared nothing.",
            remedy: "almoner prepared list shows what waits.", [.init("entry", number)])
    }

    /// The occasion on which a prepared entry is recorded once it is approved.
    public func occasion(approving number: Int, on occasion: Occasion) throws(Stop) -> Occasion {
        let row = try waiting(number)
        let entry = try entry(number)
        var approved = Occasion(
            user: row.user, login: row.login, date: row.date, reference: entry?.reference,
            documents: entry?.documents ?? [], flags: occasion.flags)
        (approved.approver, approved.approverLogin) = (occasion.user, occasion.login)
        approved.prepared = number
        return approved
    }

    fileprivate func checkSecond(
        of row: Prepared, user: String, login: String, decides: Bool
    ) throws(Stop) {
        let people = try all(Person.self)
        let able = people.isEmpty || people.contains { $0.code.description == user && $0.mayApprove }
        guard user != row.user, login != row.login, able else {
            throw .refused(.anotherPersonNeeded(user, user: row.user, people))
        }
    }

    /// Checks an entry against what was prepared and approved.
    func checkApproved<Asked: Act>(
        _ act: Asked, _ posting: Posting, on occasion: Occasion
    ) throws(Stop) {
        guard let number = occasion.prepared, let approver = occasion.approver,
            let login = occasion.approverLogin
        else { return }
        let row = try waiting(number)
        try checkSecond(of: row, user: approver, login: login, decides: true)
        let asked = try reading { try Canonical(act) }
        guard row.status == .approved, row.kind == Asked.kind, row.act == asked,
            row.user == occasion.user, row.login == occasion.login, row.date == occasion.date,
            row.shown == posting.transfers
        else {
            throw .no(
                .postsOtherwise,
                "What entry \(number) prepared would now post otherwise than was shown.",
                remedy: "Decline it, and prepare it anew.", [.init("entry", number)])
        }
    }

    /// Checks that an entry above the threshold has been approved.
    func checkThreshold(_ kind: Kind, _ posting: Posting, on occasion: Occasion) throws(Stop) {
        guard occasion.approver == nil, !kind.needsNoSecond,
            let threshold = try policies(on: occasion.date).twoPeopleAbove
        else { return }
        guard posting.size > threshold else { return }
        throw .no(
            .secondPersonNeeded,
            "\(posting.size) is above \(threshold), from which a second person approves.",
            remedy: "It is prepared; another person approves it: almoner prepared approve.",
            [.init("asked", posting.size), .init("threshold", threshold)])
    }
}

extension Kind {
    /// Whether an act of this kind is recorded by one person whatever it moves: the close, what
    /// comes with it, what another has authorised already, and the two-person control itself.
    public var needsNoSecond: Bool {
        switch self {
        case .closeYear, .reverseAccrual, .accrueReturn, .reopenYear, .adjustLate, .prepareEntry,
            .decidePrepared, .openBalances:
            true
        default: false
        }
    }
}
