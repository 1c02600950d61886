import GrantLedger
import Testing

@Suite("Set aside beside a commitment")
struct SetAsideTests {
    @Test("Spend set aside to be found ineligible is no commitment: no more lapses for it")
    func lapse() throws {
        let scene = try Scene.awarded("2019/20=1000")
        try scene.schedule("W1", "2019/20", "400")
        try scene.pay("W1", 1)
        try scene.submit("W1", "2019/20-Q1", "STAFF=350")
        try scene.accept("W1", "2019/20-Q1")
        for (name, may) in [("TESTER", false), ("TREASURER", true), ("CHIEF", true)] {
            try scene.post(
                EnrolPerson(
                    code: code(name), name: words("Body \(name)"), login: words(name.lowercased()),
                    mayApprove: may))
        }
        try scene.policy("two-people-above", "100")
        let found = DisallowSpend(
            award: code("W1"), period: period("2019/20-Q1"), category: code("STAFF"),
            amount: pounds("200"), reason: words("A gift"))
        let day = "2019-07-21"
        #expect(try scene.act(found, on: day).map(\.kind) == [.prepareEntry])
        #expect(
            try scene.reason(scene.lapse("600.01"), by: "TESTER", on: day) == .moreThanUnscheduled)
        #expect(try scene.act(scene.lapse("600"), on: day).map(\.kind) == [.prepareEntry])
    }

    @Test("An accrual and its taking back are undone by one person, whatever their size")
    func accruals() throws {
        let scene = try Scene.withPeople(threshold: "100000")
        try scene.act(ApproveFunding(fund: code("VRF"), profile: profile(["2019/20=1000"])))
        try scene.award("W1", ["2019/20=1000"])
        try scene.sign("W1")
        let covers = period("2019/20-Q4")
        try scene.post(
            EstimateReturn(
                award: code("W1"), period: covers, spend: amounts(["STAFF=1000"]),
                basis: words("A letter")))
        try scene.post(AccrueReturn(award: code("W1"), period: covers), on: "2020-03-31")
        try scene.post(CloseTests.close, on: "2020-03-31")
        let back = try scene.entry(
            ReverseAccrual(award: code("W1"), period: covers), on: "2020-04-01")
        let lower = SetPolicy(
            name: words("two-people-above"), value: words("100"), from: day("2020-04-01"),
            reason: words("Agreed"))
        let waits = try #require(try scene.act(lower, on: "2020-04-01").first)
        try scene.act(
            DecidePrepared(prepared: waits.number, approves: true), by: "CHIEF", on: "2020-04-01")
        let undo = ReverseEntry(entry: back.number, reason: words("Entered in error"))
        #expect(try scene.act(undo, on: "2020-04-01").map(\.kind) == [.reverseEntry])
    }

    /// £1,000 awarded, £400 paid and £150 of that asked back, before a second person is needed.
    private static func askedBack() throws -> Scene {
        let scene = try Scene.awarded("2019/20=1000")
        try scene.schedule("W1", "2019/20", "400")
        try scene.pay("W1", 1)
        try scene.post(scene.raise("150"))
        for (name, may) in [("TESTER", false), ("TREASURER", true), ("CHIEF", true)] {
            try scene.post(
                EnrolPerson(
                    code: code(name), name: words("Body \(name)"), login: words(name.lowercased()),
                    mayApprove: may))
        }
        try scene.policy("two-people-above", "10")
        return scene
    }

    @Test("What was asked back lapses with what is unpaid, also while its receipt waits")
    func receiptWaits() throws {
        let scene = try Self.askedBack()
        #expect(try scene.act(scene.receive("150")).map(\.kind) == [.prepareEntry])
        #expect(try scene.reason(scene.lapse("750.01"), by: "TESTER") == .moreThanUnscheduled)
        #expect(try scene.act(scene.lapse("750")).map(\.kind) == [.prepareEntry])
    }

    @Test("A commitment that a waiting variation sets aside is one still: £150 asked back lapses")
    func variationWaits() throws {
        let scene = try Self.askedBack()
        #expect(try scene.act(scene.vary("-200")).map(\.kind) == [.prepareEntry])
        #expect(try scene.reason(scene.lapse("550.01"), by: "TESTER") == .moreThanUnscheduled)
        #expect(try scene.act(scene.lapse("550")).map(\.kind) == [.prepareEntry])
    }
}
