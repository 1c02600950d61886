import GrantLedger
import Testing

@Suite("Reversal and later dates")
struct ReversalTests {
    @Test("A clawback of £100 is not undone once the £100 has lapsed")
    func lapsedClawback() throws {
        let scene = try Scene.awarded("2019/20=1000")
        try scene.schedule("W1", "2019/20", "100")
        try scene.pay("W1", 1)
        let raised = try scene.entry(
            RaiseClawback(
                award: code("W1"), year: financialYear("2019/20"), amount: pounds("100"),
                reason: words("It stopped")))
        let lapse = try scene.entry(
            LapseAward(
                award: code("W1"), year: financialYear("2019/20"), reason: words("It stopped")))
        let refusal = try scene.refusal(
            of: ReverseEntry(entry: raised.number, reason: words("Entered in error")))
        #expect(refusal.reason == .moreThanUnscheduled)
        #expect(refusal.details.contains(.init("beyond", pounds("100"))))
        try scene.post(ReverseEntry(entry: lapse.number, reason: words("Entered in error")))
        try scene.post(ReverseEntry(entry: raised.number, reason: words("Entered in error")))
    }

    private func undo(_ entry: Int) -> ReverseEntry {
        ReverseEntry(entry: entry, reason: words("Entered in error"))
    }

    @Test("A reversal posts the opposite, last first, and puts the registers back")
    func opposite() throws {
        let scene = try Scene.awarded("2019/20=350", signed: false)
        let signed = try scene.entry(SignAward(award: code("W1")))
        let reversal = try scene.entry(undo(signed.number))
        #expect(reversal.transfers == signed.transfers.reversed().map(\.reversed))
        #expect(reversal.reverses == signed.number)
        let facts = Facts(scene.desk.source)
        #expect(try facts.find(Award.self, code("W1"))?.status == .awarded)
    }

    @Test("An entry is reversed once, on its own date, and a reversal not at all")
    func once() throws {
        let scene = try Scene()
        try scene.approve("2019/20=100")
        let approved = scene.desk.source.entries.count
        #expect(try scene.reason(undo(approved), on: "2019-04-02") == .unusualDate)
        #expect(try scene.reason(undo(99)) == .unknownEntry)
        let reversal = try scene.entry(undo(approved))
        #expect(try scene.reason(undo(approved)) == .alreadyReversed)
        #expect(try scene.reason(undo(reversal.number)) == .reversalStands)
    }

    @Test("An entry that another stands on is reversed only after it")
    func inUse() throws {
        let scene = try Scene.awarded("2019/20=350")
        let signed = scene.desk.source.entries.count
        let scheduled = try scene.entry(
            ScheduleInstalments(
                award: code("W1"), year: year(2019), amount: pounds("100"), due: day("2019-05-01")))
        let paid = try scene.entry(PayInstalment(award: code("W1"), number: 1))
        #expect(try scene.reason(undo(signed)) == .entryInUse)
        #expect(try scene.reason(undo(scheduled.number)) == .entryInUse)
        try scene.post(undo(paid.number))
        try scene.post(undo(scheduled.number))
        try scene.post(undo(signed))
        #expect(try scene.holds("reserved{award=W1,fund=VRF,year=2019/20}") == "350.00")
    }

    @Test("Whoever reads a row put back twice still stands on the entry that wrote it")
    func chain() throws {
        let scene = try Scene.awarded("2019/20=350", signed: false)
        let made = scene.desk.source.entries.count
        for _ in 0..<2 {
            try scene.sign("W1")
            try scene.post(undo(scene.desk.source.entries.count))
        }
        try scene.post(
            VaryAward(
                award: code("W1"), year: year(2019), amount: pounds("10"), reason: words("More")))
        #expect(try scene.reason(undo(made)) == .entryInUse)
    }

    @Test("All of a year reversed newest first leaves every balance nil")
    func newestFirst() throws {
        let scene = try Scene.awarded("2019/20=350")
        try scene.schedule("W1", "2019/20", "100")
        try scene.pay("W1", 1, "60")
        try scene.submit("W1", "2019/20-Q1", "STAFF=80")
        try scene.accept("W1", "2019/20-Q1")
        for entry in scene.desk.source.entries.reversed() where !entry.transfers.isEmpty {
            try scene.post(undo(entry.number), on: entry.date.description)
        }
        #expect(scene.desk.balances().isEmpty)
    }

    @Test("An entry dated back may not overdraw a limit on any later day")
    func laterDays() throws {
        let scene = try Scene()
        try scene.post(
            ApproveFunding(fund: code("VRF"), profile: profile(["2019/20=100"])), on: "2019-04-01")
        try scene.post(
            ApproveFunding(fund: code("VRF"), profile: profile(["2019/20=50"])), on: "2019-06-01")
        let reduce = ReduceFunding(
            fund: code("VRF"), year: year(2019), amount: pounds("100.01"), reason: words("Cut"))
        let refusal = try scene.refusal(of: reduce, on: "2019-05-01")
        #expect(refusal.reason == .fundExceeded)
        #expect(refusal.details.contains(.init("left", pounds("100"))))
        try scene.post(reduce, on: "2019-06-01")
        var rest = reduce
        rest.amount = pounds("50")
        #expect(try scene.reason(rest, on: "2019-04-15") == .fundExceeded)
    }

    @Test("What was with a recipient beyond the commitment before keeps nothing from being undone")
    func beyondBefore() throws {
        let scene = try Scene.awarded("2019/20=400")
        try scene.schedule("W1", "2019/20", "100")
        let paid = try scene.entry(PayInstalment(award: code("W1"), number: 1))
        let held = Account(
            .paymentsOnAccount, fund: code("VRF"), award: code("W1"), year: year(2019))
        scene.desk.source.apply(
            Entry(
                number: scene.desk.source.nextNumber, batch: 1, book: "test", kind: .adoptBook,
                recordedAt: "2019-04-01T09:00:00.000Z", act: .object([:]),
                occasion: Occasion(user: "TESTER", login: "tester", date: day("2019-04-01")),
                posting: Posting([
                    Transfer(debit: held, credit: Account(.bank), pounds("1000"))
                ])))
        try scene.post(ReverseEntry(entry: paid.number, reason: words("Entered in error")))
        #expect(try scene.holds("\(held)") == "1,000.00")
    }
}
