#!/usr/bin/env python3
"""Lets ledger, hledger and beancount recompute a book's exports, and compares every balance.

    peers.py PROGRAM BOOK...        judges books
    peers.py PROGRAM --fixtures     makes the books of the repository's cases, and judges them

What they must say is read twice: from the book's own tables by SQL, and from `report trial-balance`.
Prints how much was compared; names the first differences and exits 1.
"""
import collections
import concurrent.futures
import datetime
import decimal
import glob
import importlib.util
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import urllib.parse

import beancount.loader
import beancount.core.data
import beancount.ops.validation

sys.dont_write_bytecode = True

from plain_text import account_name, hash_faults, ledger_transactions

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
CLOCK = "2030-06-30T09:00:00Z"
ENVIRONMENT = {"LC_ALL": "C.UTF-8", "PATH": os.environ["PATH"], "HOME": "/nonexistent", "TZ": "UTC",
               "ALMONER_CLOCK": CLOCK, "ALMONER_USER": "finance", "TERM": "dumb"}
FORMATS = ["hledger", "ledger", "beancount"]
EARLIEST = 1400                 # ledger knows no day before; what is dated earlier stands on its first


class Different(Exception):
    """What a program says is not what the book says."""


def run(*words, clock=CLOCK):
    environment = ENVIRONMENT | {"ALMONER_CLOCK": clock}
    done = subprocess.run(words, env=environment, stdin=subprocess.DEVNULL, capture_output=True)
    out, err = done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
    if done.returncode or (err and words[0] != PROGRAM):
        raise Different(f"{' '.join(words)}: exit {done.returncode}\n{out[-800:]}{err[-800:]}")
    return out


def pence(text):
    amount = decimal.Decimal(text.replace(" GBP", "").strip() or "0") * 100
    if amount != amount.to_integral_value():
        raise Different(f"{text} has a fraction of a penny")
    return int(amount)


def year_of(date):
    """The calendar year in which the financial year of an ISO date begins."""
    return int(date[:4]) - (date[5:] < "04-01")


class Truth:
    """What the book says: entries, and what moved through each account in each year, by SQL."""

    def __init__(self, path):
        book = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        self.moves = collections.defaultdict(lambda: collections.defaultdict(int))
        for name, date, amount in book.execute(
                """SELECT account.name, journal.date, amountPence FROM transfer
                   JOIN journal ON journal.number = transfer.entry JOIN account ON account.id = debit
                   UNION ALL
                   SELECT account.name, journal.date, -amountPence FROM transfer
                   JOIN journal ON journal.number = transfer.entry JOIN account ON account.id = credit"""):
            self.moves[name][year_of(date)] += amount
        kept = {name: amount for name, amount in book.execute("SELECT name, debits - credits FROM balance")}
        if kept != {name: sum(moves.values()) for name, moves in self.moves.items()}:
            raise Different("the balances the book keeps are not the sum of its transfers")
        self.entries = [(number, chain.hex(), json.loads(record)) for number, chain, record in book.execute(
            "SELECT number, chain, record FROM journal ORDER BY number")]
        self.years = sorted({year_of(record["date"]) for _, _, record in self.entries})
        self.names = {account_name(name): name for name in self.moves}
        if len(self.names) != len(self.moves):
            raise Different("two accounts have one name in plain text")
        above = [name for name in self.names for other in self.names if other.startswith(name + ":")] \
            if len(self.names) < 2_000 else []
        if above:
            raise Different(f"{above[0]} is above another account")

    def balances(self, year):
        """What each account that had moved by a year's end came to, and what moved in the year."""
        closing, moved = {}, {}
        for name, original in self.names.items():
            moves = self.moves[original]
            if min(moves) <= year:
                closing[name] = sum(amount for when, amount in moves.items() if when <= year)
                moved[name] = moves.get(year, 0)
        return closing, moved


def same(what, expected, found):
    """Compares accounts with accounts; what is nil need not be named."""
    for name in sorted(set(expected) | set(found)):
        if expected.get(name, 0) != found.get(name, 0):
            raise Different(f"{what}: {name} is {found.get(name, 0)} pence, not {expected.get(name, 0)}")
    return len(expected)


