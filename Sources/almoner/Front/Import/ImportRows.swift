import GrantExchange
import GrantLedger
import GrantStore

/// Enters the rows of a file, one after another.
final class ImportRows {
    private let judging: ImportJudging
    private let matcher: BankMatcher
    /// How many lines of the bank were matched at once.
    private(set) var matched = 0

    private var recording: Recording { judging.recording }

    init(_ judging: ImportJudging) {
        self.judging = judging
        matcher = BankMatcher(
            BookJournal(reader: judging.recording.reader), facts: judging.recording.facts)
    }

    /// Enters a row by what the book has of it; gives the reason where it is refused.
    func enter(
        _ record: ImportRecord, _ key: RowKeys.Key, _ verdict: RowVerdict
    ) throws -> ImportFault? {
        do {
            switch verdict {
            case .seen, .differs: return nil
            case .new(let text): try enter(record, key, as: text)
            case .near(let text, let entries): try setAside(record, key, as: text, entries)
            }
            judging.names.keep()
            return nil
        } catch let refused as RowRefusal {
            judging.names.forget()
            return fault(refused.refusal, record, fact: refused.fact)
        } catch let refusal as Refusal {
            judging.names.forget()
            return fault(refusal, record)
        } catch let Stop.refused(refusal) {
            judging.names.forget()
            return fault(refusal, record)
        }
    }

    private func fault(
        _ refusal: Refusal, _ record: ImportRecord, fact: String? = nil
    ) -> ImportFault {
        ImportFault(refusal, of: record, fact: fact, in: judging.settled.layout)
    }

    /// The acts of a row with their days.
    private func steps(_ record: ImportRecord) throws -> [RowPlan.Step] {
        if record.kind == .bank {
            let line = try record.bankLine(matcher)
            if line.entry != nil { matched += 1 }
            return [RowPlan.Step(act: line, date: record.date)]
        }
        let planner = RowPlanner(
            facts: recording.facts, names: judging.names,
            addsOrganisations: judging.run.options.addOrganisations)
        return try planner.plan(record).steps
    }

    private func enter(_ record: ImportRecord, _ key: RowKeys.Key, as text: String) throws {
        let steps = try steps(record)
        guard steps.count > 1 else {
            for step in steps { try enter(step.act, step.date, record, key, as: text) }
            return
        }
        try recording.trying {
            let last = steps.count - 1
            for (place, step) in steps.enumerated() {
                // The last act bears the row's own key: a row is seen once it is there whole.
                let own = place == last ? text : "\(text)/part-\(place + 1)"
                try enter(step.act, step.date, record, key, as: own)
                guard place == last || recording.counterfoils.last?.kind != .prepareEntry else {
                    throw Refusal(
                        .secondPersonNeeded,
                        "The row asks for more than one thing, and the first needs a second person.",
                        remedy:
                            "Take in the awards alone, have them approved, and then take in what "
                            + "was signed and paid.")
                }
            }
        }
    }

    private func enter(
        _ act: any Act, _ date: Day?, _ record: ImportRecord, _ key: RowKeys.Key, as text: String
    ) throws {
        try recording.enter(act, on: try occasion(record, key, as: text, date))
    }

    /// What a row would be: of a payment that finds nothing to pay, an instalment that is not there
    /// yet, so that it waits all the same.
    private func likelySteps(_ record: ImportRecord) throws -> [RowPlan.Step] {
        do { return try steps(record) } catch let refused as RowRefusal {
            guard let act = try record.unplannedPayment(recording.facts) else { throw refused }
            return [RowPlan.Step(act: act, date: record.date)]
        }
    }

    private func setAside(
        _ record: ImportRecord, _ key: RowKeys.Key, as text: String, _ near: [Int]
    ) throws {
        let steps = try likelySteps(record)
        guard let first = steps.first, let once = Note(text) else { return }
        let occasion = try occasion(record, key, as: text + ImportHistory.aside, first.date)
        let held = try steps.dropFirst().map { try HeldAct($0.act, date: $0.date ?? occasion.date) }
        let aside = try SetRowAside(
            first.act, date: occasion.date, once: once,
            reference: record.reference.flatMap(Note.init(_:)),
            near: near, rest: held.isEmpty ? nil : held)
        try recording.enter(aside, on: occasion)
    }

    /// Who, when and on what papers a row is recorded; an unusual date is refused as everywhere.
    private func occasion(
        _ record: ImportRecord, _ key: RowKeys.Key, as text: String, _ date: Day?
    ) throws -> Occasion {
        var options = judging.write
        options.date = date ?? options.date
        options.document = []
        options.reference = nil
        var occasion = try options.occasion(
            in: judging.place, now: judging.now, office: judging.office, key: text, day: nil)
        occasion.reference = record.reference
        occasion.documents = [
            judging.file.document(row: record.row), judging.file.rowDocument(record.row, key),
        ]
        return occasion
    }
}
