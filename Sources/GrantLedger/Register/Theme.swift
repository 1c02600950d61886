/// A purpose that money is spent on.
public struct Theme: Coded {
    /// The register of themes.
    public static let register = Register.theme
    /// As prose has it.
    public static let noun = "theme"
    /// Its code.
    public var code: Code
    /// Its name.
    public var name: Title
}
