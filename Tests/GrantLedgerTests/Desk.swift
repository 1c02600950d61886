import GrantLedger

/// A desk at which acts are judged and taken into dictionaries, one after another.
final class Desk: LedgerUnderTest {
    /// What is known so far.
    let source = DictionaryFacts()
    /// A mistake to be made in every posting before it is taken in; none in an honest ledger.
    private let fault: PlantedFault?

    init(fault: PlantedFault? = nil) { self.fault = fault }

    /// Judges an act and takes in what comes of it.
    @discardableResult
    func record(
        _ act: some Act, on date: Day, papers: [Document] = []
    ) throws(Stop) -> Entry {
        let occasion = Occasion(user: "TESTER", login: "tester", date: date, documents: papers)
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

    func propose(_ act: any Act, on date: Day) throws -> Reply {
        do {
            try record(act, on: date)
            return .accepted
        } catch .refused(let refusal) {
            return .refused(refusal)
        } catch .unreadable(let error) {
            throw error
        }
    }

    func balances() -> [Account: Int64] { source.signed }
}
