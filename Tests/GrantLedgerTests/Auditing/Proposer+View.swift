import GrantLedger

extension Proposer {
    /// How the book stands, in an order that is the same on every run.
    struct View {
        let auditor: Auditor
        var bids: [(code: Code, row: Auditor.BidRow)] = []
        var awards: [(code: Code, row: Auditor.AwardRow)] = []
        var rounds: [(code: Code, row: Auditor.RoundRow)] = []
        var grants: [(code: Code, row: Auditor.GrantRow)] = []
        var instalments: [Auditor.InstalmentRow] = []
        var returns: [Auditor.ReturnRow] = []
        var claims: [(code: Code, row: Auditor.ClaimRow)] = []
        var estimates: [Auditor.EstimateRow] = []
        var prepared: [Auditor.PreparedRow] = []
        var ownBids: [Code] = []

        init(_ auditor: Auditor) {
            self.auditor = auditor
            for key in auditor.rows.keys.sorted() {
                let name = key.drop { $0 != "/" }.dropFirst()
                let code = Code(String(name)) ?? .general
                switch auditor.rows[key]?.row {
                case .bid(let row): bids.append((code, row))
                case .award(let row): awards.append((code, row))
                case .round(let row): rounds.append((code, row))
                case .grant(let row): grants.append((code, row))
                case .instalment(let row): instalments.append(row)
                case .monitoringReturn(let row): returns.append(row)
                case .claim(let row): claims.append((code, row))
                case .estimate(let row): estimates.append(row)
                case .prepared(let row): prepared.append(row)
                case .ownBid: ownBids.append(code)
                default: break
                }
            }
        }

        /// A code of a register that was taken and is free again after a reversal.
        func freed(_ register: String) -> Code? {
            auditor.rows.keys.sorted().last { key in
                key.hasPrefix(register + "/") && auditor.row(key) == nil
            }.flatMap { Code(String($0.dropFirst(register.count + 1))) }
        }

        var openBids: [(code: Code, row: Auditor.BidRow)] { bids.filter { $0.row.status.isOpen } }
        var signed: [(code: Code, row: Auditor.AwardRow)] {
            awards.filter { $0.row.isSigned && !$0.row.isEnded }
        }
        var waiting: [Auditor.PreparedRow] { prepared.filter(\.isWaiting) }

        /// The accounts of a head in order, with what they hold.
        func held(_ head: String, _ parts: [String: String] = [:]) -> [Auditor.Holding] {
            auditor.holding(head, parts)
        }

        /// What accounts of a head with these parts hold together.
        func sum(_ head: String, _ parts: [String: String]) -> Int64 {
            auditor.holding(head, parts).reduce(0) { $0 + $1.amount }
        }

        /// What a project could still have of a round in a year: by the round, or by its caps.
        func room(_ round: Code, _ project: String?, _ year: FinancialYear) -> [Int64] {
            let left = sum(
                "roundAvailable", ["round": round.description, "year": year.description])
            guard case .round(let row)? = auditor.row("round/\(round)") else { return [left] }
            guard let project else {
                return [left, row.perYear, row.perAward].compactMap { $0 }
            }
            let caps = auditor.holding("capHeadroom", ["round": round.description]).filter {
                ($0.key["bid"] ?? $0.key["award"]) == project
                    && ($0.key["year"] ?? year.description) == year.description
            }
            return [left] + caps.map(\.amount)
        }

        /// The years in which an award has lines.
        func years(of award: Code) -> [FinancialYear] {
            let held =
                auditor.holding("committed", ["award": award.description])
                + auditor.holding("reserved", ["award": award.description])
            let open = held.map(\.year).filter { !auditor.isClosed($0) }
            return Set(open).sorted().compactMap { FinancialYear($0) }
        }
    }
}
