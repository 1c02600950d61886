#!/usr/bin/env python3
"""Checks an audit bundle by itself: Python's standard library is all it needs.

    python3 -I verify.py [BUNDLE] [--against NOTE] [--keys FILE]

BUNDLE is a folder or a zip; without it, the folder this file lies in. It recomputes, from entries.jsonl alone, every
leaf, the chain, the root of the tree, the balance of every account and both trial balances; holds entries.csv,
transfers.csv, documents.csv, accounts.csv and the trial balances against them row by row; holds every file against its
digest in manifest.json, the manifest against the note, and the note against the signatures of public-keys.txt.

--against NOTE  a checkpoint of this book that you kept from before: the first entries must be the same still.
--keys FILE     verifier keys that you hold, one a line: the bundle must be signed by one of them.

It prints what it found and exits 0 where all is well, 1 where something is wrong, 2 where it was asked wrongly.
It shows that nothing was changed since it was signed; it cannot show that an entry is true.
"""
import argparse, base64, hashlib, json, os, re, sys, zipfile

FORMAT, MANIFEST, NOTE, KEYS = "almoner-audit/1", "manifest.json", "checkpoint.note", "public-keys.txt"
CHART = (  # every head in the order of the chart; + where debits raise it
    "actual: bank+ generalFund earmarkedReserve grantDebtors+ accruedGrantIncome+ receiptsInAdvance repayableToFunder "
    "heldAsAgent grantIncome partnerContributions awardExpenditure+ paymentsOnAccount+ awardCreditors "
    "accruedExpenditure clawbackDebtors+",
    "budget: fundingApproved+ overProgrammingAuthorised+ broughtForward+ unallocated roundAvailable budgetPrepared "
    "reserved committed charged carriedForward",
    "control: capSet+ capHeadroom capUsed awardPayable+ paymentScheduled paymentReleased paid paymentReturned "
    "claimCeiling+ notYetEarned earnedClaimable claimed received virementSet+ virementHeadroom virementUsed "
    "controlPrepared",
    "memorandum: bidsRequested+ bidsUnderAssessment bidsAwarded bidsNotAwarded bidsWithdrawn spendReported+ "
    "returnsSubmitted returnsAccepted spendDisallowed matchTarget+ matchRequired matchMet matchOffered+ matchPledged "
    "matchConfirmed matchEvidenced")
HEADS = {name.rstrip("+"): (line.split(":")[0], 1 if name.endswith("+") else -1)
         for line in CHART for name in line.split(": ")[1].split()}
PARTS = "accountingYear award bid category claim fund grant instalment mark organisation period prepared round year".split()
COLUMNS = {
    "entries.csv": "entry date year recordedAt yearsOfCost kind amount user login approver approverLogin prepared "
                   "reverses batch key reference flags papers rules chain what",
    "transfers.csv": "entry line date year set debit credit debitYear creditYear amount",
    "documents.csv": "entry date line name size sha256 row",
    "accounts.csv": " ".join(["account set head ledgerCode", *PARTS, "opening debits credits closing"]),
    **dict.fromkeys(("opening-trial-balance.csv", "closing-trial-balance.csv"), "set head debit credit"),
}

class Bundle:
    """The files of a bundle, in a folder or in a zip."""
    def __init__(self, path):
        packed = None if os.path.isdir(path) else zipfile.ZipFile(path)
        self.names = packed.namelist() if packed else os.listdir(path)
        self.open = packed.open if packed else lambda name: open(os.path.join(path, name), "rb")

# Ed25519 (RFC 8032, section 5.1), verifying only. Points have extended coordinates.
P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P

def point_sum(p, q):
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % P, (p[1] + p[0]) * (q[1] + q[0]) % P
    c, d = 2 * p[3] * q[3] * D % P, 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P

def point_times(factor, point):
    total = (0, 1, 1, 0)
    while factor:
        if factor & 1:
            total = point_sum(total, point)
        point, factor = point_sum(point, point), factor >> 1
    return total

def point(data):
    """The point that 32 bytes stand for, or None."""
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y & (1 << 255) - 1
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    if (x * x - square) % P or (x == 0 and sign):
        return None
    x = P - x if x & 1 != sign else x
    return x, y, 1, x * y % P

