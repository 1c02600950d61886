extension GrantHistory {
    /// What has changed in a span of days since the month the grant was published in, each once.
    func corrections(in span: ClosedRange<Day>?) -> [SpecifiedInformation.Correction] {
        var found: [SpecifiedInformation.Correction] = []
        for (before, after) in zip(versions, versions.dropFirst()) {
            found += changes(from: before, to: after)
        }
        for (before, after) in zip(recipients, recipients.dropFirst()) {
            guard let was = before.row?.name, let now = after.row?.name, was != now else {
                continue
            }
            found += correction(
                after.moment, "changed", "recipient", words("recipient", was),
                words("recipient", now))
        }
        found += amountsChanged
        return found.filter { correction in
            guard let signed = signature(before: correction.moment) else { return false }
            // Who reads of the month of signature too finds the grant itself there.
            if correction.change == Self.isSigned, span?.contains(signed) ?? true { return false }
            let isLater = correction.moment.date.monthNumber > signed.monthNumber
            let isKnownLater =
                correction.isLate
                && correction.moment.recorded.monthNumber > signed.monthNumber
            guard let span else { return isLater || isKnownLater }
            return isLater && span.contains(correction.moment.date)
                || isKnownLater && span.contains(correction.moment.recorded)
        }
    }

    /// What a signature is called that was recorded late.
    private static let isSigned = "signed"

    /// The day of the signature that stood when an entry was recorded, or that the entry made.
    private func signature(before moment: Moment) -> Day? {
        let earlier = versions.last { $0.moment.entry < moment.entry }?.row?.signed
        return earlier ?? versions.last { $0.moment.entry == moment.entry }?.row?.signed
    }

    private func correction(
        _ moment: Moment, _ change: String, _ field: String, _ was: String?, _ now: String?
    ) -> [SpecifiedInformation.Correction] {
        [
            SpecifiedInformation.Correction(
                award: code, moment: moment, change: change, field: field, was: was, now: now,
                isLate: moment.recorded.monthNumber > moment.date.monthNumber)
        ]
    }

    private func words(_ field: String, _ value: (some CustomStringConvertible)?) -> String? {
        disclosure?.fact(field, value).words
    }

    /// The corrections that one version of the award's row makes.
    private func changes(
        from before: Version<Award>, to after: Version<Award>
    ) -> [SpecifiedInformation.Correction] {
        let moment = after.moment
        guard let was = before.row, was.signed != nil else {
            guard after.row?.signed != nil else { return [] }
            let sum = amounts { $0.entry <= moment.entry }.values.total
            return correction(moment, Self.isSigned, "amount", nil, sum.description)
        }
        guard let now = after.row, now.signed != nil else {
            let sum = amounts { $0.entry < moment.entry }.values.total
            return correction(moment, "withdrawn", "amount", sum.description, nil)
        }
        let facts: [(String, String?, String?)] = [
            ("title", was.title.description, now.title.description),
            ("decision", was.decision?.description, now.decision?.description),
            ("purpose", was.purpose?.description, now.purpose?.description),
            ("conditions", was.conditions?.description, now.conditions?.description),
            ("reasons", was.reasons?.description, now.reasons?.description),
        ]
        var found = facts.filter { $0.1 != $0.2 }.flatMap { field, was, now in
            correction(moment, "changed", field, words(field, was), words(field, now))
        }
        let names = { (award: Award) in Set((award.withheld ?? []).map(\.field.description)) }
        for field in names(now).subtracting(names(was)).sorted() {
            found += correction(moment, "withheld", field, nil, words(field, Optional<String>.none))
        }
        for field in names(was).subtracting(names(now)).sorted() {
            found += correction(moment, "told again", field, nil, nil)
        }
        return found
    }

    /// The corrections of what was awarded, an entry each.
    private var amountsChanged: [SpecifiedInformation.Correction] {
        var standing: [Line: Money] = [:]
        var found: [SpecifiedInformation.Correction] = []
        for (moment, moves) in movesByEntry {
            let before = standing
            for move in moves { standing[move.line, default: .zero] += move.amount }
            let changed = standing.filter { $0.value != before[$0.key] ?? .zero }.keys.sorted()
            guard !changed.isEmpty, isPublished(before: moment), !isWithdrawn(by: moment) else {
                continue
            }
            let (was, now) = (before.values.total, standing.values.total)
            if was != now {
                found += correction(
                    moment, moment.kind.correction, "amount", was.description, now.description)
            } else {
                let lines = { (amounts: [Line: Money]) in
                    changed.map { "\($0.year) \($0.fund) \(amounts[$0] ?? .zero)" }
                        .joined(separator: "; ")
                }
                found += correction(
                    moment, moment.kind.correction, "fund and year", lines(before), lines(standing))
            }
        }
        return found
    }

    private var movesByEntry: [(Moment, [Move])] {
        var found: [(Moment, [Move])] = []
        for move in moves {
            if let last = found.indices.last, found[last].0 == move.moment {
                found[last].1.append(move)
            } else {
                found.append((move.moment, [move]))
            }
        }
        return found
    }

    private func isPublished(before moment: Moment) -> Bool {
        versions.last { $0.moment.entry < moment.entry }?.row?.signed != nil
    }

    /// Whether an entry took the signature back, which is a correction of its own.
    private func isWithdrawn(by moment: Moment) -> Bool {
        guard let version = versions.last(where: { $0.moment.entry == moment.entry }) else {
            return false
        }
        return version.row?.signed == nil
    }
}

extension Kind {
    /// What came of an award by such an entry, as the public reads it.
    fileprivate var correction: String {
        switch self {
        case .varyAward: "varied"
        case .lapseAward: "lapsed"
        case .moveAward, .disallowClaim: "moved to another fund"
        case .carryAward: "carried to another year"
        case .finishAward: "ended"
        case .reverseEntry: "put right"
        default: "changed"
        }
    }
}
