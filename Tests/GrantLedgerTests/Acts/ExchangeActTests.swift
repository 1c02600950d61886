import GrantLedger
import Testing

@Suite("In and out")
struct ExchangeActTests {
    private static let profile = ImportProfile(
        code: code("BANK"), kind: .bank, fields: [], headingRow: 1, dates: .dmy,
        sign: .outNegative)

    /// An award of £400 with £150 of it paid, which is the last entry.
    private static func paid() throws -> (Scene, Int) {
        let scene = try Scene.awarded("2019/20=400")
        try scene.schedule("W1", "2019/20", "400")
        let pay = PayInstalment(award: code("W1"), number: 1, amount: pounds("150"))
        return (scene, try scene.entry(pay).number)
    }

    @Test("A ledger code is of a head of the accounts, and of a fund there is")
    func mapped() throws {
        let scene = try Scene()
        let act = MapLedgerCode(head: .awardExpenditure, fund: code("VRF"), code: words("4711"))
        #expect(try scene.post(act).isEmpty)
        let budget = MapLedgerCode(head: .committed, code: words("1"))
        #expect(try scene.reason(budget) == .notInAccounts)
        let nowhere = MapLedgerCode(head: .bank, fund: code("NONE"), code: words("1"))
        #expect(try scene.reason(nowhere) == .unknownCode)
    }

    @Test("An entry goes to the finance system once; after its journal is reversed, again")
    func posted() throws {
        let (scene, last) = try Self.paid()
        func month(_ from: Int, _ to: Int) -> PostMonth {
            PostMonth(
                through: day("2019-04-30"), spans: [PostedMonth.Span(from: from, to: to)],
                total: pounds("150"))
        }
        let first = try scene.entry(month(last, last))
        #expect(try scene.reason(month(last - 1, last)) == .postedBefore)
        #expect(try scene.reason(month(last, last + 9)) == .unknownEntry)
        #expect(
            try scene.reason(
                PostMonth(through: day("2019-04-30"), spans: [], total: .zero)) == .nothingToChange)
        let next = scene.desk.source.nextNumber
        #expect(try scene.reason(month(next, next)) == .unknownEntry)
        #expect(try scene.reason(month(0, 1)) == .nothingToChange, "entries are numbered from 1")
        try scene.post(ReverseEntry(entry: first.number, reason: words("Sent twice")))
        try scene.post(month(last, last))
        for number in [last - 1, last + 1] { try scene.post(month(number, number)) }
    }

    @Test("A profile is for one kind of file; the same again changes nothing")
    func profiled() throws {
        let scene = try Scene()
        try scene.post(SaveImportProfile(Self.profile))
        #expect(try scene.reason(SaveImportProfile(Self.profile)) == .nothingToChange)
        var other = Self.profile
        other.kind = .costs
        #expect(try scene.reason(SaveImportProfile(other)) == .codeTaken)
        other = Self.profile
        other.dates = .ymd
        try scene.post(SaveImportProfile(other))
    }

    @Test("Of 5 rows 2 are recorded, 2 seen before and 1 set aside; a file of seen rows is nothing")
    func imported() throws {
        let scene = try Scene()
        try scene.post(SaveImportProfile(Self.profile))
        func file(_ recorded: Int, _ seen: Int, _ setAside: Int) -> RecordImport {
            RecordImport(
                of: .bank, profile: code("BANK"), file: words("june.csv"), sha256: words("0"),
                rows: 5, recorded: recorded, seen: seen, setAside: setAside)
        }
        try scene.post(file(2, 2, 1))
        try scene.post(file(0, 4, 1))
        #expect(try scene.reason(file(0, 5, 0)) == .nothingToChange)
        #expect(try scene.reason(file(2, 2, 0)) == .nothingToChange)
    }

    @Test("A row set aside is decided once, as an entry there is or as another")
    func setAside() throws {
        let (scene, last) = try Self.paid()
        let cost = RecordCost(
            fund: code("VRF"), year: financialYear("2019/20"), category: code("STAFF"),
            amount: pounds("1"), supplier: words("A supplier"))
        let act = try SetRowAside(cost, date: day("2019-04-01"), once: words("a/1"), near: [last])
        let row = try scene.entry(act).number
        #expect(try scene.reason(DecideRow(row: last)) == .unknownEntry)
        #expect(try scene.reason(DecideRow(row: row, same: row + 9)) == .unknownEntry)
        let decision = try scene.entry(DecideRow(row: row, same: last))
        #expect(try scene.reason(DecideRow(row: row)) == .rowDecided)
        try scene.post(ReverseEntry(entry: decision.number, reason: words("It was another")))
        try scene.post(DecideRow(row: row))
    }

    @Test("£150 paid is the bank's line of −£150.00, not of −£150.01, once, and then stays paid")
    func matched() throws {
        let (scene, last) = try Self.paid()
        func note(_ amount: String, _ entry: Int? = nil) -> NoteBankLine {
            NoteBankLine(date: day("2019-04-03"), amount: pounds(amount), entry: entry)
        }
        #expect(try scene.reason(note("0")) == .amountNotPositive)
        #expect(try scene.reason(note("-150.01", last)) == .bankDiffers)
        let line = try scene.entry(note("-150")).number
        let twice = MatchBankLine(line: line, entries: [last, last])
        #expect(try scene.reason(twice) == .bankDiffers)
        let match = try scene.entry(MatchBankLine(line: line, entries: [last]))
        #expect(
            try scene.reason(MatchBankLine(line: line, entries: [last])) == .bankLineSettled)
        #expect(try scene.reason(note("-150", last)) == .bankLineSettled)
        let undo = ReverseEntry(entry: last, reason: words("Wrong"))
        #expect(try scene.reason(undo) == .entryInUse)
        try scene.post(ReverseEntry(entry: match.number, reason: words("Another line")))
        try scene.post(MatchBankLine(line: line, entries: [], elsewhere: words("Payroll")))
        try scene.post(undo)
    }

    @Test("The newest form alone is current; none is given out for a return that has come")
    func forms() throws {
        let scene = try Scene.awarded("2019/20=400")
        func form(_ version: Int, _ covers: String = "2019/20-Q1") -> IssueReturnForm {
            IssueReturnForm(
                award: code("W1"), period: period(covers), version: version, check: words("0a1b"))
        }
        try scene.post(form(1))
        #expect(try scene.reason(form(1)) == .nothingToChange)
        try scene.post(form(2))
        #expect(try scene.reason(form(1, "2019/20-H1")) == .periodUnknown)
        try scene.submit("W1", "2019/20-Q1", "STAFF=1")
        #expect(try scene.reason(form(3)) == .returnStands)
        try scene.accept("W1", "2019/20-Q1")
        #expect(try scene.reason(form(3)) == .returnStands)
    }

    @Test("A line noted with its entry is matched to it, and the entry to no other line")
    func noted() throws {
        let (scene, last) = try Self.paid()
        let note = NoteBankLine(date: day("2019-04-03"), amount: pounds("-150"), entry: last)
        let line = try scene.entry(note).number
        #expect(try scene.reason(note) == .bankLineSettled)
        let match = MatchBankLine(line: line, entries: [last])
        #expect(try scene.reason(match) == .bankLineSettled)
    }
}
