CREATE INDEX accountByOwner ON account (owner) WHERE owner IS NOT NULL;
CREATE INDEX accountByPool ON account (pool);
CREATE INDEX journalByDate ON journal (date);
CREATE INDEX journalByTime ON journal (recordedAt);
CREATE UNIQUE INDEX restByEntry ON rest (entry, line);
CREATE INDEX transferByCredit ON transfer (credit);
CREATE INDEX transferByDebit ON transfer (debit);
CREATE UNIQUE INDEX versionByEntry ON version (entry, line);
CREATE TABLE account (
    id         INTEGER PRIMARY KEY,
    name       TEXT NOT NULL UNIQUE,         -- canonical: head{award=…,fund=…,year=…}
    head       TEXT NOT NULL,
    accountSet TEXT NOT NULL,
    side       INTEGER NOT NULL,
    floored    INTEGER NOT NULL,
    pool       INTEGER NOT NULL REFERENCES pool,
    owner      TEXT,                         -- its award, else its bid, else its grant
    debits     INTEGER NOT NULL DEFAULT 0 CHECK (debits >= 0),
    credits    INTEGER NOT NULL DEFAULT 0 CHECK (credits >= 0),
    entry      INTEGER NOT NULL DEFAULT 0,   -- the last transfer that moved it
    line       INTEGER NOT NULL DEFAULT 0,
    date       TEXT NOT NULL DEFAULT '',     -- the latest date of any entry that moved it
    FOREIGN KEY (head, accountSet, side, floored) REFERENCES head (code, accountSet, side, floored),
    CONSTRAINT floor CHECK (floored = 0 OR side * (debits - credits) >= 0)
) STRICT;
CREATE TABLE approval (
    entry    INTEGER PRIMARY KEY REFERENCES journal,
    prepared INTEGER NOT NULL UNIQUE REFERENCES journal,
    CONSTRAINT preparation_is_earlier CHECK (prepared BETWEEN 1 AND entry - 1)
) STRICT;
CREATE TABLE contact (
    commitment   TEXT PRIMARY KEY CHECK (length(commitment) = 64),   -- SHA-256 of salt and text, as the record has it
    organisation TEXT NOT NULL CHECK (organisation <> ''),
    salt         BLOB NOT NULL CHECK (length(salt) = 32),
    text         TEXT NOT NULL CHECK (text <> '')
) STRICT, WITHOUT ROWID;
CREATE TABLE head (
    code       TEXT PRIMARY KEY,
    accountSet TEXT NOT NULL CHECK (accountSet IN ('actual', 'budget', 'control', 'memorandum')),
    side       INTEGER NOT NULL CHECK (side IN (-1, 1)),       -- 1 debit-normal, -1 credit-normal
    floored    INTEGER NOT NULL CHECK (floored IN (0, 1)),
    UNIQUE (code, accountSet, side, floored)
) STRICT, WITHOUT ROWID;
CREATE TABLE journal (
    number        INTEGER PRIMARY KEY CHECK (number > 0),
    batch         INTEGER NOT NULL CHECK (batch BETWEEN 1 AND number),       -- the first entry of the same commit
    kind          TEXT NOT NULL CHECK (kind <> ''),
    date          TEXT NOT NULL CHECK (date IS date(date, '+0 days')),
    recordedAt    TEXT NOT NULL CHECK (recordedAt GLOB
        '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9]Z'),
    user          TEXT NOT NULL CHECK (user <> ''),
    login         TEXT NOT NULL CHECK (login <> ''),
    approver      TEXT,
    approverLogin TEXT,
    reverses      INTEGER UNIQUE REFERENCES journal,
    key           TEXT UNIQUE,
    transfers     INTEGER NOT NULL CHECK (transfers >= 0),
    puts          INTEGER NOT NULL CHECK (puts >= 0),
    rests         INTEGER NOT NULL CHECK (rests >= 0),
    rules         INTEGER NOT NULL CHECK (rules > 0),
    record        TEXT NOT NULL CHECK (record <> ''),
    chain         BLOB NOT NULL CHECK (length(chain) = 32),
    CONSTRAINT approver_is_another CHECK (approver <> user AND approverLogin <> login),
    CONSTRAINT approver_has_login CHECK ((approver IS NULL) = (approverLogin IS NULL)),
    CONSTRAINT reversal_is_later CHECK (reverses BETWEEN 1 AND number - 1)
) STRICT;
CREATE TABLE pool (
    id    INTEGER PRIMARY KEY,
    head  TEXT NOT NULL REFERENCES head,
    fund  TEXT NOT NULL DEFAULT '',
    round TEXT NOT NULL DEFAULT '',
    year  INTEGER NOT NULL DEFAULT 0,
    mark  TEXT NOT NULL DEFAULT '',          -- confirmed, accrued …: what sets accounts of one head apart
    UNIQUE (head, fund, round, year, mark)
) STRICT;
CREATE TABLE poolMonth (
    pool    INTEGER NOT NULL REFERENCES pool,
    month   TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'),   -- of the entry's date
    debits  INTEGER NOT NULL CHECK (debits >= 0),
    credits INTEGER NOT NULL CHECK (credits >= 0),
    entry   INTEGER NOT NULL,                -- the newest entry of the last commit that moved it
    PRIMARY KEY (pool, month)
) STRICT, WITHOUT ROWID;
CREATE TABLE rest (
    under INTEGER NOT NULL REFERENCES journal,
    entry INTEGER NOT NULL REFERENCES journal,
    line  INTEGER NOT NULL,
    PRIMARY KEY (under, entry),
    CHECK (under BETWEEN 1 AND entry - 1)
) STRICT, WITHOUT ROWID;
CREATE TABLE transfer (
    entry       INTEGER NOT NULL REFERENCES journal,
    line        INTEGER NOT NULL,
    debit       INTEGER NOT NULL REFERENCES account,
    credit      INTEGER NOT NULL REFERENCES account,
    amountPence INTEGER NOT NULL CHECK (amountPence BETWEEN 1 AND 9999999999999),
    PRIMARY KEY (entry, line)
) STRICT, WITHOUT ROWID;
CREATE TABLE version (
    register TEXT NOT NULL CHECK (register <> ''),
    key      TEXT NOT NULL CHECK (key <> ''),
    entry    INTEGER NOT NULL REFERENCES journal,
    line     INTEGER NOT NULL,
    row      TEXT CHECK (row <> ''),         -- NULL: taken out of use by a reversal
    PRIMARY KEY (register, key, entry)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER account_moved_by_transfer BEFORE UPDATE ON account
WHEN (NEW.entry, NEW.line) <= (OLD.entry, OLD.line) OR NOT EXISTS (
    SELECT 1 FROM transfer JOIN journal ON journal.number = transfer.entry
    WHERE transfer.entry = NEW.entry AND transfer.line = NEW.line AND NEW.date = max(OLD.date, journal.date)
    AND ((debit = OLD.id AND NEW.debits = OLD.debits + amountPence AND NEW.credits = OLD.credits)
      OR (credit = OLD.id AND NEW.credits = OLD.credits + amountPence AND NEW.debits = OLD.debits)))
BEGIN SELECT RAISE(ABORT, 'account-moved-by-transfer'); END;
CREATE TRIGGER account_name_fixed BEFORE UPDATE ON account
WHEN NEW.id IS NOT OLD.id OR NEW.name IS NOT OLD.name OR NEW.head IS NOT OLD.head
  OR NEW.accountSet IS NOT OLD.accountSet OR NEW.side IS NOT OLD.side OR NEW.floored IS NOT OLD.floored
  OR NEW.pool IS NOT OLD.pool OR NEW.owner IS NOT OLD.owner
BEGIN SELECT RAISE(ABORT, 'account-name-fixed'); END;
CREATE TRIGGER account_never_deleted BEFORE DELETE ON account
BEGIN SELECT RAISE(ABORT, 'account-never-deleted'); END;
CREATE TRIGGER account_opened_by_entry BEFORE INSERT ON account
WHEN NOT EXISTS (SELECT 1 FROM journal AS last WHERE last.number = (SELECT max(number) FROM journal)
    AND last.transfers > (SELECT coalesce(max(line), 0) FROM transfer WHERE entry = last.number))
BEGIN SELECT RAISE(ABORT, 'account-opened-by-entry'); END;
CREATE TRIGGER account_opened_empty BEFORE INSERT ON account
WHEN NEW.debits <> 0 OR NEW.credits <> 0 OR NEW.entry <> 0 OR NEW.line <> 0 OR NEW.date <> ''
  OR EXISTS (SELECT 1 FROM account WHERE id = NEW.id) OR EXISTS (SELECT 1 FROM account WHERE name = NEW.name)
  OR NOT EXISTS (SELECT 1 FROM head WHERE code = NEW.head AND accountSet = NEW.accountSet
                 AND side = NEW.side AND floored = NEW.floored)
  OR NOT EXISTS (SELECT 1 FROM pool WHERE id = NEW.pool AND head = NEW.head)
BEGIN SELECT RAISE(ABORT, 'account-opened-empty'); END;
CREATE TRIGGER approval_never_changed BEFORE UPDATE ON approval
BEGIN SELECT RAISE(ABORT, 'approval-never-changed'); END;
CREATE TRIGGER approval_never_deleted BEFORE DELETE ON approval
BEGIN SELECT RAISE(ABORT, 'approval-never-deleted'); END;
CREATE TRIGGER approval_of_prepared BEFORE INSERT ON approval
WHEN NEW.entry IS NOT (SELECT max(number) FROM journal)
  OR EXISTS (SELECT 1 FROM approval WHERE entry = NEW.entry OR prepared = NEW.prepared)
  OR NOT EXISTS (
    SELECT 1 FROM journal AS approved JOIN journal AS first ON first.number = NEW.prepared
    WHERE approved.number = NEW.entry AND first.kind = 'prepareEntry' AND approved.approver IS NOT NULL
      AND approved.user = first.user AND approved.login = first.login AND approved.date = first.date
      AND approved.approver <> first.user AND approved.approverLogin <> first.login)
BEGIN SELECT RAISE(ABORT, 'approval-of-prepared'); END;
CREATE TRIGGER approver_approved BEFORE INSERT ON transfer
WHEN (SELECT approver FROM journal WHERE number = NEW.entry) IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM approval WHERE entry = NEW.entry)
BEGIN SELECT RAISE(ABORT, 'approver-approved'); END;
CREATE TRIGGER contact_kept_once BEFORE INSERT ON contact
WHEN EXISTS (SELECT 1 FROM contact WHERE commitment = NEW.commitment)
BEGIN SELECT RAISE(ABORT, 'contact-kept-once'); END;
CREATE TRIGGER contact_never_changed BEFORE UPDATE ON contact
BEGIN SELECT RAISE(ABORT, 'contact-never-changed'); END;
CREATE TRIGGER head_never_added BEFORE INSERT ON head
WHEN EXISTS (SELECT 1 FROM journal) OR EXISTS (SELECT 1 FROM head WHERE code = NEW.code)
BEGIN SELECT RAISE(ABORT, 'head-never-added'); END;
CREATE TRIGGER head_never_changed BEFORE UPDATE ON head BEGIN SELECT RAISE(ABORT, 'head-never-changed'); END;
CREATE TRIGGER head_never_deleted BEFORE DELETE ON head BEGIN SELECT RAISE(ABORT, 'head-never-deleted'); END;
CREATE TRIGGER journal_batch_in_order BEFORE INSERT ON journal
WHEN NEW.batch NOT IN (NEW.number, (SELECT batch FROM journal WHERE number = NEW.number - 1))
BEGIN SELECT RAISE(ABORT, 'journal-batch-in-order'); END;
CREATE TRIGGER journal_entry_finished BEFORE INSERT ON journal
WHEN EXISTS (SELECT 1 FROM journal AS last WHERE last.number = NEW.number - 1 AND (
    last.transfers IS NOT (SELECT coalesce(max(line), 0) FROM transfer WHERE entry = last.number)
    OR last.puts IS NOT (SELECT coalesce(max(line), 0) FROM version WHERE entry = last.number)
    OR last.rests IS NOT (SELECT coalesce(max(line), 0) FROM rest WHERE entry = last.number)))
