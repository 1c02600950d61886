#!/usr/bin/env python3
"""How long things take and how much they hold, beside ledger, hledger, beancount and plain C SQLite.

    make bench          or, for less: make bench SIZES="1000 10000"
    make bench RESULT=Bench/RESULT.md           keeps what it prints, for README

Makes seeded books of so many entries, and prints one table in Markdown: each figure as the least, the median and the
most of runs taken in turn in one session, and the ratio of ours to each other program's, run by run. The balances that
the peers print must be ours, and the rows that C SQLite writes must be the book's; else it ends with 1. Ratios are
what to compare: times differ from run to run on a shared machine. It judges no time. Ctrl-C ends the runs of a book
early.
"""
import argparse
import contextlib
import datetime
import hashlib
import inspect
import itertools
import json
import multiprocessing
import os
import re
import shutil
import signal
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import threading
import time

sys.dont_write_bytecode = True

import generate

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
PROGRAM = os.path.abspath(os.environ.get("ALMONER_BIN") or os.path.join(ROOT, ".build", "release", "almoner"))
PYTHON = os.path.join(ROOT, ".venv", "bin", "python")
ENVIRONMENT = dict(os.environ, ALMONER_USER="finance", ALMONER_CLOCK=generate.CLOCK, COLUMNS="80", LC_ALL="C.UTF-8",
                   BEANCOUNT_DISABLE_LOAD_CACHE="1", BEANCOUNT_LOAD_CACHE_FILENAME=".{filename}.none")
ENVIRONMENT.pop("ALMONER_BOOK", None)
# Told to keep no cache, beancount deletes the one it finds: hence the other name.
CACHING = {name: value for name, value in ENVIRONMENT.items() if not name.startswith("BEANCOUNT")}
PARTS = ["reports", "bulk", "more", "singles", "verify", "exports", "starts"]
PATIENCE = 1_800            # seconds that one process may take
SINGLES = 200               # commits of one entry
TOGETHER = 10_000           # entries of one commit at most
TEN = 10                    # entries of the least book
WITHIN = "2022-12-31"       # a day on which a year runs, so that what was planned is reckoned award by award
SMALL = 10_000              # to here every row written by C SQLite is compared; beyond, every account
TABLES = ["journal", "approval", "pool", "account", "transfer", "poolMonth", "version", "rest", "contact"]
MOST = {"ledger": 100_000, "hledger": 1_000, "beancount": 10_000}      # entries that each peer is given at most
TRIAL, SPEND, SPEND_OF_ONE = "`report trial-balance --by account`", "`report spend`", "`report spend --fund F1`"
LEDGER, VERIFY, FULL, NO_BOOK = "ledger balance", "`verify`", "`verify --full`", "`verify` where no book is"
BULK, GUARDED = "bulk recording, one commit", "C SQLite, the same rows and guards"
DURABLE, COMMITS = f"{SINGLES} durable single entries", "C SQLite, the same commits and counterfoils"
MORE = f"{TOGETHER:,} entries more, tried only"
EXPORTS = {"ledger": "book.ledger", "hledger": "book.hledger", "beancount": "book.beancount", "csv": "csv",
           "xlsx": "book.xlsx", "360giving": "grants.json", "specified-information": "information.csv",
           "transparency": "transparency.csv", "handover": "handover", "audit": "audit"}
LONG = ["hledger", "csv", "audit"]      # exports that are written of greater books too, two of the greatest
BY_YEAR = {"specified-information", "transparency"}


class Case:
    """A command to be timed; `of` is the one of ours that it is compared with."""

    def __init__(self, name, words, of=None, before=None, by_itself=False, environment=None, entries=None, ends=0,
                 once=False):
        self.name, self.words, self.of, self.before = name, words, of, before
        self.by_itself = by_itself          # whether it prints entries and seconds
        self.environment = environment or ENVIRONMENT
        self.entries = entries              # how many it is about, where that is not the whole book
        self.ends = ends                    # the status that it ends with
        self.once = once                    # whether it takes so long that it is run once only
        self.seconds, self.busy, self.peak, self.failed = [], [], 0, None

    def run(self, folder):
        if self.failed or self.once and self.seconds:
            return
        if self.before:
            self.before()
        seconds, busy, peak, said, status = timed(
            self.words, folder, self.environment, keep=self.by_itself, ends=self.ends)
        if status:
            self.failed = status
            return
        self.seconds.append(float(said.split()[1]) if self.by_itself else seconds)
        self.busy.append(busy)
        self.peak = max(self.peak, peak)


