/// A heading of cost.
public struct Category: Coded {
    /// The register of categories.
    public static let register = Register.category
    /// As prose has it.
    public static let noun = "category"
    /// Its code.
    public var code: Code
    /// Its name.
    public var name: Title
}
