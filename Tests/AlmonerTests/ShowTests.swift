import Testing

@Suite("Lists and pages")
struct ShowTests {
    @Test("The example is recorded whole, and verifies")
    func example() throws {
        let desk = try Desk(clock: "2026-11-21T09:00:00Z")
        try desk.done("init", "kent.almoner", "--example", "kent")
        try desk.done("verify", "--rules")
        #expect(try desk.done("award", "list", "--format", "jsonl").out.contains("\"VRF-01\""))
    }

    @Test("An entry says what was asked in pounds, and what each transfer moved")
    func entry() throws {
        let desk = try Desk.withFund()
        let json = try desk.done("entry", "show", "3", "--format", "json").out
        #expect(json.contains("\"value\": \"2019/20 100,000.00\""))
        #expect(
            json.contains("\"debit\": \"fundingApproved{fund=VRF,mark=confirmed,year=2019/20}\""))
        desk.environment["COLUMNS"] = "80"
        #expect(try desk.done("entry", "show", "3").out.contains("unallocated VRF 2019/20"))
    }

    @Test("Piped it is TSV, with COLUMNS set a table, with --output what the suffix says")
    func forms() throws {
        let desk = try Desk.withFund()
        #expect(try desk.done("fund", "list").out.hasPrefix("fund\ttitle\tsource\tallocation"))
        #expect(try desk.done("fund", "list", "--output", "funds.csv").out.isEmpty)
        #expect(
            try desk.done("fund", "list", "--format", "table").out.hasPrefix("Funds, all years"))
        desk.environment["COLUMNS"] = "80"
        #expect(try desk.done("fund", "list").out.hasPrefix("Funds, all years"))
    }

    @Test("The question of a page is the command, without where the book is and in which form")
    func question() throws {
        let desk = try Desk.withFund()
        let json = try desk.done(
            "fund", "show", "vrf", "--book", "kent.almoner", "--format=json"
        ).out
        #expect(json.contains("\"question\": [\n    \"fund\",\n    \"show\",\n    \"vrf\"\n  ],"))
    }

    @Test(
        "Every noun is shown and listed",
        arguments: [
            ["organisation", "list"], ["organisation", "show", "PROJECT-01"], ["area", "list"],
            ["theme", "list"], ["category", "list"], ["policy", "show"], ["fund", "list"],
            ["fund", "show", "VRF"], ["grant", "list"], ["round", "list"], ["bid", "list"],
            ["award", "list"], ["instalment", "list"], ["payment", "list"], ["return", "list"],
            ["return", "due"], ["entry", "list"], ["report", "trial-balance"], ["doctor"],
            ["today"],
            [], ["verify"], ["payment", "run", "--due-by", "2019-12-31"],
        ])
    func everyNoun(_ words: [String]) throws {
        let desk = try Desk.withFund()
        for format in ["table", "csv", "tsv", "json", "jsonl", "markdown"] {
            let outcome = try desk.run(words + ["--format", format])
            #expect(outcome.status == 0, "\(words) \(format): \(outcome.err)")
        }
    }

    @Test("A wrong code names the nearest")
    func nearest() throws {
        let outcome = try Desk.withFund().run("fund", "show", "VFR")
        #expect(outcome.status == 65)
        #expect(outcome.err.contains("The nearest: VRF."))
    }
}
