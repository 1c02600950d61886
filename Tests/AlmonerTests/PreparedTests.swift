import Testing

@Suite("Two people")
struct PreparedTests {
    /// A desk of a fund, two people who may approve, and £50,000 as the threshold.
    private func desk() throws -> Desk {
        let desk = try Desk.withFund()
        try desk.done("person", "add", "ANN", "--name", "Ann", "--login", "ann")
        try desk.done(
            "person", "add", "BEN", "--name", "Ben", "--login", "ben", "--may", "approve", "--user",
            "ANN")
        desk.environment["ALMONER_USER"] = "ANN"
        desk.environment["LOGNAME"] = "ann"
        try desk.done(
            "policy", "set", "two-people-above", "£50,000", "--from", "2019-04-01", "--reason",
            "Scheme of governance")
        return desk
    }

    private let approve = ["fund", "approve", "VRF", "--profile", "2020/21=50000.01"]

    /// The second person at the same desk.
    private func second(_ desk: Desk) {
        desk.environment["ALMONER_USER"] = "BEN"
        desk.environment["LOGNAME"] = "ben"
    }

    @Test(
        "A penny above £50,000 waits for a second person, and its counterfoil says how it goes on")
    func waits() throws {
        let desk = try desk()
        let under = try desk.done("fund", "approve", "VRF", "--profile", "2020/21=50000").out
        #expect(!under.contains("WAITS"))
        let out = try desk.run(approve).out
        #expect(out.contains("entry 9  prepare: approve funding VRF  5 April 2019"), "\(out)")
        #expect(out.contains("It WAITS for a second person"))
        #expect(out.contains("almoner prepared approve 9"))
        let json = try desk.run(approve + ["--format", "json"]).out
        #expect(json.contains("\"kind\": \"prepareEntry\""))
        #expect(json.contains("WAITS"))
        let list = try desk.done("prepared", "list", "--format", "table").out
        #expect(list.contains("approve funding VRF"))
        #expect(try desk.done("today", "--format", "table").out.contains("Waiting for a second"))
        let shown = try desk.done("prepared", "show", "9", "--format", "json").out
        #expect(shown.contains("\"status\": \"waiting\""))
        #expect(shown.contains("\"amount\": \"50000.01\""))
    }

