public import GrantLedger

extension Reader {
    /// What grants may be claimed, have been claimed and have paid.
    ///
    /// - Parameters:
    ///   - asAt: what is dated after this day is left out.
    ///   - years: which years of cost are wanted.
    ///   - takes: which grants are wanted, by their codes.
    /// - Returns: the report.
    /// - Throws: ``BookFault`` where the book cannot be read.
    public func claims(
        asAt: Day, in years: YearSelection = .all,
        of takes: (Code) -> Bool = { _ in true }
    ) throws -> ClaimReport {
        let kept = try balances(ClaimReport.heads, asAt: asAt).filter { kept in
            guard let grant = kept.account.grant, let year = kept.account.year else {
                return false
            }
            return takes(grant) && years.contains(year, asAt: asAt)
        }
        let claims = try rows(Claim.self, asAt: asAt).filter {
            takes($0.grant) && years.contains($0.year, asAt: asAt)
        }
        return ClaimReport(balances: kept.map { ($0.account, $0.amount) }, claims: claims)
    }

    /// A claim for its funder, as the book stood when it was made; nil where there is none.
    ///
    /// - Parameter code: the claim.
    /// - Returns: the statement, and the entry that made the claim.
    /// - Throws: ``BookFault`` where the book cannot be read.
    public func claimStatement(_ code: Code) throws -> (statement: ClaimStatement, entry: Int)? {
        let versions = try versions(Claim.self, code.description)
        guard versions.last?.row != nil,
            let place = versions.lastIndex(where: { $0.row == nil }).map({ $0 + 1 })
                ?? versions.indices.first,
            let claim = versions[place].row,
            let grant = try row(
                Grant.self, claim.grant.description, knownAt: versions[place].entry)
        else { return nil }
        let made = versions[place]
        let known = made.entry
        let earlier = try rows(Claim.self, knownAt: known).filter {
            $0.code != code && $0.grant == claim.grant && $0.year == claim.year
        }
        let statement = ClaimStatement(
            claim: claim, grant: grant, lines: try claim.lines.map { try named($0, known) },
            earlier: earlier, position: try position(of: claim, grant, earlier, known))
        return (statement, known)
    }

    /// Who was paid for a line.
    private func named(_ line: ClaimLine, _ known: Int) throws -> ClaimStatement.Line {
        if let number = line.source.cost {
            let cost = try row(Cost.self, "\(number)", knownAt: known)
            return ClaimStatement.Line(
                line, payee: cost?.supplier.description ?? "", recoverableVAT: cost?.recoverableVAT)
        }
        let award = try line.source.award.flatMap {
            try row(Award.self, $0.description, knownAt: known)
        }
        let recipient = try award.flatMap {
            try row(Organisation.self, $0.recipient.description, knownAt: known)
        }
        return ClaimStatement.Line(line, payee: recipient?.name.description ?? "")
    }

    /// What the grant's year had come to.
    private func position(
        of claim: Claim, _ grant: Grant, _ earlier: [Claim], _ known: Int
    ) throws -> ClaimStatement.Position {
        let kept = try balances(
            [.claimCeiling, .notYetEarned, .earnedClaimable], owner: grant.code, knownAt: known
        ).filter { $0.account.year == claim.year }
        func sum(_ head: Head, _ mark: Mark?) -> Money {
            kept.filter { $0.account.head == head && $0.account.mark == mark }
                .map(\.amount).total
        }
        var position = ClaimStatement.Position(
            ceiling: sum(.claimCeiling, nil), accrued: sum(.earnedClaimable, .accrued))
        var claimed: [ClaimLine.Source: Money] = [:]
        for line in (earlier + [claim]).flatMap(\.lines) {
            claimed[line.source, default: .zero] += line.amount - (line.disallowed ?? .zero)
        }
        for earning in try rows(Earning.self, knownAt: known)
        where earning.grant == grant.code && earning.year == claim.year {
            let rest = earning.amount - (claimed[earning.source] ?? .zero)
            guard rest > .zero else { continue }
            position.expected[earning.source.category, default: .zero] += rest
        }
        let older =
            try row(Fund.self, grant.fund.description, knownAt: known)?.grants
            .prefix { $0 != grant.code } ?? []
        var ahead = Money.zero
        for code in older {
            ahead += try balances([.notYetEarned], owner: code, knownAt: known)
                .filter { $0.account.year == claim.year }.map(\.amount).total
        }
        position.expect(
            try toCome(knownAt: known).filter { $0.fund == grant.fund && $0.year == claim.year },
            older: ahead, notYetEarned: sum(.notYetEarned, nil))
        return position
    }
}
