import Testing

@Suite("Asking at a terminal")
struct AskingTests {
    private func desk() throws -> Desk {
        let desk = try Desk.withFund()
        try desk.done(
            "round", "open", "R1", "--fund", "VRF", "--title", "Round one", "--opens",
            "2019-04-01", "--closes", "2019-05-31", "--profile", "2019/20=50000",
            "--cap-per-year", "35000")
        return desk
    }

    private func entries(_ desk: Desk) throws -> Int {
        try desk.done("entry", "list", "--format", "tsv").out.split(separator: "\n").count - 1
    }

    @Test(
        """
        bid log asks for all that is missing, says at once what is wrong with an answer in the words of \
        its refusal, takes a number of a list, and records after a yes
        """)
    func bid() throws {
        let desk = try desk()
        let before = try entries(desk)
        let shown = try desk.atTerminal(
            ["almoner", "bid", "log"],
            answers: [
                ("Code of the bid", "no code!\n"),
                ("a code is 1 to 32 capital letters", "b1\n"),
                (" 1  R1  Round one, closes 31 May 2019, 2019/20", ""),
                ("Round: ", "R9\n"),
                ("error[unknown-code]", ""), ("There is no round R9 in this book.", "1\n"),
                ("Who asks", "illustrative pro\n"), (" 1  PROJECT-01  Illustrative project", "1\n"),
                ("Title: ", "The youth's café\n"),
                ("Amounts by year", "2019/20=3500O\n"), ("write pounds as", "2019/20=35,000\n"),
                (
                    "almoner bid log B1 --round R1 --applicant PROJECT-01 --title "
                        + "'The youth'\\''s café' --profile 2019/20=35,000", ""
                ),
                ("Dry run: nothing is recorded.", ""), ("Record it? [Y/n]", "y\n"),
            ])
        #expect(shown.status == 0, "\(shown.screen)")
        #expect(try entries(desk) == before + 1)
        let bid = try desk.done("bid", "show", "B1", "--format", "json").out
        #expect(bid.contains("The youth's café"))
        #expect(bid.contains("\"35000.00\""))
    }

    @Test(
        "A no, and the end of what is typed, end with 130 and record nothing",
        arguments: [("Record it? [Y/n]", "n\n"), ("Amounts by year", "\u{4}")])
    func givenUp(_ question: String, _ answer: String) throws {
        let desk = try desk()
        let before = try entries(desk)
        let answers = [
            ("Round: ", "R1\n"), ("Who asks", "PROJECT-01\n"), ("Title: ", "T\n"),
            ("Amounts by year", "2019/20=100\n"),
        ].filter { $0.0 != question }
        let shown = try desk.atTerminal(
            ["almoner", "bid", "log", "B1"], answers: answers + [(question, answer)])
        #expect(shown.status == 130)
        #expect(shown.screen.contains("Given up; nothing was recorded."))
        #expect(try entries(desk) == before)
    }

    @Test("What would be refused is refused before the question whether to record it")
    func refused() throws {
        let desk = try desk()
        let before = try entries(desk)
        let shown = try desk.atTerminal(
            ["almoner", "award", "make", "A1", "--fund", "VRF", "--title", "T"],
            answers: [("Who receives it", "PROJECT-01\n"), ("Amounts by year", "2019/20=90000\n")])
        #expect(shown.status == 65)
        #expect(shown.screen.contains("error[fund-exceeded]"))
        #expect(!shown.screen.contains("Record it?"))
        #expect(try entries(desk) == before)
    }

    @Test("award make lists the bids that can be answered; with a bid it asks no more")
    func award() throws {
        let desk = try desk()
        try desk.done(
            "bid", "log", "B1", "--round", "R1", "--applicant", "PROJECT-01", "--title", "Youth",
            "--profile", "2019/20=35000")
        let shown = try desk.atTerminal(
            ["almoner", "award", "make"],
            answers: [
                ("Code of the award", "A1\n"),
                (" 1  B1  Youth, PROJECT-01, £35,000.00 of R1", ""),
                ("The bid it answers (empty: none)", "1\n"), ("Record it?", "\n"),
            ])
        #expect(shown.status == 0, "\(shown.screen)")
        #expect(!shown.screen.contains("Who receives it"))
        #expect(try desk.done("award", "list", "--format", "tsv").out.contains("A1"))
    }

    @Test("A command that lacks nothing asks nothing, and --dry-run is not asked about")
    func nothingMissing() throws {
        let desk = try desk()
        let whole = [
            "almoner", "bid", "log", "B1", "--round", "R1", "--applicant", "PROJECT-01", "--title",
            "Youth", "--profile", "2019/20=35000",
        ]
        let shown = try desk.atTerminal(whole)
        #expect(shown.status == 0)
        #expect(!shown.screen.contains("Questions"))
        let dry = try desk.atTerminal(
            ["almoner", "award", "make", "--dry-run"],
            answers: [("Code of the award", "A1\n"), ("The bid it answers", "B1\n")])
        #expect(dry.status == 0, "\(dry.screen)")
        #expect(!dry.screen.contains("Record it?"))
    }

    @Test("Away from a terminal nothing is asked: it is misuse, and says what is missing")
    func noTerminal() throws {
        let desk = try desk()
        let outcome = try desk.run(["bid", "log", "B1"], input: "R1\n")
        #expect(outcome.status == 64)
        #expect(outcome.err.contains("--round"), "\(outcome.err)")
        #expect(outcome.out.isEmpty)
    }
}
