/// Corrects facts of a registered thing that are not money.
///
/// Posts nothing; the older version stays.
///
/// What money stands on (a fund's source, a round's caps, who receives an award) is no such fact:
/// reverse the entry and record it anew.
public struct ChangeFact: Act {
    /// Its kind.
    public static let kind = Kind.changeFact
    /// Which register: organisation, fund, grant, round, bid or award.
    public var register: Register
    /// Which thing.
    public var code: Code
    /// The new values by name; an empty text clears a fact that may be absent.
    public var changes: [String: String]
    /// Why.
    public var reason: Note

    /// Creates the act.
    public init(register: Register, code: Code, changes: [String: String], reason: Note) {
        (self.register, self.code, self.changes, self.reason) = (register, code, changes, reason)
    }

    /// The facts that may be changed in a register, by name.
    public static func facts(of register: Register) -> [String] {
        switch register {
        case .organisation: ["name", "orgId", "kind", "contact"]
        case .fund: ["title"]
        case .grant: ["title", "agreement", "ends", "underwrittenBy"]
        case .round: ["title", "opens", "closes", "closesAt"]
        case .bid: ["title", "area", "theme"]
        case .award:
            [
                "title", "purpose", "reasons", "conditions", "description", "decision", "agreement",
                "starts",
                "ends", "place", "area", "theme",
            ]
        default: []
        }
    }

    /// Its rule.
    public func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        switch register {
        case .organisation: try changed(Organisation.self, facts)
        case .fund: try changed(Fund.self, facts)
        case .grant: try changed(Grant.self, facts)
        case .round: try changed(Round.self, facts)
        case .bid: try changed(Bid.self, facts)
        case .award: try changed(Award.self, facts)
        default: throw .refused(.unknown("register of such facts", register.rawValue, nearest: []))
        }
    }

    private func changed<Noun: Coded>(_ type: Noun.Type, _ facts: Facts) throws(Stop) -> Posting {
        let before = try facts.known(type, code)
        for (name, value) in changes.sorted(by: { $0.key < $1.key }) {
            guard Self.facts(of: register).contains(name) else {
                let known = Self.facts(of: register)
                throw .refused(.unknown("fact of the \(Noun.noun) named", name, nearest: known))
            }
            let code = Code(value)
            if name == "area" || name == "place" { try facts.check(Area.self, code) }
            if name == "theme" { try facts.check(Theme.self, code) }
        }
        // What a commitment stands for is kept when it is registered, so it can only be forgotten.
        guard changes["contact"]?.isEmpty != false, let after = before.changed(by: changes) else {
            throw .no(
                .unknownCode, "A new value is not one that this fact of the \(Noun.noun) can have.",
                remedy: "Dates are ISO, codes registered, texts within their length.",
                changes.sorted { $0.key < $1.key }.map { .init($0.key, $0.value) })
        }
        guard after != before else {
            throw .no(
                .nothingToChange, "\(Noun.noun) \(code) stands so already.",
                remedy: "Nothing is left to do.",
                [.init("code", code)])
        }
        var posting = Posting(puts: [try facts.put(after)])
        if let organisation = after as? Organisation {
            let (free, twin) = try facts.aliases(of: organisation)
            if let twin { throw .refused(.twin(code, of: twin)) }
            for alias in free { posting.puts.append(try facts.put(alias)) }
        }
        return posting
    }
}

extension Registered {
    /// The same thing with other texts for some of its facts, or nil where one of them cannot be.
    fileprivate func changed(by changes: [String: String]) -> Self? {
        guard case .object(var fields)? = try? Canonical(self) else { return nil }
        for (name, value) in changes { fields[name] = value.isEmpty ? nil : .text(value) }
        return try? Canonical.object(fields).value(Self.self)
    }
}