BEGIN SELECT RAISE(ABORT, 'journal-entry-finished'); END;
CREATE TRIGGER journal_in_order BEFORE INSERT ON journal
WHEN NEW.number IS NOT (SELECT coalesce(max(number), 0) + 1 FROM journal)
BEGIN SELECT RAISE(ABORT, 'journal-in-order'); END;
CREATE TRIGGER journal_key_once BEFORE INSERT ON journal
WHEN EXISTS (SELECT 1 FROM journal WHERE key = NEW.key)
BEGIN SELECT RAISE(ABORT, 'journal-key-once'); END;
CREATE TRIGGER journal_never_changed BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'journal-never-changed'); END;
CREATE TRIGGER journal_never_deleted BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'journal-never-deleted'); END;
CREATE TRIGGER journal_reversed_once BEFORE INSERT ON journal
WHEN EXISTS (SELECT 1 FROM journal WHERE reverses = NEW.reverses)
BEGIN SELECT RAISE(ABORT, 'journal-reversed-once'); END;
CREATE TRIGGER pool_added_once BEFORE INSERT ON pool
WHEN EXISTS (SELECT 1 FROM pool WHERE id = NEW.id)
  OR EXISTS (SELECT 1 FROM pool 
             WHERE head = NEW.head AND fund = NEW.fund AND round = NEW.round AND year = NEW.year
             AND mark = NEW.mark)
  OR NOT EXISTS (SELECT 1 FROM head WHERE code = NEW.head)
