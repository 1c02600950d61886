import GrantExchange
import GrantLedger
import GrantStore

extension Site {
    /// Today's figures, every fund, what is due and overdue.
    func overview() throws -> Made {
        let today = reading.today
        let now = try asked(Today.self, ["today"])
        let list = try asked(FundList.self, ["fund", "list"])
        let year = FinancialYear(containing: today).description
        let spendWords = ["report", "spend", "--by", "fund", "--year", year]
        let spend = try asked(ReportSpend.self, spendWords)
        var page = reading.page("report.book/1", "Grants on \(today.prose)")
        page.subheading = "Pounds, as at \(today.prose)."
        page.sentences = funds.isEmpty ? ["No fund is open in this book."] : []
        page.sentences += funds.isEmpty ? [] : spend.sentences
        page.sentences += now.sentences
        page.facts = try counts(now)
        page.charts = spend.charts + [quarters.chart()].compactMap(\.self)
        page.sheets = named(list.sheets, "Funds, all years") + now.sheets
        if !rounds.isEmpty { page.sheets.append(RoundSheet.sheet(rounds, title: "Rounds")) }
        return Made(
            page: page,
            questions: [
                reading.envelope.question, ["today"], spendWords, ["fund", "list"],
                ["round", "list"],
            ])
    }

    private func counts(_ now: Page) throws -> [Fact] {
        func rows(_ key: String) -> Int { now.sheets.first { $0.key == key }?.rows.count ?? 0 }
        let found = try reading.searchExceptions(from: nil, asAt: reading.today).finds().count
        return [
            Fact("funds", "Funds", .number(funds.count)),
            Fact("rounds", "Rounds", .number(rounds.count)),
            Fact("awards", "Awards", .number(awards.count)),
            Fact("paymentsDue", "Payments due", .number(rows("paymentsDue"))),
            Fact("paymentsStopped", "Payments held or waiting", .number(rows("paymentsStopped"))),
            Fact("returnsOverdue", "Returns not yet accepted", .number(rows("returnsOverdue"))),
            Fact("exceptions", "Entries an auditor should see", .number(found)),
        ]
    }

    /// Sheets of which the first has this title.
    func named(_ sheets: [Sheet], _ title: String) -> [Sheet] {
        var sheets = sheets
        if !sheets.isEmpty { sheets[0].title = sheets[0].title ?? title }
        return sheets
    }
}
