import Testing

@Suite("Opening balances")
struct OpeningTests {
    private func begin(_ text: String, _ more: String...) throws -> Desk.Outcome {
        let desk = try Desk(clock: "2021-06-01T09:00:00Z")
        try desk.write(text, to: "opening.csv")
        return try desk.run(
            [
                "init", "b.almoner", "--office", "An office", "--from", "2019-04-01", "--opening",
                "opening.csv",
            ] + more)
    }

    @Test("A book begins with the office's balances, dated its first day, in one commit")
    func begins() throws {
        let desk = try Desk(clock: "2021-06-01T09:00:00Z")
        try desk.write(
            """
            \u{FEFF}Head,Fund,Amount,Title,Source\r
            bank,,"1,250,000.00",,\r
            earmarked-reserve,POCA,85000,"Proceeds, of crime",proceeds-of-crime\r

            """, to: "opening.csv")
        let out = try desk.done(
            "init", "b.almoner", "--office", "An office", "--from", "2019-04-01", "--opening",
            "opening.csv"
        ).out
        #expect(out.hasPrefix("An office, b.almoner, 3 entries\n"), "\(out)")
        #expect(out.contains("entry 2  open fund POCA  1 April 2019"))
        #expect(out.contains("entry 3  open balances  1 April 2019"))
        #expect(out.contains("flagged: historic"))
        let balance = try desk.done("report", "trial-balance", "--format", "csv").out
        #expect(balance.contains("bank,bank,1250000.00"), "\(balance)")
        #expect(balance.contains("earmarkedReserve,earmarked reserve,0.00,85000.00"))
        #expect(balance.contains("generalFund,general fund,0.00,1165000.00"))
        #expect(try desk.done("fund", "show", "POCA", "--format", "json").out.contains("85000.00"))
        try desk.done("verify", "--rules")
    }

    @Test(
        "What is wrong is named with its row and column",
        arguments: [
            ("head,fund\nbank,", "row 1, amount: there is no such column"),
            ("head,fund,amount,colour\n", "row 1, colour: it is not a column"),
            ("head,fund,amount\n", "row 1, head: there is no row of balances"),
            ("", "row 1, head: the file is empty"),
            ("head,fund,amount\nbank,,1.234", "row 2, amount: \"1.234\": more than two decimals"),
            ("head,fund,amount\nbank,,-5", "row 2, amount: it is not above nil"),
            ("head,fund,amount\n\nbank,,", "row 3, amount: it is empty"),
            ("head,fund,amount\nbank,VRF,5", "row 2, fund: bank is kept for no fund"),
            ("head,fund,amount\nearmarkedReserve,,5", "row 2, fund: a reserve is kept for a fund"),
            ("head,fund,amount\nearmarkedReserve,A,5", "row 2, title: fund A needs one"),
            ("head,fund,amount\ncommitted,,5", "is neither bank nor earmarkedReserve"),
            ("head,fund,amount\nbank,,5\nbank,,6", "row 3, head: bank is given twice"),
            ("head,fund,amount\nbank,5", "row 2, amount: it has 2 fields, not 3"),
            ("head,fund,amount\nbank,,\"5", "row 2, head: a quotation mark is left open"),
            (
                "head,fund,amount,title,source\nearmarkedReserve,A,5,Title,gift",
                "row 2, source: \"gift\": there are home-office"
            ),
        ])
    func faults(_ text: String, _ fault: String) throws {
        let outcome = try begin(text)
        #expect(outcome.status == 65)
        #expect(outcome.err.hasPrefix("error[opening-refused]: opening.csv has "))
        #expect(outcome.err.contains(fault), "\(outcome.err)")
    }

    @Test("Every fault is counted, and a refused file begins no book")
    func refused() throws {
        let desk = try Desk(clock: "2021-06-01T09:00:00Z")
        try desk.write("head,fund,amount\nbank,,x\nreserve,,5", to: "opening.csv")
        let words = ["init", "b.almoner", "--office", "An office", "--opening", "opening.csv"]
        #expect(try desk.run(words).err.contains("has 2 faults"))
        #expect(try desk.run("fund", "list", "--book", "b.almoner").status == 66)
        #expect(try desk.run(words.dropLast() + ["none.csv"]).status == 66)
        #expect(try desk.run(words + ["--example", "kent"]).status == 64)
    }

    @Test("A dry run shows the entries and begins nothing")
    func dryRun() throws {
        let outcome = try begin("head,fund,amount\nbank,,5", "--dry-run")
        #expect(outcome.status == 0, "\(outcome.err)")
        #expect(outcome.out.contains("entry 2  open balances"))
    }
}