BEGIN SELECT RAISE(ABORT, 'pool-added-once'); END;
CREATE TRIGGER pool_month_added BEFORE INSERT ON poolMonth
WHEN NEW.entry IS NOT (SELECT max(number) FROM journal) OR NOT EXISTS (SELECT 1 FROM pool WHERE id = NEW.pool)
  OR EXISTS (SELECT 1 FROM poolMonth WHERE pool = NEW.pool AND month = NEW.month)
BEGIN SELECT RAISE(ABORT, 'pool-month-added'); END;
CREATE TRIGGER pool_month_grows BEFORE UPDATE ON poolMonth
WHEN NEW.pool IS NOT OLD.pool OR NEW.month IS NOT OLD.month OR NEW.debits < OLD.debits OR NEW.credits < OLD.credits
  OR NEW.entry <= OLD.entry OR NEW.entry IS NOT (SELECT max(number) FROM journal)
BEGIN SELECT RAISE(ABORT, 'pool-month-grows'); END;
CREATE TRIGGER pool_month_never_deleted BEFORE DELETE ON poolMonth
BEGIN SELECT RAISE(ABORT, 'pool-month-never-deleted'); END;
CREATE TRIGGER pool_never_changed BEFORE UPDATE ON pool BEGIN SELECT RAISE(ABORT, 'pool-never-changed'); END;
CREATE TRIGGER pool_never_deleted BEFORE DELETE ON pool BEGIN SELECT RAISE(ABORT, 'pool-never-deleted'); END;
CREATE TRIGGER rest_in_order BEFORE INSERT ON rest
WHEN NEW.entry IS NOT (SELECT max(number) FROM journal)
  OR NEW.line IS NOT (SELECT coalesce(max(line), 0) + 1 FROM rest WHERE entry = NEW.entry)
  OR NEW.line > (SELECT rests FROM journal WHERE number = NEW.entry)
  OR EXISTS (SELECT 1 FROM rest WHERE under = NEW.under AND entry = NEW.entry)
