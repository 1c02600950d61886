/// Names a pot of money with one source.
///
/// Posts nothing: approve funding, or agree a grant that feeds it.
public struct OpenFund: Act {
    /// Its kind.
    public static let kind = Kind.openFund
    /// Its code.
    public var code: Code
    /// Its title.
    public var title: Title
    /// Where its money comes from.
    public var source: Fund.Source

    /// Creates the act.
    public init(code: Code, title: Title, source: Fund.Source) {
        (self.code, self.title, self.source) = (code, title, source)
    }

    /// Its rule.
    public func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        try facts.unused(Fund.self, code)
        return Posting(puts: [
            try facts.put(Fund(code: code, title: title, source: source, grants: []))
        ])
    }
}
