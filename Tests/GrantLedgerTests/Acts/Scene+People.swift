import GrantLedger
import Testing

extension Scene {
    /// An office of three, two of whom may approve, and a threshold above which two are needed.
    static func withPeople(threshold: String = "100") throws -> Scene {
        let scene = try Scene()
        for (name, login, may) in [
            ("TESTER", "tester", false), ("TREASURER", "treasurer", true), ("CHIEF", "chief", true),
        ] {
            try scene.post(
                EnrolPerson(
                    code: code(name), name: words("Body \(name)"), login: words(login),
                    mayApprove: may))
        }
        try scene.policy("two-people-above", threshold)
        return scene
    }

    /// Sets a policy from the start.
    @discardableResult
    func policy(_ name: String, _ value: String, from: String = "2019-04-01") throws -> [String] {
        try post(
            SetPolicy(
                name: words(name), value: words(value), from: day(from), reason: words("Agreed")))
    }

    /// Records as a book does: what needs a second person is prepared, what is approved recorded.
    @discardableResult
    func act(
        _ act: any Act, by user: String = "TESTER", login: String? = nil,
        on date: String = "2019-04-01"
    ) throws -> [Entry] {
        let occasion = Occasion(user: user, login: login ?? user.lowercased(), date: day(date))
        do {
            let entry = try desk.record(act, as: occasion)
            guard let decision = act as? DecidePrepared, decision.approves else { return [entry] }
            let facts = Facts(desk.source)
            let row = try facts.waiting(decision.prepared)
            let approved = try facts.occasion(approving: decision.prepared, on: occasion)
            return [entry, try desk.record(try row.kind.read(row.act), as: approved)]
        } catch Stop.refused(let refusal) where refusal.reason == .secondPersonNeeded {
            return [try desk.record(try PrepareEntry(act), as: occasion)]
        }
    }

    /// Why an act of somebody is refused.
    func reason(
        _ act: any Act, by user: String, login: String? = nil, on date: String = "2019-04-01"
    ) throws -> Refusal.Reason? {
        do {
            _ = try self.act(act, by: user, login: login, on: date)
            return nil
        } catch Stop.refused(let refusal) { return refusal.reason }
    }
}
