"""Promise 1: `kill -9` at any moment loses no acknowledged entry, leaves none in part, and no file half written.

Half of the kills of a writer fall anywhere in its life, half within the few milliseconds that its rollback journal is
there. What was killed is done again under the same `--once` key, and the book must come out as if nothing had happened.
"""
import functools
import gzip
import hashlib
import shutil
import subprocess
import time
import zipfile

import books
from support import OK, START, Fault, Files, NotRun, counterfoils, must_export, must_hold, must_verify, need

BATCH = 8           # lines of a batch that is killed
PER_RUN = 25        # runs between two full verifications of a book that goes on growing


class Killer:
    """Kills a command at a random moment of the time it takes when left alone."""

    def __init__(self, bench, row):
        self.bench, self.row, self.usual = bench, row, 0.08

    def timed(self, arguments, book, cwd=None):
        ended = self.bench.program.run(*arguments, book=book, cwd=cwd).must(OK)
        self.usual = ended.seconds
        return ended

    def kill(self, rng, detail, arguments, book=None, journal=None, cwd=None):
        """What it had printed, and whether it came to its end before the kill."""
        aimed = journal is not None and rng.random() < 0.5
        delay = rng.uniform(0, 0.012) if aimed else rng.uniform(0, 1.1 * self.usual)
        detail.update(arguments=arguments, aimed=aimed, delay=round(delay, 5))
        began = time.monotonic()
        process = self.bench.program.start(arguments, book, cwd=cwd)
        if aimed:
            while process.poll() is None and not journal.exists():
                time.sleep(0.0003)
        try:
            process.wait(timeout=delay)
        except subprocess.TimeoutExpired:
            process.kill()
        out, err = process.communicate()
        self.row.took(time.monotonic() - began)
        if process.returncode not in (OK, -9):
            raise Fault("wrong", f"{arguments} ended with {process.returncode}: {err.decode(errors='replace')[:300]}")
        if process.returncode == OK:
            self.usual = 0.7 * self.usual + 0.3 * (time.monotonic() - began)
        return out, process.returncode == OK


def record(bench, row):
    """One book that goes on growing, one act a run, each again under its key until it is acknowledged."""
    room = bench.room(row.name)
    files, killer = bench.begun(room, lines=books.FUND), Killer(bench, row)
    acknowledged, serial = {}, 0
    for run in range(row.wanted):
        with row.case(run, room) as detail:
            act = act_number(serial) + ["--once", f"key-{serial}", "--format", "json"]
            out, _ = killer.kill(row.rng(run), detail, act, files.book, files.journal)
            acknowledged.update(said := counterfoils(out))
            serial += bool(said)
            must_hold(files, acknowledged)
            if run % PER_RUN == PER_RUN - 1 or run == row.wanted - 1:
                bench.program.run(*act, book=files.book).must(OK)
                must_verify(bench.program, files)
                must_export(bench.program, files, acknowledged)
                keys = [entry[3] for entry in must_hold(files, acknowledged) if entry[3]]
                need(len(keys) == len(set(keys)), "partial", "one key stands twice")


def act_number(serial):
    """An act that moves money, or one that does not."""
    if serial % 3 == 0:
        return ["fund", "approve", "VRF", "--profile", f"2020/21={serial + 1}", "--on", "2020-03-31"]
    return ["organisation", "add", f"K-{serial}", "--name", f"Killed {serial}"]


