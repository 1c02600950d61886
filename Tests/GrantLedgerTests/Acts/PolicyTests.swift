import GrantLedger
import Testing

@Suite("Policies")
struct PolicyTests {
    private static func policy(_ name: String, _ value: String, from: String) -> SetPolicy {
        SetPolicy(name: words(name), value: words(value), from: day(from), reason: words("Agreed"))
    }

    @Test("A policy is in force from its day on; the older one stays for the days before")
    func dates() throws {
        let scene = try Scene()
        try scene.policy("virement-tolerance", "5%", from: "2019-04-01")
        try scene.policy("virement-tolerance", "12.5%", from: "2019-10-01")
        let facts = Facts(scene.desk.source)
        for (date, hundredths) in [
            ("2019-03-31", 0), ("2019-04-01", 500), ("2019-09-30", 500), ("2019-10-01", 1_250),
        ] {
            #expect(try facts.policies(on: day(date)).virementTolerance.hundredths == hundredths)
        }
    }

    @Test("A threshold holds for entries of its days, and none makes a single-person office")
    func threshold() throws {
        let scene = try Scene.withPeople(threshold: "100")
        let large = ApproveFunding(fund: code("VRF"), profile: profile(["2019/20=101"]))
        #expect(try scene.reason(large) == .secondPersonNeeded)
        let alone = Self.policy("two-people-above", "none", from: "2019-10-01")
        let waits = try #require(try scene.act(alone, on: "2019-09-01").first)
        #expect(waits.kind == .prepareEntry)
        try scene.act(
            DecidePrepared(prepared: waits.number, approves: true), by: "CHIEF", on: "2019-09-01")
        #expect(try scene.reason(large, on: "2019-09-30") == .secondPersonNeeded)
        #expect(try scene.entry(large, on: "2019-10-01").flags.isEmpty)
        let over = try scene.entry(FundActTests.over("1", round: nil), on: "2019-10-01")
        #expect(over.flags == [.singlePerson])
    }

    @Test("A threshold of nil has every entry that moves money wait, and no other")
    func always() throws {
        let scene = try Scene.withPeople(threshold: "0")
        let penny = ApproveFunding(fund: code("VRF"), profile: profile(["2019/20=0.01"]))
        #expect(try scene.reason(penny) == .secondPersonNeeded)
        try scene.post(AddArea(code: code("KENT"), name: words("Kent")))
    }

    @Test("A policy has one of its values, and its name is known")
    func values() throws {
        let scene = try Scene()
        for (name, value) in [
            ("two-people-above", "-1"), ("two-people-above", "some"), ("expense", "never"),
            ("virement-tolerance", "+5%"), ("virement-tolerance", "101%"), ("principal", "maybe"),
            ("records-years", "0"), ("match-base", "half"), ("match-rounding", "up"),
        ] {
            let act = Self.policy(name, value, from: "2019-04-01")
            #expect(try scene.reason(act) == .policyValue, "\(name) \(value)")
        }
        let refusal = try scene.refusal(
            of: Self.policy("virment-tolerance", "5%", from: "2019-04-01"))
        #expect(refusal.reason == .unknownCode)
        #expect(refusal.message.contains("virement-tolerance"))
    }

    @Test("Only a policy that is an amount is kept as one")
    func amount() throws {
        let scene = try Scene()
        try scene.policy("records-years", "7")
        try scene.policy("two-people-above", "10000")
        try scene.policy("exceptions.round-amounts", "50.00")
        let facts = Facts(scene.desk.source)
        #expect(try facts.look(Policy.self, "records-years#2019-04-01")?.amount == nil)
        let row = try facts.look(Policy.self, "two-people-above#2019-04-01")
        #expect(row?.amount == pounds("10000"))
        let limit = try facts.look(Policy.self, "exceptions.round-amounts#2019-04-01")
        #expect(limit?.amount == pounds("50"))
    }
}
