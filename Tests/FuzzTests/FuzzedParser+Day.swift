import GrantExchange
import GrantLedger

extension FuzzedParser {
    /// Days, financial years, quarters and periods, in their one spelling, as typed, and as files
    /// have them.
    static let day = FuzzedParser(name: "day") { bytes in
        let text = String(typed: bytes)
        try judgeSpelling(of: text, Day.self, FinancialYear.self, Quarter.self, Period.self)
        if let day = Day(written: text) { try judge(day) }
        if let year = FinancialYear(written: text) {
            try promise(FinancialYear(year.description) == year, "\(year) is not read again")
            try promise(
                year.contains(year.firstDay) && year.contains(year.lastDay), "\(year) has no ends")
        }
        if let period = Period(written: text) {
            try promise(Period(period.description) == period, "\(period) is not read again")
            try promise(period.firstDay < period.lastDay, "\(period) ends before it begins")
        }
        if let written = WrittenDay(text) {
            for day in [written.day(.dmy), written.day(.mdy), written.day(.ymd)] {
                if let day { try judge(day) }
            }
        }
    }

    /// Accounts, whose one spelling stands in every record, and another in every journal.
    static let account = FuzzedParser(name: "account") { bytes in
        let text = String(typed: bytes)
        try judgeSpelling(of: text, Account.self, Code.self)
        if let account = Account(text) {
            let name = account.plainTextName
            try promise(Account(plainTextName: name) == account, "\(name) is not \(account)")
        }
        if let account = Account(plainTextName: text) {
            try promise(account.plainTextName.isSpelt(as: text), "\(text) is \(account)")
            try promise(Account(account.description) == account, "\(account) is not read again")
        }
    }

    /// A value of one spelling is spelt again as it was read.
    private static func judgeSpelling<each Value: TextValue>(
        of text: String, _ types: repeat (each Value).Type
    ) throws {
        for type in repeat each types {
            guard let value = type.init(text) else { continue }
            try promise(
                value.description.isSpelt(as: text), "\(text.debugDescription) is read as \(value)")
        }
    }

    private static func judge(_ day: Day) throws(BrokenPromise) {
        try promise(Day(day.description) == day, "\(day) is not read again")
        // Prose has a year as it is said, and typed it has four digits.
        if day.year >= 1_000 {
            try promise(Day(written: day.prose) == day, "\(day.prose) is not read again")
        }
        try promise(Day(daysSince1970: day.daysSince1970) == day, "\(day) is miscounted")
        if let next = day.adding(days: 1) {
            try promise(next > day && next.adding(days: -1) == day, "\(next) follows \(day)")
        }
        let (year, quarter) = (FinancialYear(containing: day), Quarter(containing: day))
        try promise(quarter.year == year, "\(day) lies in \(year) and in \(quarter)")
    }
}