def replayed(bench, row, base, arguments, whole, journal=True):
    """Kill a command on a copy of a book, do it again, and compare with the same done in peace. A whole commit at once?"""
    room = base.book.parent
    peace, killer = base.copied(room.with_name(room.name + ".peace")), Killer(bench, row)
    before = len(base.entries())
    killer.timed(arguments, peace.book)
    expected = [entry[:3] for entry in peace.entries()]
    for run in range(row.wanted):
        with row.case(run, room.with_name(room.name + ".run")) as detail:
            files = base.copied(room.with_name(room.name + ".run"))
            out, ended = killer.kill(row.rng(run), detail, arguments, files.book, files.journal if journal else None)
            entries = must_hold(files, counterfoils(out))
            need([entry[:3] for entry in entries] == expected[:len(entries)], "partial", "other entries than in peace")
            need(not whole or len(entries) in (before, len(expected)), "partial", f"{len(entries)} entries of a commit")
            need(not ended or len(entries) == len(expected), "lost", "it ended with 0, and its entries are not there")
            if run % 5 == 0:
                must_verify(bench.program, files)
            bench.program.run(*arguments, book=files.book).must(OK)
            need([entry[:3] for entry in files.entries()] == expected, "partial", "done again it is another book")
            if run % 5 == 0:
                must_verify(bench.program, files)


def batch(bench, row):
    base = bench.begun(bench.room(row.name), lines=books.FUND)
    script = base.book.with_name("lines.batch")
    script.write_text("".join(line + "\n" for line in books.organisations(BATCH)))
    replayed(bench, row, base, ["batch", script, "--once", "B", "--format", "json"], whole=False)


def batch_whole(bench, row):
    base = bench.begun(bench.room(row.name), lines=books.FUND)
    script = base.book.with_name("lines.batch")
    script.write_text("".join(line + "\n" for line in books.organisations(BATCH)))
    replayed(bench, row, base, ["batch", script, "--all-or-nothing", "--once", "B", "--format", "json"], whole=True)


def importing(bench, row):
    base = bench.begun(bench.room(row.name), lines=books.FUND)
    source = books.ROOT / "Fixtures/kent-import/bids.csv"
    replayed(bench, row, base, ["import", "bids", source, "--set", "round=VRF-R1", "--save", "BIDS",
                                "--expect-total", "1,170,000",
                                "--add-organisations", "--format", "json"], whole=True)


def closing(bench, row):
    base = books.before_the_close(bench, bench.room(row.name))
    replayed(bench, row, base, ["year", "close", "2019/20", "--once", "C", "--format", "json"], whole=True)


def exporting(bench, row):
    """A folder, a zip and a workbook that must not be there before, and a page that is written over."""
    room = bench.room(row.name)
    files, killer = books.kent(bench, room), Killer(bench, row)
    targets = [(["export", "audit"], "bundle"), (["export", "audit"], "bundle.zip"),
               (["export", "xlsx"], "book.xlsx"), (["report", "spend"], "page.html"), (["report", "spend"], "page.xlsx")]
    whole, usual, old = {}, {}, b"what stood there before"
    for command, name in targets:
        usual[name] = killer.timed([*command, "--output", room / name], files.book).seconds
        whole[name] = digest(room / name)
        remove(room / name)
    for run in range(row.wanted):
        command, name = targets[run % len(targets)]
        target = room / name
        with row.case(run, room) as detail:
            over = name.startswith("page")
            remove(target)
            if over:
                target.write_bytes(old)
            before, killer.usual = digest(target), usual[name]
            _, ended = killer.kill(row.rng(run), detail, [*command, "--output", target], files.book)
            found = digest(target)
            need(found in (before, whole[name]), "partial", f"{name} is neither as before nor whole")
            need(not ended or found == whole[name], "lost", f"it ended with 0, and {name} is not there")
            if found == before and run % 3 == 0:
                bench.program.run(*command, "--output", target, book=files.book).must(OK)
                need(digest(target) == whole[name], "partial", f"{name} written again is another")
    with row.case(row.wanted - 1):
        row.runs -= 1
        must_verify(bench.program, files)


def digest(path):
    """Of a file's bytes; of a folder's names and files; None where nothing is."""
    if not path.exists():
        return None
    if path.is_dir():
        parts = [(str(each.relative_to(path)), digest(each)) for each in sorted(path.rglob("*")) if each.is_file()]
        return hashlib.sha256(repr(parts).encode()).hexdigest()
    data = path.read_bytes()
    if path.suffix == ".zip" and zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            parts = [(item.filename, item.CRC, item.file_size) for item in archive.infolist()]
            need(archive.testzip() is None, "partial", f"{path.name} is damaged")
        return repr(parts)
    return hashlib.sha256(data).hexdigest()


