import GRDB
public import GrantLedger

extension Reader {
    /// What every award counts for in a year of cost, above nil, in the order of the codes.
    public func sampleAmounts(
        _ figure: SampleFigure, in year: FinancialYear
    ) throws -> [(award: Code, amount: Money)] {
        var sums: [Code: Money] = [:]
        for kept in try balances(figure.heads) where kept.account.year == year {
            guard let award = kept.account.award else { continue }
            sums[award, default: .zero] += kept.amount
        }
        return sums.filter { $0.value > .zero }.sorted { $0.key < $1.key }
            .map { ($0.key, $0.value) }
    }

    /// All that the book holds of an award: its own entries and its bid's, the claims its spend went
    /// into, and the lines of the bank that its payments are matched to.
    public func trail(of award: Award) throws -> AwardTrail {
        var found: [Int: ChainedEntry] = [:]
        for code in [award.code, award.bid].compactMap(\.self) {
            try gather(EntryFilter(owner: code), into: &found) { _ in true }
        }
        let claims = try rows(Claim.self).filter { claim in
            claim.lines.contains { $0.source.award == award.code }
        }
        for (grant, claims) in Dictionary(grouping: claims, by: \.grant) {
            let codes = Set(claims.map(\.code.description))
            let kinds: Set<Kind> = [.makeClaim, .receiveClaim, .disallowClaim]
            try gather(EntryFilter(kinds: kinds, owner: grant), into: &found) { entry in
                entry.claimed.map(codes.contains) ?? false
            }
        }
        var lines: [Int: BankLine] = [:]
        for entry in found.values.map(\.entry) where entry.bankMovement != .zero {
            guard let match = try row(BankMatch.self, "\(entry.number)"),
                let line = try row(BankLine.self, "\(match.line)")
            else { continue }
            lines[entry.number] = line
            let matched = try versions(BankMatch.self, "\(entry.number)").map(\.entry)
            for number in matched + [match.line] {
                found[number] = try chained(number) ?? found[number]
            }
        }
        return AwardTrail(
            award: award, recipient: try row(Organisation.self, award.recipient.description),
            steps: try found.values.map { chained in
                let number = chained.entry.number
                return AwardTrail.Step(
                    chained.entry, chain: chained.chain, reversal: try reversal(of: number),
                    bankLine: lines[number])
            })
    }

    /// Every entry that a filter lets through and that is wanted.
    private func gather(
        _ filter: EntryFilter, into found: inout [Int: ChainedEntry],
        where isWanted: (Entry) -> Bool
    ) throws {
        var after = 0
        while true {
            let slice = try entries(matching: filter, after: after)
            guard let last = slice.last else { return }
            for chained in slice where isWanted(chained.entry) {
                found[chained.entry.number] = chained
            }
            after = last.entry.number
        }
    }

    private func chained(_ number: Int) throws -> ChainedEntry? {
        guard let entry = try entry(number), let chain = try chainHash(at: number) else {
            return nil
        }
        return ChainedEntry(entry: entry, chain: chain)
    }
}

extension Entry {
    /// The claim that an act about one names.
    fileprivate var claimed: String? {
        guard case .object(let fields) = act else { return nil }
        for key in ["claim", "code"] {
            if case .text(let text)? = fields[key] { return text }
        }
        return nil
    }
}
