/// Registers a purpose that money is spent on.
///
/// Posts nothing.
public struct AddTheme: Act {
    /// Its kind.
    public static let kind = Kind.addTheme
    /// Its code.
    public var code: Code
    /// Its name.
    public var name: Title

    /// Creates the act.
    public init(code: Code, name: Title) { (self.code, self.name) = (code, name) }

    /// Its rule.
    public func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        try facts.unused(Theme.self, code)
        return Posting(puts: [try facts.put(Theme(code: code, name: name))])
    }
}
