import GrantLedger

extension Proposer {
    /// The people of a sequence that has any, and above which amount they are two.
    mutating func people() -> [any Act] {
        let pounds = 20 + random.below(400)
        return [
            EnrolPerson(code: code("TESTER"), name: words("The first"), login: words("tester")),
            EnrolPerson(
                code: code("SECOND"), name: words("The second"), login: words("second"),
                mayApprove: true),
            EnrolPerson(code: code("THIRD"), name: words("The third"), login: words("third")),
            SetPolicy(
                name: words("two-people-above"), value: words("\(pounds)"),
                from: day("2019-04-01"), reason: words("Two pairs of eyes")),
        ]
    }

    /// Decides what waits, or changes who may.
    mutating func twoPeople(_ view: View) -> (any Act)? {
        let chosen = random.pick(random.chance(95) ? view.waiting : view.prepared)
        guard let chosen, random.chance(97) else {
            if random.chance(30) {
                return EnrolPerson(
                    code: random.chance(80) ? fresh("P") : code("SECOND"), name: words("A person"),
                    login: words("login-\(random.below(1_000_000))"))
            }
            return SetPolicy(
                name: words("two-people-above"),
                value: words(random.chance(20) ? "none" : "\(20 + random.below(600))"), from: today,
                reason: words("Reviewed"))
        }
        let approves = random.chance(80)
        return DecidePrepared(
            prepared: chosen.number, approves: approves, reason: approves ? nil : words("No"))
    }

    /// Who puts an act forward.
    private mutating func who(_ act: any Act, _ proposal: inout Proposal) {
        guard hasPeople else { return }
        if act is DecidePrepared {
            switch random.below(20) {
            case 0: return
            case 1: (proposal.user, proposal.login) = ("SECOND", "tester")
            case 2: (proposal.user, proposal.login) = ("THIRD", "third")
            default: (proposal.user, proposal.login) = ("SECOND", "second")
            }
        } else if random.chance(1) {
            (proposal.user, proposal.login) = ("STRANGER", "stranger")
        }
    }

    /// Puts an act forward for the day it is of, mostly.
    mutating func proposal(of act: any Act, _ view: View) -> Proposal {
        var proposal = Proposal(act: act, day: today)
        who(act, &proposal)
        if let own = ownDay(of: act, view), random.chance(97) {
            proposal.day = own
            return proposal
        }
        today = today.adding(days: random.below(isLife ? 7 : 15)) ?? today
        proposal.day = today
        guard random.chance(10) else { return proposal }
        let back = random.below(today.daysSince1970 - day("2019-04-01").daysSince1970 + 1)
        proposal.day = today.adding(days: -back) ?? today
        return proposal
    }

    /// The day that an act is of by its nature.
    private mutating func ownDay(of act: any Act, _ view: View) -> Day? {
        switch act {
        case let act as ReverseEntry:
            guard view.auditor.done.indices.contains(act.entry - 1) else { return nil }
            return view.auditor.done[act.entry - 1].day
        case let act as DecidePrepared:
            return view.prepared.first { $0.number == act.prepared }?.day
        case let act as CloseYear: return act.year.lastDay
        case let act as ReopenYear: return act.year.lastDay
        case let act as AdjustLate:
            let back = random.chance(60) ? 0 : random.below(360)
            return act.year.lastDay.adding(days: -back)
        case let act as AccrueReturn: return act.period.year.lastDay
        case let act as ReverseAccrual: return act.period.year.next?.firstDay
        default: return nil
        }
    }
}
