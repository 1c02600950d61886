"""Promise 4: an I/O error ends with 74 and never with 0 without the entry; the book verifies afterwards.

libfiu makes write, pwrite, fsync, fdatasync, ftruncate, unlink and open fail by chance inside the process; strace makes
the n-th call of a kind fail, so that every single one is met. Both give EIO, or ENOSPC.
"""
import functools
import shutil

import books
from support import DISK, OK, Files, NotRun, counterfoils, must_hold, must_verify, need

WRITING = ["posix/io/rw/pwrite", "posix/io/rw/write", "posix/io/sync/fsync", "posix/io/sync/fdatasync",
           "posix/io/dir/unlink", "posix/io/rw/ftruncate"]
READING = ["posix/io/rw/pread", "posix/io/rw/pread", "posix/io/oc/open"]
CALLS = ["fdatasync", "pwrite64", "unlink", "write", "ftruncate", "fsync"]    # the loader itself uses openat and pread64


def by_chance(run, rng, reading=False):
    points = READING if reading else WRITING
    point = points[run % len(points)]
    chance, error = rng.choice([0.02, 0.1, 0.3, 1.0]), rng.choice([5, 28])
    how = "enable" if chance == 1.0 else "enable_random"
    what = f"{how} name={point},failinfo={error}" + ("" if chance == 1.0 else f",probability={chance}")
    return ["fiu-run", "-x", "-c", what], point


def by_count(run, rng):
    call = CALLS[run % len(CALLS)]
    number = run // len(CALLS) % 12 + 1
    error = rng.choice(["EIO", "ENOSPC"])
    return ["strace", "-f", "-o", "/dev/null", "-e", f"trace={call}",
            "-e", f"inject={call}:error={error}:when={number}"], call


def failing(bench, row, tool, faults):
    """One book that goes on growing; each act is done again in peace under its key."""
    if not shutil.which(tool):
        raise NotRun(f"{tool} is not installed")
    room = bench.room(row.name)
    files = bench.begun(room, lines=books.FUND)
    acknowledged, met = {}, 0
    probe = bench.program.run("report", "spend", book=files.book, wrap=faults(0, row.rng("probe"))[0][:1] + ["true"])
    if tool == "strace" and b"ptrace" in probe.err:
        raise NotRun("strace may not trace here")
    for run in range(row.wanted):
        with row.case(run, room) as detail:
            wrap, point = faults(run, row.rng(run))
            act = ["fund", "approve", "VRF", "--profile", f"2020/21={run + 1}", "--on", "2020-03-31",
                   "--once", f"io-{run}", "--format", "json"]
            detail.update(wrap=wrap, arguments=act)
            ended = bench.program.run(*act, book=files.book, wrap=wrap)
            row.took(ended.seconds)
            said, met = counterfoils(ended.out), met + (ended.code != OK)
            need(ended.code in (OK, DISK), "wrong", ended.said())
            need(ended.code != OK or said, "wrong", "it ended with 0 without a counterfoil")
            acknowledged.update(said)
            entries = must_hold(files, acknowledged)
            there = any(entry[3] == f"io-{run}".encode() for entry in entries)
            need(ended.code != OK or there, "lost", "it ended with 0, and the entry is not there")
            again = bench.program.run(*act, book=files.book).must(OK)
            acknowledged.update(counterfoils(again.out))
            must_hold(files, acknowledged)
            if run % 5 == 4 or run == row.wanted - 1:
                must_verify(bench.program, files)
    row.note = f"{met} ended by the error"


def library(bench, row):
    failing(bench, row, "fiu-run", by_chance)


def reading(bench, row):
    failing(bench, row, "fiu-run", functools.partial(by_chance, reading=True))


def looking(bench, row):
    """A reader, a verifier or a backup whose reads fail: 74, never damage that is not there; in peace all is sound."""
    if not shutil.which("fiu-run"):
        raise NotRun("fiu-run is not installed")
    files, met = books.kent(bench, bench.room(row.name)), 0
    before, kept = files.book.read_bytes(), Files(files.book.with_name("kept.almoner"))
    asked = [["verify", "--full"], ["verify"], ["report", "spend"], ["backup", kept.book], ["export", "entries", "--after", 0]]
    for run in range(row.wanted):
        with row.case(run, files.book.parent) as detail:
            wrap, _ = by_chance(run % 2, row.rng(run), reading=True)    # reads alone
            arguments = asked[run % len(asked)]
            detail.update(wrap=wrap, arguments=arguments)
            ended = bench.program.run(*arguments, book=files.book, wrap=wrap)
            row.took(ended.seconds)
            met += ended.code != OK
            need(ended.code in (OK, DISK), "wrong", ended.said())
            need(files.book.read_bytes() == before, "partial", "a reader has changed the book")
            need(ended.code == OK or not kept.book.exists(), "partial", "a backup that failed has its name")
            if kept.book.exists():
                must_verify(bench.program, kept)
            for path in kept.all():
                path.unlink()
    must_verify(bench.program, files)
    row.note = f"{met} ended by the error"


def tracer(bench, row):
    failing(bench, row, "strace", by_count)


ROWS = [(4, "io-errors-by-chance", library, 130, 700), (4, "io-errors-reading", reading, 40, 200),
        (4, "io-errors-looking", looking, 40, 200), (4, "io-errors-by-count", tracer, 90, 400)]
