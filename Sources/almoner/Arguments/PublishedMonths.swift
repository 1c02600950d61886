import ArgumentParser
import GrantLedger

/// Which months are published.
struct PublishedMonths: ParsableArguments {
    @Option(help: "One month: 2019-07.", transform: MonthEntry.typed)
    var month: MonthEntry?

    @Option(
        help: "The months of a year; all there are where neither is given.",
        transform: FinancialYear.typed)
    var year: FinancialYear?

    func validate() throws {
        guard month == nil || year == nil else {
            throw ValidationError("Give --month or --year, not both.")
        }
    }

    /// The days they have; nil for all.
    var span: ClosedRange<Day>? {
        if let month { return month.last.startOfMonth...month.last }
        return year.map { $0.firstDay...$0.lastDay }
    }

    /// What they are called.
    var words: String {
        if let month {
            return month.last.prose.split(separator: " ").dropFirst().joined(separator: " ")
        }
        return year?.description ?? "all months"
    }
}