BEGIN SELECT RAISE(ABORT, 'rest-in-order'); END;
CREATE TRIGGER rest_never_changed BEFORE UPDATE ON rest BEGIN SELECT RAISE(ABORT, 'rest-never-changed'); END;
CREATE TRIGGER rest_never_deleted BEFORE DELETE ON rest BEGIN SELECT RAISE(ABORT, 'rest-never-deleted'); END;
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
CREATE TRIGGER transfer_in_one_set BEFORE INSERT ON transfer
WHEN NEW.debit = NEW.credit
  OR ((SELECT accountSet FROM account WHERE id = NEW.debit) = (SELECT accountSet FROM account WHERE id = NEW.credit))
  IS NOT TRUE
BEGIN SELECT RAISE(ABORT, 'transfer-in-one-set'); END;
CREATE TRIGGER transfer_in_order BEFORE INSERT ON transfer
WHEN NEW.entry IS NOT (SELECT max(number) FROM journal)
  OR NEW.line IS NOT (SELECT coalesce(max(line), 0) + 1 FROM transfer WHERE entry = NEW.entry)
  OR NEW.line > (SELECT transfers FROM journal WHERE number = NEW.entry)
BEGIN SELECT RAISE(ABORT, 'transfer-in-order'); END;
CREATE TRIGGER transfer_moves_accounts AFTER INSERT ON transfer
BEGIN
    UPDATE account SET debits = debits + NEW.amountPence, entry = NEW.entry, line = NEW.line,
        date = max(date, (SELECT date FROM journal WHERE number = NEW.entry)) WHERE id = NEW.debit;
    UPDATE account SET credits = credits + NEW.amountPence, entry = NEW.entry, line = NEW.line,
        date = max(date, (SELECT date FROM journal WHERE number = NEW.entry)) WHERE id = NEW.credit;
    SELECT RAISE(ABORT, 'floor') FROM account
        WHERE id IN (NEW.debit, NEW.credit) AND (entry <> NEW.entry OR line <> NEW.line);
