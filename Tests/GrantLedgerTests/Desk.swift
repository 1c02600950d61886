import GrantLedger

/// A desk at which acts are judged and taken into dictionaries, one after another.
final class Desk: LedgerUnderTest {
    /// What is known so far.
    private(set) var source = DictionaryFacts()
    /// A mistake to be made in every posting before it is taken in; none in an honest ledger.
    private let fault: PlantedFault?

    init(fault: PlantedFault? = nil) { self.fault = fault }

    /// Judges an act and takes in what comes of it.
    @discardableResult
    func record(
        _ act: some Act, on date: Day, papers: [Document] = []
    ) throws(Stop) -> Entry {
        try record(
            act, as: Occasion(user: "TESTER", login: "tester", date: date, documents: papers))
    }

    /// Judges an act on an occasion and takes in what comes of it.
    @discardableResult
    func record(_ act: some Act, as occasion: Occasion) throws(Stop) -> Entry {
        var posting = try act.judged(given: Facts(source), on: occasion)
        if let fault { posting.transfers = fault.applied(to: posting.transfers) }
        let number = source.nextNumber
        let form: Canonical
        do { form = try Canonical(act) } catch { throw .unreadable(error) }
        let entry = Entry(
            number: number, batch: number, book: "test", kind: type(of: act).kind,
            recordedAt: "2019-04-01T09:00:00.000Z", act: form, occasion: occasion,
            posting: posting)
        source.apply(entry)
        return entry
    }

    func propose(_ act: any Act, on occasion: Occasion) throws -> Reply {
        let before = source.copy()
        do {
            return .accepted(try enter(act, on: occasion))
        } catch let Stop.refused(refusal) {
            source = before
            return .refused(refusal)
        }
    }

    /// Records an act as a book does: what needs a second person is prepared for one; what is
    /// approved follows its approval.
    private func enter(_ act: any Act, on occasion: Occasion) throws -> [Kind] {
        do {
            try record(act, as: occasion)
        } catch Stop.refused(let refusal) where refusal.reason == .secondPersonNeeded {
            try record(try PrepareEntry(act), as: occasion)
            return [.prepareEntry]
        }
        let kind = type(of: act).kind
        guard let decision = act as? DecidePrepared, decision.approves else { return [kind] }
        let facts = Facts(source)
        let row = try facts.waiting(decision.prepared)
        let approved = try facts.occasion(approving: decision.prepared, on: occasion)
        try record(try row.kind.read(row.act), as: approved)
        return [kind, row.kind]
    }

    var givesUpOneCommit: Bool { true }

    func balances() -> [Account: Int64] { source.signed }
}