def hledger_balances(path, first, last):
    """By year: what each account came to and what moved, as hledger has it."""
    found = {}
    for kind in ["--historical", "--change"]:
        text = run("hledger", "--strict", "-f", path, "balance", kind, "--flat", "-E", "-N", "-O", "json", "-p",
                   f"every 12 months from {first:04}-04-01 to {last + 1:04}-04-01")
        tree = json.loads(text)
        years = [int(dates[0][:4]) for dates in tree["prDates"]]
        for row in tree["prRows"]:
            for year, amounts in zip(years, row["prrAmounts"]):
                found.setdefault((year, kind), {})[row["prrName"]] = sum(
                    json_pence(amount) for amount in amounts)
    return found


def json_pence(amount):
    quantity = amount["aquantity"]
    mantissa, places = quantity["decimalMantissa"], quantity["decimalPlaces"]
    if amount["acommodity"] not in ("GBP", "") or (places > 2 and mantissa % 10 ** (places - 2)):
        raise Different(f"hledger has {amount}")
    return mantissa * 10 ** (2 - places) if places <= 2 else mantissa // 10 ** (places - 2)


def ledger_balances(path, first, last):
    text = run("ledger", "--args-only", "--strict", "--pedantic", "-f", path, "balance", "--flat", "--no-total",
               "--empty", "--format", "%(account)\t%(quantity(scrub(amount)))\n",
               *(["-b", first] if first else []), "-e", last)
    return {name: pence(amount) for name, amount in (line.split("\t") for line in text.splitlines())}


def beancount_entries(path):
    entries, errors, _ = beancount.loader.load_file(
        path, extra_validations=beancount.ops.validation.HARDCORE_VALIDATIONS)
    if errors:
        raise Different(f"bean-check: {errors[0].source.get('lineno')}: {errors[0].message}")
    return entries


def beancount_balances(entries, truth):
    moves = collections.defaultdict(lambda: collections.defaultdict(int))
    for entry in entries:
        if isinstance(entry, beancount.core.data.Transaction):
            for posting in entry.postings:
                moves[posting.account][year_of(entry.date.isoformat())] += pence(str(posting.units.number))
    proved = sum(isinstance(entry, beancount.core.data.Balance) for entry in entries)
    return moves, proved


def decoded(text):
    return urllib.parse.unquote(text, errors="strict")


def texts(record):
    """The texts of a record that an export carries, by tag."""
    found = {"user": record["user"], "login": record["login"], "kind": record["kind"],
             "recorded": record["recordedAt"]}
    for tag, key in [("approver", "approver"), ("reference", "reference"), ("once", "key")]:
        if key in record:
            found[tag] = record[key]
    for tag in ["reverses", "prepared"]:
        if tag in record:
            found[tag] = str(record[tag])
    for tag in ["title", "name", "reason"]:
        if isinstance(record["act"].get(tag), str):
            found[tag] = record["act"][tag]
    for place, document in enumerate(record["documents"], start=1):
        name = "document" if place == 1 else f"document-{place}"
        found[name] = document["name"]
        if "sha256" in document:
            found[f"{name}-sha256"] = document["sha256"]
    return found


def same_entries(what, truth, found):
    """Every entry is there once, with its number, date, chain hash and texts; `found` by number."""
    if sorted(found) != [number for number, _, _ in truth.entries]:
        raise Different(f"{what}: {len(found)} entries, not {len(truth.entries)}")
    count = 0
    for number, chain, record in truth.entries:
        date, tags = found[number]
        expected = dict(texts(record), chain=chain, date=record["date"])
        tags = dict(tags, date=date)
        for name, text in expected.items():
            if tags.get(name) != text:
                raise Different(f"{what}, entry {number}: {name} is {tags.get(name)!r}, not {text!r}")
            count += 1
    return count


def tagged(transactions):
    """Entries by number, of transactions as hledger and ledger write them."""
    found = {}
    for date, number, _, tags, _ in transactions:
        if number is None:
            continue
        if number in found:
            raise Different(f"entry {number} is there twice")
        whole = {}
        for name, text in tags.items():
            base = re.sub(r"-more-\d+$", "", name)
            whole[base] = whole.get(base, "") + text
        found[number] = (whole.get("dated", date), {name: decoded(text) for name, text in whole.items()})
    return found


