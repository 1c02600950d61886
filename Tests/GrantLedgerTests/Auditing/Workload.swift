import GrantLedger

/// A seeded sequence of lawful and unlawful acts, put to a ledger and to the auditor alike.
struct Workload {
    /// One difference between the ledger, the auditor and the law.
    struct Difference: Error, CustomStringConvertible {
        let seed: UInt64
        let step: Int
        let act: String
        let what: String

        var description: String { "seed \(seed), act \(step): \(what)\n  \(act)" }
    }

    /// How a run came out.
    struct Tally {
        var accepted = 0
        var refused = 0
        var open = 0
        var byKind: [Kind: (accepted: Int, refused: Int)] = [:]

        mutating func add(_ kind: Kind, accepted isAccepted: Bool) {
            accepted += isAccepted ? 1 : 0
            refused += isAccepted ? 0 : 1
            var count = byKind[kind] ?? (0, 0)
            if isAccepted { count.accepted += 1 } else { count.refused += 1 }
            byKind[kind] = count
        }
    }

    private let ledger: any LedgerUnderTest
    private let auditor = Auditor()
    let seed: UInt64
    private var proposer: Proposer
    private var names: [Account: String] = [:]
    private(set) var tally = Tally()
    private var step = 0

    init(seed: UInt64, ledger: any LedgerUnderTest) {
        self.seed = seed
        self.ledger = ledger
        proposer = Proposer(seed: seed)
    }

    /// Puts the opening acts and then so many more; throws the first ``Difference``.
    mutating func run(acts: Int) throws {
        for proposal in proposer.opening() { try put(proposal) }
        for _ in 0..<proposer.count(of: acts) {
            if let proposal = proposer.next(auditor) { try put(proposal) }
        }
    }

    private mutating func put(_ proposal: Proposal) throws {
        step += 1
        let kind = type(of: proposal.act).kind
        let (verdict, steps) = auditor.verdict(on: proposal)
        if case .refuse = verdict, proposal.act is DecidePrepared, !ledger.givesUpOneCommit {
            return
        }
        let reply = try ledger.propose(proposal.act, on: proposal.occasion)
        switch (verdict, reply) {
        case (.accept, .accepted), (.open, .accepted): break
        case (.open, .refused): tally.open += 1
        case (.accept, .refused(let refusal)):
            throw difference(proposal, "lawful, but refused: \(refusal.reason) \(refusal.message)")
        case (.refuse(let codes), .accepted):
            throw difference(proposal, "unlawful \(codes.sorted()), but taken")
        case (.refuse(let codes), .refused(let refusal)):
            if !codes.isEmpty, !codes.contains(refusal.reason.rawValue) {
                let given = "\(refusal.reason.rawValue): \(refusal.message)"
                throw difference(proposal, "refused as \(given), not as \(codes.sorted())")
            }
        }
        if case .accepted(let kinds) = reply {
            guard kinds == steps.map(\.kind) else {
                throw difference(proposal, "became \(kinds), not \(steps.map(\.kind))")
            }
            for step in steps {
                auditor.take(step)
                tally.add(step.kind, accepted: true)
            }
        } else {
            tally.add(kind, accepted: false)
        }
        try compare(proposal)
    }

    private mutating func compare(_ proposal: Proposal) throws {
        let balances = try ledger.balances()
        var wrong: [String] = []
        for (account, pence) in balances {
            let name = names[account] ?? account.description
            names[account] = name
            let expected = auditor.balances[name] ?? 0
            if expected != pence { wrong.append("\(name) is \(pence), not \(expected)") }
        }
        if wrong.isEmpty, balances.count != auditor.balances.count {
            let held = Set(balances.keys.map { names[$0] ?? "" })
            wrong = auditor.balances.filter { !held.contains($0.key) }
                .map { "\($0.key) is nil, not \($0.value)" }
        }
        guard wrong.isEmpty else {
            throw difference(proposal, wrong.sorted().joined(separator: "\n    "))
        }
        let broken = Ties.broken(
            in: balances, bids: auditor.bids, undone: auditor.undone,
            closed: auditor.closedYears)
        guard broken.isEmpty else {
            throw difference(proposal, broken.sorted().joined(separator: "\n    "))
        }
    }

    private func difference(_ proposal: Proposal, _ what: String) -> Difference {
        var act = "\(proposal.day) \(proposal.user) \(proposal.act)"
        if let decision = proposal.act as? DecidePrepared,
            case .prepared(let row)? = auditor.row("prepared/\(decision.prepared)")
        {
            act += "\n  which is \(row.act)"
        }
        return Difference(seed: seed, step: step, act: act, what: what)
    }
}

/// An act put forward for a day, and who puts it forward.
struct Proposal {
    var act: any Act
    var day: Day
    var user = "TESTER"
    var login = "tester"

    var occasion: Occasion { Occasion(user: user, login: login, date: day) }
}

extension Auditor {
    /// The lines of awards of which a cost or a payment was reversed.
    var undone: Set<String> {
        let moves = done.filter { $0.reverses != nil }.flatMap(\.moves)
        let names = moves.flatMap { [$0.debit, $0.credit] }.filter {
            ["paymentsOnAccount", "awardCreditors"].contains(Chart.head(of: $0))
        }
        return Set(
            names.map { name in
                let key = chart.key(of: name)
                return ["award", "fund", "year"].map { key[$0] ?? "-" }.joined(separator: " ")
            })
    }

    /// The bid that each award answers.
    var bids: [Code: Code] {
        rows.reduce(into: [:]) { bids, entry in
            guard case .award(let award)? = entry.value.row, let bid = award.bid,
                let code = Code(String(entry.key.dropFirst("award/".count)))
            else { return }
            bids[code] = Code(bid)
        }
    }
}
