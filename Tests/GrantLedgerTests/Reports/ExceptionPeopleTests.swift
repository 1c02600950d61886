import GrantLedger
import Testing

@Suite("Exceptions of people and papers")
struct ExceptionPeopleTests {
    @Test(
        "without-document: no paper on it or its return is one; a paper on either is not"
    )
    func withoutDocument() throws {
        let scene = try Scene.awarded("2019/20=350")
        let paper = Document(name: "return.pdf", size: 3, sha256: String(repeating: "a", count: 64))
        var accepted: [Int] = []
        for (quarter, onReturn, onAcceptance) in [
            (1, false, false), (2, true, false), (3, false, true),
        ] {
            let covers = period("2019/20-Q\(quarter)")
            try scene.desk.record(
                SubmitReturn(award: code("W1"), period: covers, spend: amounts(["STAFF=10"])),
                on: day("2020-01-10"), papers: onReturn ? [paper] : [])
            accepted.append(scene.next)
            try scene.desk.record(
                AcceptReturn(award: code("W1"), period: covers), on: day("2020-01-20"),
                papers: onAcceptance ? [paper] : [])
        }
        let found = try scene.found("without-document")
        #expect(found.map(\.entry) == [accepted[0]])
        try scene.set("exceptions.without-document", "off", from: "2020-01-20")
        #expect(try scene.found("without-document").isEmpty)
    }

    @Test("same-person: who acts authorises it by their own login is one; another's name is not")
    func authorised() throws {
        let scene = try Scene()
        try scene.approve("2019/20=100")
        let first = scene.next
        for who in ["A chief", "Tester"] {
            try scene.post(
                OverProgramme(
                    fund: code("VRF"), year: financialYear("2019/20"), amount: pounds("5"),
                    authorisedBy: words(who), reason: words("Slow spend"),
                    underwrittenBy: words("Reserve")))
        }
        #expect(try scene.found("same-person").map(\.entry) == [first + 1])
    }

    @Test("same-person: an approver whose login differs but in capitals is one; another's is not")
    func approved() throws {
        let scene = try Scene()
        let entry = try scene.entry(
            ApproveFunding(fund: code("VRF"), profile: profile(["2019/20=100"])))
        func rows(_ approver: String, _ login: String) throws -> Int {
            try scene.found(
                "same-person",
                [entry.with(["approver": .text(approver), "approverLogin": .text(login)])]
            ).count
        }
        #expect(try rows("SECOND", "second") == 0)
        #expect(try rows("SECOND", "TESTER") == 1)
        #expect(try rows("Tester", "second") == 1)
    }

    @Test("A setting that no rule has names the nearest; a rule without a threshold says so")
    func unknown() throws {
        #expect(throws: Refusal.self) {
            try ExceptionRule.spelled("50", asSetting: "exceptions.round-amount")
        }
        do {
            _ = try ExceptionRule.spelled("50", asSetting: "exceptions.round-amount")
        } catch {
            #expect(error.reason == .unknownCode)
            #expect(error.message.contains("The nearest: exceptions.round-amounts."))
        }
        do {
            _ = try ExceptionRule.spelled("5", asSetting: "exceptions.over-programming")
            Issue.record("a rule without a threshold was set")
        } catch { #expect(error.message.contains("has no threshold to set")) }
    }

    @Test(
        "A threshold has one spelling, and what is no such value is refused",
        arguments: [
            ("back-dated", "7", "7 days"), ("back-dated", "1 day", "1 days"),
            ("back-dated", "400", nil), ("back-dated", "-1", nil),
            ("round-amounts", "£1,000", "1000.00"), ("round-amounts", "0", nil),
            ("just-under", "2.5", "2.5%"), ("just-under", "51%", nil),
            ("out-of-hours", "8:00 - 18:00", "08:00-18:00"), ("out-of-hours", "18:00-08:00", nil),
            ("out-of-hours", "08:00-24:01", nil), ("out-of-hours", "00:00-24:00", "00:00-24:00"),
            ("weekend", "ON", "on"), ("weekend", "yes", nil),
            ("without-reason", "3", "3 letters"), ("without-reason", "0", nil),
            ("split-below", "off", "off"), ("duplicate-payment", "much", nil),
        ] as [(String, String, String?)])
    func spelling(_ rule: String, _ typed: String, _ kept: String?) {
        let found = try? ExceptionRule.spelled(typed, asSetting: "exceptions.\(rule)")
        #expect(found == kept)
    }
}
