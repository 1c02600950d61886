-- The whole life of a grant: entries that a second person approved, and what people read of claims, costs, match,
-- years, policies and persons. The registers themselves need no table: they are versions.

-- Entry `entry` is what entry `prepared` prepared, approved by the second person its journal row names.
CREATE TABLE approval (
    entry    INTEGER PRIMARY KEY REFERENCES journal,
    prepared INTEGER NOT NULL UNIQUE REFERENCES journal,
    CONSTRAINT preparation_is_earlier CHECK (prepared BETWEEN 1 AND entry - 1)
) STRICT;

-- approval: under the newest entry, of what the same person prepared and nobody decided before
CREATE TRIGGER approval_of_prepared BEFORE INSERT ON approval
WHEN NEW.entry IS NOT (SELECT max(number) FROM journal)
  OR EXISTS (SELECT 1 FROM approval WHERE entry = NEW.entry OR prepared = NEW.prepared)
  OR NOT EXISTS (
    SELECT 1 FROM journal AS approved JOIN journal AS first ON first.number = NEW.prepared
    WHERE approved.number = NEW.entry AND first.kind = 'prepareEntry' AND approved.approver IS NOT NULL
      AND approved.user = first.user AND approved.login = first.login AND approved.date = first.date
      AND approved.approver <> first.user AND approved.approverLogin <> first.login)
BEGIN SELECT RAISE(ABORT, 'approval-of-prepared'); END;
CREATE TRIGGER approval_never_changed BEFORE UPDATE ON approval
BEGIN SELECT RAISE(ABORT, 'approval-never-changed'); END;
CREATE TRIGGER approval_never_deleted BEFORE DELETE ON approval
BEGIN SELECT RAISE(ABORT, 'approval-never-deleted'); END;
-- Nothing moves under an approver's name but what was prepared and approved.
CREATE TRIGGER approver_approved BEFORE INSERT ON transfer
WHEN (SELECT approver FROM journal WHERE number = NEW.entry) IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM approval WHERE entry = NEW.entry)
BEGIN SELECT RAISE(ABORT, 'approver-approved'); END;

-- Above the office's threshold on the entry's date no money moves in budget or accounts without a second person. Under
-- trusted_schema = OFF a trigger may not read JSON; a policy's canonical row begins with its amount where it is one.
CREATE TRIGGER second_person BEFORE INSERT ON transfer
WHEN EXISTS (
    SELECT 1 FROM journal JOIN account ON account.id = NEW.debit
    WHERE journal.number = NEW.entry AND journal.approver IS NULL AND account.accountSet IN ('actual', 'budget')
      AND journal.kind NOT IN ('closeYear', 'reopenYear', 'adjustLate', 'accrueReturn', 'reverseAccrual',
                               'prepareEntry', 'decidePrepared', 'openBalances')
      AND NOT EXISTS (SELECT 1 FROM journal AS undone WHERE undone.number = journal.reverses
                      AND undone.kind IN ('prepareEntry', 'accrueReturn', 'reverseAccrual'))
      AND NEW.amountPence > (
        SELECT iif(substr(newest.row, 1, 11) = '{"amount":"', CAST(substr(newest.row, 12) AS INTEGER), NULL)
        FROM version AS newest
        WHERE newest.register = 'policy' AND newest.row IS NOT NULL
          AND newest.key BETWEEN 'two-people-above#' AND 'two-people-above#' || journal.date
          AND newest.entry = (SELECT max(entry) FROM version
                              WHERE register = 'policy' AND key = newest.key)
        ORDER BY newest.key DESC LIMIT 1))
BEGIN SELECT RAISE(ABORT, 'second-person'); END;

-- What people read: the new registers, and the facts that grants and awards have gained.
DROP VIEW "grant";
CREATE VIEW "grant" AS
SELECT key AS code, row ->> '$.funder' AS funder, row ->> '$.fund' AS fund, row ->> '$.title' AS title,
       row ->> '$.basis' AS basis, row ->> '$.status' AS status, row ->> '$.underwrittenBy' AS underwrittenBy,
       row ->> '$.agreement' AS agreement, row ->> '$.ends' AS ends, row ->> '$.match' AS "match",
       row ->> '$.minimums' AS minimums, row ->> '$.isUnconditional' AS isUnconditional,
       row ->> '$.partners' AS partners, row ->> '$.profile' AS profile, entry