def timed(words, folder, environment=ENVIRONMENT, keep=False, most=PATIENCE, ends=0):
    """Seconds, those of the processor, peak bytes and output of a process, and how it ended where that was not well."""
    with contextlib.ExitStack() as files:
        output = files.enter_context(tempfile.TemporaryFile(dir=folder)) if keep else subprocess.DEVNULL
        errors = files.enter_context(tempfile.TemporaryFile(dir=folder))
        began = time.perf_counter()
        process = subprocess.Popen(words, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=output,
                                   stderr=errors)
        patience = threading.Timer(most, os.kill, [process.pid, signal.SIGKILL])
        patience.start()
        try:
            _, status, usage = os.wait4(process.pid, 0)
        except KeyboardInterrupt:
            process.kill()
            raise
        finally:
            patience.cancel()
        seconds = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        said = ""
        if keep:
            output.seek(0)
            said = output.read().decode()
        errors.seek(0)
        why = errors.read().decode(errors="replace")[:200].split("\n")[0]
        wrong = f"ended with {process.returncode}: {why}" if process.returncode != ends else None
        if seconds > most:
            wrong = f"takes more than {most:,} seconds"
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024, said, wrong


def done(words, folder, environment=ENVIRONMENT):
    """The same, of what must end well however long it takes."""
    found = timed(words, folder, environment, most=1_000_000)
    if found[-1]:
        sys.exit(f"{' '.join(words)} {found[-1]}")
    return found


def day(command):
    """The day that a command is dated."""
    return re.search(r" --on (\S+)", command)[1]


def on(date):
    """The evening of a day."""
    return ENVIRONMENT | {"ALMONER_CLOCK": f"{date}T18:00:00Z"}


def begin(book, folder, environment=ENVIRONMENT):
    """A book of one entry where another may have been."""
    for suffix in ["", ".counterfoils", "-journal"]:
        with contextlib.suppress(FileNotFoundError):
            os.remove(book + suffix)
    done([PROGRAM, "init", book, "--office", "Illustrative office", "--kind", "pcc", "--from", generate.FIRST,
          "--on", generate.FIRST, "--historic"], folder, environment)


def copied(book, other):
    for suffix in ["", ".counterfoils"]:
        shutil.copyfile(book + suffix, other + suffix)
    os.sync()       # else the timed commits wait for this copy


def removed(path):
    shutil.rmtree(path) if os.path.isdir(path) else os.path.exists(path) and os.remove(path)
    findings = path + ".findings.csv"
    if os.path.exists(findings):
        os.remove(findings)


class Book:
    """A seeded book with the commands that made it; made once and kept, where a folder for that is given."""

    def __init__(self, entries, seed, keep):
        self.entries = entries
        self.path = os.path.join(keep, f"{entries}-{seed}-{self.maker()}.almoner")
        self.script = self.path.removesuffix(".almoner") + ".batch"
        self.facts = self.path.removesuffix(".almoner") + ".json"
        self.is_new = not os.path.exists(self.facts)
        if self.is_new:
            # By itself, for a process begins with the memory of the one that begins it counted as its own.
            making = multiprocessing.get_context("fork").Process(target=self.make, args=[seed, keep])
            making.start()
            making.join()
            if making.exitcode:
                sys.exit(making.exitcode)
        with open(self.facts, encoding="utf-8") as file:
            self.made = json.load(file)
        self.held = self.made["peak"] / 1e6

    @staticmethod
    def maker():
        """What a kept book depends on: the generator, how its commands are given, and the schema."""
        digest = hashlib.sha256(inspect.getsource(Book.make).encode() + inspect.getsource(Book.months).encode())
        schema = os.path.join(ROOT, "Schema", "Migrations")
        migrations = [os.path.join(schema, name) for name in sorted(os.listdir(schema))]
        for path in [os.path.join(HERE, "generate.py"), *migrations]:
            with open(path, "rb") as file:
                digest.update(file.read())
        return digest.hexdigest()[:12]

    @staticmethod
    def batch(script, book):
        return [PROGRAM, "batch", script, "--all-or-nothing", "--historic", "--book", book]

    def make(self, seed, keep):
        commands = itertools.islice(generate.commands(max(self.entries, generate.FEWEST), seed), self.entries - 1)
        whole = self.entries <= TOGETHER
        begin(self.path, keep, ENVIRONMENT if whole else on(generate.FIRST))
        seconds, peak = 0, 0
        for part in [list(commands)] if whole else self.months(commands):
            with open(self.script, "w", encoding="utf-8") as file:
                file.writelines(command + "\n" for command in part)
            environment = ENVIRONMENT if whole else on(day(part[-1]))
            took, _, held, _, _ = done(self.batch(self.script, self.path), keep, environment)
            seconds, peak = seconds + took, max(peak, held)
        with open(self.facts, "w", encoding="utf-8") as file:
            json.dump({"seconds": seconds, "peak": peak}, file)

    @staticmethod
    def months(commands):
        """The commands as an office gives them that records as it goes: what is dated in a month, in parts."""
        for _, month in itertools.groupby(commands, lambda command: day(command)[:7]):
            while part := list(itertools.islice(month, TOGETHER)):
                yield part

    def sizes(self, folder):
        """What it takes on disk, beside the canonical bytes that it holds."""
        path = os.path.join(folder, "entries.jsonl")
        with open(path, "wb") as file:
            subprocess.run([PROGRAM, "export", "entries", "--after", "0", "--book", self.path], env=ENVIRONMENT,
                           stdin=subprocess.DEVNULL, stdout=file, check=True)
        file, canonical = os.path.getsize(self.path), os.path.getsize(path)
        os.remove(path)
        made = (f"made in {self.made['seconds']:,.1f} s ({self.entries / self.made['seconds']:,.0f} entries a second), "
                f"{self.held:,.0f} MB held") if self.is_new else "made in an earlier session"
        return (f"{self.entries:,} entries: {file / self.entries:,.0f} bytes an entry on disk, of which "
                f"{canonical / self.entries:,.0f} are canonical ({file / canonical:.2f} to 1); {made}.")


