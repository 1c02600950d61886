/// Settles how the office does things from a day on; the older setting stays for the days before.
///
/// Posts nothing.
public struct SetPolicy: Act {
    /// Its kind.
    public static let kind = Kind.setPolicy
    /// Which policy; `exceptions.RULE` sets the threshold of a rule of the exceptions report.
    public var name: Note
    /// What it is set to: an amount in plain pounds, a percentage, or one of its words.
    public var value: Note
    /// The first day it is in force.
    public var from: Day
    /// Why.
    public var reason: Note

    /// Creates the act.
    public init(name: Note, value: Note, from: Day, reason: Note) {
        (self.name, self.value, self.from, self.reason) = (name, value, from, reason)
    }

    /// Its rule.
    public func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        let known = Policies.Name.allCases.map(\.rawValue)
        let policy = Policies.Name(rawValue: name.description)
        guard policy != nil || name.description.hasPrefix("exceptions.") else {
            throw .refused(
                .unknown(
                    "policy", name.description, nearest: nearest(to: name.description, of: known)))
        }
        if let policy, !policy.allows(value.description) {
            throw .no(
                .policyValue, "\(name) cannot be \(value).",
                remedy: "It takes \(policy.takes): \(policy.meaning).",
                [.init("policy", name), .init("value", value)])
        }
        let isAmount = policy == nil || policy == .twoPeopleAbove
        let row = Policy(
            name: name, value: value, from: from, reason: reason,
            amount: isAmount ? Money(plain: value.description) : nil)
        return Posting(puts: [try facts.put(row)])
    }
}

extension Facts {
    /// The policies in force on a day.
    public func policies(on day: Day) throws(Stop) -> Policies {
        Policies(try all(Policy.self), on: day)
    }
}