FROM currentRow WHERE register = 'grant';
DROP VIEW award;
CREATE VIEW award AS
SELECT key AS code, row ->> '$.bid' AS bid, row ->> '$.round' AS round, row ->> '$.fund' AS fund,
       row ->> '$.recipient' AS recipient, row ->> '$.title' AS title, row ->> '$.profile' AS profile,
       row ->> '$.purpose' AS purpose, row ->> '$.reasons' AS reasons, row ->> '$.conditions' AS conditions,
       row ->> '$.description' AS description, row ->> '$.decision' AS decision, row ->> '$.starts' AS starts,
       row ->> '$.ends' AS ends, row ->> '$.place' AS place, row ->> '$.area' AS area, row ->> '$.theme' AS theme,
       row ->> '$.status' AS status, row ->> '$.agreement' AS agreement, row ->> '$.signed' AS signed,
       row ->> '$.returns' AS returns, row ->> '$.expense' AS expense, row ->> '$.withheld' AS withheld, entry
FROM currentRow WHERE register = 'award';
CREATE VIEW ownBid AS
SELECT key AS code, row ->> '$.funder' AS funder, row ->> '$.title' AS title, row ->> '$.profile' AS profile,
       row ->> '$.submitted' AS submitted, row ->> '$.status' AS status, row ->> '$.grant' AS "grant",
       row ->> '$.reason' AS reason, entry
FROM currentRow WHERE register = 'ownBid';
CREATE VIEW claim AS
SELECT key AS code, row ->> '$.grant' AS "grant", row ->> '$.year' AS year, row ->> '$.quarter' AS quarter,
       row ->> '$.made' AS made, row ->> '$.lines' AS lines, entry
FROM currentRow WHERE register = 'claim';
CREATE VIEW earning AS
SELECT row ->> '$.grant' AS "grant", row ->> '$.year' AS year, row ->> '$.source.award' AS award,
       row ->> '$.source.period' AS period, row ->> '$.source.cost' AS cost, row ->> '$.source.category' AS category,
       CAST(row ->> '$.amount' AS INTEGER) AS amountPence, row ->> '$.accepted' AS accepted, entry
FROM currentRow WHERE register = 'earning';
CREATE VIEW cost AS
SELECT row ->> '$.number' AS number, row ->> '$.fund' AS fund, row ->> '$.year' AS year,
       row ->> '$.category' AS category, CAST(row ->> '$.amount' AS INTEGER) AS amountPence,
       row ->> '$.supplier' AS supplier, CAST(row ->> '$.recoverableVAT' AS INTEGER) AS recoverableVATPence,
       row ->> '$.date' AS date, entry
FROM currentRow WHERE register = 'cost';
CREATE VIEW forecast AS
SELECT row ->> '$.award' AS award, row ->> '$.year' AS year, CAST(row ->> '$.amount' AS INTEGER) AS amountPence,
       row ->> '$.date' AS date, row ->> '$.reason' AS reason, entry
FROM currentRow WHERE register = 'forecast';
CREATE VIEW estimate AS
SELECT row ->> '$.award' AS award, row ->> '$.period' AS period, row ->> '$.spend' AS spend,
       row ->> '$.basis' AS basis, row ->> '$.status' AS status, row ->> '$.accrual' AS accrual, entry
FROM currentRow WHERE register = 'estimate';
CREATE VIEW evidence AS
SELECT key AS paper, row ->> '$.of' AS "of", row ->> '$.from' AS "from", row ->> '$.year' AS year,
       row ->> '$.entry' AS first, entry
FROM currentRow WHERE register = 'evidence';
CREATE VIEW "year" AS
SELECT key AS year, row ->> '$.status' AS status, row ->> '$.close' AS "close",
       row ->> '$.adjustments' AS adjustments, row ->> '$.explanation' AS explanation, entry
FROM currentRow WHERE register = 'year';
CREATE VIEW policy AS
SELECT row ->> '$.name' AS name, row ->> '$.from' AS "from", row ->> '$.value' AS value, row ->> '$.reason' AS reason,
       entry
FROM currentRow WHERE register = 'policy';
CREATE VIEW person AS
SELECT key AS code, row ->> '$.name' AS name, row ->> '$.login' AS login, row ->> '$.mayApprove' AS mayApprove, entry
FROM currentRow WHERE register = 'person';
CREATE VIEW prepared AS
SELECT row ->> '$.number' AS number, row ->> '$.kind' AS kind, row ->> '$.user' AS user, row ->> '$.login' AS login,
       row ->> '$.date' AS date, CAST(row ->> '$.size' AS INTEGER) AS sizePence, row ->> '$.status' AS status,
       row ->> '$.reason' AS reason, entry
FROM currentRow WHERE register = 'prepared';