END;
CREATE TRIGGER transfer_never_changed BEFORE UPDATE ON transfer
BEGIN SELECT RAISE(ABORT, 'transfer-never-changed'); END;
CREATE TRIGGER transfer_never_deleted BEFORE DELETE ON transfer
BEGIN SELECT RAISE(ABORT, 'transfer-never-deleted'); END;
CREATE TRIGGER version_in_order BEFORE INSERT ON version
WHEN NEW.entry IS NOT (SELECT max(number) FROM journal)
  OR NEW.line IS NOT (SELECT coalesce(max(line), 0) + 1 FROM version WHERE entry = NEW.entry)
  OR NEW.line > (SELECT puts FROM journal WHERE number = NEW.entry)
  OR EXISTS (SELECT 1 FROM version WHERE register = NEW.register AND key = NEW.key AND entry = NEW.entry)
BEGIN SELECT RAISE(ABORT, 'version-in-order'); END;
CREATE TRIGGER version_never_changed BEFORE UPDATE ON version
BEGIN SELECT RAISE(ABORT, 'version-never-changed'); END;
CREATE TRIGGER version_never_deleted BEFORE DELETE ON version
BEGIN SELECT RAISE(ABORT, 'version-never-deleted'); END;
CREATE TRIGGER year_closed BEFORE INSERT ON journal
WHEN NEW.kind NOT IN ('adjustLate', 'reopenYear') AND (
    SELECT instr(version.row, '"status":"closed"') > 0 FROM version
    WHERE register = 'year' AND key = (
        SELECT printf('%04d/%02d', start, (start + 1) % 100)
        FROM (SELECT CAST(substr(NEW.date, 1, 4) AS INTEGER) - (substr(NEW.date, 6) < '04') AS start))
    ORDER BY version.entry DESC LIMIT 1)
BEGIN SELECT RAISE(ABORT, 'year-closed'); END;
CREATE VIEW alias AS
SELECT key AS name, row ->> '$.organisation' AS organisation, entry FROM currentRow WHERE register = 'alias';
CREATE VIEW announcement AS
SELECT row ->> '$.of' AS "of", row ->> '$.register' AS register, row ->> '$.number' AS number,
       CAST(row ->> '$.amount' AS INTEGER) AS amountPence, row ->> '$.source' AS source, row ->> '$.date' AS date,
       entry
