import GrantLedger
import Testing

@Suite("Late adjustments")
struct LateAdjustmentTests {
    static func late(_ act: some Act, in start: Int = 2019, by: String = "TREASURER") throws
        -> AdjustLate
    {
        try AdjustLate(
            act, in: year(start), authorisedBy: words(by), reason: words("Found at audit"))
    }

    private static func found(_ amount: String) -> DisallowSpend {
        DisallowSpend(
            award: code("W1"), period: period("2019/20-Q1"), category: code("STAFF"),
            amount: pounds(amount), reason: words("A gift"))
    }

    private func closed() throws -> Scene {
        let scene = try CloseTests.spent()
        try scene.post(CloseTests.close, on: "2020-03-31")
        return scene
    }

    private static let cost =
        "awardExpenditure{accountingYear=2019/20,award=W1,fund=VRF,year=2019/20}"

    @Test(
        "It is numbered and flagged, and passes its income and expenditure on to the general fund")
    func passedOn() throws {
        let scene = try closed()
        let entry = try scene.entry(try Self.late(Self.found("40")), on: "2020-03-31")
        #expect(
            entry.transfers.filter { $0.debit.head.traits.set == .actual }.map(\.line) == [
                "Dr awardCreditors{award=W1,fund=VRF,year=2019/20} / Cr \(Self.cost) 40.00",
                "Dr \(Self.cost) / Cr generalFund 40.00",
            ])
        #expect(entry.flags == [.singlePerson, .lateAdjustment])
        #expect(try scene.holds(Self.cost) == "0.00")
        #expect(try scene.holds("generalFund") == "-310.00")
        try scene.post(try Self.late(Self.found("1")), on: "2020-03-31")
        let row = try Facts(scene.desk.source).look(YearEnd.self, "2019/20")
        #expect(row?.adjustments == 2)
        #expect(row?.status == .closed)
    }

    @Test("An entry of a closed year is reversed by an adjustment, in any order of adjustments")
    func reversed() throws {
        let scene = try closed()
        let first = try scene.entry(try Self.late(Self.found("40")), on: "2020-03-31")
        let paper = ApproveFunding(fund: code("POCA"), profile: profile(["2020/21=5"]))
        let second = try scene.entry(try Self.late(paper), on: "2020-03-31")
        let undo = ReverseEntry(entry: first.number, reason: words("Entered in error"))
        #expect(try scene.reason(undo, on: "2020-03-31") == .yearClosed)
        let entry = try scene.entry(try Self.late(undo), on: "2020-03-31")
        #expect(entry.transfers == first.transfers.reversed().map(\.reversed))
        #expect(entry.reverses == first.number)
        #expect(try scene.holds("generalFund") == "-350.00")
        let row = try Facts(scene.desk.source).look(YearEnd.self, "2019/20")
        #expect(row?.adjustments == 3)
        #expect(scene.desk.source.standing(on: second.number) == nil)
    }

    @Test("The acceptance of a closed year is taken back by an adjustment, and its cost with it")
    func acceptanceReversed() throws {
        let scene = try closed()
        let accepted = try #require(
            scene.desk.source.entries.first { $0.kind == .acceptReturn })
        let undo = ReverseEntry(entry: accepted.number, reason: words("The wrong return"))
        try scene.post(try Self.late(undo), on: accepted.date.description)
        #expect(try scene.holds(Self.cost) == "0.00")
        #expect(try scene.holds("generalFund") == "0.00")
        #expect(
            try scene.holds("committed{award=W1,category=GENERAL,fund=VRF,year=2019/20}")
                == "350.00")
    }

    @Test("It lies in a closed year")
    func guarded() throws {
        let scene = try CloseTests.spent()
        let act = try Self.late(Self.found("40"))
        #expect(try scene.reason(act, on: "2020-03-31") == .yearNotClosed)
        try scene.post(CloseTests.close, on: "2020-03-31")
        #expect(try scene.reason(act, on: "2019-03-31") == .yearNotClosed)
        #expect(try scene.reason(act, on: "2020-04-01") == .yearNotClosed)
    }

    @Test(
        "What begins, closes or controls a book is no late adjustment; every other act may be",
        arguments: Kind.allCases)
    func adjustable(_ kind: Kind) throws {
        let never: Set<Kind> = [
            .openBook, .adoptBook, .recoverBook, .closeYear, .reopenYear, .adjustLate,
            .accrueReturn, .reverseAccrual, .prepareEntry, .decidePrepared, .enrolPerson,
            .setPolicy,
        ]
        let scene = try closed()
        var act = try Self.late(Self.found("40"))
        act.asked = kind
        let reason = try? scene.reason(act, by: "FIN", on: "2020-03-31")
        #expect((reason == .notAdjustable) == never.contains(kind))
    }

    @Test("It touches the cost of no other closed year")
    func otherYear() throws {
        let scene = try closed()
        try scene.post(CloseYear(year: year(2020)), on: "2021-03-31")
        let approve = ApproveFunding(fund: code("VRF"), profile: profile(["2020/21=5"]))
        #expect(try scene.reason(try Self.late(approve), on: "2020-03-31") == .yearClosed)
        try scene.post(try Self.late(approve, in: 2020), on: "2021-03-31")
    }
}
