-- In and out of Excel, the bank and the finance system: what people read of ledger codes, journals posted, imports, the
-- bank's lines and return forms. The registers themselves need no table: they are versions.

CREATE VIEW ledgerCode AS
SELECT row ->> '$.head' AS head, row ->> '$.fund' AS fund, row ->> '$.code' AS code, entry
FROM currentRow WHERE register = 'ledgerCode';
CREATE VIEW postedMonth AS
SELECT row ->> '$.number' AS number, row ->> '$.through' AS through, row ->> '$.spans' AS spans,
       CAST(row ->> '$.total' AS INTEGER) AS totalPence, entry
FROM currentRow WHERE register = 'postedMonth';
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
CREATE VIEW setAsideRow AS
SELECT row ->> '$.number' AS number, row ->> '$.kind' AS kind, row ->> '$.date' AS date, row ->> '$.once' AS once,
       row ->> '$.reference' AS reference, row ->> '$.near' AS near, row ->> '$.status' AS status,
       row ->> '$.same' AS same, entry
FROM currentRow WHERE register = 'setAsideRow';
CREATE VIEW bankLine AS
SELECT row ->> '$.number' AS number, row ->> '$.date' AS date, CAST(row ->> '$.amount' AS INTEGER) AS amountPence,
       row ->> '$.text' AS text, row ->> '$.reference' AS reference, row ->> '$.near' AS near,
       row ->> '$.entries' AS entries, row ->> '$.elsewhere' AS elsewhere, entry
FROM currentRow WHERE register = 'bankLine';
CREATE VIEW bankMatch AS
SELECT row ->> '$.entry' AS moved, row ->> '$.line' AS line, entry
FROM currentRow WHERE register = 'bankMatch';
CREATE VIEW returnForm AS
SELECT row ->> '$.award' AS award, row ->> '$.period' AS period, row ->> '$.version' AS version,
       row ->> '$.check' AS "check", row ->> '$.issued' AS issued, entry
FROM currentRow WHERE register = 'returnForm';