FROM currentRow WHERE register = 'announcement';
CREATE VIEW area AS
SELECT key AS code, row ->> '$.name' AS name, row ->> '$.geoCode' AS geoCode, row ->> '$.geoType' AS geoType, entry
FROM currentRow WHERE register = 'area';
CREATE VIEW award AS
SELECT key AS code, row ->> '$.bid' AS bid, row ->> '$.round' AS round, row ->> '$.fund' AS fund,
       row ->> '$.recipient' AS recipient, row ->> '$.title' AS title, row ->> '$.profile' AS profile,
       row ->> '$.purpose' AS purpose, row ->> '$.reasons' AS reasons, row ->> '$.conditions' AS conditions,
       row ->> '$.description' AS description, row ->> '$.decision' AS decision, row ->> '$.starts' AS starts,
       row ->> '$.ends' AS ends, row ->> '$.place' AS place, row ->> '$.area' AS area, row ->> '$.theme' AS theme,
       row ->> '$.status' AS status, row ->> '$.agreement' AS agreement, row ->> '$.signed' AS signed,
       row ->> '$.returns' AS returns, row ->> '$.expense' AS expense, row ->> '$.withheld' AS withheld, entry
FROM currentRow WHERE register = 'award';
CREATE VIEW balance AS
SELECT account.name, account.accountSet, account.head, pool.fund, pool.round, account.owner, pool.year,
       account.debits, account.credits, account.side * (account.debits - account.credits) AS balancePence,
       account.date, account.entry
FROM account JOIN pool ON pool.id = account.pool;
CREATE VIEW bankLine AS
SELECT row ->> '$.number' AS number, row ->> '$.date' AS date, CAST(row ->> '$.amount' AS INTEGER) AS amountPence,
       row ->> '$.text' AS text, row ->> '$.reference' AS reference, row ->> '$.near' AS near,
       row ->> '$.entries' AS entries, row ->> '$.elsewhere' AS elsewhere, entry
FROM currentRow WHERE register = 'bankLine';
CREATE VIEW bankMatch AS
SELECT row ->> '$.entry' AS moved, row ->> '$.line' AS line, entry
FROM currentRow WHERE register = 'bankMatch';
CREATE VIEW bid AS
SELECT key AS code, row ->> '$.round' AS round, row ->> '$.applicant' AS applicant, row ->> '$.title' AS title,
       row ->> '$.profile' AS profile, row ->> '$.match' AS "match", row ->> '$.area' AS area,
       row ->> '$.theme' AS theme, row ->> '$.received' AS received, row ->> '$.receivedAt' AS receivedAt,
       row ->> '$.status' AS status, row ->> '$.reason' AS reason, row ->> '$.decision' AS decision, entry
FROM currentRow WHERE register = 'bid';
CREATE VIEW category AS
SELECT key AS code, row ->> '$.name' AS name, entry FROM currentRow WHERE register = 'category';
CREATE VIEW claim AS
SELECT key AS code, row ->> '$.grant' AS "grant", row ->> '$.year' AS year, row ->> '$.quarter' AS quarter,
       row ->> '$.made' AS made, row ->> '$.lines' AS lines, entry
FROM currentRow WHERE register = 'claim';
CREATE VIEW cost AS
SELECT row ->> '$.number' AS number, row ->> '$.fund' AS fund, row ->> '$.year' AS year,
       row ->> '$.category' AS category, CAST(row ->> '$.amount' AS INTEGER) AS amountPence,
       row ->> '$.supplier' AS supplier, CAST(row ->> '$.recoverableVAT' AS INTEGER) AS recoverableVATPence,
       row ->> '$.date' AS date, entry
FROM currentRow WHERE register = 'cost';
CREATE VIEW currentRow AS
SELECT register, key, row, entry FROM version AS newest
WHERE row IS NOT NULL
  AND entry = (SELECT max(entry) FROM version WHERE register = newest.register AND key = newest.key);
CREATE VIEW earning AS
SELECT row ->> '$.grant' AS "grant", row ->> '$.year' AS year, row ->> '$.source.award' AS award,
       row ->> '$.source.period' AS period, row ->> '$.source.cost' AS cost, row ->> '$.source.category' AS category,
       CAST(row ->> '$.amount' AS INTEGER) AS amountPence, row ->> '$.accepted' AS accepted, entry
