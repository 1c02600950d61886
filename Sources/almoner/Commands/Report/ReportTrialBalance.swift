import ArgumentParser
import GrantExchange
import GrantLedger
import GrantStore

/// `almoner report trial-balance`.
struct ReportTrialBalance: ReadingCommand {
    /// Of what each row tells.
    enum Grain: String, CaseIterable, ExpressibleByArgument {
        case head, account
    }

    static let configuration = CommandConfiguration(
        commandName: "trial-balance",
        abstract:
            "Every head's balance, debit or credit, each set of accounts in balance by itself.",
        discussion: """
            Of every entry, or of those dated to a day. With --year it rolls forward: what stood \
            before the year, what entries dated in it debited and credited, what stands after. \
            With --by account there is a row for each account that has ever moved by then.
            """)

    @Option(
        name: .customLong("as-at"), help: "Entries dated to this day; all where absent.",
        transform: Day.typed)
    var asAt: Day?

    @Option(
        help: "Roll forward through this year, 2019/20, by the date of the entries.",
        transform: FinancialYear.typed)
    var year: FinancialYear?

    @Option(help: "A row for each head, or for each account.")
    var by: Grain = .head

    @OptionGroup
    var place: BookOptions

    @OptionGroup
    var output: OutputOptions

    func validate() throws {
        guard asAt == nil || year == nil else {
            throw ValidationError("--as-at and --year exclude each other.")
        }
    }

    func page(_ reading: Reading) throws -> Page {
        let lines = try lines(reading.reader)
        let kind = by.rawValue
        let heading =
            switch (asAt, year) {
            case (let day?, _): "Trial balance as at \(day.prose). Pounds."
            case (_, let year?):
                "Trial balance rolled forward through \(year), by \(kind): "
                    + "debits above nil, credits below. Pounds."
            default: "Trial balance. Pounds."
            }
        var page = reading.page("report.trial-balance/1", heading)
        page.envelope.asAt = asAt ?? year?.lastDay
        page.sheets = AccountSet.allCases.map { set in
            let own = lines.filter { $0.head.traits.set == set }
            return year == nil ? standing(set, own) : rolled(set, own)
        }
        return page
    }
}

extension ReportTrialBalance {
    /// What a row tells.
    private struct Line {
        let head: Head
        let account: Account?
        var opening = Money.zero
        var moved = Balance()

        /// Debits less credits.
        var closing: Money { opening + moved.debits - moved.credits }
    }

    private func lines(_ reader: Reader) throws -> [Line] {
        let all = Set(Head.allCases)
        guard let year else {
            if by == .account {
                return try reader.balances(all, asAt: asAt).map {
                    Line(head: $0.account.head, account: $0.account, moved: $0.balance)
                }
            }
            return try byHead(
                reader.pools(all, asAt: asAt).map {
                    Line(head: $0.head, account: nil, moved: $0.balance)
                })
        }
        var before: [Account: Balance] = [:]
        if let day = year.firstDay.adding(days: -1) {
            for found in try reader.balances(all, asAt: day) {
                before[found.account] = found.balance
            }
        }
        let lines = try reader.balances(all, asAt: year.lastDay).map { found in
            let opening = before[found.account] ?? Balance()
            return Line(
                head: found.account.head, account: found.account,
                opening: opening.debits - opening.credits,
                moved: Balance(
                    debits: found.balance.debits - opening.debits,
                    credits: found.balance.credits - opening.credits))
        }
        return by == .account ? lines : byHead(lines)
    }

    /// Lines of one head as one.
    private func byHead(_ lines: [Line]) -> [Line] {
        var sums: [Head: Line] = [:]
        for line in lines {
            var sum = sums[line.head] ?? Line(head: line.head, account: nil)
            sum.opening += line.opening
            sum.moved.debits += line.moved.debits
            sum.moved.credits += line.moved.credits
            sums[line.head] = sum
        }
        return Head.allCases.compactMap { sums[$0] }
    }

    /// Balances, each on its side.
    private func standing(_ set: AccountSet, _ lines: [Line]) -> Sheet {
        var rows: [[Cell]] = []
        var debits = Money.zero
        var credits = Money.zero
        for line in lines where by == .account || line.closing != .zero {
            let debit = max(line.closing, .zero)
            let credit = max(-line.closing, .zero)
            debits += debit
            credits += credit
            rows.append(names(line) + [.money(debit), .money(credit)])
        }
        return sheet(
            set, [Column("debit", "Debit", .money), Column("credit", "Credit", .money)], rows,
            [.money(debits), .money(credits)])
    }

    /// What stood before, what moved, what stands after.
    private func rolled(_ set: AccountSet, _ lines: [Line]) -> Sheet {
        var sum = Line(head: .bank, account: nil)
        let rows = lines.map { line in
            sum.opening += line.opening
            sum.moved.debits += line.moved.debits
            sum.moved.credits += line.moved.credits
            return names(line) + cells(line)
        }
        return sheet(
            set,
            [
                Column("opening", "Before", .money), Column("debit", "Debited", .money),
                Column("credit", "Credited", .money), Column("closing", "After", .money),
            ], rows, cells(sum))
    }

    private func cells(_ line: Line) -> [Cell] {
        [
            .money(line.opening), .money(line.moved.debits), .money(line.moved.credits),
            .money(line.closing),
        ]
    }

    private func names(_ line: Line) -> [Cell] {
        guard let account = line.account else {
            return [.text(line.head.rawValue), .text(AccountWords.words(line.head.rawValue))]
        }
        return [
            .text(line.head.rawValue), .text(account.description),
            .text(AccountWords(account).text),
        ]
    }

    private func sheet(
        _ set: AccountSet, _ columns: [Column], _ rows: [[Cell]], _ totals: [Cell]
    ) -> Sheet {
        var names = [
            Column("head", "Head", visibility: .dataOnly),
            Column("name", "Head", wraps: by == .account),
        ]
        var ahead: [Cell] = [.absent, .text("Total")]
        if by == .account {
            names.insert(Column("account", "Account", visibility: .dataOnly), at: 1)
            ahead.insert(.absent, at: 1)
        }
        return Sheet(
            key: set.rawValue, title: AccountWords.words(set.rawValue).capitalised,
            columns: names + columns, rows: rows, totals: ahead + totals,
            empty: "Nothing has moved.")
    }
}

extension String {
    fileprivate var capitalised: String { prefix(1).uppercased() + dropFirst() }
}
