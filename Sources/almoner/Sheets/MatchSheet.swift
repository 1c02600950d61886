import GrantExchange
import GrantLedger
import GrantStore

/// Match put to awards and grants, as rows.
enum MatchSheet {
    /// What one provider puts to one thing for one year.
    struct Line: Hashable, Comparable {
        let of: Code
        let year: FinancialYear
        let from: Code
        let mark: Mark
        /// Pledged and no more, confirmed and no more, evidenced.
        var stages: [Money] = Array(repeating: .zero, count: 3)

        static func < (lhs: Line, rhs: Line) -> Bool {
            (lhs.of, lhs.year, lhs.from, lhs.mark.rawValue)
                < (rhs.of, rhs.year, rhs.from, rhs.mark.rawValue)
        }
    }

    /// Every line of one thing, or of all.
    static func lines(_ reading: Reading, of code: Code? = nil) throws -> [Line] {
        let stages: [Head] = [.matchPledged, .matchConfirmed, .matchEvidenced]
        var lines: [Line: [Money]] = [:]
        let balances = try reading.reader.balances(Set(stages), owner: code)
        for found in balances {
            let account = found.account
            guard let of = account.owner, let year = account.year, let mark = account.mark,
                let from = account.organisation, let stage = stages.firstIndex(of: account.head)
            else { continue }
            let line = Line(of: of, year: year, from: from, mark: mark)
            lines[line, default: line.stages][stage] += found.amount
        }
        return lines.map { line, sums in
            var line = line
            line.stages = sums
            return line
        }.filter { $0.stages.total > .zero }.sorted()
    }

    /// A row a provider, kind and year: how far what was offered has come.
    static func sheet(_ lines: [Line], key: String? = nil, title: String? = nil) -> Sheet {
        var totals = Array(repeating: Money.zero, count: 4)
        let rows = lines.map { line in
            let figures = line.stages + [line.stages.total]
            for (place, figure) in figures.enumerated() { totals[place] += figure }
            return [
                Cell.text(line.of.description), .text(line.year.description),
                .text(line.from.description), .text(line.mark.rawValue),
            ] + figures.map { .money($0) }
        }
        return Sheet(
            key: key, title: title,
            columns: [
                Column("of", "For", visibility: key == "match" ? .dataOnly : .always),
                Column("year", "Year"), Column("organisation", "From"), Column("kind", "Kind"),
                Column("pledged", "Pledged", .money), Column("confirmed", "Confirmed", .money),
                Column("evidenced", "Evidenced", .money), Column("total", "In all", .money),
            ],
            rows: rows,
            totals: [.text("Total"), .absent, .absent, .absent] + totals.map { .money($0) },
            empty: "No match is recorded.")
    }

    /// The match of one award or grant.
    static func sheet(of code: Code, _ reading: Reading) throws -> Sheet {
        sheet(try lines(reading, of: code), key: "match", title: "Match")
    }

    /// A row a year of an award or a grant: what must be found, what is met, what is short.
    static func required(_ code: Code, _ reading: Reading) throws -> Sheet {
        let heads: [Head] = [.matchTarget, .matchMet, .matchRequired]
        var years: [FinancialYear: [Money]] = [:]
        for found in try reading.reader.balances(Set(heads), owner: code) {
            guard let year = found.account.year,
                let place = heads.firstIndex(of: found.account.head)
            else { continue }
            years[year, default: Array(repeating: .zero, count: 3)][place] += found.amount
        }
        return Sheet(
            key: "matchRequired", title: "Match required",
            columns: [
                Column("year", "Year"), Column("required", "Required", .money),
                Column("met", "Met", .money), Column("short", "Short", .money),
            ],
            rows: years.sorted { $0.key < $1.key }.map { year, sums in
                [.text(year.description)] + sums.map { .money($0) }
            })
    }
}