FROM currentRow WHERE register = 'earning';
CREATE VIEW estimate AS
SELECT row ->> '$.award' AS award, row ->> '$.period' AS period, row ->> '$.spend' AS spend,
       row ->> '$.basis' AS basis, row ->> '$.status' AS status, row ->> '$.accrual' AS accrual, entry
FROM currentRow WHERE register = 'estimate';
CREATE VIEW evidence AS
SELECT key AS paper, row ->> '$.of' AS "of", row ->> '$.from' AS "from", row ->> '$.year' AS year,
       row ->> '$.entry' AS first, entry
FROM currentRow WHERE register = 'evidence';
CREATE VIEW forecast AS
SELECT row ->> '$.award' AS award, row ->> '$.year' AS year, CAST(row ->> '$.amount' AS INTEGER) AS amountPence,
       row ->> '$.date' AS date, row ->> '$.reason' AS reason, entry
FROM currentRow WHERE register = 'forecast';
CREATE VIEW fund AS
SELECT key AS code, row ->> '$.title' AS title, row ->> '$.source' AS source, row ->> '$.grants' AS grants, entry
FROM currentRow WHERE register = 'fund';
CREATE VIEW "grant" AS
SELECT key AS code, row ->> '$.funder' AS funder, row ->> '$.fund' AS fund, row ->> '$.title' AS title,
       row ->> '$.basis' AS basis, row ->> '$.status' AS status, row ->> '$.underwrittenBy' AS underwrittenBy,
       row ->> '$.agreement' AS agreement, row ->> '$.ends' AS ends, row ->> '$.match' AS "match",
       row ->> '$.minimums' AS minimums, row ->> '$.isUnconditional' AS isUnconditional,
       row ->> '$.partners' AS partners, row ->> '$.profile' AS profile, entry
FROM currentRow WHERE register = 'grant';
CREATE VIEW importProfile AS
SELECT key AS code, row ->> '$.kind' AS kind, row ->> '$.fields' AS fields, row ->> '$.unique' AS "unique",
       row ->> '$.delimiter' AS delimiter, row ->> '$.sheet' AS sheet, row ->> '$.headingRow' AS headingRow,
       row ->> '$.dates' AS dates, row ->> '$.sign' AS sign, entry
FROM currentRow WHERE register = 'importProfile';
CREATE VIEW importedFile AS
SELECT row ->> '$.number' AS number, row ->> '$.kind' AS kind, row ->> '$.profile' AS profile,
       row ->> '$.file' AS file, row ->> '$.sha256' AS sha256, row ->> '$.rows' AS rows,
       row ->> '$.recorded' AS recorded, row ->> '$.seen' AS seen, row ->> '$.setAside' AS setAside,
       CAST(row ->> '$.total' AS INTEGER) AS totalPence, entry
FROM currentRow WHERE register = 'importedFile';
CREATE VIEW instalment AS
SELECT row ->> '$.award' AS award, row ->> '$.number' AS number, row ->> '$.year' AS year, row ->> '$.due' AS due,
       row ->> '$.after' AS "after", row ->> '$.status' AS status, row ->> '$.reason' AS reason,
       row ->> '$.payment' AS payment, entry
FROM currentRow WHERE register = 'instalment';
CREATE VIEW ledgerCode AS
SELECT row ->> '$.head' AS head, row ->> '$.fund' AS fund, row ->> '$.code' AS code, entry
FROM currentRow WHERE register = 'ledgerCode';
CREATE VIEW monitoringReturn AS
SELECT row ->> '$.award' AS award, row ->> '$.period' AS period, row ->> '$.spend' AS spend,
       row ->> '$.disallowed' AS disallowed, CAST(row ->> '$.forecast' AS INTEGER) AS forecastPence,
       row ->> '$.match' AS "match", row ->> '$.delivered' AS delivered, row ->> '$.submitted' AS submitted,
       row ->> '$.status' AS status, row ->> '$.reason' AS reason, entry