def same_rows(ours, theirs, whole):
    """Whether two books hold the same rows: all of them, or the accounts and how many of each."""
    with contextlib.closing(sqlite3.connect(f"file:{theirs}?mode=ro", uri=True)) as db:
        db.execute("ATTACH ? AS other", [f"file:{ours}?mode=ro"])
        for table in TABLES:
            columns = "*" if whole or table == "account" else "count(*)"
            for one, two in [("main", "other"), ("other", "main")]:
                if db.execute(f"SELECT 1 FROM (SELECT {columns} FROM {one}.{table} EXCEPT "
                              f"SELECT {columns} FROM {two}.{table})").fetchone():
                    return False
    return True


def peers_of(book):
    """The programs that are given a book of this size."""
    return [name for name, most in MOST.items() if book.entries <= most]


def reports(book, work):
    asked = [PROGRAM, "report", "--format", "table", "--book", book.path]
    ours = Case(TRIAL, [*asked[:2], "trial-balance", "--by", "account", *asked[2:]])
    spend = [*asked[:2], "spend", *asked[2:]]
    balances = [PYTHON, os.path.join(HERE, "balances.py"), os.path.join(work, "book.beancount")]
    peers = {
        "ledger": [Case(LEDGER, ["ledger", "-f", os.path.join(work, "book.ledger"), "balance", "--flat"], ours)],
        "hledger": [Case("hledger balance",
                         ["hledger", "-f", os.path.join(work, "book.hledger"), "balance", "--flat"], ours)],
        "beancount": [Case("beancount, balances summed", balances, ours),
                      Case("beancount, from its cache", balances, ours, environment=CACHING)],
    }
    wanted = [case for name in peers_of(book) for case in peers[name]]
    of_one = [Case(SPEND_OF_ONE, [*spend, "--fund", "F1"]),
              Case(f"`report spend --as-at {WITHIN}`", [*spend, "--as-at", WITHIN])] if book.entries > TEN else []
    return [*([ours] if wanted else []), *wanted, Case(SPEND, spend), *of_one]


def bulk(book, work, rows):
    ours = os.path.join(work, "bulk.almoner")
    case = Case(BULK, book.batch(book.script, ours), before=lambda: (begin(ours, work), os.sync()))
    cases = [case]
    for guards, name in [("GUARDED", GUARDED), ("BARE", "C SQLite, the same rows, bare tables")]:
        path = os.path.join(work, guards)
        cases.append(Case(name, [rows, "bulk", guards, book.path, path], case, by_itself=True,
                          before=lambda path=path: (removed(path), os.sync())))
    return cases


def cost(number):
    return (f"cost record F1 --year {generate.label(generate.YEARS[-1])} --category ACTIVITY --amount 3.50"
            f" --supplier 'Illustrative supplier {number}' --on {generate.CLOCK[:10]}\n")


