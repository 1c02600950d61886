import GrantLedger

/// The facts of an act as a record holds it, by name; of a late adjustment, those of the act in it.
struct AskedFacts {
    /// The act's kind.
    let kind: Kind
    private let fields: [String: Canonical]

    init(_ entry: Entry) {
        let own = Self.facts(of: entry.act)
        if entry.kind == .adjustLate, case .text(let asked)? = own["asked"],
            let inner = Kind(rawValue: asked), let act = own["act"]
        {
            (kind, fields) = (inner, Self.facts(of: act))
        } else {
            (kind, fields) = (entry.kind, own)
        }
    }

    /// The facts of an act, those of its terms among them.
    private static func facts(of act: Canonical) -> [String: Canonical] {
        guard case .object(let fields) = act else { return [:] }
        guard case .object(let terms)? = fields["terms"] else { return fields }
        return fields.merging(terms) { own, _ in own }
    }

    /// A fact as text, where it is a single one.
    subscript(_ name: String) -> String? {
        switch fields[name] {
        case .text(let text): text
        case .number(let number): String(number)
        default: nil
        }
    }

    /// The first of some facts that was given.
    func first(of names: String...) -> String? { names.lazy.compactMap { self[$0] }.first }

    /// An amount; nil where none was given.
    func amount(_ name: String) -> Money? {
        guard let text = self[name], let pence = Int64(text) else { return nil }
        return Money(pence: pence)
    }

    /// What the lines of a list of amounts come to; nil where there is no such list.
    func total(_ name: String) -> Money? {
        guard case .list(let lines)? = fields[name] else { return nil }
        return lines.compactMap { line -> Money? in
            guard case .object(let parts) = line, case .text(let text)? = parts["amount"],
                let pence = Int64(text)
            else { return nil }
            return Money(pence: pence)
        }.total
    }
}