    @Test("Approving prints what was decided and what was done, and the entry names both people")
    func approves() throws {
        let desk = try desk()
        try desk.done("fund", "approve", "VRF", "--profile", "2020/21=50000.01")
        second(desk)
        let out = try desk.done("prepared", "approve", "8").out
        #expect(out.contains("entry 9  approve what entry 8 prepared"), "\(out)")
        #expect(out.contains("entry 10  approve funding VRF"))
        #expect(out.contains("0.00 → 50,000.01"))
        #expect(!out.contains("WAITS"))
        let entry = try desk.done("entry", "show", "10", "--format", "json").out
        #expect(entry.contains("\"user\": \"ANN\""))
        #expect(entry.contains("\"approver\": \"BEN\""))
        #expect(entry.contains("\"prepared\": 8"))
        #expect(
            try desk.done("prepared", "list", "--format", "csv").out.split(separator: "\n").count
                == 1)
        #expect(
            try desk.done("prepared", "list", "--all", "--format", "csv").out.contains("approved"))
        try desk.done("verify", "--rules")
    }

    @Test("Who prepared cannot approve, by another code or another login alone")
    func neverTheSame() throws {
        let desk = try desk()
        #expect(try desk.run(approve).status == 0)
        for (user, login) in [("ANN", "ann"), ("ANN", "ben"), ("BEN", "ann")] {
            desk.environment["ALMONER_USER"] = user
            desk.environment["LOGNAME"] = login
            let refused = try desk.run("prepared", "approve", "8")
            #expect(refused.status == 65)
            #expect(refused.err.hasPrefix("error[another-person-needed]: "), "\(refused.err)")
        }
    }

    @Test("Declining gives back what was set aside and keeps the reason; it is decided once")
    func declines() throws {
        let desk = try desk()
        try desk.done(
            "fund", "reduce", "VRF", "--year", "2019/20", "--amount", "60000", "--reason", "Cut")
        let held = try desk.done("fund", "show", "VRF", "--format", "json").out
        #expect(held.contains("\"prepared\": \"60000.00\""))
        second(desk)
        let out = try desk.done("prepared", "decline", "8", "--reason", "Not agreed").out
        #expect(out.contains("decline what entry 8 prepared"))
        #expect(out.contains("40,000.00 → 100,000.00"), "\(out)")
        let shown = try desk.done("prepared", "show", "8", "--format", "table").out
        #expect(shown.contains("It was declined"))
        #expect(shown.contains("Not agreed"))
        let again = try desk.run("prepared", "approve", "8")
        #expect(again.err.hasPrefix("error[prepared-settled]: "))
    }

    @Test(
        "The same key again answers with what prepared it, waiting or approved; other content is refused"
    )
    func once() throws {
        let desk = try desk()
        let words = approve + ["--once", "K"]
        let first = try desk.run(words + ["--format", "json"])
        #expect(first.status == 0)
        let again = try desk.run(words)
        #expect(again.status == 0, "\(again.err)")
        #expect(again.out.contains("entry 8  prepare: approve funding VRF"))
        #expect(again.out.contains("recorded before under the same key"))
        #expect(again.out.contains("WAITS"))
        let other = try desk.run(
            "fund", "approve", "VRF", "--profile", "2020/21=50000.02", "--once", "K")
        #expect(other.err.hasPrefix("error[key-taken]: "))
        second(desk)
        let decided = ["prepared", "approve", "8", "--once", "A"]
        let approved = try desk.run(decided)
        #expect(approved.status == 0, "\(approved.err)")
        let repeated = try desk.run(decided)
        #expect(repeated.out.contains("entry 9  approve what entry 8 prepared"))
        #expect(repeated.out.contains("entry 10  approve funding VRF"))
        desk.environment["ALMONER_USER"] = "ANN"
        let late = try desk.run(words)
        #expect(late.out.contains("It was approved"))
        #expect(
            try desk.done("entry", "list", "--format", "csv").out.split(separator: "\n").count == 11
        )
    }

    @Test("A dry run of what would wait says so and records nothing")
    func dryRun() throws {
        let desk = try desk()
        let out = try desk.run(approve + ["--dry-run"]).out
        #expect(out.contains("Dry run"))
        #expect(out.contains("WAITS"))
        #expect(
            try desk.done("prepared", "list", "--format", "csv").out.split(separator: "\n").count
                == 1)
    }

    @Test("A page says whether one person does it all, on its day")
    func singlePerson() throws {
        let desk = try Desk.withFund()
        #expect(
            try desk.done("fund", "list", "--format", "json").out.contains("\"singlePerson\": true")
        )
        for format in ["table", "markdown"] {
            let out = try desk.done("report", "spend", "--format", format).out
            #expect(out.contains("Single-person office: who acts authorises too."))
        }
        try desk.done(
            "policy", "set", "two-people-above", "nil", "--from", "2019-04-03", "--reason",
            "Now two")
        let now = try desk.done("report", "spend", "--format", "json").out
        #expect(now.contains("\"singlePerson\": false"))
        let before = try desk.done("report", "spend", "--as-at", "2019-04-02", "--format", "json")
            .out
        #expect(before.contains("\"singlePerson\": true"))
        #expect(!(try desk.done("fund", "list", "--format", "table").out.contains("Single-person")))
    }

    @Test("People are listed and shown; a login is one person's; who acts is enrolled")
    func people() throws {
        let desk = try desk()
        #expect(try desk.done("person", "list", "--format", "csv").out.contains("BEN,Ben,ben,yes"))
        #expect(
            try desk.done("person", "show", "ANN", "--format", "table").out.contains(
                "May approve  no"))
        let taken = try desk.run("person", "add", "CAT", "--name", "Cat", "--login", "ann")
        #expect(taken.err.hasPrefix("error[code-taken]: "))
        let stranger = try desk.run("area", "add", "A", "--name", "A", "--user", "ZOE")
        #expect(stranger.err.hasPrefix("error[not-enrolled]: "))
        let other = try desk.run("area", "add", "A", "--name", "A", "--user", "BEN")
        #expect(other.out.contains("flagged: other-login"))
        #expect(try desk.run("person", "show", "BEM").err.contains("The nearest: BEN."))
        #expect(
            try desk.run("person", "add", "X", "--name", "X", "--login", "x", "--may", "all").status
                == 64)
    }
}
