import GrantLedger
import Testing

@Suite("Two people")
struct TwoPeopleTests {
    private static func approve(_ amount: String) -> ApproveFunding {
        ApproveFunding(fund: code("VRF"), profile: profile(["2019/20=\(amount)"]))
    }

    private static func award(_ amount: String, _ name: String = "W1") -> MakeAward {
        MakeAward(
            code: code(name), fund: code("VRF"), recipient: code("CHARITY"),
            title: words("An award"), profile: profile(["2019/20=\(amount)"]))
    }

    private static func decide(_ number: Int, _ approves: Bool = true) -> DecidePrepared {
        DecidePrepared(
            prepared: number, approves: approves, reason: approves ? nil : words("Not agreed"))
    }

    /// An office with £1,000, and an award of £600 that waits.
    private func waiting() throws -> (scene: Scene, number: Int) {
        let scene = try Scene.withPeople()
        let funding = try #require(try scene.act(Self.approve("1000")).first)
        try scene.act(Self.decide(funding.number), by: "TREASURER")
        let prepared = try #require(try scene.act(Self.award("600")).first)
        return (scene, prepared.number)
    }

    @Test("£100 is recorded by one person, a penny more waits for the second")
    func threshold() throws {
        let scene = try Scene.withPeople()
        #expect(try scene.act(Self.approve("100")).map(\.kind) == [.approveFunding])
        #expect(try scene.reason(Self.approve("100.01")) == .secondPersonNeeded)
        #expect(try scene.act(Self.approve("100.01")).map(\.kind) == [.prepareEntry])
    }