def remove(path):
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def of_schema(number, room):
    """A book as a released schema made it."""
    packed = books.ROOT / f"Fixtures/books/schema-{number}.almoner.gz"
    base = Files(room / f"schema-{number}.almoner")
    base.book.write_bytes(gzip.decompress(packed.read_bytes()))
    shutil.copy(packed.with_name(f"schema-{number}.almoner.counterfoils"), base.foils)
    return base


def upgrading(number, bench, row):
    """A book of an earlier schema is upgraded: after a kill it is the old book or the new one, and goes on."""
    room, killer = bench.room(row.name), Killer(bench, row)
    base = of_schema(number, room)
    records = [entry[:3] for entry in base.entries()]
    killer.usual = bench.program.run("upgrade", base.copied(room / "peace").book).must(OK).seconds
    for run in range(row.wanted):
        with row.case(run, room / "run") as detail:
            files = base.copied(room / "run")
            killer.kill(row.rng(run), detail, ["upgrade", files.book], journal=files.journal)
            need([entry[:3] for entry in must_hold(files, {})] == records, "lost", "other entries than before")
            bench.program.run("upgrade", files.book).must(OK)
            need([entry[:3] for entry in files.entries()] == records, "lost", "other entries than before")
            kept = Files(files.book.with_name(f"{files.book.name}.schema-{number}"))
            need([entry[:3] for entry in kept.entries()] == records, "lost", "its backup has other entries")
            must_verify(bench.program, files)
            nothing_left(files.book.parent)


def nothing_left(folder):
    """No file written aside is left once the same command was done again."""
    left = [path.name for path in folder.iterdir() if ".beginning-" in path.name]
    need(not left, "partial", f"left behind: {left}")


NAMING = ["link", "unlink", "rename", "fsync", "fdatasync", "ftruncate"]


def calls_of(bench, arguments, book, trace):
    """How often a command makes each of the calls by which files are named and kept."""
    bench.program.run(*arguments, book=book, wrap=["strace", "-f", "-o", trace, "-e", f"trace={','.join(NAMING)}"]).must(OK)
    lines = trace.read_text().splitlines()
    return {call: sum(f" {call}(" in line for line in lines) for call in NAMING}


def at_every_call(bench, row):
    """A command that begins files is killed at each call that names, removes or keeps one; then it is done again."""
    if not shutil.which("strace"):
        raise NotRun("strace is not installed")
    room = bench.room(row.name)
    base = books.kent(bench, room)
    records = [entry[:3] for entry in base.entries()]
    kept = Files(room / "backup.almoner")
    bench.program.run("backup", kept.book, book=base.book).must(OK)
    old = of_schema(2, room)

    def prepared(name):
        folder = room / "run"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        target = Files(folder / "made.almoner")
        if name == "upgrade":
            files = old.copied(folder)
            return ["upgrade", files.book], None, files
        return {"backup": (["backup", target.book], base.book, target), "restore": (["restore", kept.book, target.book], None, target),
                "init": (["init", target.book, "--office", "Campaign", "--on", START, "--historic"], None, target)}[name]

    points = []
    for name in ("backup", "restore", "init", "upgrade"):
        arguments, book, _ = prepared(name)
        counts = calls_of(bench, arguments, book, room / "trace")
        # every naming, and of the calls that keep what is written the last ones, where the names are given
        points += [(name, call, number) for call in NAMING for number in range(max(1, counts[call] - 9), counts[call] + 1)]
    points = sorted(points, key=lambda point: (NAMING.index(point[1]), point[2]))
    for run in range(row.wanted):
        name, call, number = points[run % len(points)]
        arguments, book, files = prepared(name)
        with row.case(run, room / "run") as detail:
            detail.update(arguments=arguments, call=call, number=number)
            wrap = ["strace", "-f", "-o", "/dev/null", "-e", f"trace={call}", "-e", f"inject={call}:signal=KILL:when={number}"]
            ended = bench.program.run(*arguments, book=book, wrap=wrap)
            row.took(ended.seconds)
            need(ended.code != OK or files.book.exists(), "lost", "it ended with 0, and no book is there")
            there = files.book.exists()
            if there:
                found = [entry[:3] for entry in must_hold(files, {})]
                need(name == "init" or found == records or name == "upgrade", "partial", "other entries")
            if not there or name == "upgrade":
                bench.program.run(*arguments, book=book).must(OK)
                nothing_left(files.book.parent)
            need(files.foils.exists(), "lost", "there are no counterfoils beside it")
            must_verify(bench.program, files)
    row.note = f"{len(points)} calls at which a file is named, removed or kept"


