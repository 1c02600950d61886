extension ExceptionRule {
    /// What is unusual about when entries are dated and recorded.
    static let times: [ExceptionRule] = [
        flagged(.historic, "Dated more than a year back, ahead, or before the book."),
        entry(
            "back-dated", "Recorded longer after its date than the threshold.",
            ExceptionThreshold(.days, "31 days")
        ) { entry, context in
            guard let limit = context.limits(on: entry.date)?.backDated, let days = entry.daysLate,
                days > limit
            else { return nil }
            return ExceptionFound(
                "Recorded \(days) days after its date.", threshold: "\(limit) days")
        },
        ExceptionRule(
            "weekend", "Recorded on a Saturday or a Sunday, where the office is.",
            ExceptionThreshold(.presence, "on"),
            .commit { entry, context in
                guard let time = context.time(of: entry), let name = time.weekend,
                    context.limits(on: entry.date)?.isOn("weekend") ?? true
                else { return nil }
                return ExceptionFound("Recorded on \(name) \(time.day.prose) at \(time.clock).")
            }),
        ExceptionRule(
            "out-of-hours", "Recorded on a working day outside the hours of work.",
            ExceptionThreshold(.hours, "07:00-20:00"),
            .commit { entry, context in
                guard let time = context.time(of: entry), time.weekend == nil,
                    let hours = context.limits(on: entry.date)?.workingHours,
                    !hours.contains(time.minute)
                else { return nil }
                return ExceptionFound(
                    "Recorded at \(time.clock) on \(time.day.prose).",
                    threshold: ExceptionThreshold.text(hours))
            }),
        entry("after-close", "Touches a closed year's money after its close.") { entry, context in
            entry.closedYear(context.closes).map {
                ExceptionFound("Moves money of \($0), which is closed.")
            }
        },
        entry("late-adjustment", "Dated in a closed year, on a second person's authority.") {
            entry, _ in
            guard entry.flags.contains(.lateAdjustment) else { return nil }
            let why = entry.why ?? "Dated in a closed year."
            return ExceptionFound(entry.adjustment.map { "Adjustment \($0): \(why)" } ?? why)
        },
        flagged(.clockBehind, "The clock was behind the entry before."),
    ]

    /// What is unusual about entries undone.
    static let undoing: [ExceptionRule] = [
        entry("reversal", "An entry undone.") { entry, _ in
            entry.reverses.map { number in
                ExceptionFound("Reverses entry \(number)" + (entry.why.map { ": \($0)" } ?? "."))
            }
        },
        entry(
            "without-reason", "An entry undone for a reason of fewer letters than that.",
            ExceptionThreshold(.letters, "4 letters")
        ) { entry, context in
            guard let number = entry.reverses, entry.meant == .reverseEntry,
                let least = context.limits(on: entry.date)?.reasonLetters
            else { return nil }
            let reason = entry.reason ?? ""
            guard reason.filter(\.isLetter).count < least else { return nil }
            return ExceptionFound(
                reason.isEmpty
                    ? "Reverses entry \(number) for no reason given."
                    : "Reverses entry \(number) for “\(reason)”, which says nothing.",
                threshold: "\(least) letters")
        },
    ]
}

extension Entry {
    /// The reason given with the act that was meant.
    fileprivate var reason: String? {
        if case .text(let text)? = asked["reason"] { return text }
        return nil
    }

    /// How many days after its date it was recorded.
    var daysLate: Int? {
        Day(String(recordedAt.prefix(10))).map { $0.daysSince1970 - date.daysSince1970 }
    }

    /// The first closed year whose money it moves although it was recorded after the close.
    func closedYear(_ closes: [FinancialYear: Int]) -> FinancialYear? {
        guard kind != .closeYear, kind != .reopenYear else { return nil }
        let years = transfers.filter { $0.debit.head.traits.set != .memorandum }
            .flatMap { [$0.debit.year, $0.credit.year] }.compactMap(\.self)
        let touched = Set(years + [FinancialYear(containing: date)]).sorted()
        return touched.first { year in closes[year].map { number > $0 } ?? false }
    }

    /// Which adjustment of its year it is.
    var adjustment: Int? {
        for put in puts where put.register == .year {
            guard let row = try? put.row?.value(YearEnd.self) else { continue }
            return row.adjustments
        }
        return nil
    }
}
