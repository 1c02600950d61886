"""What every family of faults needs: the program under test, books read without it, the invariant, the tally.

The invariant after any fault: every acknowledged entry (its counterfoil was printed) is there byte for byte, nothing is
there in part, and the program finds the book sound. Books are read here by Python's own SQLite, from a copy, and
the chain is recomputed from the records, so that the program is not its own witness.
"""
import contextlib
import hashlib
import json
import os
import pathlib
import random
import shutil
import sqlite3
import subprocess
import threading
import time

CLOCK = "2020-03-31T16:00:00Z"
START = "2019-04-03"
SECONDS = 300
DOCUMENTED = {0, 3, 64, 65, 66, 73, 74, 75, 77, 78, 130}
OK, DAMAGED, REFUSED, NO_INPUT, DISK, NOT_PERMITTED = 0, 3, 65, 66, 74, 77


class Fault(Exception):
    """A promise that was not kept. `kind` is lost, partial, undetected or wrong (an exit, a text, a time)."""

    def __init__(self, kind, message):
        super().__init__(message)
        self.kind = kind


class NotRun(Exception):
    """This machine cannot do it."""


def need(condition, kind, message):
    if not condition:
        raise Fault(kind, message)


class Ended:
    """How a process ended and what it printed."""

    def __init__(self, code, out, err, seconds, arguments):
        self.code, self.out, self.err, self.seconds, self.arguments = code, out, err, seconds, arguments

    def said(self):
        words = " ".join(str(part) for part in self.arguments)[:300]
        return f"`{words}` ended with {self.code}: {self.err.decode(errors='replace').strip()[:400]}"

    def must(self, *codes, kind="wrong"):
        need(self.code in codes, kind, f"{self.said()} (expected {' or '.join(map(str, codes))})")
        return self


