import GrantLedger

extension Scene {
    /// What the rules find of the entries at the desk, or of others.
    func exceptions(
        _ entries: [Entry]? = nil, from: Day? = nil, closes: [FinancialYear: Int] = [:],
        about things: Set<Code> = []
    ) throws -> ExceptionReport {
        let source = desk.source.with(entries ?? [])
        let context = try ExceptionContext(Facts(source), closes: closes)
        let search = ExceptionSearch(context, from: from)
        for entry in entries ?? desk.source.entries { try search.take(entry) }
        return try search.report(about: things)
    }

    /// What one rule finds.
    func found(
        _ rule: String, _ entries: [Entry]? = nil, from: Day? = nil
    ) throws -> [ExceptionReport.Row] {
        try exceptions(entries, from: from).rows.filter { $0.rule == rule }
    }

    /// Sets a policy from a day on.
    func set(_ name: String, _ value: String, from: String = "2019-04-01") throws {
        try post(
            SetPolicy(
                name: words(name), value: words(value), from: day(from),
                reason: words("Reviewed")))
    }

    /// The number the next entry will have.
    var next: Int { desk.source.nextNumber }
}

extension Entry {
    /// The same entry with some of its fields otherwise.
    func with(_ fields: [String: Canonical]) throws -> Entry {
        guard case .object(var tree) = try Canonical(self) else {
            preconditionFailure("An entry is an object.")
        }
        tree.merge(fields) { $1 }
        return try Canonical.object(tree).value(Entry.self)
    }

    /// The same entry recorded at another time.
    func recorded(_ time: String, batch: Int? = nil) throws -> Entry {
        var fields: [String: Canonical] = ["recordedAt": .text(time + ":00.000Z")]
        if let batch { fields["batch"] = .number(batch) }
        return try with(fields)
    }
}
