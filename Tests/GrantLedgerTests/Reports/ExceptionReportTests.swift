import GrantLedger
import Testing

@Suite("Report of exceptions")
struct ExceptionReportTests {
    @Test(
        "A return above the award, a cap exception, over-programming and a reversal are each one row"
    )
    func kinds() throws {
        let scene = try Scene.awarded("2019/20=350")
        let first = scene.next
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
        let names = try scene.exceptions().rows.filter { $0.entry >= first }
        #expect(
            names.filter { $0.rule != "single-person" }.map { "\($0.rule) \($0.entry - first)" }
                == ["over-award 0", "cap-exception 3", "over-programming 4", "reversal 5"])
        let cap = try #require(names.first { $0.rule == "cap-exception" })
        #expect(cap.explanation == "Two sites (authorised by A chief)")
        #expect(cap.amount == pounds("20"))
        #expect(cap.things.contains(code("B1")))
        #expect(cap.numbers == ["\(first + 3)"])
        let undone = try #require(names.first { $0.rule == "reversal" })
        #expect(undone.explanation == "Reverses entry \(first + 4): Not needed")
    }

    @Test(
        "hold-overridden: a held payment let go on authority is one; one let go in the ordinary way is not"
    )
    func overridden() throws {
        let scene = try Scene.awarded("2019/20=350")
        for amount in ["100", "50"] { try scene.schedule("W1", "2019/20", amount) }
        for number in [1, 2] {
            try scene.post(
                HoldInstalment(award: code("W1"), number: number, reason: words("A question")))
        }
        try scene.post(ReleaseInstalment(award: code("W1"), number: 1))
        let number = scene.next
        try scene.post(
            ReleaseInstalment(
                award: code("W1"), number: 2, authorisedBy: words("A chief"),
                reason: words("It was urgent")))
        let found = try scene.found("hold-overridden")
        #expect(found.map(\.entry) == [number])
        #expect(found.first?.explanation == "It was urgent (authorised by A chief)")
    }

    @Test("after-close: what moves a closed year's money after its close is one; before it is not")
    func afterClose() throws {
        let scene = try Scene()
        let number = scene.next
        try scene.approve("2019/20=10")
        try scene.approve("2019/20=20")
        try scene.approve("2020/21=20")
        let closes = [financialYear("2019/20"): number]
        // entries of these tests are dated in 2019/20, so the third lies in the closed year too
        let found = try scene.exceptions(closes: closes).rows.filter { $0.rule == "after-close" }
        #expect(found.map(\.entry) == [number + 1, number + 2])
        #expect(try scene.found("after-close").isEmpty)
    }

    @Test("Every flag but a given clock finds its entry, and no other", arguments: Flag.allCases)
    func flags(_ flag: Flag) throws {
        let scene = try Scene()
        try scene.approve("2019/20=10")
        let number = scene.next
        try scene.approve("2019/20=10")
        var entries = scene.desk.source.entries
        let flagged = try entries[number - 1].with(["flags": .list([.text(flag.rawValue)])])
        entries[number - 1] = flagged
        let found = try scene.found(flag.rawValue, entries).map(\.entry)
        #expect(found == (flag == .clockGiven ? [] : [number]))
    }

    @Test("Every rule has its own name and a sentence; its threshold reads its own standard")
    func rules() {
        let names = ExceptionRule.all.map(\.name)
        #expect(Set(names).count == names.count)
        #expect(ExceptionRule.all.allSatisfy { $0.meaning.hasSuffix(".") })
        #expect(!ExceptionRule.flags.contains(.clockGiven))
        for flag in ExceptionRule.flags { #expect(names.contains(flag.rawValue)) }
        for rule in ExceptionRule.settable {
            let threshold = rule.threshold
            #expect(threshold?.spelled(threshold?.standard ?? "") == threshold?.standard)
            #expect(threshold?.spelled("OFF") == ExceptionThreshold.off)
            #expect(rule.setting.contains("until it is set"))
        }
    }

    @Test("What is dated before the first day is no row, but belongs with a later payment")
    func span() throws {
        let scene = try Scene.awarded("2019/20=350")
        let first = scene.next
        for date in ["2019-06-30", "2019-07-05"] {
            try scene.schedule("W1", "2019/20", "100")
            try scene.post(
                PayInstalment(award: code("W1"), number: date == "2019-06-30" ? 1 : 2), on: date)
        }
        let all = try scene.found("duplicate-payment")
        #expect(all.map(\.entries) == [[first + 1, first + 3]])
        #expect(try scene.found("duplicate-payment", from: day("2019-07-01")) == all)
        #expect(try scene.found("duplicate-payment", from: day("2019-07-06")).isEmpty)
    }
}
