extension ExceptionRule {
    /// What its threshold is by some policies, or what holds where they set none.
    public func value(by policies: Policies) -> String {
        guard let threshold else { return "" }
        return policies.setting(policy).flatMap(threshold.spelled) ?? threshold.standard
    }

    /// What its threshold is of, what it takes and what holds until it is set.
    public var setting: String {
        guard let threshold else { return meaning }
        return "\(meaning) Takes \(threshold.takes); \(threshold.standard) until it is set."
    }

    /// The one spelling of a threshold as somebody gives it.
    ///
    /// The act accepts any name and value, as it did before rules had thresholds, so that what was
    /// recorded then is judged again as it was; the front door asks here first.
    ///
    /// - Parameters:
    ///   - value: what it is to be.
    ///   - name: the policy, such as `exceptions.round-amounts`.
    /// - Returns: the spelling that is kept.
    /// - Throws: no rule of that name has a threshold, or not such a one.
    public static func spelled(
        _ value: String, asSetting name: String
    ) throws(Refusal) -> String {
        guard let rule = settable.first(where: { $0.policy == name }),
            let threshold = rule.threshold
        else { throw unknownSetting(name) }
        if let spelled = threshold.spelled(value) { return spelled }
        throw Refusal(
            .policyValue, "\(name) cannot be \(value).",
            remedy: "It takes \(threshold.takes). \(rule.meaning)",
            [.init("policy", name), .init("value", value)])
    }

    private static func unknownSetting(_ name: String) -> Refusal {
        let near = nearest(to: name, of: settable.map(\.policy))
        let hint = near.isEmpty ? "" : " The nearest: \(near.joined(separator: ", "))."
        let known = all.contains { $0.policy == name }
        return Refusal(
            .unknownCode,
            (known
                ? "The rule of \(name) has no threshold to set."
                : "No rule of the exceptions is set by \(name).") + hint,
            remedy: "almoner policy show names every threshold.",
            [.init("noun", "policy"), .init("code", name)])
    }
}