def more(book, work):
    """What a year's transactions in one commit hold, tried only, so that the book stays as it is."""
    script = os.path.join(work, "more.batch")
    with open(script, "w", encoding="utf-8") as file:
        file.writelines(cost(number) for number in range(TOGETHER))
    return [Case(MORE, [*book.batch(script, book.path), "--dry-run"], entries=TOGETHER)]


def singles(book, work, rows):
    script, ours, theirs = (os.path.join(work, name) for name in ["single.batch", "single.almoner", "again.almoner"])
    with open(script, "w", encoding="utf-8") as file:
        file.writelines(cost(number) for number in range(SINGLES))
    case = Case(DURABLE, [PROGRAM, "batch", script, "--book", ours], entries=SINGLES,
                before=lambda: copied(book.path, ours))
    again = [rows, "commits", str(book.entries), ours, theirs]
    return [case, Case(COMMITS, again, case, by_itself=True, entries=SINGLES,
                       before=lambda: copied(book.path, theirs))]


def exports(book, work):
    cases = []
    kinds = EXPORTS if book.entries <= SMALL else LONG if book.entries <= MOST["ledger"] else LONG[:2]
    for name in kinds:
        path = os.path.join(work, "again-" + EXPORTS[name])
        words = [PROGRAM, "export", name, "--book", book.path, "--output", path]
        words += ["--year", generate.label(generate.YEARS[1])] if name in BY_YEAR else []
        cases.append(Case(f"`export {name}`", words, before=lambda path=path: removed(path),
                          once=book.entries > SMALL))
    return cases + [Case("`export entries`", [PROGRAM, "export", "entries", "--after", "0", "--book", book.path])]


def verifying(book):
    return [Case(NO_BOOK, [PROGRAM, "verify", "--book", os.path.join(HERE, "none")], ends=66),
            Case(VERIFY, [PROGRAM, "verify", "--book", book.path]),
            Case(FULL, [PROGRAM, "verify", "--full", "--book", book.path], once=book.entries > MOST["ledger"])]


def starts():
    ours = Case("start-up: `almoner --version`", [PROGRAM, "--version"])
    return [ours, *(Case(f"{name} --version", [name, "--version"], ours) for name in ["ledger", "hledger"]),
            Case("nothing: `true`", ["true"], ours)]


def agreement(book, work, wrong):
    """What the peers say of the balances, read from exports that are left for the runs, with a cache for beancount."""
    for name in peers_of(book):
        done([PROGRAM, "export", name, "--book", book.path, "--output", os.path.join(work, EXPORTS[name])], work)
    words = [PYTHON, os.path.join(HERE, "agree.py"), PROGRAM, book.path, generate.CLOCK[:4], work, *peers_of(book)]
    _, _, _, agreed, failed = timed(words, work, environment=CACHING, keep=True)
    said = agreed.strip() or failed
    if failed:
        wrong.append(f"{book.entries:,} entries: {said}")
    return said


def measured(book, options, rows, work):
    """The cases of one book after all their runs, and what is wrong with them."""
    wrong = []
    said = None
    if "reports" in options.parts and peers_of(book):
        said = agreement(book, work, wrong)
    parts = {"reports": lambda: reports(book, work), "verify": lambda: verifying(book), "starts": starts,
             "exports": lambda: exports(book, work)}
    if book.entries > SMALL:
        parts["more"] = lambda: more(book, work)
    if book.entries == TEN:
        parts = {"reports": parts["reports"], "starts": starts}
    elif book.entries <= options.bulk_up_to:
        parts |= {"bulk": lambda: bulk(book, work, rows), "singles": lambda: singles(book, work, rows)}
    made = {part: parts[part]() for part in options.parts if part in parts}
    cases = [case for part in made.values() for case in part]
    with contextlib.suppress(KeyboardInterrupt):    # what was measured by then is printed
        for number in range(options.runs):
            print(f"{book.entries:,} entries, run {number + 1} of {options.runs}", file=sys.stderr, flush=True)
            for case in cases:
                case.run(work)
            if number == 0:
                compare(book, made, work, wrong)
    wrong += [f"{book.entries:,} entries: {case.name} {case.failed}" for case in cases
              if case.failed and case.words[0] == PROGRAM]
    return cases, said, wrong