def judged(path, folder):
    """Judges a book; how many balances and texts were compared, how many balances the journals prove."""
    truth = Truth(path)
    files = {}
    for name in FORMATS:
        files[name] = os.path.join(folder, f"book.{name}")
        run(PROGRAM, "export", name, "--book", path, "--output", files[name])
    count = collections.Counter(books=1, years=len(truth.years))
    run("hledger", "check", "--strict", "-f", files["hledger"])
    by_hledger = hledger_balances(files["hledger"], truth.years[0], truth.years[-1])
    entries = beancount_entries(files["beancount"])
    by_beancount, proved = beancount_balances(entries, truth)
    count["proved"] += proved
    for year in truth.years:
        closing, moved = truth.balances(year)
        label = f"{year}/{(year + 1) % 100:02}"
        count["balances"] += same(f"report {label}", *reported(path, label, closing, moved))
        count["balances"] += same(f"hledger {label}", closing, by_hledger.get((year, "--historical"), {}))
        count["balances"] += same(f"hledger {label} moved", moved, by_hledger.get((year, "--change"), {}))
        end = f"{year + 1:04}-04-01"
        if year >= EARLIEST - 1:
            count["balances"] += same(f"ledger {label}", closing, ledger_balances(files["ledger"], None, end))
        if year >= EARLIEST:
            count["balances"] += same(
                f"ledger {label} moved", moved, ledger_balances(files["ledger"], f"{year:04}-04-01", end))
        count["balances"] += same(f"beancount {label}", closing, {
            name: sum(amount for when, amount in moves.items() if when <= year)
            for name, moves in by_beancount.items()})
        count["balances"] += same(
            f"beancount {label} moved", moved, {name: moves[year] for name, moves in by_beancount.items()})
    count["texts"] += same_entries("beancount", truth, {
        int(entry.meta["entry"]): (entry.date.isoformat(), entry.meta) for entry in entries
        if isinstance(entry, beancount.core.data.Transaction) and "entry" in entry.meta})
    for name in ["hledger", "ledger"]:
        with open(files[name], encoding="utf-8", newline="") as file:
            transactions = ledger_transactions(file.read())
        count["texts"] += same_entries(name, truth, tagged(transactions))
        if name == "ledger":
            count["hashes"] += hash_faults(transactions, Different)
    seen = set(run("hledger", "-f", files["hledger"], "tags", "^chain$", "--values").split())
    if seen != {chain for _, chain, _ in truth.entries}:
        raise Different("hledger: the tag chain does not have every entry's chain hash")
    one_year(path, folder, truth, count)
    return count


def reported(path, label, closing, moved):
    """What `report trial-balance` says of a year, beside what SQL says: the same accounts, both ways."""
    page = json.loads(run(PROGRAM, "report", "trial-balance", "--book", path, "--year", label, "--by", "account",
                          "--format", "json"))
    expected, found = {}, {}
    for part in ["actual", "budget", "control", "memorandum"]:
        for row in page[part]["rows"]:
            name = account_name(row["account"])
            found[name] = pence(row["closing"])
            found[name + " moved"] = pence(row["debit"]) - pence(row["credit"])
            if pence(row["opening"]) + found[name + " moved"] != found[name]:
                raise Different(f"report {label}: {row['account']} does not roll forward")
    for name in closing:
        expected[name], expected[name + " moved"] = closing[name], moved[name]
    return expected, found


def one_year(path, folder, truth, count):
    """The newest year but one, told by itself: what stood before comes in as opening balances."""
    year = truth.years[max(len(truth.years) - 2, 0)]
    closing, _ = truth.balances(year)
    label, end = f"{year}/{(year + 1) % 100:02}", f"{year + 1:04}-04-01"
    files = {}
    for name in FORMATS:
        files[name] = os.path.join(folder, f"year.{name}")
        run(PROGRAM, "export", name, "--book", path, "--year", label, "--output", files[name])
    by_hledger = hledger_balances(files["hledger"], year, year)
    count["balances"] += same(f"hledger, {label} alone", closing, by_hledger.get((year, "--historical"), {}))
    count["balances"] += same(f"ledger, {label} alone", closing, ledger_balances(files["ledger"], None, end))
    moves, proved = beancount_balances(beancount_entries(files["beancount"]), truth)
    count["proved"] += proved
    count["balances"] += same(f"beancount, {label} alone", closing, {
        name: sum(amounts.values()) for name, amounts in moves.items()})


