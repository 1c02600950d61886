import GrantLedger

extension Auditor {
    /// What was charged to a fund before its ceiling came or rose earns now, as far as the fund's
    /// grants have not paid for it: line by line, in the order in which the lines ended.
    func catchUp(_ code: String, _ years: [String], day: Day, _ plan: inout Plan) {
        guard case .fund(let fund)? = planned("fund/\(code)", plan), fund.source != .partner else {
            return
        }
        for year in years {
            let charged = holding("charged", ["fund": code, "year": year], after: plan)
                .filter { $0.key["mark"] == nil }
            var left = charged.reduce(Int64(0)) { $0 + $1.amount }
            for grant in fund.grants {
                left -= amount(ceiling(grant, year), after: plan)
                left += amount(notYetEarned(grant, year), after: plan)
                left += amount(
                    of(grant: grant, year, "earnedClaimable", mark: "accrued"), after: plan)
            }
            for line in open(fund.grants, charged, code, year) {
                let part = min(line.pence, max(0, left))
                left -= part
                let earned = Earned(fund: code, year: year, source: line.source, day: day)
                gain(part, earned, &plan)
            }
        }
    }

    private struct OpenLine {
        let source: ClaimLine.Source
        let ended: Day
        let pence: Int64
    }

    /// Whether a line comes before another: by day, then returns before own costs, each in its
    /// order.
    static func comes(
        _ one: ClaimLine.Source, _ first: Day, before other: ClaimLine.Source, _ second: Day
    ) -> Bool {
        func order(_ source: ClaimLine.Source, _ day: Day) -> (Day, Int, String, Int, String) {
            (
                day, source.cost == nil ? 0 : 1,
                "\(source.award?.description ?? "")#\(source.period?.description ?? "")",
                source.cost ?? 0, source.category.description
            )
        }
        return order(one, first) < order(other, second)
    }

    private func open(
        _ grants: [String], _ charged: [Holding], _ fund: String, _ year: String
    ) -> [OpenLine] {
        func unearned(_ pence: Int64, _ source: ClaimLine.Source, _ ended: Day) -> OpenLine {
            let earned = grants.reduce(Int64(0)) { sum, grant in
                guard case .earning(let row)? = row("earning/\(grant)#\(source)") else {
                    return sum
                }
                return sum + row.amount
            }
            return OpenLine(source: source, ended: ended, pence: max(0, pence - earned))
        }
        var lines = charged.compactMap { account -> OpenLine? in
            guard let award = account.key["award"].flatMap({ Code($0) }),
                let period = account.key["period"].flatMap({ Period($0) }),
                let category = account.key["category"].flatMap({ Code($0) })
            else { return nil }
            let source = ClaimLine.Source(award: award, period: period, category: category)
            return unearned(account.amount, source, period.lastDay)
        }
        for version in rows.values {
            guard case .cost(let cost)? = version.row, cost.fund == fund, cost.year == year else {
                continue
            }
            let refused = rows.values.reduce(Int64(0)) { sum, version in
                guard case .claim(let claim)? = version.row, grants.contains(claim.grant) else {
                    return sum
                }
                return claim.lines.filter { $0.source == cost.source }
                    .reduce(sum) { $0 + $1.disallowed }
            }
            lines.append(unearned(cost.amount - refused, cost.source, cost.day))
        }
        return lines.filter { $0.pence > 0 }.sorted {
            Self.comes($0.source, $0.ended, before: $1.source, $1.ended)
        }
    }
}