def compare(book, made, work, wrong):
    """Judges what C SQLite wrote in a run."""
    pairs = [(book.path, os.path.join(work, kind)) for kind in ["GUARDED", "BARE"] if "bulk" in made]
    if "singles" in made:
        pairs.append((os.path.join(work, "single.almoner"), os.path.join(work, "again.almoner")))
    for ours, theirs in pairs:
        if not os.path.exists(theirs) or not same_rows(ours, theirs, whole=book.entries <= SMALL):
            wrong.append(f"{book.entries:,} entries: C SQLite wrote other rows into {os.path.basename(theirs)}")


def three(numbers, form):
    return " | ".join(form(number) for number in (min(numbers), statistics.median(numbers), max(numbers)))


def line(case, entries):
    """One line of the table."""
    if case.failed or not case.seconds:
        return f"| {entries:,} | {case.name} | {case.failed or 'not run'} | 0 | | | | | | | | | |"
    ratio, each = " | |", statistics.median(case.seconds) / (case.entries or entries) * 1e6
    if case.of and case.of.seconds:
        ratio = three([ours / theirs for ours, theirs in zip(case.of.seconds, case.seconds)], "{:.2f}".format)
    wall = three(case.seconds, lambda number: f"{number * 1000:,.1f}")
    return (f"| {entries:,} | {case.name} | {len(case.seconds)} | {wall} | "
            f"{statistics.median(case.busy) * 1000:,.1f} | {each:,.1f} | {ratio} | {case.peak / 1e6:,.0f} |")


class Goals:
    """The figures to reach, each as ratios run by run, or the most that was held."""

    def __init__(self, measured, books):
        self.measured = measured        # entries to name to case
        self.sizes = sorted(measured)
        self.books = books

    def case(self, entries, name):
        found = self.measured.get(entries, {}).get(name)
        return found if found and found.seconds and not found.failed else None

    def greatest(self, *names):
        """The greatest book of which all of these were measured."""
        return next((size for size in reversed(self.sizes) if all(self.case(size, name) for name in names)), None)

    def ratio(self, what, goal, ours, theirs, upward=False, form="{:.2f}"):
        if not ours or not theirs:
            return f"| {what} | {goal} | not measured | | |"
        pairs = zip(ours.seconds, theirs.seconds)
        numbers = [two / one if upward else one / two for one, two in pairs]
        return f"| {what} | {goal} | {three(numbers, form.format)} |"

    def held(self, what, goal, name):
        size = self.greatest(name)
        if size is None:
            return f"| {what} | {goal} MB | not measured | | |"
        return f"| {what}, {size:,} entries | {goal} MB | | {self.case(size, name).peak / 1e6:,.0f} | |"

    def lines(self):
        most, bulk, peers = self.greatest(SPEND_OF_ONE), self.greatest(BULK, GUARDED), self.greatest(LEDGER, SPEND)
        single, verified = self.greatest(DURABLE, COMMITS), self.greatest(LEDGER, FULL)
        yield self.ratio(f"`report spend` of one fund, {most or 0:,} entries ÷ {SMALL:,}", "≤ 1.5",
                         self.case(most, SPEND_OF_ONE), self.case(SMALL, SPEND_OF_ONE))
        yield self.ratio(f"`report spend`, {peers or 0:,} entries: times faster than ledger", "≥ 400",
                         self.case(peers, SPEND), self.case(peers, LEDGER), upward=True, form="{:,.0f}")
        yield self.ratio("`report spend` of ten entries ÷ ledger", "≤ 1.0", self.case(TEN, SPEND),
                         self.case(TEN, LEDGER))
        yield self.ratio(f"bulk recording, {bulk or 0:,} entries: part of guarded C SQLite's speed", "≥ 0.5",
                         self.case(bulk, BULK), self.case(bulk, GUARDED), upward=True)
        yield self.ratio(f"durable single entries, {single or 0:,} there: part of C SQLite's speed", "≥ 0.8",
                         self.case(single, DURABLE), self.case(single, COMMITS), upward=True)
        yield self.ratio(f"`verify --full`, {verified or 0:,} entries ÷ ledger's balance", "≤ 1.0",
                         self.case(verified, FULL), self.case(verified, LEDGER))
        if opened := self.greatest(VERIFY, NO_BOOK):
            pairs = zip(self.case(opened, VERIFY).seconds, self.case(opened, NO_BOOK).seconds)
            yield (f"| `verify`, {opened:,} entries, beyond {NO_BOOK}, ms | ≤ 5 | "
                   f"{three([(one - two) * 1000 for one, two in pairs], '{:.1f}'.format)} |")
        for name, goal in [(SPEND, 40), (MORE, 150), (FULL, 150), ("`export entries`", 150),
                           *((f"`export {kind}`", 150) for kind in LONG)]:
            yield self.held(f"held by {name}", f"≤ {goal}", name)
        for book in self.books[-1:]:
            yield f"| held while the book was recorded, {book.entries:,} entries | ≤ 150 MB | | {book.held:,.0f} | |"


