import GrantLedger

extension Auditor {
    /// What claims drew of a line's accrual beyond what was then spent.
    func unspent(
        _ source: ClaimLine.Source, _ fund: String, _ claim: ClaimRow
    ) -> Int64 {
        guard let award = source.award?.description, let period = source.period?.description,
            case .earning(let own)? = row("earning/\(claim.grant)#\(source)"), own.drawn > 0,
            case .fund(let pot)? = row("fund/\(fund)")
        else { return 0 }
        let earned = pot.grants.reduce(Int64(0)) { sum, grant in
            guard case .earning(let row)? = row("earning/\(grant)#\(source)") else { return sum }
            return sum + row.amount
        }
        let charged = holding(
            "charged",
            [
                "award": award, "category": source.category.description, "fund": fund,
                "period": period, "year": claim.year,
            ]
        ).filter { $0.key["mark"] == nil }.reduce(Int64(0)) { $0 + $1.amount }
        return max(0, earned - charged)
    }

    /// From which line of an award to which a refused cost goes.
    struct Bearing {
        let award: String?
        let from: String
        let year: String
        let to: String
        let toYear: String
    }

    /// Moves what was paid, else what is still to be paid (into another year: what is not yet
    /// scheduled there), from line to line; gives back what of it
    /// is owed.
    func bear(_ pence: Int64, _ bears: Bearing, _ plan: inout Plan) throws -> Int64 {
        var parts = ["fund": bears.from, "year": bears.year]
        parts["award"] = bears.award
        var left = pence
        let paid = holding("paid", parts).filter { $0.key["award"] == bears.award }
        let unpaid = max(0, pence - paid.reduce(0) { $0 + $1.amount })
        let creditors = bears.award.map { line("awardCreditors", $0, bears.from, bears.year) }
        guard unpaid <= creditors.map(amount) ?? 0 else {
            throw refused("more-than-paid", "more-than-charged")
        }
        for head in ["paid", "paymentReleased", "paymentScheduled"] {
            for account in holding(head, parts) where account.key["award"] == bears.award {
                let part = min(left, account.amount)
                left -= part
                var key: [String: String?] = account.key
                (key["fund"], key["year"]) = (bears.to, bears.toYear)
                let old = name(
                    "awardPayable",
                    ["award": bears.award, "fund": bears.from, "year": bears.year])
                let new = name(
                    "awardPayable",
                    ["award": bears.award, "fund": bears.to, "year": bears.toYear])
                plan.move(part, account.name, old)
                let isUnpaidElsewhere = head != "paid" && bears.year != bears.toYear
                if isUnpaidElsewhere { key["instalment"] = "0" }
                plan.move(
                    part, new, name(isUnpaidElsewhere ? "paymentScheduled" : head, key))
            }
        }
        guard let award = bears.award, left == 0 else { return 0 }
        return min(unpaid, amount(line("awardCreditors", award, bears.from, bears.year)))
    }

    /// Moves what was charged of a line to the own fund; the funder's authority is free again.
    func recharge(
        _ pence: Int64, _ source: ClaimLine.Source, _ bears: Bearing, _ plan: inout Plan
    ) throws {
        var home = unallocated(bears.from, bears.year)
        var parts = [
            "fund": bears.from, "year": bears.year, "category": source.category.description,
        ]
        if let code = bears.award, case .award(let award)? = row("award/\(code)") {
            perhaps("award/\(code)", &plan)
            home = self.home(award, bears.from, bears.year)
            parts["award"] = code
            parts["period"] = source.period?.description
        }
        let held = holding("charged", parts)
            .filter { $0.key["award"] == bears.award && $0.key["mark"] == nil }
        guard pence <= held.reduce(0, { $0 + $1.amount }) else {
            throw refused("more-than-charged")
        }
        for (account, part) in zip(held, share(pence, over: held.map(\.amount))) {
            var key: [String: String?] = account.key
            (key["fund"], key["year"], key["round"]) = (bears.to, bears.toYear, nil)
            plan.move(part, account.name, home)
            plan.move(part, unallocated(bears.to, bears.toYear), name("charged", key))
        }
    }
}
