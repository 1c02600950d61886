import Foundation
import GrantStore
import Testing

@Suite("Plain SQL cannot change what was recorded")
struct RawSQLTests {
    static let tries: [Try] = [
        Try("an entry after a gap", Try.entry(number: "900"), by: "journal-in-order"),
        Try(
            "an entry in place of another", Try.entry(number: "1", verb: "REPLACE"),
            by: "journal-in-order"),
        Try(
            "an entry edited", "UPDATE journal SET date = '2019-04-06';",
            by: "journal-never-changed"),
        Try(
            "an entry given another number", "UPDATE journal SET rowid = 99 WHERE number = 1;",
            by: "journal-never-changed"),
        Try(
            "an entry deleted", "DELETE FROM journal WHERE number = 9;", by: "journal-never-deleted"
        ),
        Try(
            "an entry after one without its transfers", Try.entry(transfers: 1) + Try.entry(),
            by: "journal-entry-finished"),
        Try(
            "an entry after one without its rows", Try.entry(puts: 1) + Try.entry(),
            by: "journal-entry-finished"),
        Try(
            "an entry after one without its rests", Try.entry(rests: 1) + Try.entry(),
            by: "journal-entry-finished"),
        Try(
            "an entry in a commit long past",
            Try.entry().replacing(
                "VALUES ((SELECT max(number) + 1 FROM journal), (SELECT max(number) + 1 FROM journal)",
                with: "VALUES ((SELECT max(number) + 1 FROM journal), 2"),
            by: "journal-batch-in-order"),
        Try(
            "an entry that takes another's key and place",
            Try.entry(key: "'approve-1'", verb: "REPLACE"), by: "journal-key-once"),
        Try(
            "an entry reversed a second time",
            Try.entry(reverses: "\(SampleBook.reversed)", verb: "REPLACE"),
            by: "journal-reversed-once"),
        Try("a reversal of what is to come", Try.entry(reverses: "900"), by: "reversal_is_later"),
        Try("30 February", Try.entry(date: "2019-02-30"), by: "CHECK constraint failed"),
        Try(
            "a date with a time", Try.entry(date: "2019-02-01 10:00"), by: "CHECK constraint failed"
        ),
        Try("the approver is the user", Try.entry(approver: "'a', 'c'"), by: "approver_is_another"),
        Try(
            "the approver has the user's login", Try.entry(approver: "'c', 'b'"),
            by: "approver_is_another"),
        Try(
            "an approver without a login", Try.entry(approver: "'c', NULL"),
            by: "approver_has_login"),
        Try(
            "an entry in a closed year",
            Try.entry(puts: 1) + """
                INSERT INTO version VALUES ('year', '2019/20', (SELECT max(number) FROM journal), 1,
                '{"status":"closed"}');
                """ + Try.entry(date: "2020-03-31"), by: "year-closed"),
        Try(
            "a head added", "INSERT INTO head VALUES ('x', 'actual', 1, 0);", by: "head-never-added"
        ),
        Try("a head's floor taken away", "UPDATE head SET floored = 0;", by: "head-never-changed"),
        Try(
            "a head changed, foreign keys off",
            "PRAGMA foreign_keys = OFF; UPDATE head SET floored = 0 WHERE code = 'unallocated';",
            by: "head-never-changed"),
        Try("a head deleted", "DELETE FROM head;", by: "head-never-deleted"),
        Try("a row edited", "UPDATE version SET row = '{}';", by: "version-never-changed"),
        Try("a row deleted", "DELETE FROM version;", by: "version-never-deleted"),
        Try(
            "a row written under no entry",
            "INSERT INTO version VALUES ('fund', 'X', 900, 1, '{}');",
            by: "version-in-order"),
        Try(
            "a row written onto a finished entry",
            "INSERT INTO version VALUES ('fund', 'X', (SELECT max(number) FROM journal), 1, '{}');",
            by: "version-in-order"),
        Try(
            "a row replaced in place", "REPLACE INTO version SELECT * FROM version;",
            by: "version-in-order"),
        Try("a rest edited", "UPDATE rest SET under = 1;", by: "rest-never-changed"),
        Try("a rest deleted", "DELETE FROM rest;", by: "rest-never-deleted"),
        Try(
            "a rest added to a finished entry",
            "INSERT INTO rest VALUES (1, (SELECT max(number) FROM journal), 9);",
            by: "rest-in-order"),
        Try("a contact edited", "UPDATE contact SET text = 'x';", by: "contact-never-changed"),
        Try(
            "a contact replaced", "REPLACE INTO contact SELECT * FROM contact;",
            by: "contact-kept-once"),
    ]

    @Test("Every try is stopped by its guard, and the book still verifies", arguments: tries)
    func stopped(_ attempt: Try) throws { try Self.check(attempt) }

    /// The moves of the accounts themselves are `transfer_moves_accounts`, tried with every transfer.
    static func check(_ attempt: Try) throws {
        let sample = try SampleBook()
        let before = try TestFolder.bytes(sample.path)
        let outcome = try Shell.sqlite(
            sample.path, "PRAGMA foreign_keys = ON; BEGIN; \(attempt.sql) COMMIT;")
        #expect(outcome.status != 0)
        #expect(outcome.output.contains(attempt.stoppedBy), "\(outcome.output)")
        #expect(try TestFolder.bytes(sample.path) == before)
        #expect(try Book(reading: sample.path).verify(.full).findings == [])
    }

    @Test("On 1 April after a closed year an entry is taken")
    func dayAfterClose() throws {
        let sample = try SampleBook()
        let outcome = try Shell.sqlite(
            sample.path,
            "BEGIN;" + Try.entry(kind: "closeYear", puts: 1)
                + """
                INSERT INTO version VALUES ('year', '2019/20', (SELECT max(number) FROM journal), 1,
                '{"status":"closed"}');
                """ + Try.entry(date: "2020-04-01") + "ROLLBACK;")
        #expect(outcome.status == 0, "\(outcome.output)")
    }

    @Test("Auditors read the registers and balances in columns")
    func views() throws {
        let sample = try SampleBook()
        let awards = try Shell.sqlite(sample.path, "SELECT code, status, entry FROM award;")
        #expect(awards.output == "VRF-01|signed|10\n")
        for view in [
            "office", "organisation", "area", "theme", "category", "fund", "\"grant\"", "round",
            "bid",
            "award", "instalment", "monitoringReturn", "announcement", "alias", "balance",
            "trialBalance", "ownBid", "claim", "earning", "cost", "forecast", "estimate",
            "evidence", "\"year\"", "policy", "person", "prepared", "approval",
        ] {
            let outcome = try Shell.sqlite(sample.path, "SELECT * FROM \(view);")
            #expect(outcome.status == 0, "\(view): \(outcome.output)")
        }
        let sums = try Shell.sqlite(
            sample.path, "SELECT sum(debits) - sum(credits) FROM trialBalance GROUP BY accountSet;")
        #expect(sums.output.split(separator: "\n").allSatisfy { $0 == "0" })
    }
}
