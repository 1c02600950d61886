import GrantLedger
import Testing

@Suite("Report of exceptions")
struct ExceptionReportTests {
    private static func rows(
        _ scene: Scene, _ context: ExceptionContext = ExceptionContext()
    ) -> [String] {
        ExceptionReport(scene.desk.source.entries, context: context).rows
            .map { "\($0.rule) \($0.entry)" }
    }

    @Test(
        "A return above the award, a cap exception, over-programming and a reversal are each one row"
    )
    func kinds() throws {
        let scene = try Scene.awarded("2019/20=350")
        let first = scene.desk.source.nextNumber
        try scene.submit("W1", "2019/20-Q1", "STAFF=350.01")
        try scene.openRound("2020/21=300", perYear: "100")
        try scene.bid("B1", "2020/21=90")
        try scene.post(
            ExceptCap(
                project: code("B1"), year: financialYear("2020/21"), amount: pounds("20"),
                authorisedBy: words("A chief"), reason: words("Two sites")))
        try scene.post(
            OverProgramme(
                fund: code("VRF"), year: financialYear("2019/20"), amount: pounds("5"),
                authorisedBy: words("A chief"), reason: words("Slow spend"),
                underwrittenBy: words("Reserve")))
        try scene.post(
            ReverseEntry(entry: first + 4, reason: words("Not needed")))
        let names = ExceptionReport(scene.desk.source.entries).rows.filter { $0.entry >= first }
        #expect(
            names.filter { $0.rule != "single-person" }.map { "\($0.rule) \($0.entry - first)" }
                == ["over-award 0", "cap-exception 3", "over-programming 4", "reversal 5"])
        let cap = try #require(names.first { $0.rule == "cap-exception" })
        #expect(cap.explanation == "Two sites (authorised by A chief)")
        #expect(cap.amount == pounds("20"))
        #expect(cap.things.contains(code("B1")))
        let undone = try #require(names.first { $0.rule == "reversal" })
        #expect(undone.explanation == "Reverses entry \(first + 4): Not needed")
    }

    @Test(
        "A held payment let go on somebody's authority is seen; one let go in the ordinary way is not"
    )
    func overridden() throws {
        let scene = try Scene.awarded("2019/20=350")
        for amount in ["100", "50"] { try scene.schedule("W1", "2019/20", amount) }
        for number in [1, 2] {
            try scene.post(
                HoldInstalment(award: code("W1"), number: number, reason: words("A question")))
        }
        try scene.post(ReleaseInstalment(award: code("W1"), number: 1))
        let number = scene.desk.source.nextNumber
        try scene.post(
            ReleaseInstalment(
                award: code("W1"), number: 2, authorisedBy: words("A chief"),
                reason: words("It was urgent")))
        let found = ExceptionReport(scene.desk.source.entries).rows
            .filter { $0.rule == "hold-overridden" }
        #expect(found.map(\.entry) == [number])
        #expect(found.first?.explanation == "It was urgent (authorised by A chief)")
    }

    @Test("An entry recorded 31 days after its date is not back-dated; one of 32 days is")
    func backDated() throws {
        let scene = try Scene()
        let number = scene.desk.source.nextNumber
        try scene.post(
            ApproveFunding(fund: code("VRF"), profile: profile(["2018/19=10"])),
            on: "2019-03-01")
        try scene.post(
            ApproveFunding(fund: code("VRF"), profile: profile(["2018/19=10"])),
            on: "2019-02-28")
        let found = Self.rows(scene).filter { $0.hasPrefix("back-dated") }
        #expect(found == ["back-dated \(number + 1)"])
    }

    @Test(
        "What moves a closed year's money after the entry that closed it is seen; what came before is not"
    )
    func afterClose() throws {
        let scene = try Scene()
        let number = scene.desk.source.nextNumber
        try scene.approve("2019/20=10")
        try scene.approve("2019/20=20")
        try scene.approve("2020/21=20")
        let closes = ExceptionContext(closes: [financialYear("2019/20"): number])
        // entries of these tests are dated in 2019/20, so the third lies in the closed year too
        #expect(
            Self.rows(scene, closes).filter { $0.hasPrefix("after-close") }
                == ["after-close \(number + 1)", "after-close \(number + 2)"])
        #expect(Self.rows(scene).allSatisfy { !$0.hasPrefix("after-close") })
    }

    @Test("Every rule has its own name, a sentence, and every flag but a given clock a rule")
    func rules() {
        let names = ExceptionRule.all.map(\.name)
        #expect(Set(names).count == names.count)
        #expect(ExceptionRule.all.allSatisfy { $0.meaning.hasSuffix(".") })
        for flag in ExceptionRule.flags { #expect(names.contains(flag.rawValue)) }
        #expect(!ExceptionRule.flags.contains(.clockGiven))
    }
}
