import ArgumentParser
import GrantExchange
import GrantLedger
import GrantStore

extension Site {
    /// A fund: its spend, plan, rounds, awards and statement.
    func page(of fund: Fund) throws -> Made {
        let code = fund.code.description
        let words = [
            ["report", "spend", "--fund", code], ["fund", "show", code],
            ["report", "fund-statement", "--fund", code],
        ]
        let spend = try asked(ReportSpend.self, words[0])
        let statement = try asked(ReportFundStatement.self, words[2])
        var page = try asked(FundShow.self, words[1])
        page.subheading = spend.subheading
        page.sentences = spend.sentences + statement.sentences
        page.charts = spend.charts + [quarters.chart(of: fund.code)].compactMap(\.self)
        let rest = page.sheets.filter { $0.key != "years" }
        page.sheets =
            named(spend.sheets, "Spend against allocation") + rest
            + named(statement.sheets, statement.heading)
        return Made(page: page, questions: words)
    }

    /// A round: its years, bids and awards.
    func page(of round: Round) throws -> Made {
        let code = round.code.description
        let words = [
            ["round", "show", code], ["report", "spend", "--round", code, "--by", "year"],
        ]
        let spend = try asked(ReportSpend.self, words[1])
        var page = try asked(RoundShow.self, words[0])
        page.subheading = "\(reading.office). Pounds."
        page.sentences = spend.sentences
        page.charts = spend.charts
        return Made(page: page, questions: words)
    }

    /// An award: its years, profile, instalments, returns, match, claims and history.
    func page(of award: Award) throws -> Made {
        let code = award.code.description
        let words = [
            ["award", "show", code], ["report", "spend", "--award", code, "--by", "year"],
            ["report", "commitments", "--award", code],
        ]
        var page = try asked(AwardShow.self, words[0])
        let spend = try asked(ReportSpend.self, words[1])
        let late = try ReturnsDue.lines([award], by: reading.today, reading).count
        page.subheading = "\(reading.office). Pounds."
        page.sentences = try asked(ReportCommitments.self, words[2]).sentences
        if late > 0 {
            page.sentences.append(
                late == 1
                    ? "1 return is not yet accepted." : "\(late) returns are not yet accepted.")
        }
        page.charts = spend.charts
        let history = page.sheets.removeLast()
        page.sheets += [try claimed(award), history]
        return Made(page: page, questions: words)
    }

    /// The lines of claims that stand on an award's returns.
    private func claimed(_ award: Award) throws -> Sheet {
        let lines = try reading.facts.all(Claim.self).flatMap { claim in
            claim.lines.filter { $0.source.award == award.code }.map { (claim, $0) }
        }
        return Sheet(
            key: "claimLines", title: "Claimed from funders",
            columns: [
                Column("claim", "Claim"), Column("grant", "Grant"), Column("made", "Made", .date),
                Column("line", "Line", .number), Column("period", "Return"),
                Column("category", "Category"), Column("amount", "Amount", .money),
                Column("disallowed", "Disallowed", .money, visibility: .whenNotNil),
            ],
            rows: lines.map { claim, line in
                [
                    .text(claim.code.description), .text(claim.grant.description),
                    .date(claim.made), .number(line.number), Cell(line.source.period),
                    .text(line.source.category.description), .money(line.amount),
                    Cell(line.disallowed),
                ]
            },
            totals: [.text("Total"), .absent, .absent, .absent, .absent, .absent]
                + [
                    .money(lines.map(\.1.amount).total),
                    .money(lines.compactMap(\.1.disallowed).total),
                ]
        ).hiddenWhenEmpty
    }

    /// The returns that have come and that are due, and all else that falls due.
    func calendar() throws -> Made {
        let words = [["report", "returns"], ["report", "calendar"]]
        let returns = try asked(ReportReturns.self, words[0])
        let due = try asked(ReportCalendar.self, words[1])
        let calendar = try ReportCalendar.parse([]).calendar(reading)
        let day = reading.today
        let report = try reading.reader.returns(asAt: day) { _ in true }
        var page = due
        page.heading = "Returns calendar, \(day.prose)"
        page.sentences = returns.sentences + due.sentences
        page.charts = [
            report.chart(
                asAt: day, finding: returns.sentences.first ?? "Returns fall due as agreed",
                coming: calendar.items + calendar.earlier)
        ].compactMap(\.self)
        page.sheets = named(due.sheets, due.heading) + named(returns.sheets, "Every return")
        return Made(page: page, questions: words)
    }

    /// Match that is required, met and short.
    func match() throws -> Made {
        let words = ["report", "match"]
        return Made(page: try asked(ReportMatch.self, words), questions: [words])
    }

    /// Entries an auditor should see.
    func exceptions() throws -> Made {
        let words = ["report", "exceptions"]
        var page = try asked(ReportExceptions.self, words)
        page.sheets = named(page.sheets, "By rule")
        return Made(page: page, questions: [words])
    }
}
