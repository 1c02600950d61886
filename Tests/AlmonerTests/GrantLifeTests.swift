import Testing

@Suite("A grant's life by commands")
struct GrantLifeTests {
    /// A grant of £100,000 in arrears that feeds a fund of its own; costs of £1,000.00 and £600.00.
    private func desk() throws -> Desk {
        let desk = try Desk.withFund(clock: "2019-06-30T09:00:00Z")
        try desk.done("organisation", "add", "HOME", "--name", "Home Office")
        try desk.done("category", "add", "STAFF", "--name", "Staff")
        try desk.done("fund", "open", "HO", "--title", "Home Office", "--source", "home-office")
        try desk.done(
            "grant", "agree", "G1", "--funder", "HOME", "--fund", "HO", "--title", "G", "--basis",
            "arrears", "--profile", "2019/20=100000", "--minimum", "STAFF=10", "--by-date",
            "2020-03-31", "--agent", "PROJECT-01=5000")
        for amount in ["1,000", "600"] {
            try desk.done(
                "cost", "record", "HO", "--year", "2019/20", "--category", "STAFF", "--amount",
                amount, "--supplier", "Payroll", "--recoverable-vat", "120")
        }
        return desk
    }

    private let claim = ["claim", "make", "C1", "--grant", "G1", "--year", "2019/20", "--to", "Q1"]

    @Test("A cost is recorded with its supplier and VAT, listed and shown with what it earned")
    func costs() throws {
        let desk = try desk()
        let list = try desk.done("cost", "list", "--fund", "HO", "--format", "csv").out
        #expect(list.contains("HO,2019/20,STAFF,Payroll,120.00,1000.00"), "\(list)")
        let entry = try #require(
            list.split(separator: "\n").dropFirst().first?.split(separator: ",").first)
        let shown = try desk.done("cost", "show", String(entry), "--format", "json").out
        #expect(shown.contains("\"grant\": \"G1\""))
        #expect(shown.contains("\"recoverableVAT\": \"120.00\""))
        #expect(
            try desk.done("today", "--format", "json").out.contains(
                "\"earnedClaimable\": \"1600.00\""))
    }

    @Test("A dry run numbers the lines of a claim; a line is left by its number or by its name")
    func leave() throws {
        for byName in [false, true] {
            let desk = try desk()
            let dry = try desk.run(claim + ["--dry-run"]).out
            #expect(dry.contains("2 lines, £1,600.00"), "\(dry)")
            let line = try #require(dry.split(separator: "\n").first { $0.contains("£1,000.00") })
            let words = line.split(separator: " ")
            #expect(words[0] == "line")
            let left = String(words[byName ? 2 : 1])
            #expect(try desk.run(claim + ["--leave", "3"]).err.hasPrefix("error[line-unknown]: "))
            let made = try desk.run(claim + ["--leave", left]).out
            #expect(made.contains("1 line, £600.00"), "\(made)")
            #expect(
                try desk.done("grant", "show", "G1", "--format", "table").out.contains("Claims"))
        }
    }

    @Test(
        "A claim is received in parts and what is awaited falls; a part is disallowed and borne elsewhere"
    )
    func received() throws {
        let desk = try desk()
        #expect(try desk.run(claim).status == 0)
        try desk.done("claim", "receive", "C1", "--amount", "400")
        try desk.done(
            "claim", "disallow", "C1", "--line", "1", "--amount", "100", "--borne-by", "VRF",
            "--reason", "Not eligible")
        let list = try desk.done("claim", "list", "--grant", "G1", "--format", "csv").out
        #expect(list.contains("1600.00,100.00,400.00,1100.00"), "\(list)")
        let more = try desk.run("claim", "receive", "C1", "--amount", "1100.01")
        #expect(more.err.hasPrefix("error[more-than-claimed]: "))
    }

    @Test(
        "Least shares and partners stand on the page of the grant; a partner's money is passed on")
    func partners() throws {
        let desk = try desk()
        try desk.done(
            "grant", "receive", "G1", "--year", "2019/20", "--amount", "5000", "--for",
            "PROJECT-01")
        try desk.done("grant", "pass", "G1", "--to", "PROJECT-01", "--amount", "2000")
        let page = try desk.done("grant", "show", "G1", "--format", "json").out
        #expect(page.contains("\"percent\": \"10.00\""))
        #expect(page.contains("\"by\": \"2020-03-31\""))
        #expect(page.contains("\"heldAsAgent\": \"3000.00\""))
        let over = try desk.run("grant", "pass", "G1", "--to", "PROJECT-01", "--amount", "3000.01")
        #expect(over.err.hasPrefix("error[more-than-held]: "))
    }

    @Test("Match goes by stages, is listed by provider, and is put to an award or a grant")
    func match() throws {
        let desk = try desk()
        let words = ["G1", "--from", "PROJECT-01", "--kind", "in-kind", "--year", "2019/20"]
        #expect(try desk.run(["match", "pledge"] + words + ["--amount", "500"]).status == 0)
        #expect(try desk.run(["match", "confirm"] + words + ["--amount", "300"]).status == 0)
        let list = try desk.done("match", "list", "--format", "csv").out
        #expect(list.contains("G1,2019/20,PROJECT-01,in-kind,200.00,300.00,0.00,500.00"), "\(list)")
        #expect(try desk.run(["match", "withdraw"] + words + ["--amount", "200"]).status == 0)
        #expect(
            try desk.done("organisation", "show", "PROJECT-01", "--format", "table").out
                .contains("Match it provides"))
    }

    @Test("The office's own bids stand beside those of a round, and come out once")
    func ownBids() throws {
        let desk = try desk()
        let out = try desk.done(
            "bid", "submit", "OURS", "--funder", "HOME", "--title", "Ours", "--profile",
            "2019/20=5000"
        ).out
        #expect(out.contains("submit own bid OURS"))
        #expect(
            try desk.done("bid", "list", "--format", "table").out.contains("Of the office itself"))
        try desk.done("bid", "outcome", "OURS", "--won", "G1")
        #expect(
            try desk.done("bid", "show", "OURS", "--format", "json").out.contains(
                "\"grant\": \"G1\""))
        let again = try desk.run("bid", "outcome", "OURS", "--lost", "--reason", "x")
        #expect(again.err.hasPrefix("error[own-bid-settled]: "))
    }

    @Test("Money is set aside and drawn; a partner's fund receives; uncommitted money is carried")
    func funds() throws {
        let desk = try desk()
        try desk.done("fund", "reserve", "VRF", "--amount", "500", "--reason", "Risk")
        #expect(
            try desk.done("fund", "show", "VRF", "--format", "table").out.contains(
                "Set aside for it  £500.00"))
        let over = try desk.run(
            "fund", "reserve", "VRF", "--amount", "500.01", "--draw", "--reason", "x")
        #expect(over.err.hasPrefix("error[reserve-exceeded]: "))
        try desk.done("fund", "reserve", "VRF", "--amount", "500", "--draw", "--reason", "Over")
        try desk.done(
            "fund", "carry", "VRF", "--from", "2019/20", "--to", "2020/21", "--amount", "70",
            "--consent", "Decision 12")
        let years = try desk.done("fund", "show", "VRF", "--format", "json").out
        #expect(years.contains("\"carriedForward\": \"70.00\""))
        #expect(years.contains("\"broughtForward\": \"70.00\""))
        try desk.done("fund", "open", "MATCH", "--title", "Match", "--source", "partner")
        try desk.done(
            "fund", "receive", "MATCH", "--year", "2019/20", "--amount", "90", "--from",
            "PROJECT-01")
    }
}
