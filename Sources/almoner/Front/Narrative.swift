import GrantLedger

/// What an act did, in words: `sign award VRF-01`.
enum Narrative {
    /// From the act as a record holds it.
    static func words(_ kind: Kind, _ act: Canonical) -> String {
        let name = AccountWords.words(kind.rawValue)
        guard case .object(let fields) = act else { return name }
        func text(_ key: String) -> String? {
            switch fields[key] {
            case .text(let text): text
            case .number(let number): String(number)
            default: nil
            }
        }
        let things = ["code", "project", "award", "bid", "of", "grant", "round", "fund", "entry"]
        guard let thing = things.lazy.compactMap(text).first else { return name }
        var words = "\(name) \(thing)"
        if let number = text("number") { words += " #\(number)" }
        if let period = text("period") ?? text("year") { words += " \(period)" }
        return words
    }

    /// From the act itself.
    static func words<Asked: Act>(_ act: Asked) throws -> String {
        words(Asked.kind, try Canonical(act))
    }
}
