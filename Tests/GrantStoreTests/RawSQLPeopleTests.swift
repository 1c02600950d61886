import GrantStore
import Testing

@Suite("Plain SQL cannot take the second person's place")
struct RawSQLPeopleTests {
    private static let prepared = Try.entry(kind: "prepareEntry")
    private static let approved = Try.entry(approver: "'c', 'd'", transfers: 1)
    private static let approval =
        "INSERT INTO approval VALUES ((SELECT max(number) FROM journal), (SELECT max(number) - 1 FROM journal));"
    private static let threshold =
        Try.entry(puts: 1)
            + """
            INSERT INTO version VALUES ('policy', 'two-people-above#2019-05-01',
            (SELECT max(number) FROM journal), 1, '{"amount":"1000","from":"2019-05-01"}');
            """

    private static func pay(_ amount: String, kind: String = "payInstalment", on date: String)
        -> String
    {
        Try.entry(kind: kind, date: date, transfers: 1)
            + Try.transfer(Try.account("paymentsOnAccount"), Try.account("bank"), amount)
    }

    static let tries: [Try] = [
        Try(
            "money moved under an approver's name, nothing approved",
            approved + Try.transfer(Try.account("bank"), Try.account("paymentsOnAccount"), "1"),
            by: "approver-approved"),
        Try(
            "an approval of what nobody prepared", Try.entry() + approved + approval,
            by: "approval-of-prepared"),
        Try(
            "an approval of what somebody else prepared",
            prepared.replacing("'a', 'b'", with: "'x', 'y'") + approved + approval,
            by: "approval-of-prepared"),
        Try(
            "an approval by the one who prepared it",
            prepared + approved.replacing("'a', 'b', 'c', 'd'", with: "'c', 'b', 'a', 'd'")
                + approval, by: "approval-of-prepared"),
        Try(
            "a preparation approved twice",
            prepared + Try.entry(approver: "'c', 'd'") + approval + Try.entry(approver: "'c', 'd'")
                + "INSERT INTO approval SELECT entry + 1, prepared FROM approval;",
            by: "approval-of-prepared"),
        Try(
            "an approval edited",
            prepared + approved + approval + "UPDATE approval SET prepared = 1;",
            by: "approval-never-changed"),
        Try(
            "an approval deleted", prepared + approved + approval + "DELETE FROM approval;",
            by: "approval-never-deleted"),
        Try(
            "a payment above the threshold by one person",
            threshold + pay("1001", on: "2019-08-01"), by: "second-person"),
        Try(
            "an approval of what is to come",
            Try.entry(approver: "'c', 'd'")
                + "INSERT INTO approval VALUES ((SELECT max(number) FROM journal), 900);",
            by: "approval-of-prepared"),
    ]

    @Test("Every try is stopped by its guard, and the book still verifies", arguments: tries)
    func stopped(_ attempt: Try) throws { try RawSQLTests.check(attempt) }

    @Test(
        "What is at the threshold, was before it was set, or is nobody's to approve is taken",
        arguments: [
            pay("1000", on: "2019-08-01"), pay("1001", on: "2019-04-30"),
            pay("1001", kind: "reverseAccrual", on: "2019-08-01"),
        ])
    func taken(_ payment: String) throws {
        let sample = try SampleBook()
        let outcome = try Shell.sqlite(
            sample.path, "BEGIN;" + Self.threshold + payment + "ROLLBACK;")
        #expect(outcome.status == 0, "\(outcome.output)")
    }
}
