import Testing

@Suite("Misuse of the commands of a grant's life")
struct MisuseTests {
    @Test(
        "What is misused ends with 64 and says how it is written",
        arguments: [
            (["claim", "make", "C1", "--grant", "G"], "--year"),
            (["claim", "make", "C1", "--grant", "G", "--year", "2019/20", "--to", "Q5"], "Q1, Q2"),
            (
                ["claim", "make", "C1", "--grant", "G", "--year", "2019/20", "--leave", "x"],
                "dry-run"
            ),
            (["claim", "disallow", "C1", "--line", "one"], "line"),
            (["cost", "record", "VRF", "--year", "2019"], "2018/19 or 2019/20"),
            (["cost", "show", "x"], "number"),
            (["bid", "outcome", "B"], "--won"),
            (["bid", "outcome", "B", "--won", "G", "--lost", "--reason", "x"], "--won"),
            (["bid", "outcome", "B", "--lost"], "--reason"),
            (["match", "pledge", "A", "--from", "O", "--kind", "gift"], "in-kind"),
            (["prepared", "approve"], "entries"), (["prepared", "decline", "3"], "--reason"),
            (["award", "reprofile", "A", "--reason", "x"], "--profile"),
            (["award", "withhold", "A", "--reason", "x"], "--field"),
            (
                ["award", "carry", "A", "--from", "2019/20", "--to", "2020/21", "--amount", "1"],
                "consent"
            ),
            (["clawback", "raise", "A", "--year", "2019/20", "--amount", "1"], "--reason"),
            (["fund", "reserve", "VRF", "--amount", "1.001", "--reason", "x"], "decimals"),
            (["policy", "set", "expense"], "value"),
            (["person", "add", "A", "--name", "A"], "login"),
        ])
    func misused(_ words: [String], _ said: String) throws {
        let outcome = try Desk.withFund().run(words)
        #expect(outcome.status == 64, "\(outcome.out)\(outcome.err)")
        #expect(outcome.err.contains(said), "\(outcome.err)")
    }

    @Test(
        "A grant's least shares have a date in common or one each, and its parts are whole",
        arguments: [
            ["--by-date", "2020-03-31"], ["--match-base", "total"],
            ["--minimum", "A=10", "B=20", "C=5", "--by-date", "2019-12-31", "2020-03-31"],
            ["--minimum", "A=101"], ["--minimum", "A"], ["--agent", "SURREY"],
        ])
    func grants(_ more: [String]) throws {
        let agree = [
            "grant", "agree", "G", "--funder", "PROJECT-01", "--fund", "VRF", "--title", "G",
            "--basis", "arrears", "--profile", "2019/20=1",
        ]
        #expect(try Desk.withFund().run(agree + more).status == 64)
    }

    @Test("Over-programming is authorised, withdrawn or called on, one of them")
    func overProgramme() throws {
        let words = [
            "fund", "over-programme", "VRF", "--year", "2019/20", "--amount", "1", "--reason", "x",
        ]
        let desk = try Desk.withFund()
        #expect(try desk.run(words + ["--withdraw", "--call"]).status == 64)
        #expect(try desk.run(words + ["--call"]).err.contains("--authorised-by"))
        #expect(
            try desk.run(words + ["--authorised-by", "CFO"]).err.contains("--underwritten-by"))
    }

    @Test("Match is put to an award, else to a grant; another code names the nearest of both")
    func matchOwner() throws {
        let outcome = try Desk.withFund().run(
            "match", "pledge", "VRF-01", "--from", "PROJECT-01", "--kind", "cash", "--year",
            "2019/20", "--amount", "1")
        #expect(outcome.status == 65)
        #expect(outcome.err.hasPrefix("error[unknown-code]: There is no award and no grant VRF-01"))
    }

    @Test(
        "Every new noun is listed, and what is not there is named",
        arguments: [
            ["claim", "list"], ["cost", "list"], ["match", "list"], ["clawback", "list"],
            ["person", "list"], ["prepared", "list"], ["prepared", "list", "--all"],
        ])
    func lists(_ words: [String]) throws {
        let desk = try Desk.withFund()
        for format in ["table", "csv", "tsv", "json", "jsonl", "markdown"] {
            let outcome = try desk.run(words + ["--format", format])
            #expect(outcome.status == 0, "\(words) \(format): \(outcome.err)")
        }
    }

    @Test(
        "What is shown must be there",
        arguments: [
            ["cost", "show", "3"], ["person", "show", "X"], ["prepared", "show", "3"],
            ["bid", "show", "X"], ["category", "show", "X"],
        ])
    func shows(_ words: [String]) throws {
        #expect(try Desk.withFund().run(words).status == 65)
    }

    @Test(
        "An area, a theme and a category are listed and shown by one shape",
        arguments: ["area", "theme", "category"])
    func named(_ noun: String) throws {
        let desk = try Desk.withFund()
        try desk.done(noun, "add", "STAFF", "--name", "Staff costs")
        #expect(try desk.done(noun, "list", "--format", "csv").out.contains("STAFF,Staff costs"))
        let json = try desk.done(noun, "show", "STAFF", "--format", "json").out
        #expect(json.contains("almoner.\(noun).show/1"))
        #expect(json.contains("\"\(noun)\": \"STAFF\""))
    }
}