class Program:
    """The release binary, in an environment where nothing of the person's own can be touched."""

    def __init__(self, binary, home):
        self.binary = binary
        self.environment = {
            name: value for name, value in os.environ.items()
            if not name.startswith("ALMONER_") and name not in ("XDG_CONFIG_HOME", "PAGER")}
        self.environment.update(
            HOME=str(home), COLUMNS="80", TERM="dumb", ALMONER_USER="finance", LOGNAME="finance", USER="finance",
            ALMONER_CLOCK=CLOCK, LC_ALL="C", TZ="UTC")
        self.help = self.run("help").out.decode()

    def has(self, *commands):
        return all(f"\n  {command} " in self.help for command in commands)

    def lines(self, arguments, book=None, wrap=()):
        where = ["--book", str(book)] if book else []
        return [*map(str, wrap), self.binary, *map(str, arguments), *where]

    def start(self, arguments, book=None, wrap=(), cwd=None, environment=()):
        return subprocess.Popen(
            self.lines(arguments, book, wrap), cwd=cwd, env=dict(self.environment, **dict(environment)),
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def run(self, *arguments, book=None, wrap=(), cwd=None, environment=()):
        began = time.monotonic()
        process = self.start(arguments, book, wrap, cwd, environment)
        try:
            out, err = process.communicate(timeout=SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
            raise Fault("wrong", f"no end after {SECONDS} s: {arguments}") from None
        return Ended(process.returncode, out, err, time.monotonic() - began, arguments)


class Files:
    """A book with what stands beside it."""

    def __init__(self, path):
        self.book = pathlib.Path(path)
        self.foils = self.book.with_name(self.book.name + ".counterfoils")
        self.journal = self.book.with_name(self.book.name + "-journal")

    def all(self):
        return [path for path in (self.book, self.foils, self.journal) if path.exists()]

    def copied(self, folder):
        """Another book, with its counterfoils, in a folder of its own."""
        folder = pathlib.Path(folder)
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        for path in self.all():
            shutil.copy(path, folder / path.name)
        return Files(folder / self.book.name)

    def entries(self):
        """(number, record, chain in hexadecimal, key, batch) of each, read from a copy: a journal is rolled back there."""
        with private_copy(self) as copy:
            connection = sqlite3.connect(copy.book)
            try:
                connection.text_factory = bytes
                return connection.execute(
                    "SELECT number, record, lower(hex(chain)), key, batch FROM journal ORDER BY number").fetchall()
            finally:
                connection.close()


@contextlib.contextmanager
def private_copy(files):
    """A copy that reading cannot harm the original through, beside the book's folder."""
    folder = files.book.parent.with_name(files.book.parent.name + ".read")
    try:
        yield files.copied(folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def counterfoils(out):
    """The whole counterfoils in what was printed, as {number: chain}; one cut off in the middle is no acknowledgement."""
    text, at, decoder, found = out.decode(errors="replace"), 0, json.JSONDecoder(), {}
    while (at := text.find("{", at)) >= 0:
        try:
            value, at = decoder.raw_decode(text, at)
        except json.JSONDecodeError:
            break
        for entry in value.get("entries", [value]):
            found[entry["entry"]] = entry["chain"]
    return found


def chain_of(records):
    """The chain after each record, by the rule of the promises."""
    link, links = bytes(32), []
    for record in records:
        leaf = hashlib.sha256(b"\0" + record).digest()
        link = hashlib.sha256(b"almoner-chain-v1" + link + leaf).digest()
        links.append(link.hex())
    return links


def must_hold(files, acknowledged):
    """Every acknowledged entry is there to the byte, numbers have no gap, no record is in part. Gives the entries."""
    try:
        entries = files.entries()
    except sqlite3.Error as error:
        raise Fault("partial", f"the book cannot be read: {error}") from None
    numbers = [row[0] for row in entries]
    need(numbers == list(range(1, len(numbers) + 1)), "partial", f"numbers with a gap: {numbers[-5:]}")
    links = chain_of([row[1] for row in entries])
    for row, link in zip(entries, links):
        need(row[2].decode() == link, "partial", f"entry {row[0]} does not have the chain of its record")
    for number, chain in acknowledged.items():
        need(number <= len(links), "lost", f"entry {number} was acknowledged, the book ends with {len(links)}")
        need(links[number - 1] == chain, "lost", f"entry {number} is not what its counterfoil says")
    return entries


def must_export(program, files, acknowledged, after=0):
    """The same through the program's own feed."""
    ended = program.run("export", "entries", "--after", 0, book=files.book).must(OK)
    links = chain_of(ended.out.splitlines())
    for number, chain in acknowledged.items():
        if number > after:
            need(number <= len(links) and links[number - 1] == chain, "lost", f"export has no entry {number} as printed")


def must_verify(program, files):
    return program.run("verify", "--full", book=files.book).must(OK, kind="partial")


class Row:
    """One line of the table: what was tried and what came of it."""

    FAULTS = ("lost", "partial", "undetected", "wrong")

    def __init__(self, bench, number, name, wanted):
        self.bench, self.number, self.name, self.wanted = bench, number, name, wanted
        self.runs, self.worst, self.note = 0, 0.0, ""
        self.faults = dict.fromkeys(self.FAULTS, 0)
        self.not_run = ""

    @property
    def failed(self):
        return sum(self.faults.values())

    def rng(self, run):
        return random.Random(f"{self.bench.seed}/{self.name}/{run}")

    def took(self, seconds):
        self.worst = max(self.worst, seconds)

    @contextlib.contextmanager
    def case(self, run, folder=None):
        """Counts one run; a fault is told with all that repeats it, and its files are kept."""
        detail = {}
        self.runs += 1
        try:
            yield detail
        except NotRun:
            self.runs -= 1
            raise
        except Fault as fault:
            self.faults[fault.kind] += 1
            self.bench.tell(self, run, fault.kind, str(fault), detail, folder)
        except Exception as error:  # a fault of the campaign must not pass for a run that went well
            self.faults["wrong"] += 1
            self.bench.tell(self, run, "wrong", f"{type(error).__name__}: {error}", detail, folder)


class Bench:
    """The program, a folder to work in, the seed and the tier."""

    def __init__(self, binary, folder, kept, seed, tier):
        self.folder, self.kept, self.seed, self.tier = pathlib.Path(folder), pathlib.Path(kept), seed, tier
        (self.folder / "home").mkdir()
        os.chmod(self.folder, 0o755)
        self.program = Program(binary, self.folder / "home")
        self.lock = threading.Lock()

    def room(self, name):
        room = self.folder / name
        room.mkdir(parents=True)
        return room

    def tell(self, row, run, kind, message, detail, folder):
        with self.lock:
            place = self.kept / f"{row.name}-{run}"
            if folder and pathlib.Path(folder).exists() and row.failed <= 3:
                shutil.copytree(folder, place, dirs_exist_ok=True, ignore_dangling_symlinks=True)
            if row.failed <= 3:
                told = " ".join(f"{name}={value!r}" for name, value in detail.items())
                print(f"FAILED {row.name} run {run}: {kind}: {message}\n"
                      f"    again: Tests/Campaign/campaign.py --tier {self.tier} --only {row.name} --seed {self.seed}\n"
                      f"    {told}\n    files: {place if place.exists() else '-'}", flush=True)

    def begun(self, room, name="book.almoner", lines=()):
        """A new book for an office, with lines of a batch recorded."""
        files = Files(pathlib.Path(room) / name)
        self.program.run("init", files.book, "--office", "Campaign", "--on", START, "--historic",
                         "--id", "0" * 31 + "7").must(OK)
        if lines:
            self.did(files, lines)
        return files

    def did(self, files, lines):
        script = files.book.with_name("setup.batch")
        script.write_text("".join(line + "\n" for line in lines))
        ended = self.program.run("batch", script, "--all-or-nothing", book=files.book)
        script.unlink()
        return ended.must(OK)
