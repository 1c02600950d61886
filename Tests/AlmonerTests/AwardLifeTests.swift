import Testing

@Suite("An award's changes by commands")
struct AwardLifeTests {
    /// A signed award of £24,000 for staff and £6,000 for running costs, £10,000 of it paid.
    private func desk() throws -> Desk {
        let desk = try Desk.withFund()
        for category in ["STAFF", "RUNNING"] {
            try desk.done("category", "add", category, "--name", category)
        }
        try desk.done(
            "award", "make", "A1", "--fund", "VRF", "--recipient", "PROJECT-01", "--title", "A",
            "--profile", "2019/20=30000")
        try desk.done(
            "award", "sign", "A1", "--profile", "2019/20/STAFF=24000", "2019/20/RUNNING=6000",
            "--virement-tolerance", "10")
        try desk.done(
            "instalment", "schedule", "A1", "--year", "2019/20", "--amount", "10000", "--due",
            "2019-04-05", "--after-return", "none")
        try desk.done("payment", "make", "A1")
        return desk
    }

    @Test("Virement stays within its tolerance, and the page of the award has the headroom")
    func vire() throws {
        let desk = try desk()
        let words = [
            "award", "vire", "A1", "--year", "2019/20", "--from", "RUNNING", "--to", "STAFF",
            "--reason", "More hours", "--amount",
        ]
        let out = try desk.run(words + ["2000"]).out
        #expect(out.contains("vire award A1 2019/20 from RUNNING to STAFF"), "\(out)")
        let page = try desk.done("award", "show", "A1", "--format", "json").out
        #expect(page.contains("\"virementHeadroom\": \"1000.00\""))
        #expect(try desk.run(words + ["1000.01"]).err.hasPrefix("error[virement-exceeded]: "))
    }

    @Test("A plan made anew, a forecast and what is withheld stand on the page of the award")
    func facts() throws {
        let desk = try desk()
        try desk.done(
            "award", "reprofile", "A1", "--profile", "2019/20-Q3/STAFF=24000",
            "2019/20-Q4/RUNNING=6000", "--reason", "Late start")
        try desk.done("award", "forecast", "A1", "--year", "2019/20", "--amount", "27500")
        try desk.done("award", "withhold", "A1", "--field", "recipient", "--reason", "A refuge")
        desk.environment["COLUMNS"] = "80"
        let page = try desk.done("award", "show", "A1").out
        #expect(page.contains("Profile, as planned anew on 5 April 2019"), "\(page)")
        #expect(page.contains("Q3"))
        #expect(page.contains("27,500.00"))
        #expect(page.contains("A refuge"))
    }

    @Test("What a recipient holds is asked back, received in part and written off in part")
    func clawback() throws {
        let desk = try desk()
        let line = ["A1", "--year", "2019/20"]
        #expect(
            try desk.run(
                ["clawback", "raise"] + line + ["--amount", "900", "--reason", "Unspent"]
            )
            .status == 0)
        #expect(try desk.run(["clawback", "receive"] + line + ["--amount", "500"]).status == 0)
        #expect(
            try desk.run(
                ["clawback", "write-off"] + line + ["--amount", "100", "--reason", "Wound up"]
            )
            .status == 0)
        let list = try desk.done("clawback", "list", "--format", "csv").out
        #expect(list.contains("A1,PROJECT-01,VRF,2019/20,900.00,500.00,100.00,300.00"), "\(list)")
        let over = try desk.run(
            ["clawback", "receive"] + line + ["--amount", "300.01", "--reason", "x"])
        #expect(over.err.hasPrefix("error[more-than-clawed-back]: "))
    }

    @Test("An award is carried, moved to another fund, and finished")
    func ends() throws {
        let desk = try desk()
        try desk.done(
            "award", "carry", "A1", "--from", "2019/20", "--to", "2020/21", "--amount", "1000",
            "--consent", "Decision 3")
        try desk.done("fund", "open", "OWN", "--title", "Own", "--source", "own-budget")
        try desk.done("fund", "approve", "OWN", "--profile", "2019/20=5000")
        try desk.done(
            "award", "move", "A1", "--year", "2019/20", "--from", "VRF", "--to", "OWN",
            "--category", "STAFF", "--amount", "2000", "--reason", "Other source")
        let out = try desk.done("award", "finish", "A1", "--reason", "Closed").out
        #expect(out.contains("finish award A1"))
        #expect(
            try desk.done("award", "show", "A1", "--format", "json").out.contains(
                "\"status\": \"ended\""))
    }
}
