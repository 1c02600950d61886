import Testing

@Suite("Dates")
struct DateTests {
    @Test(
        "Dates are read as people write them",
        arguments: ["2019-04-03", "3/4/2019", "03/04/2019", "3 Apr 2019", "3 april 2019"])
    func dates(_ typed: String) throws {
        let desk = try Desk.withFund()
        let outcome = try desk.run(
            "area", "add", "A", "--name", "A", "--on", typed, "--dry-run", "--format", "json")
        #expect(outcome.out.contains("\"date\": \"2019-04-03\""), "\(outcome.err)")
    }

    @Test(
        "What is no date is refused",
        arguments: ["30/2/2019", "2019-4-3", "April", "3/4/19", "1.4.2019"])
    func notDates(_ typed: String) throws {
        let outcome = try Desk().run("round", "close", "R1", "--on", typed)
        #expect(outcome.status == 64)
        #expect(outcome.err.contains("write a date as 2019-04-05"))
    }

    @Test(
        "A date ahead, over a year back or before the book needs --historic, and is flagged",
        arguments: [
            ("2019-04-01", "2020-04-06T09:00:00Z", "more than a year before today"),
            ("2019-04-06", "2019-04-05T09:00:00Z", "after today"),
            ("2019-03-31", "2019-04-05T09:00:00Z", "before the book's first day"),
        ])
    func unusual(_ date: String, _ clock: String, _ reason: String) throws {
        let desk = try Desk.withFund(clock: clock)
        let words = ["organisation", "add", "ACME", "--name", "Acme", "--on", date]
        let refused = try desk.run(words)
        #expect(refused.status == 65)
        #expect(refused.err.hasPrefix("error[unusual-date]: "))
        #expect(refused.err.contains(reason), "\(refused.err)")
        let allowed = try desk.run(words + ["--historic", "--format", "json"])
        #expect(allowed.status == 0)
        #expect(allowed.out.contains("\"historic\""))
    }

    @Test("A date a year back to the day is usual")
    func yearBack() throws {
        let desk = try Desk.withFund(clock: "2020-04-05T09:00:00Z")
        let outcome = try desk.run(
            "organisation", "add", "ACME", "--name", "Acme", "--on", "2019-04-05")
        #expect(outcome.status == 0, "\(outcome.err)")
    }

    @Test(
        "Today is the day in London, summer time and all, whatever the machine's zone",
        arguments: [
            ("2019-03-31T00:59:59Z", "31 March 2019"), ("2019-06-30T23:00:00Z", "1 July 2019"),
            ("2019-06-30T22:59:59.999Z", "30 June 2019"),
            ("2019-03-30T23:30:00Z", "30 March 2019"), ("2019-10-26T23:00:00Z", "27 October 2019"),
            ("2019-10-27T23:30:00Z", "27 October 2019"),
            ("2020-12-31T23:59:59Z", "31 December 2020"),
        ])
    func london(_ clock: String, _ today: String) throws {
        let desk = try Desk(clock: clock, zone: "Asia/Tokyo")
        let outcome = try desk.done("init", "b.almoner", "--office", "An office")
        #expect(outcome.out.contains("open book  \(today)  chain"), "\(outcome.out)")
    }

    @Test("A clock that is no time is a mistake of usage")
    func clock() throws {
        let outcome = try Desk(clock: "yesterday").run("init", "b.almoner", "--office", "An office")
        #expect(outcome.status == 64)
    }
}