FROM currentRow WHERE register = 'monitoringReturn';
CREATE VIEW office AS
SELECT row ->> '$.name' AS name, row ->> '$.kind' AS kind, row ->> '$.orgId' AS orgId, row ->> '$.from' AS "from",
       entry
FROM currentRow WHERE register = 'office';
CREATE VIEW organisation AS
SELECT key AS code, row ->> '$.name' AS name, row ->> '$.orgId' AS orgId, row ->> '$.kind' AS kind,
       row ->> '$.contact' AS contact, entry
FROM currentRow WHERE register = 'organisation';
CREATE VIEW ownBid AS
SELECT key AS code, row ->> '$.funder' AS funder, row ->> '$.title' AS title, row ->> '$.profile' AS profile,
       row ->> '$.submitted' AS submitted, row ->> '$.status' AS status, row ->> '$.grant' AS "grant",
       row ->> '$.reason' AS reason, entry
FROM currentRow WHERE register = 'ownBid';
CREATE VIEW person AS
SELECT key AS code, row ->> '$.name' AS name, row ->> '$.login' AS login, row ->> '$.mayApprove' AS mayApprove, entry
FROM currentRow WHERE register = 'person';
CREATE VIEW policy AS
SELECT row ->> '$.name' AS name, row ->> '$.from' AS "from", row ->> '$.value' AS value, row ->> '$.reason' AS reason,
       entry
FROM currentRow WHERE register = 'policy';
CREATE VIEW postedMonth AS
SELECT row ->> '$.number' AS number, row ->> '$.through' AS through, row ->> '$.spans' AS spans,
       CAST(row ->> '$.total' AS INTEGER) AS totalPence, entry
FROM currentRow WHERE register = 'postedMonth';
CREATE VIEW prepared AS
SELECT row ->> '$.number' AS number, row ->> '$.kind' AS kind, row ->> '$.user' AS user, row ->> '$.login' AS login,
       row ->> '$.date' AS date, CAST(row ->> '$.size' AS INTEGER) AS sizePence, row ->> '$.status' AS status,
       row ->> '$.reason' AS reason, entry
FROM currentRow WHERE register = 'prepared';
CREATE VIEW returnForm AS
SELECT row ->> '$.award' AS award, row ->> '$.period' AS period, row ->> '$.version' AS version,
       row ->> '$.check' AS "check", row ->> '$.issued' AS issued, entry
FROM currentRow WHERE register = 'returnForm';
CREATE VIEW round AS
SELECT key AS code, row ->> '$.fund' AS fund, row ->> '$.title' AS title, row ->> '$.opens' AS opens,
       row ->> '$.closes' AS closes, row ->> '$.closesAt' AS closesAt,
       CAST(row ->> '$.capPerYear' AS INTEGER) AS capPerYearPence,
       CAST(row ->> '$.capPerAward' AS INTEGER) AS capPerAwardPence, row ->> '$.match' AS "match",
       row ->> '$.years' AS years, row ->> '$.status' AS status, entry
FROM currentRow WHERE register = 'round';
CREATE VIEW setAsideRow AS
SELECT row ->> '$.number' AS number, row ->> '$.kind' AS kind, row ->> '$.date' AS date, row ->> '$.once' AS once,
       row ->> '$.reference' AS reference, row ->> '$.near' AS near, row ->> '$.status' AS status,
       row ->> '$.same' AS same, entry
FROM currentRow WHERE register = 'setAsideRow';
CREATE VIEW theme AS
SELECT key AS code, row ->> '$.name' AS name, entry FROM currentRow WHERE register = 'theme';
CREATE VIEW trialBalance AS
SELECT accountSet, head, sum(debits) AS debits, sum(credits) AS credits FROM balance GROUP BY accountSet, head;
CREATE VIEW "year" AS
SELECT key AS year, row ->> '$.status' AS status, row ->> '$.close' AS "close",
       row ->> '$.adjustments' AS adjustments, row ->> '$.explanation' AS explanation, entry
FROM currentRow WHERE register = 'year';
