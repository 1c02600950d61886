import GrantLedger

/// Where a thing stands in a list that goes by day.
struct ListPlace: Comparable {
    /// The day.
    let day: Day
    /// What it is, or what it is part of.
    let code: Code
    /// Which part.
    var number = 0

    static func < (one: ListPlace, other: ListPlace) -> Bool {
        (one.day, one.code, one.number) < (other.day, other.code, other.number)
    }
}