def is_signature(signature, text, key):
    """Whether 64 bytes are the key's signature of a text."""
    base = point((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))
    public, r, s = point(key), point(signature[:32]), int.from_bytes(signature[32:], "little")
    if len(signature) != 64 or public is None or r is None or s >= L:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + key + text).digest(), "little") % L
    left, right = point_times(s, base), point_sum(r, point_times(h, public))
    return all((left[i] * right[2] - right[i] * left[2]) % P == 0 for i in (0, 1))

class Tree:
    """The root of RFC 6962 over leaves that come one by one: whole subtrees, the larger first."""
    def __init__(self):
        self.size, self.stack = 0, []

    def take(self, leaf):
        self.size += 1
        height = self.size
        while height & 1 == 0:
            leaf, height = hashlib.sha256(b"\1" + self.stack.pop() + leaf).digest(), height >> 1
        self.stack.append(leaf)

    def root(self):
        root = self.stack[-1] if self.stack else hashlib.sha256(b"").digest()
        for left in reversed(self.stack[:-1]):
            root = hashlib.sha256(b"\1" + left + root).digest()
        return base64.b64encode(root).decode()

ENCODER = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False)

def canonical(tree):
    return ENCODER.encode(tree).encode()

def pounds(pence):
    return f"{'-' if pence < 0 else ''}{abs(pence) // 100}.{abs(pence) % 100:02}",  # a tuple: no text to be made inert

SPACE = "\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"  # what Unicode calls white space
FORMULA = re.compile(f"[\t\r\n]|[{SPACE}\ufeff]*[=+\\-@＝＋－＠]")
QUOTED = re.compile('[",\r\n]')

def field(cell):
    """A cell of CSV: an amount (in a tuple) as it is, a text that looks like a formula with an apostrophe before it."""
    text = cell[0] if isinstance(cell, tuple) else "" if cell is None else str(cell)
    text = "'" + text if FORMULA.match(text) and not isinstance(cell, tuple) else text
    return '"' + text.replace('"', '""') + '"' if QUOTED.search(text) else text

def line(*cells):
    return ",".join(map(field, cells))

def financial_year(day):
    start = min(max(int(day[:4]) - (day[5:] < "04-01"), 1), 9998)
    return f"{start:04}/{(start + 1) % 100:02}"

def key_of(account):
    """The head of an account and the parts of its key."""
    head, _, rest = account.partition("{")
    return head, dict(part.split("=", 1) for part in rest[:-1].split(",")) if rest else {}

class Rows:
    """A CSV file of the bundle that is held, row by row, against what it should say."""
    def __init__(self, bundle, name, wrong):
        self.name, self.wrong, self.row, self.file = name, wrong, 0, bundle.open(name)
        self.expect(",".join(COLUMNS[name].split()), "the heading")

    def expect(self, text, where, free_end=False):
        """The next row must be this; after `free_end`, one more field that is not recomputed."""
        self.row += 1
        wanted = text.encode() + (b"," if free_end else b"\n")
        found = self.file.read(len(wanted)) if self.file else wanted
        if found != wanted:
            found += self.file.readline(400)
            self.wrong(self.name, f"row {self.row}, {where}", f"it is {found[:250]!r}, it should be {wanted[:250]!r}")
            self.file = None
        elif free_end and self.file:
            rest = self.file.readline()
            while rest.count(b'"') % 2 and (more := self.file.readline()):
                rest += more

    def end(self):
        if self.file and (rest := self.file.readline(200)):
            self.wrong(self.name, f"after row {self.row}", f"it goes on: {rest!r}")

