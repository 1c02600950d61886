import Testing

@Suite("Batches")
struct BatchTests {
    @Test("Words are split as in a shell, comments left out, nothing expanded")
    func words() throws {
        let desk = try Desk.withFund()
        try desk.write(
            ##"""
            # a comment, and an empty line

            organisation add A --name 'one $HOME "two"'   # a comment after
            organisation add B --name "it's \"quoted\" \\ and \n"
            organisation add C --name C\ and\#\*
            organisation add D \
              --name "two lines"

            """##, to: "all.batch")
        try desk.done("batch", "all.batch")
        let list = try desk.done("organisation", "list", "--format", "csv").out
        #expect(list.contains(#"A,"one $HOME ""two""""#))
        #expect(list.contains(#"B,"it's ""quoted"" \ and \n""#))
        #expect(list.contains("C,C and#*,"))
        #expect(list.contains("D,two lines,"))
    }

    @Test("The first refusal stops it with its line and its exit code; the lines before stand")
    func stops() throws {
        let desk = try Desk.withFund()
        try desk.write(Self.thirdFails, to: "all.batch")
        let outcome = try desk.run("batch", "all.batch")
        #expect(outcome.status == 65)
        #expect(outcome.err.hasPrefix("error[code-taken]: all.batch, line 3: PROJECT-01 is"))
        let list = try desk.done("organisation", "list", "--format", "jsonl").out
        #expect(list.contains("\"ONE\"") && !list.contains("\"FOUR\""))
    }

    @Test("With --keep-going the others are done, and the exit code still tells")
    func keepsGoing() throws {
        let desk = try Desk.withFund()
        try desk.write(Self.thirdFails, to: "all.batch")
        let outcome = try desk.run("batch", "all.batch", "--keep-going")
        #expect(outcome.status == 65)
        let list = try desk.done("organisation", "list", "--format", "jsonl").out
        #expect(list.contains("\"ONE\"") && list.contains("\"FOUR\""))
    }

    @Test("With --all-or-nothing a refusal leaves nothing, and all is one commit")
    func allOrNothing() throws {
        let desk = try Desk.withFund()
        try desk.write(
            Self.thirdFails.replacing("fund list", with: "area add Z --name Z"), to: "all.batch")
        let refused = try desk.run("batch", "all.batch", "--all-or-nothing", "--format", "json")
        #expect(refused.status == 65)
        #expect(refused.err.contains("\"line\": \"3\""), "\(refused.err)")
        #expect(!(try desk.done("organisation", "list").out.contains("ONE")))
        try desk.write("area add A --name A\narea add B --name B\n", to: "all.batch")
        let whole = try desk.run("batch", "all.batch", "--all-or-nothing", "--format", "json")
        #expect(whole.status == 0, "\(whole.err)")
        #expect(whole.out.contains("\"entries\": ["))
        try desk.done("entry", "reverse", "--batch", "5", "--reason", "Both wrong")
    }

    @Test("With --once KEY the same file again records nothing twice")
    func once() throws {
        let desk = try Desk.withFund()
        try desk.write("area add A --name A\n\narea add B --name B\n", to: "all.batch")
        let first = try desk.done("batch", "all.batch", "--once", "MONDAY")
        #expect(!first.out.contains("recorded before"))
        let second = try desk.done("batch", "all.batch", "--once", "MONDAY")
        #expect(second.out.contains("recorded before"))
        let entry = try desk.done("entry", "show", "6", "--format", "json").out
        #expect(entry.contains("\"key\": \"MONDAY/3\""))
    }

    @Test("An open quotation mark is refused before anything is recorded")
    func openQuote() throws {
        let desk = try Desk.withFund()
        let outcome = try desk.run(
            ["batch", "-"], input: "area add A --name A\narea add B --name \"B\n")
        #expect(outcome.status == 65)
        #expect(outcome.err.hasPrefix("error[open-quote]: standard input, line 2: "))
        #expect(!(try desk.done("area", "list").out.contains("A\t")))
    }

    private static let thirdFails = """
        organisation add ONE --name One
        fund list
        organisation add PROJECT-01 --name "Not that one"
        organisation add FOUR --name Four
        """
}
