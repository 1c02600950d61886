import Testing

@Suite("Amounts and years as typed")
struct AmountTests {
    @Test(
        "Amounts are read as people write them",
        arguments: [
            ("35000", "35000.00"), ("35,000.00", "35000.00"), ("£35,000.5", "35000.50"),
            ("0.01", "0.01"),
        ])
    func amounts(_ typed: String, _ plain: String) throws {
        let desk = try Desk.withFund()
        let outcome = try desk.run(
            "fund", "approve", "VRF", "--year", "2020/21", "--amount", typed, "--format", "json",
            "--dry-run")
        #expect(outcome.status == 0)
        #expect(outcome.out.contains("\"after\": \"\(plain)\""))
    }

    @Test(
        "What is no amount is refused with what is accepted",
        arguments: [
            ("1,00", "commas part groups of three"), ("1.234", "more than two decimals"),
            ("ten", "write pounds as"), ("£", "write pounds as"),
            ("100000000000.00", "one amount is at most £99,999,999,999.99"),
        ])
    func notAmounts(_ typed: String, _ reason: String) throws {
        let desk = try Desk()
        let outcome = try desk.run(
            "fund", "approve", "VRF", "--year", "2020/21", "--amount", typed)
        #expect(outcome.status == 64)
        #expect(outcome.err.contains(reason), "\(outcome.err)")
    }

    @Test("A negative amount is an amount, not an option")
    func negative() throws {
        let desk = try Desk.withFund()
        let outcome = try desk.run(
            "fund", "reduce", "VRF", "--year", "2019/20", "--amount", "-20000", "--reason", "Less")
        #expect(outcome.status == 65)
        #expect(outcome.err.hasPrefix("error[amount-not-positive]: -£20,000.00"))
    }

    @Test(
        "Amounts by year: several after one flag, the flag repeated, a span of years",
        arguments: [
            ["--profile", "2019/20=1", "2020-21=2", "2021/2022=3"],
            ["--profile", "19/20=1", "--profile", "2020/21=2", "--profile", "2021-22=3"],
            ["--profile", "2019/20..2021/22=2"],
            ["--profile=2019/20-Q1=1", "--profile=2019/20-q4=5"],
            ["--year", "2019-20", "--amount", "6"],
        ])
    func profiles(_ words: [String]) throws {
        let desk = try Desk.withFund()
        let outcome = try desk.run(["fund", "approve", "VRF"] + words + ["--total", "6"])
        #expect(outcome.status == 0, "\(outcome.err)")
    }

    @Test(
        "What is no amount by year is refused with what is accepted",
        arguments: [
            ("2019=1", "it could be 2018/19 or 2019/20"), ("FY20=1", "it could be"),
            ("2019/21=1", "write a financial year as"), ("2019/20", "write [FUND@]YEAR"),
            ("2021/22..2019/20=1", "the earlier year is written first"),
            ("2019/20-Q5=1", "Q1 to Q4"), ("2019/20STAFF=1", "is not understood"),
            ("2019/20/ST AFF=1", "a code is"), ("2019/20=1,0", "commas part"),
        ])
    func notProfiles(_ typed: String, _ reason: String) throws {
        let outcome = try Desk().run("fund", "approve", "VRF", "--profile", typed)
        #expect(outcome.status == 64)
        #expect(outcome.err.contains(reason), "\(outcome.err)")
    }

    @Test("A declared total equals its lines to the penny")
    func total() throws {
        let desk = try Desk.withFund()
        let outcome = try desk.run(
            "fund", "approve", "VRF", "--profile", "2019/20=2548650.15", "--total", "2548650.10")
        #expect(outcome.status == 65)
        #expect(outcome.err.contains("£0.05 apart"))
    }
}