class Journal:
    """What entries.jsonl comes to."""
    def __init__(self, year, earlier):
        self.first, self.last = (f"{year[:4]}-04-01", f"{int(year[:4]) + 1:04}-03-31") if year else ("", "9999-12-31")
        self.tree, self.chain, self.transfers, self.book = Tree(), bytes(32), 0, None
        self.accounts, self.rows, self.stop, self.earlier = {}, {}, int(earlier.size) if earlier else 0, None

    def read(self, bundle, wrong):
        tables = [Rows(bundle, name, wrong) for name in ("entries.csv", "transfers.csv", "documents.csv")]
        with bundle.open("entries.jsonl") as file:
            for number, record in enumerate(file, 1):
                try:
                    self.take(number, record, *tables)
                except (ValueError, KeyError, TypeError, AttributeError) as error:
                    return wrong("entries.jsonl", f"line {number}", f"{type(error).__name__}: {error}")
        for table in tables:
            table.end()

    def take(self, number, record, *tables):
        record, end = record[:-1], record[-1:]
        leaf = hashlib.sha256(b"\0" + record).digest()
        self.chain = hashlib.sha256(b"almoner-chain-v1" + self.chain + leaf).digest()
        self.tree.take(leaf)
        if number == self.stop:
            self.earlier = self.tree.root()
        entry = json.loads(record.decode())
        if canonical(entry) != record or end != b"\n":
            raise ValueError("it is not in canonical form")
        self.book = self.book or entry["book"]
        if (entry["number"], entry["format"], entry["book"]) != (number, 1, self.book):
            raise ValueError(f"it should be entry {number} of book {self.book}, form 1")
        for put in entry["puts"]:
            if put["register"] in ("office", "ledgerCode", "grant"):
                self.rows[put["register"], put["key"]] = put.get("row") or {}
        self.hold(entry, f"entry {number}", *tables)

    def fact(self, register, key, name):
        return self.rows.get((register, key), {}).get(name)

    def hold(self, entry, where, entries, transfers, documents):
        """Posts the transfers of an entry, and holds its rows in the tables where it is dated in their year."""
        number, day, cost, moved = entry["number"], entry["date"], set(), {}
        year, is_told, place = financial_year(day), self.first <= day <= self.last, 2 if day >= self.first else 0
        for count, transfer in enumerate(entry["transfers"], 1):
            debit, credit, amount = transfer["debit"], transfer["credit"], transfer["amount"]
            (head, key), (other, other_key) = key_of(debit), key_of(credit)
            kind, pence, sums = HEADS[head][0], int(amount), moved.setdefault(HEADS[head][0], {})
            if debit == credit or kind != HEADS[other][0] or pence <= 0 or amount != str(pence):
                raise ValueError(f"its transfer {count} cannot be: {transfer}")
            self.transfers += 1
            cost.update(filter(None, (key.get("year"), other_key.get("year"))))
            sums[debit], sums[credit] = sums.get(debit, 0) + pence, sums.get(credit, 0) - pence
            if day <= self.last:
                self.accounts.setdefault(debit, [0, 0, 0, 0])[place] += pence
                self.accounts.setdefault(credit, [0, 0, 0, 0])[place + 1] += pence
            if is_told:
                transfers.expect(line(number, count, day, year, kind, debit, credit, key.get("year"),
                                      other_key.get("year"), pounds(pence)), where)
        if not is_told:
            return
        for count, paper in enumerate(entry["documents"], 1):
            documents.expect(line(number, day, count, paper["name"], *map(paper.get, ("size", "sha256", "row"))), where)
        sums = next((moved[kind] for kind in ("budget", "actual", "control", "memorandum") if kind in moved), {})
        amount = pounds(sum(pence for pence in sums.values() if pence > 0)) if sums else None
        entries.expect(line(
            number, day, year, entry["recordedAt"], " ".join(sorted(cost)), entry["kind"], amount, entry["user"],
            entry["login"], *map(entry.get, ("approver", "approverLogin", "prepared", "reverses", "batch", "key",
                                             "reference")), " ".join(entry["flags"]), len(entry["documents"]),
            entry["rules"], self.chain.hex()), where, free_end=True)

    def balances(self, bundle, wrong):
        """Holds the accounts and the trial balances against the sums."""
        accounts, sums = Rows(bundle, "accounts.csv", wrong), {"opening": {}, "closing": {}}
        for name in sorted(self.accounts):
            before_debits, before_credits, debits, credits = self.accounts[name]
            head, key = key_of(name)
            kind, side = HEADS[head]
            opening = side * (before_debits - before_credits)
            closing = opening + side * (debits - credits)
            sums["opening"][head] = sums["opening"].get(head, 0) + opening
            sums["closing"][head] = sums["closing"].get(head, 0) + closing
            if opening or debits or credits:
                fund = key.get("fund") or self.fact("grant", key.get("grant"), "fund")
                code = self.fact("ledgerCode", f"{head}/{fund}", "code") or self.fact("ledgerCode", head, "code")
                accounts.expect(line(name, kind, head, code, *map(key.get, PARTS),
                                     *map(pounds, (opening, debits, credits, closing))), name)
        accounts.end()
        for which, heads in sums.items():
            table = Rows(bundle, f"{which}-trial-balance.csv", wrong)
            for head, (kind, side) in HEADS.items():
                if pence := heads.get(head, 0) * side:
                    table.expect(line(kind, head, pounds(max(pence, 0)), pounds(max(-pence, 0))), head)
            table.end()