def main():
    parser = argparse.ArgumentParser(description="Time the program beside its peers and plain C SQLite.")
    parser.add_argument("--entries", type=int, nargs="+", metavar="N",
                        default=[TEN, 1_000, 10_000, 100_000, 1_000_000])
    parser.add_argument("--runs", type=int, default=5, metavar="N", help="runs of each; 5 where absent")
    parser.add_argument("--seed", type=int, default=1, metavar="N")
    parser.add_argument("--keep", metavar="DIR", help="where books are kept from one session to the next")
    parser.add_argument("--bulk-up-to", type=int, default=10_000, metavar="N",
                        help="record anew in each run books of up to so many entries; of others the making counts")
    parser.add_argument("--parts", nargs="+", choices=PARTS, default=PARTS, help="measure these alone")
    parser.add_argument("--result", metavar="FILE", help="what is printed goes there")
    parser.add_argument("--quick", action="store_true", help="1,000 entries, one run: whether it all works")
    options = parser.parse_args()
    if options.quick:
        options.entries, options.runs = [1_000], 1
    for path in [PROGRAM, PYTHON]:
        if not os.access(path, os.X_OK):
            sys.exit(f"{path} is not there: `make build` and `scripts/setup.sh bench` first, or set ALMONER_BIN.")
    table, notes, wrong, found, books = [], [], [], {}, []
    with tempfile.TemporaryDirectory(prefix="almoner-bench-") as folder:
        rows = os.path.join(folder, "rows")
        subprocess.run(["cc", "-O2", "-o", rows, os.path.join(HERE, "rows.c"), "-lsqlite3"], check=True)
        keep = os.path.abspath(options.keep or folder)
        os.makedirs(keep, exist_ok=True)
        for entries in sorted(options.entries):
            book = Book(entries, options.seed, keep)
            with tempfile.TemporaryDirectory(dir=folder) as work:
                cases, agreed, faults = measured(book, options, rows, work)
                notes += filter(None, [book.sizes(work), agreed])
            table += [line(case, entries) for case in cases]
            found[entries] = {case.name: case for case in cases}
            books.append(book)
            wrong += faults
    place = open(options.result, "w", encoding="utf-8") if options.result else contextlib.nullcontext(sys.stdout)
    with place as file, contextlib.redirect_stdout(file):
        tell(table, Goals(found, books), notes)
    if wrong:
        sys.exit("\n".join(["", *wrong]))


def machine():
    """What this was measured on and with."""
    def said(*words):
        return subprocess.run(words, stdout=subprocess.PIPE, check=True, text=True, cwd=ROOT).stdout.split("\n")[0]
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        model = next((line.split(": ")[1].strip() for line in file if line.startswith("model name")), "a processor")
    day = datetime.date.today()
    return (f"{day.day} {day:%B %Y}, commit {said('git', 'rev-parse', '--short=12', 'HEAD')}, {os.cpu_count()} processors "
            f"({model}), SQLite {sqlite3.sqlite_version}, {said('ledger', '--version').split(',')[0]}, "
            f"{said('hledger', '--version').split(',')[0]}, "
            f"beancount {said(PYTHON, '-c', 'import beancount; print(beancount.__version__)')}.")


def tell(table, goals, notes):
    print(machine() + "\n")
    print("| What | Goal | min | median | max |")
    print("|:--|--:|--:|--:|--:|")
    print("\n".join(goals.lines()) + "\n")
    print("Runs taken in turn: milliseconds, the median of the processor's, microseconds an entry, "
          "ours ÷ theirs, and the most memory held, of which that of `true` is the least that can be told apart. "
          "C SQLite is timed without start-up and reading, though its CPU has them.\n")
    print("| Entries | What | Runs | min | median | max | CPU | µs each | ratio min | median | max | MB |")
    print("|--:|:--|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|")
    print("\n".join(table) + "\n")
    print("\n".join(f"- {note}" for note in notes))


if __name__ == "__main__":
    main()