    @Test("What waits is set aside: nobody else can use it, and the Identity holds")
    func setAside() throws {
        let (scene, number) = try waiting()
        let entry = try #require(scene.desk.source.entry(number))
        #expect(
            entry.transfers.map(\.line) == [
                "Dr unallocated{fund=VRF,year=2019/20}"
                    + " / Cr budgetPrepared{fund=VRF,prepared=\(number),year=2019/20} 600.00"
            ])
        let other = try scene.refusal(of: Self.award("400.01", "W2"))
        #expect(other.reason == .fundExceeded)
        #expect(other.details.contains(.init("left", pounds("400"))))
        try scene.act(Self.award("100", "W3"))
        let broken = Ties.broken(in: scene.desk.balances(), bids: [:], undone: [], closed: [])
        #expect(broken.isEmpty)
    }

    @Test("Declined, what was set aside is given back and nothing else is posted")
    func declined() throws {
        let (scene, number) = try waiting()
        let entries = try scene.act(Self.decide(number, false), by: "CHIEF")
        #expect(entries.map(\.kind) == [.decidePrepared])
        #expect(try scene.holds("unallocated{fund=VRF,year=2019/20}") == "1,000.00")
        #expect(try scene.reason(Self.decide(number), by: "CHIEF") == .preparedSettled)
        #expect(try scene.reason(Self.decide(99), by: "CHIEF") == .unknownEntry)
    }

    @Test("Approved, it posts what was shown, in the name of both")
    func approved() throws {
        let (scene, number) = try waiting()
        let shown = try Facts(scene.desk.source).waiting(number).shown
        let entries = try scene.act(Self.decide(number), by: "TREASURER")
        #expect(entries.map(\.kind) == [.decidePrepared, .makeAward])
        #expect(entries.last?.transfers == shown)
        #expect(entries.last?.user == "TESTER")
        #expect(entries.last?.approver == "TREASURER")
        #expect(entries.last?.approverLogin == "treasurer")
        #expect(entries.last?.prepared == number)
        #expect(try scene.holds("reserved{award=W1,fund=VRF,year=2019/20}") == "600.00")
        #expect(try scene.reason(Self.decide(number), by: "CHIEF") == .preparedSettled)
    }

    @Test(
        "All of a fund can be approved on a later day: what decides takes the day of the preparation"
    )
    func sameDay() throws {
        let (scene, number) = try waiting()
        try scene.act(Self.decide(number, false), by: "CHIEF")
        let whole = try #require(try scene.act(Self.award("1000"), on: "2019-04-03").first)
        let decide = Self.decide(whole.number)
        #expect(try scene.reason(decide, by: "CHIEF", on: "2019-05-01") == .unusualDate)
        try scene.act(decide, by: "CHIEF", on: "2019-04-03")
        #expect(try scene.holds("reserved{award=W1,fund=VRF,year=2019/20}") == "1,000.00")
    }

    @Test("Approver and preparer are never one person nor one login, whatever code they give")
    func another() throws {
        let (scene, number) = try waiting()
        for (user, login) in [
            ("TESTER", "tester"), ("TESTER", "chief"), ("CHIEF", "tester"),
        ] {
            let act = Self.decide(number)
            #expect(try scene.reason(act, by: user, login: login) == .anotherPersonNeeded)
            let decline = Self.decide(number, false)
            #expect(try scene.reason(decline, by: user, login: login) == .anotherPersonNeeded)
        }
        #expect(try scene.reason(Self.decide(number), by: "STRANGER") == .notEnrolled)
        try scene.act(
            EnrolPerson(code: code("CLERK"), name: words("Clerk"), login: words("clerk")))
        #expect(try scene.reason(Self.decide(number), by: "CLERK") == .anotherPersonNeeded)
        // The chief prepares from another's machine; from the chief's own login it stays the chief.
        let second = try #require(
            try scene.act(Self.award("300", "W2"), by: "CHIEF", login: "hall").first)
        #expect(second.flags == [.otherLogin])
        let act = Self.decide(second.number)
        #expect(try scene.reason(act, by: "TREASURER", login: "chief") == .anotherPersonNeeded)
        try scene.act(act, by: "TREASURER")
    }

    @Test("What would post otherwise than was shown is refused")
    func otherwise() throws {
        let scene = try Scene.withPeople(threshold: "1000")
        try scene.act(Self.approve("900"))
        try scene.award("W1", ["2019/20=900"])
        try scene.sign("W1")
        try scene.schedule("W1", "2019/20", "300")
        try scene.submit("W1", "2019/20-Q1", "STAFF=200")
        let lower = SetPolicy(
            name: words("two-people-above"), value: words("100"), from: day("2019-07-01"),
            reason: words("Agreed"))
        let settled = try #require(try scene.act(lower, on: "2019-07-01").first)
        #expect(settled.kind == .prepareEntry)
        try scene.act(Self.decide(settled.number), by: "CHIEF", on: "2019-07-01")
        let pay = PayInstalment(award: code("W1"), number: 1)
        let waits = try #require(try scene.act(pay, on: "2019-07-02").first)
        #expect(waits.kind == .prepareEntry)
        let accept = AcceptReturn(award: code("W1"), period: period("2019/20-Q1"))
        let accepted = try #require(try scene.act(accept, on: "2019-07-02").first)
        try scene.act(Self.decide(accepted.number), by: "CHIEF", on: "2019-07-02")
        let act = Self.decide(waits.number)
        #expect(try scene.reason(act, by: "CHIEF", on: "2019-07-02") == .postsOtherwise)
    }

    @Test("Who prepared it takes it back by reversing it, alone")
    func takenBack() throws {
        let (scene, number) = try waiting()
        let undo = ReverseEntry(entry: number, reason: words("Entered in error"))
        #expect(try scene.act(undo).map(\.kind) == [.reverseEntry])
        #expect(try scene.holds("unallocated{fund=VRF,year=2019/20}") == "1,000.00")
        #expect(try scene.reason(Self.decide(number), by: "CHIEF") == .unknownEntry)
    }

    @Test("Nothing is authorised by one person by dating it before the policy")
    func datedBack() throws {
        let scene = try Scene.withPeople(threshold: "none")
        try scene.approve("2019/20=10")
        try scene.policy("two-people-above", "100", from: "2020-01-01")
        var act = FundActTests.over("5", round: nil, fund: "VRF")
        act.authorisedBy = words("TESTER")
        #expect(try scene.reason(act, by: "TESTER", on: "2019-12-31") == .anotherPersonNeeded)
        act.authorisedBy = words("CHIEF")
        #expect(try scene.reason(act, by: "TESTER", on: "2019-12-31") == nil)
    }

    @Test("Who authorises is enrolled to, and another than who acts")
    func authority() throws {
        let (scene, _) = try waiting()
        func over(_ who: String) -> OverProgramme {
            var act = FundActTests.over("10", round: nil)
            act.authorisedBy = words(who)
            return act
        }
        for who in ["TESTER", "The commissioner", "NOBODY"] {
            #expect(try scene.reason(over(who)) == .anotherPersonNeeded)
        }
        #expect(
            try scene.reason(over("CHIEF"), by: "TESTER", login: "chief") == .anotherPersonNeeded)
        #expect(try scene.entry(over("CHIEF")).flags.isEmpty, "two people are no exception")
    }

    @Test("Nobody who is not enrolled acts, nor enrols another")
    func enrolled() throws {
        let scene = try Scene.withPeople()
        let act = EnrolPerson(
            code: code("FRIEND"), name: words("A friend"), login: words("friend"), mayApprove: true)
        #expect(try scene.reason(act, by: "STRANGER") == .notEnrolled)
        #expect(try scene.reason(Self.approve("1"), by: "STRANGER") == .notEnrolled)
        var twin = act
        twin.login = words("chief")
        #expect(try scene.reason(twin) == .codeTaken)
    }

    @Test("An entry dated in the year that waits keeps the year from closing")
    func keepsOpen() throws {
        let (scene, number) = try waiting()
        let status = try YearStatus(year(2019), Facts(scene.desk.source))
        #expect(status.items.first?.what == .prepared)
        #expect(status.items.first?.command == "almoner prepared approve \(number)")
        #expect(try scene.reason(CloseTests.close, on: "2020-03-31") == .yearNotReady)
    }

    @Test("Money of a closed year that it still takes can wait for its second person")
    func closedYear() throws {
        let scene = try Scene.withPeople(threshold: "100000")
        try scene.act(Self.approve("350"))
        try scene.award("W1", ["2019/20=350"])
        try scene.sign("W1")
        try scene.schedule("W1", "2019/20", "350")
        try scene.submit("W1", "2019/20-Q1", "STAFF=350")
        try scene.accept("W1", "2019/20-Q1")
        try scene.post(CloseTests.close, on: "2020-03-31")
        let lower = SetPolicy(
            name: words("two-people-above"), value: words("100"), from: day("2020-03-01"),
            reason: words("Agreed"))
        let settled = try #require(try scene.act(lower, on: "2020-04-01").first)
        try scene.act(Self.decide(settled.number), by: "CHIEF", on: "2020-04-01")
        let pay = PayInstalment(award: code("W1"), number: 1)
        let waits = try #require(try scene.act(pay, on: "2020-04-20").first)
        #expect(waits.kind == .prepareEntry)
        let entries = try scene.act(Self.decide(waits.number), by: "CHIEF", on: "2020-04-20")
        #expect(entries.last?.kind == .payInstalment)
        // A late adjustment is recorded on the name of another who authorised it.
        let found = DisallowSpend(
            award: code("W1"), period: period("2019/20-Q1"), category: code("STAFF"),
            amount: pounds("150"), reason: words("A gift"))
        let late = try LateAdjustmentTests.late(found, by: "CHIEF")
        let own = try LateAdjustmentTests.late(found, by: "TESTER")
        #expect(try scene.reason(own, on: "2020-03-31") == .anotherPersonNeeded)
        #expect(try scene.act(late, on: "2020-03-31").map(\.kind) == [.adjustLate])
    }
}
