import GrantExchange
import GrantLedger

/// A thing that is little more than a code and a name: an area, a theme, a category.
protocol Named: Coded {
    /// More than one of it, as a heading has it.
    static var plural: String { get }
    /// What it is called.
    var name: Title { get }
    /// What is known of it besides.
    var more: [Fact] { get }

    /// Whether an award counts to it.
    func has(_ award: Award) -> Bool
}

extension Named {
    var more: [Fact] { [] }
}

extension GrantLedger.Area: Named {
    static let plural = "Areas"
    var more: [Fact] {
        [
            Fact("geoCode", "Official code", Cell(geoCode)),
            Fact("geoType", "Of list", Cell(geoType)),
        ]
    }

    func has(_ award: Award) -> Bool { award.area == code }
}

extension GrantLedger.Theme: Named {
    static let plural = "Themes"

    func has(_ award: Award) -> Bool { award.theme == code }
}

extension GrantLedger.Category: Named {
    static let plural = "Categories"

    func has(_ award: Award) -> Bool { award.profile.contains { $0.category == code } }
}
