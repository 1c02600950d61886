/// Approves or declines a prepared entry: what was set aside for it is given back.
///
/// Posts the opposite of the preparation. Approved, the act is then judged anew and recorded in the
/// same commit as an entry of its own, refused if it would now post otherwise than was shown. The
/// second person has another code and another login than the first. It takes the date of the
/// preparation, so that what was set aside is there again on the day the act draws on it. Who
/// prepared it takes it back by reversing the preparation.
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
        try facts.checkSecond(of: row, user: occasion.user, login: occasion.login)
        guard row.status == .waiting else {
            throw .no(
                .preparedSettled, "Entry \(prepared) was \(row.status.rawValue) already.",
                remedy: "almoner prepared list shows what waits.", [.init("entry", prepared)])
        }
        guard occasion.date == row.date else {
            throw .no(
                .unusualDate,
                "Entry \(prepared) is dated \(row.date.prose), and so is what decides it.",
                remedy: "Leave the date out.", [.init("entry", prepared), .init("date", row.date)])
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
        let known = (entry?.flags ?? []).filter { $0 == .historic || $0 == .clockGiven }
        var approved = Occasion(
            user: row.user, login: row.login, date: row.date, reference: entry?.reference,
            documents: entry?.documents ?? [], flags: known + occasion.flags)
        (approved.approver, approved.approverLogin) = (occasion.user, occasion.login)
        approved.prepared = number
        return approved
    }

    fileprivate func checkSecond(of row: Prepared, user: String, login: String) throws(Stop) {
        let people = try all(Person.self)
        let able = people.contains { $0.code.description == user && $0.mayApprove }
        let first = people.marks(of: row.user, row.login)
        guard able, first.isDisjoint(with: people.marks(of: user, login)) else {
            throw .refused(.anotherPersonNeeded(user, user: row.user, people))
        }
    }

    /// Checks an entry against what was prepared and approved: it follows its approval at once, as
    /// it was shown.
    func checkApproved<Asked: Act>(
        _ act: Asked, _ posting: Posting, on occasion: Occasion
    ) throws(Stop) {
        guard occasion.prepared != nil || occasion.approver != nil else { return }
        guard let number = occasion.prepared, let approver = occasion.approver,
            let login = occasion.approverLogin
        else {
            let people = try all(Person.self)
            throw .refused(
                .anotherPersonNeeded(occasion.approver ?? "nobody", user: occasion.user, people))
        }
        let row = try waiting(number)
        try checkSecond(of: row, user: approver, login: login)
        let asked = try reading { try Canonical(act) }
        let decision = try writer(of: Put(register: .prepared, key: row.key, row: nil, was: nil))
        guard row.status == .approved, decision.map({ $0 + 1 == nextNumber }) ?? false,
            row.kind == Asked.kind, row.act == asked, row.user == occasion.user,
            row.login == occasion.login, row.date == occasion.date, row.shown == posting.transfers
        else {
            throw .no(
                .postsOtherwise,
                "What entry \(number) prepared would now post otherwise than was shown.",
                remedy: "Decline it, and prepare it anew.", [.init("entry", number)])
        }
    }

    /// Checks that an entry above the threshold has been approved, and one that changes the
    /// threshold itself where there is somebody to approve it.
    func checkThreshold(_ kind: Kind, _ posting: Posting, on occasion: Occasion) throws(Stop) {
        guard occasion.approver == nil,
            let threshold = try policies(on: occasion.date).twoPeopleAbove,
            try !needsNoSecond(kind, posting)
        else { return }
        let loosens = posting.puts.contains {
            $0.register == .policy
                && $0.key.hasPrefix("\(Policies.Name.twoPeopleAbove.rawValue)#")
        }
        if loosens {
            let able = try all(Person.self)
                .contains { $0.mayApprove && $0.code.description != occasion.user }
            guard able else { return }
        } else {
            guard posting.size > threshold else { return }
        }
        throw .no(
            .secondPersonNeeded,
            loosens
                ? "The threshold from which a second person approves changes."
                : "\(posting.size) is above \(threshold), from which a second person approves.",
            remedy: "It is prepared; another person approves it: almoner prepared approve.",
            [.init("asked", posting.size), .init("threshold", threshold)])
    }

    /// Whether an act is recorded by one person whatever it moves, or undoes what is.
    private func needsNoSecond(_ kind: Kind, _ posting: Posting) throws(Stop) -> Bool {
        guard let number = posting.reverses, let undone = try entry(number) else {
            return kind.needsNoSecond
        }
        switch undone.kind {
        case .prepareEntry, .accrueReturn, .reverseAccrual: return true
        default: return false
        }
    }
}

extension [Person] {
    /// What tells who it is that acts under a code from a login: both, and the code and login that
    /// were enrolled beside them.
    public func marks(of user: String, _ login: String) -> Set<String> {
        var marks: Set = ["code \(user)", "login \(login)"]
        for person in self
        where person.code.description == user || person.login.description == login {
            marks.insert("code \(person.code)")
            marks.insert("login \(person.login)")
        }
        return marks
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
