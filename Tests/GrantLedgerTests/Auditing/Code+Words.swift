import GrantLedger

/// A code that is sure to be one.
func code(_ text: String) -> Code {
    guard let code = Code(text) else { preconditionFailure("\(text) is a code.") }
    return code
}

/// A financial year by the calendar year it begins in.
func year(_ start: Int) -> FinancialYear {
    guard let year = FinancialYear(starting: start) else {
        preconditionFailure("\(start) begins a financial year.")
    }
    return year
}

/// A day by its ISO text.
func day(_ text: String) -> Day {
    guard let day = Day(text) else { preconditionFailure("\(text) is a day.") }
    return day
}

/// A period by its text.
func period(_ text: String) -> Period {
    guard let period = Period(text) else { preconditionFailure("\(text) is a period.") }
    return period
}

/// A text within its limit.
func words<Limit>(_ text: String) -> Prose<Limit> {
    guard let prose = Prose<Limit>(text) else { preconditionFailure("\(text) is within limits.") }
    return prose
}

/// An amount as people write it.
func pounds(_ text: String) -> Money {
    guard let amount = try? Money(pounds: text) else {
        preconditionFailure("\(text) is an amount.")
    }
    return amount
}