def check_manifest(bundle, wrong):
    """Holds every file against the manifest's digest of it; gives the manifest, and its own digest."""
    data = bundle.open(MANIFEST).read()
    manifest = json.loads(data.decode())
    if canonical(manifest) + b"\n" != data or manifest["format"] != FORMAT:
        wrong(MANIFEST, "line 1", f"it is not one line of canonical JSON in the form {FORMAT}")
    names, found = [file["name"] for file in manifest["files"]], bundle.names
    if names != sorted(set(names), key=str.encode):
        wrong(MANIFEST, "files", "they are not in order, each once")
    for name in sorted(set(found) | set(names)):
        if found.count(name) != 1:
            wrong(name, "the bundle", "it is missing" if name not in found else "it is there twice")
        elif name not in names and name not in (MANIFEST, NOTE):
            wrong(name, "the bundle", "the manifest does not name it")
    for file in manifest["files"]:
        digest, size = hashlib.sha256(), 0
        if file["name"] in found:
            with bundle.open(file["name"]) as opened:
                while piece := opened.read(1 << 18):
                    digest.update(piece)
                    size += len(piece)
            if (size, digest.hexdigest()) != (file["size"], file["sha256"]):
                wrong(file["name"], f"{size} bytes", f"not the file of {file['size']} bytes that the manifest names")
    return manifest, hashlib.sha256(data).hexdigest()

def decoded(text):
    """The bytes of base 64, which has one spelling only."""
    raw = base64.b64decode(text, validate=True)
    if base64.b64encode(raw).decode() != text:
        raise ValueError(f"{text} is not base 64")
    return raw

def read_keys(data):
    """Verifier keys, name+hash+base64, one a line: the public key and its fingerprint, by name and hash."""
    keys = {}
    for text in filter(None, data.decode().split("\n")):
        name, short, encoded = text.split("+", 2)
        raw = decoded(encoded)
        full = hashlib.sha256(name.encode() + b"\n" + raw).hexdigest()
        if raw[:1] != b"\1" or len(raw) != 33 or full[:8] != short:
            raise ValueError(f"{text} is not a verifier key")
        keys[name, short] = raw[1:], " ".join(full[i:i + 8] for i in range(0, 64, 8))
    return keys

class Note:
    """A signed note: a text, and signatures below it, each with a name, four bytes of a hash, and 64 more."""
    def __init__(self, data):
        text, blank, rest = data.decode().rpartition("\n\n")
        self.text, self.signatures = (text + "\n").encode(), []
        rows = rest.split("\n")
        if not blank or rows.pop():
            raise ValueError("it is not a signed note")
        for row in rows:
            mark, name, encoded = row.split(" ")
            raw = decoded(encoded)
            if mark != "\u2014" or len(raw) != 68:
                raise ValueError(f"{row} is not a signature")
            self.signatures.append((name, raw[:4].hex(), raw[4:]))
        self.origin, self.size, self.root = text.split("\n")[:3]

    def signers(self, keys, wrong):
        """Whose signatures it has, of the keys that are known; any other is wrong."""
        found = []
        for name, short, raw in self.signatures:
            if (name, short) in found or (name, short) not in keys:
                wrong(NOTE, f"signature of {name}", "it is there twice, or its key is not known: give --keys")
            elif not is_signature(raw, self.text, keys[name, short][0]):
                wrong(NOTE, f"signature of {name}", "it is not that key's over this note")
            else:
                found.append((name, short))
        return found

