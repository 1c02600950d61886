import Testing

@Suite("Policies")
struct PolicyTests {
    private func set(_ desk: Desk, _ name: String, _ value: String) throws -> Desk.Outcome {
        try desk.run(
            "policy", "set", name, value, "--from", "2019-04-01", "--reason", "Standing orders")
    }

    @Test(
        "A value is kept in one spelling",
        arguments: [
            ("two-people-above", "£10,000", "10000.00"), ("two-people-above", "None", "none"),
            ("two-people-above", "nil", "0.00"), ("virement-tolerance", "10", "10%"),
            ("variance-tolerance", "7.5%", "7.5%"), ("match-base", "Total", "total"),
            ("match-rounding", "POUND", "pound"), ("next-year-waits", "No", "no"),
            ("expense", "payment", "payment"), ("records-years", "7", "7"),
            ("time-zone", "Europe/Dublin", "Europe/Dublin"),
            ("exceptions.round-amounts", "£1,000", "1000.00"),
        ])
    func spelling(_ name: String, _ typed: String, _ kept: String) throws {
        let desk = try Desk.withFund()
        let outcome = try set(desk, name, typed)
        #expect(outcome.status == 0, "\(outcome.err)")
        #expect(outcome.out.contains("set policy \(name)"))
        let json = try desk.done("policy", "show", "--format", "json").out
        #expect(json.contains("\"value\": \"\(kept)\""), "\(json)")
    }

    @Test(
        "A value a policy cannot have is refused",
        arguments: [
            ("two-people-above", "much"), ("two-people-above", "1.234"),
            ("virement-tolerance", "101"), ("match-base", "bid"), ("next-year-waits", "maybe"),
            ("records-years", "0"), ("time-zone", "Europe/Londn"), ("expense", "award"),
        ])
    func refused(_ name: String, _ value: String) throws {
        let outcome = try set(try Desk.withFund(), name, value)
        #expect(outcome.status == 65)
        #expect(outcome.err.hasPrefix("error[policy-value]: "), "\(outcome.err)")
    }

    @Test("A policy that there is not names the nearest")
    func unknown() throws {
        let outcome = try set(try Desk.withFund(), "match-bas", "grant")
        #expect(outcome.err.hasPrefix("error[unknown-code]: "))
        #expect(outcome.err.contains("match-base"))
    }

    @Test("Today is the day where the office is: in Karachi it is tomorrow at 20:00 UTC")
    func timeZone() throws {
        let desk = try Desk.withFund(clock: "2019-04-05T20:00:00Z")
        #expect(try desk.done("area", "add", "A", "--name", "A").out.contains("5 April 2019"))
        #expect(try set(desk, "time-zone", "Asia/Karachi").status == 0)
        #expect(try desk.done("area", "add", "B", "--name", "B").out.contains("6 April 2019"))
        #expect(try desk.done("today", "--format", "table").out.hasPrefix("Today, 6 April 2019"))
    }

    @Test("Match is a percentage of what the policy says, where the grant does not")
    func matchBase() throws {
        let desk = try Desk.withFund()
        try desk.done("fund", "open", "HO", "--title", "Home Office", "--source", "home-office")
        #expect(try set(desk, "match-base", "total").status == 0)
        let grant = [
            "grant", "agree", "G1", "--funder", "PROJECT-01", "--fund", "HO", "--title", "G",
            "--basis", "arrears", "--profile", "2019/20=70000", "--match-percent", "30",
        ]
        #expect(try desk.run(grant).status == 0)
        let json = try desk.done("grant", "show", "G1", "--format", "json").out
        #expect(json.contains("\"matchTarget\": \"30000.00\""))
    }
}
