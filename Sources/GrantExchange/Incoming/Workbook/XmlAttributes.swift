import Glibc

/// The attributes of an element, good as long as the element is being told of.
struct XmlAttributes {
    private let pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>

    /// Creates them from what the parser has: names and values in turn, nil at the end.
    init(_ pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>) { self.pairs = pairs }

    /// The value of the attribute of a name without its namespace; nil where there is none.
    subscript(_ name: StaticString) -> String? {
        var index = 0
        while let key = pairs[index], let value = pairs[index + 1] {
            let wanted = UnsafeRawPointer(name.utf8Start).assumingMemoryBound(to: CChar.self)
            if strcmp(Self.local(key), wanted) == 0 { return String(cString: value) }
            index += 2
        }
        return nil
    }

    /// Whether the attribute of a name says yes.
    func isTrue(_ name: StaticString) -> Bool { ["1", "true", "on"].contains(self[name]) }

    /// What stands in a name after its namespace.
    static func local(_ name: UnsafePointer<CChar>) -> UnsafePointer<CChar> {
        strrchr(name, 0x0A).map { UnsafePointer($0 + 1) } ?? name
    }
}
