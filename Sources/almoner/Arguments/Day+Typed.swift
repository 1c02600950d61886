import GrantLedger

extension Day {
    /// Reads a date as typed.
    static func typed(_ text: String) throws -> Day {
        guard let day = Day(written: text) else {
            throw NotAccepted("write a date as 2019-04-05, 5/4/2019 or \"5 Apr 2019\".")
        }
        return day
    }
}

extension FinancialYear {
    /// Reads a financial year as typed.
    static func typed(_ text: String) throws -> FinancialYear {
        if let year = FinancialYear(written: text) { return year }
        throw NotAccepted(reason(text))
    }

    /// Why a text is not a year: most often a calendar year, which could be either of two.
    static func reason(_ text: String) -> String {
        let digits = text.uppercased().hasPrefix("FY") ? String(text.dropFirst(2)) : text
        let whole = digits.utf8.count == 2 ? "20" + digits : digits
        if whole.utf8.count == 4, let start = Int(whole), let year = FinancialYear(starting: start),
            let before = year.previous
        {
            return "it could be \(before) or \(year); write a financial year as \(year)."
        }
        return "write a financial year as 2019/20, 2019-20, 2019/2020 or 19/20."
    }
}

extension Period {
    /// Reads the period of a return as typed.
    static func typed(_ text: String) throws -> Period {
        if let period = Period(written: text) { return period }
        if Int(text) != nil { throw NotAccepted(FinancialYear.reason(text)) }
        throw NotAccepted("write a period as 2019/20-Q1, 2019/20-H2 or 2019/20.")
    }
}

/// A date that may carry a time: `2019-04-05T17:00` or `5 Apr 2019 17:00`.
struct Moment: Hashable, Sendable {
    let day: Day
    let time: TimeOfDay?

    /// Reads a date, perhaps with a time, as typed.
    static func typed(_ text: String) throws -> Moment {
        if let day = Day(written: text) { return Moment(day: day, time: nil) }
        for separator in ["T", " "] {
            guard let place = text.lastIndex(of: Character(separator)) else { continue }
            guard let day = Day(written: String(text[..<place])),
                let time = TimeOfDay(String(text[text.index(after: place)...]))
            else { continue }
            return Moment(day: day, time: time)
        }
        throw NotAccepted(
            "write a date as 2019-04-05 or \"5 Apr 2019\", a time after it as T17:00.")
    }
}