def check_note(bundle, journal, manifest, digest, held, wrong):
    """The note must be the one the entries and the manifest come to, signed by who made the bundle."""
    note, own = Note(bundle.open(NOTE).read()), read_keys(bundle.open(KEYS).read())
    wanted = f"almoner/{journal.book}\n{journal.tree.size}\n{journal.tree.root()}\nmanifest sha256 {digest}\n".encode()
    if note.text != wanted:
        wrong(NOTE, "its text", f"it is {note.text!r}, the bundle comes to {wanted!r}")
    keys = {**own, **held}
    signers = note.signers(keys, wrong)
    if "signer" in manifest and tuple(manifest["signer"].split("+")) not in signers:
        wrong(NOTE, "signatures", f"that of {manifest['signer']} is missing")
    if held and not set(signers) & set(held):
        wrong(NOTE, "signatures", "none is by a key of --keys")
    for key in signers:
        print(f"  signed by {key[0]}, fingerprint {keys[key][1]}")
    if not signers:
        print("  NOT SIGNED: only the bundle itself says that it is whole. Compare the chain with a page you trust.")

def check(path, against=None, keys=None):
    """Checks a bundle, perhaps against an earlier note and by keys that are held; gives the findings."""
    findings = []
    def wrong(*finding):
        findings.append(finding)
    def attempt(file, body, *arguments):
        try:
            return body(*arguments)
        except Exception as error:  # what cannot be read is a finding, whatever it is
            wrong(file, "as a whole", f"{type(error).__name__}: {error}")
    if not (bundle := attempt(os.path.basename(path), Bundle, path)):
        return findings
    manifest, digest = attempt(MANIFEST, check_manifest, bundle, wrong) or ({}, "")
    held = attempt("--keys", read_keys, keys) if keys else {}
    earlier = attempt("--against", Note, against) if against else None
    journal = attempt(MANIFEST, Journal, manifest.get("year"), earlier) or Journal(None, None)
    attempt("entries.jsonl", journal.read, bundle, wrong)
    attempt("accounts.csv", journal.balances, bundle, wrong)
    count, said = journal.tree.size, "book office first last entries transfers chain root".split()
    told = (journal.book, journal.fact("office", "OFFICE", "name"), min(count, 1), count, count, journal.transfers,
            journal.chain.hex(), journal.tree.root())
    print("\n".join(f"  {name:<9} {value}" for name, value in zip(said, told)))
    for name, value in zip(said, told):
        if manifest.get(name) != value:
            wrong(MANIFEST, name, f"it says {manifest.get(name)}, the entries come to {value}")
    attempt(NOTE, check_note, bundle, journal, manifest, digest, held or {}, wrong)
    if earlier:
        if (earlier.origin, earlier.root) != (f"almoner/{journal.book}", journal.earlier):
            wrong("entries.jsonl", f"lines 1 to {earlier.size}", f"not those of the earlier note of {earlier.origin}")
        if held and not any((name, short) in held and is_signature(raw, earlier.text, held[name, short][0])
                            for name, short, raw in earlier.signatures):
            wrong("--against", "signatures", "none is by a key of --keys")
    return findings

def main():
    parser = argparse.ArgumentParser(description="Checks an audit bundle by itself.")
    parser.add_argument("bundle", nargs="?", default=os.path.dirname(os.path.abspath(__file__)))
    parser.add_argument("--against", type=argparse.FileType("rb"), metavar="NOTE")
    parser.add_argument("--keys", type=argparse.FileType("rb"), metavar="FILE")
    asked = parser.parse_args()
    with open(__file__, "rb") as own:
        print(f"verify.py, SHA-256 {hashlib.sha256(own.read()).hexdigest()}")
    findings = check(asked.bundle, asked.against and asked.against.read(), asked.keys and asked.keys.read())
    print("".join(f"WRONG {file}, {where}: {what}\n" for file, where, what in findings[:100]), end="")
    print(f"{len(findings)} findings: THIS BUNDLE IS NOT SOUND." if findings else "All is as it was written.")
    return 1 if findings else 0

if __name__ == "__main__":
    sys.exit(main())
