/// A place that money is spent in.
public struct Area: Coded {
    /// The register of areas.
    public static let register = Register.area
    /// As prose has it.
    public static let noun = "area"
    /// Its code.
    public var code: Code
    /// Its name.
    public var name: Title
    /// Its code in an official list, such as `E10000016`.
    public var geoCode: Note?
    /// Which official list.
    public var geoType: Note?
}
