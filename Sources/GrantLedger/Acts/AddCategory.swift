/// Registers a heading of cost.
///
/// Posts nothing.
public struct AddCategory: Act {
    /// Its kind.
    public static let kind = Kind.addCategory
    /// Its code.
    public var code: Code
    /// Its name.
    public var name: Title

    /// Creates the act.
    public init(code: Code, name: Title) { (self.code, self.name) = (code, name) }

    /// Its rule.
    public func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        guard code != .general else { throw .refused(.taken(Category.noun, code.description)) }
        try facts.unused(Category.self, code)
        return Posting(puts: [try facts.put(Category(code: code, name: name))])
    }
}
