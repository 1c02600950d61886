import Foundation
import Testing

@Suite("Plain SQL cannot move money wrongly")
struct RawSQLMoneyTests {
    static let pool = "(SELECT max(pool) FROM poolMonth)"
    static let overdraw = Try.transfer(
        Try.account("unallocated"), Try.account("reserved"), "99999999999")

    static let tries: [Try] = [
        Try(
            "a transfer onto a finished entry", Try.transfer("1", "2", "5", line: 9),
            by: "transfer-in-order"),
        Try(
            "a transfer in place of another",
            "INSERT OR REPLACE INTO transfer SELECT entry, line, debit, credit, 5 FROM transfer;",
            by: "transfer-in-order"),
        Try(
            "a transfer of no entry", "INSERT INTO transfer VALUES (999, 1, 1, 2, 5);",
            by: "transfer-in-order"),
        Try(
            "a transfer with a line left out",
            Try.entry(transfers: 2) + Try.transfer("1", "2", "5", line: 2), by: "transfer-in-order"),
        Try(
            "a floored account overdrawn", Try.entry(transfers: 1) + overdraw, by: "floor"),
        Try(
            "a floored account overdrawn with errors ignored",
            Try.entry(transfers: 1) + overdraw.replacing("INSERT", with: "INSERT OR IGNORE"),
            by: "floor"),
        Try(
            "money moved from one set to another",
            Try.entry(transfers: 1)
                + Try.transfer(Try.account("bank"), Try.account("unallocated"), "1"),
            by: "transfer-in-one-set"),
        Try(
            "money moved from an account to itself",
            Try.entry(transfers: 1) + Try.transfer("1", "1", "1"), by: "transfer-in-one-set"),
        Try(
            "money moved between accounts that are not there",
            "PRAGMA foreign_keys = OFF;" + Try.entry(transfers: 1)
                + Try.transfer("998", "999", "1"),
            by: "transfer-in-one-set"),
        Try(
            "an amount beyond the greatest",
            Try.entry(transfers: 1) + Try.transfer("1", "2", "9223372036854775807"),
            by: "CHECK constraint failed"),
        Try(
            "an amount below nil", Try.entry(transfers: 1) + Try.transfer("1", "2", "-5"),
            by: "CHECK constraint failed"),
        Try(
            "an amount edited", "UPDATE transfer SET amountPence = 1;", by: "transfer-never-changed"
        ),
        Try("a transfer deleted", "DELETE FROM transfer;", by: "transfer-never-deleted"),
        Try(
            "a balance edited",
            "UPDATE account SET credits = credits + 100 WHERE head = 'unallocated';",
            by: "account-moved-by-transfer"),
        Try(
            "a balance edited and stamped ahead",
            "UPDATE account SET credits = credits + 100, entry = entry + 1 WHERE head = 'unallocated';",
            by: "account-moved-by-transfer"),
        Try(
            "a balance moved twice by one transfer",
            """
            UPDATE account SET credits = credits + (SELECT amountPence FROM transfer
            WHERE transfer.entry = account.entry AND transfer.line = account.line) WHERE credits > debits;
            """, by: "account-moved-by-transfer"),
        Try(
            "an account's latest date edited", "UPDATE account SET date = '2030-01-01';",
            by: "account-moved-by-transfer"),
        Try(
            "an account replaced by an empty one",
            """
            INSERT OR REPLACE INTO account (id, name, head, accountSet, side, floored, pool)
            SELECT id, name, head, accountSet, side, floored, pool FROM account WHERE id = 2;
            """, by: "account-opened-empty"),
        Try(
            "an account renamed over another",
            "UPDATE OR REPLACE account SET name = (SELECT name FROM account WHERE id = 1) WHERE id = 2;",
            by: "account-name-fixed"),
        Try(
            "an account given another row", "UPDATE account SET rowid = 900 WHERE id = 1;",
            by: "account-name-fixed"),
        Try(
            "an account's floor taken away", "UPDATE account SET floored = 0;",
            by: "account-name-fixed"),
        Try(
            "an account given to another award", "UPDATE account SET owner = 'X';",
            by: "account-name-fixed"),
        Try("an account deleted", "DELETE FROM account;", by: "account-never-deleted"),
        Try(
            "an account opened without a floor, foreign keys off",
            "PRAGMA foreign_keys = OFF;" + Try.entry(transfers: 1) + """
                INSERT INTO account (name, head, accountSet, side, floored, pool)
                SELECT 'unallocated{fund=X}', head, accountSet, side, 0, pool FROM account
                WHERE head = 'unallocated' LIMIT 1;
                """, by: "account-opened-empty"),
        Try(
            "an account opened under no entry",
            """
            INSERT INTO account (name, head, accountSet, side, floored, pool)
            SELECT name || 'X', head, accountSet, side, floored, pool FROM account WHERE id = 1;
            """, by: "account-opened-by-entry"),
        Try("a pool edited", "UPDATE pool SET fund = 'X';", by: "pool-never-changed"),
        Try("a pool deleted", "DELETE FROM pool;", by: "pool-never-deleted"),
        Try(
            "a pool replaced, foreign keys off",
            "PRAGMA foreign_keys = OFF; REPLACE INTO pool (id, head) VALUES (1, 'bank');",
            by: "pool-added-once"),
        Try("a month edited", "UPDATE poolMonth SET debits = 1;", by: "pool-month-grows"),
        Try(
            "a month edited and stamped with the newest entry",
            "UPDATE poolMonth SET debits = debits + 1, entry = (SELECT max(number) FROM journal);",
            by: "pool-month-grows"),
        Try(
            "a month replaced",
            "REPLACE INTO poolMonth SELECT pool, month, 0, 0, (SELECT max(number) FROM journal) FROM poolMonth;",
            by: "pool-month-added"),
        Try("a month deleted", "DELETE FROM poolMonth;", by: "pool-month-never-deleted"),
    ]

    @Test("Every try is stopped by its guard, and the book still verifies", arguments: tries)
    func stopped(_ attempt: Try) throws { try RawSQLTests.check(attempt) }
}