def backing_up(bench, row):
    """A backup killed leaves no file or a whole one; the book is as it was."""
    need_commands(bench, "backup", "restore")
    room = bench.room(row.name)
    files, killer, target = books.kent(bench, room), Killer(bench, row), room / "kept" / "backup.almoner"
    target.parent.mkdir()
    records = [entry[:3] for entry in files.entries()]
    killer.timed(["backup", target], files.book)
    for run in range(row.wanted):
        with row.case(run, room) as detail:
            for path in Files(target).all():
                remove(path)
            _, ended = killer.kill(row.rng(run), detail, ["backup", target], files.book)
            need(not ended or target.exists(), "lost", "it ended with 0, and no backup is there")
            if target.exists():
                kept = Files(target)
                need([entry[:3] for entry in must_hold(kept, {})] == records, "partial", "the backup is not the book")
            need([entry[:3] for entry in files.entries()] == records, "lost", "the book is not as it was")
            if not target.exists():
                bench.program.run("backup", target, book=files.book).must(OK)
                nothing_left(target.parent)


def restoring(bench, row):
    """A restore killed leaves no book, or a whole one that verifies."""
    need_commands(bench, "backup", "restore")
    room = bench.room(row.name)
    files, killer, kept = books.kent(bench, room), Killer(bench, row), room / "backup.almoner"
    records = [entry[:3] for entry in files.entries()]
    bench.program.run("backup", kept, book=files.book).must(OK)
    killer.usual = bench.program.run("restore", kept, room / "peace.almoner").must(OK).seconds
    for run in range(row.wanted):
        folder = room / "run"
        with row.case(run, folder) as detail:
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            back = Files(folder / "kent.almoner")
            _, ended = killer.kill(row.rng(run), detail, ["restore", kept, back.book])
            need(not ended or back.book.exists(), "lost", "it ended with 0, and no book is there")
            if back.book.exists():
                found = [entry[:3] for entry in must_hold(back, {})]
                need(found[:len(records)] == records, "partial", "the book that came back is not the one backed up")
            else:
                bench.program.run("restore", kept, back.book).must(OK)
                nothing_left(folder)
            if run % 3 == 0:
                must_verify(bench.program, back)


def need_commands(bench, *names):
    if not bench.program.has(*names):
        raise NotRun("this program has no " + " and no ".join(names))


ROWS = [
    (1, "kill-record", record, 400, 2000), (1, "kill-batch", batch, 100, 600),
    (1, "kill-batch-whole", batch_whole, 70, 350), (1, "kill-import", importing, 100, 500),
    (1, "kill-close", closing, 70, 350), (1, "kill-export", exporting, 80, 400),
    (1, "kill-upgrade-1", functools.partial(upgrading, 1), 20, 125),
    (1, "kill-upgrade-2", functools.partial(upgrading, 2), 20, 125), (1, "kill-backup", backing_up, 40, 200),
    (1, "kill-restore", restoring, 40, 200), (1, "kill-at-every-call", at_every_call, 60, 240),
]