def cases():
    """The transcripts that make the books of the repository's cases, and the batches that none of them reads."""
    wanted, batches = [], set()
    for path in sorted(glob.glob(os.path.join(ROOT, "Fixtures", "*", "*.transcript")),
                       key=lambda path: ("/recipes/" in path or "/transcripts/" in path, path)):
        with open(path, encoding="utf-8", errors="surrogateescape") as file:
            reads = set(re.findall(r"\$FIXTURES/(\S+\.batch)", file.read()))
        if os.environ.get("ALMONER_PEERS") == "all" or reads - batches or "/kent/" in path \
                or os.path.basename(path) in ("two-people.transcript", "opening-balances.transcript"):
            batches |= reads
            wanted.append(path)
    batches = {os.path.join(ROOT, "Fixtures", name) for name in batches}
    return wanted + sorted(set(glob.glob(os.path.join(ROOT, "Fixtures", "*", "*.batch"))) - batches)


def replay_module():
    spec = importlib.util.spec_from_file_location("replay", os.path.join(ROOT, "scripts", "replay.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


READS = re.compile(r"almoner (report|export|verify|today|doctor|stats|help|backup|--)|"
                   r"almoner \S+ (list|show|status|due)\b|--dry-run|\| ")


def written(path, folder):
    """Runs what a transcript records, by its clock; the books that are there at its end."""
    replay = replay_module()
    room = replay.Room(PROGRAM)
    clock = datetime.datetime(2019, 4, 1, 9)
    try:
        for step in replay.parsed(replay.load(path)):
            clock = step.clock or clock
            if step.login:
                room.environment.update(LOGNAME=step.login, USER=step.login)
            if not step.command:
                continue
            if not READS.match(step.command) and (step.exit == 0 or " batch " in step.command):
                room.run(step.command, clock)
            if step.command.split(" ")[0] == "almoner":
                clock += datetime.timedelta(minutes=1)
        books = []
        for found in sorted(glob.glob(os.path.join(room.work, "*.almoner"))):
            place = os.path.join(folder, os.path.basename(path) + "-" + os.path.basename(found))
            for suffix in ["", ".counterfoils"]:
                if os.path.exists(found + suffix):
                    shutil.copyfile(found + suffix, place + suffix)
            books.append(place)
        return books
    finally:
        room.close()


def batched(path, folder):
    """A book of one batch that no transcript reads."""
    book = os.path.join(folder, os.path.basename(path) + ".almoner")
    with open(path, encoding="utf-8") as lines:
        days = re.findall(r"--on (\d{4}-\d\d-\d\d)", lines.read())
    clock = max(days, default=CLOCK[:10]) + CLOCK[10:]
    run(PROGRAM, "init", book, "--office", "Illustrative office", "--from", "2019-04-01", clock=clock)
    run(PROGRAM, "batch", path, "--book", book, clock=clock)
    return book


def outcome(path):
    """What came of a book, or of the books of a case: how much was compared, and what differs."""
    count, wrong = collections.Counter(), []
    with tempfile.TemporaryDirectory() as folder:
        books = [path]
        if path.endswith(".transcript"):
            books = written(path, folder)
        elif path.endswith(".batch"):
            books = [batched(path, folder)]
        for book in books:
            work = tempfile.mkdtemp(dir=folder)
            try:
                count += judged(book, work)
            except Different as difference:
                wrong.append(f"{os.path.basename(book)}: {difference}")
    return count, wrong


def main():
    paths = cases() if sys.argv[2:] == ["--fixtures"] else sys.argv[2:]
    count, wrong = collections.Counter(), []
    with concurrent.futures.ProcessPoolExecutor(os.cpu_count()) as pool:
        for compared, differing in pool.map(outcome, paths):
            count += compared
            wrong += differing
    for line in wrong[:10]:
        print(line)
    print(f"peers: {count['books']} books, {count['years']} years, {count['balances']:,} balances compared with "
          f"report trial-balance, hledger, ledger and beancount: {len(wrong)} differ; {count['proved']:,} balances "
          f"proved in each journal, {count['texts']:,} texts read back, {count['hashes']:,} of ledger's hashes")
    sys.exit(1 if wrong or not count["books"] else 0)


PROGRAM = os.path.abspath(sys.argv[1])
if __name__ == "__main__":
    main()
