import GrantLedger

/// The facts of an act as a record holds it, by name; of a late adjustment, those of the act in it.
struct AskedFacts {
    /// The act's kind.
    let kind: Kind
    private let fields: [String: Canonical]

    init(_ entry: Entry) {
        guard case .object(let fields) = entry.act else {
            (kind, self.fields) = (entry.kind, [:])
            return
        }
        guard entry.kind == .adjustLate, case .text(let asked)? = fields["asked"],
            let inner = Kind(rawValue: asked), case .object(let held)? = fields["act"]
        else {
            (kind, self.fields) = (entry.kind, fields)
            return
        }
        (kind, self.fields) = (inner, held)
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
