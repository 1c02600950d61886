/// Registers a place that money is spent in.
///
/// Posts nothing.
public struct AddArea: Act {
    /// Its kind.
    public static let kind = Kind.addArea
    /// Its code.
    public var code: Code
    /// Its name.
    public var name: Title
    /// Its code in an official list.
    public var geoCode: Note?
    /// Which official list.
    public var geoType: Note?

    /// Creates the act.
    public init(code: Code, name: Title, geoCode: Note? = nil, geoType: Note? = nil) {
        (self.code, self.name, self.geoCode, self.geoType) = (code, name, geoCode, geoType)
    }

    /// Its rule.
    public func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        try facts.unused(Area.self, code)
        return Posting(puts: [
            try facts.put(Area(code: code, name: name, geoCode: geoCode, geoType: geoType))
        ])
    }
}
