"""Promise 5: a full disk, at whatever byte, ends with 74 and harms nothing; with room again the same act goes through.

A limit on the size of any file (SIGXFSZ) stands for a quota; where this runs as root, a small file system in memory is
filled to the last byte as well.
"""
import contextlib
import os
import shutil
import subprocess

import books
from support import DISK, OK, Files, NotRun, counterfoils, must_hold, must_verify, need

PAGE = 4096


def act(run):
    return ["organisation", "add", f"D-{run}", "--name", f"Disk {run} " + "x" * 180, "--once", f"disk-{run}",
            "--format", "json"]


def tried(bench, row, run, files, acknowledged, filled):
    """One act without room, and again with it."""
    with filled as wrap:
        ended = bench.program.run(*act(run), book=files.book, wrap=wrap)
    row.took(ended.seconds)
    need(ended.code in (OK, DISK), "wrong", ended.said())
    said = counterfoils(ended.out)
    need(ended.code != OK or said, "lost", "it ended with 0 without a counterfoil")
    acknowledged.update(said)
    must_hold(files, acknowledged)
    acknowledged.update(counterfoils(bench.program.run(*act(run), book=files.book).must(OK).out))
    must_hold(files, acknowledged)
    if run % 5 == 4 or run == row.wanted - 1:
        must_verify(bench.program, files)
    return ended.code == DISK


def limited(bench, row):
    if not shutil.which("prlimit"):
        raise NotRun("prlimit is not installed")
    files = bench.begun(bench.room(row.name), lines=books.FUND)
    acknowledged, full = {}, 0
    for run in range(row.wanted):
        with row.case(run, files.book.parent) as detail:
            top = files.book.stat().st_size + 8192
            size = row.rng(run).choice([row.rng(run).randrange(top), row.rng(run).randrange(65536)])
            detail.update(limit=size, arguments=act(run))
            wrap = ["prlimit", f"--fsize={size}"]
            full += tried(bench, row, run, files, acknowledged, contextlib.nullcontext(wrap))
    row.note = f"{full} ended by the limit"


@contextlib.contextmanager
def mounted(folder):
    folder.mkdir()
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", folder], capture_output=True)
    if done.returncode:
        raise NotRun("a small file system cannot be mounted here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", folder], check=False)


@contextlib.contextmanager
def filled_up(folder, free):
    """All but so many bytes of the file system are taken."""
    ballast = folder / "ballast"
    with open(ballast, "wb", buffering=0) as file:
        with contextlib.suppress(OSError):
            while file.write(bytes(PAGE)):
                pass
        room = os.fstat(file.fileno()).st_size
    os.truncate(ballast, max(0, room - free))
    try:
        yield ()
    finally:
        ballast.unlink()


def larger(files, run):
    """Acts of every size: one entry, a commit of many, a copy of the whole book."""
    script = files.book.parent.parent / "lines.batch"
    script.write_text("".join(
        f"organisation add F-{run}-{line} --name 'Full {run} {line} {'x' * 150}'\n" for line in range(40)))
    kept = files.book.parent / f"backup-{run}.almoner"
    return [act(run), ["batch", script, "--all-or-nothing", "--once", f"full-{run}", "--format", "json"],
            ["backup", kept]][run % 3]


def full_disk(bench, row):
    """A file system in memory with no page free, then one more at each try until the act has all it needs."""
    if os.geteuid() != 0:
        raise NotRun("only root may mount a small file system")
    full, run, acknowledged = 0, 0, {}
    with mounted(bench.room(row.name) / "small") as folder:
        files = bench.begun(folder, lines=books.FUND)
        while run < row.wanted:
            number, step, filled = run, 0, True
            while filled and run < row.wanted:
                with row.case(run) as detail:
                    arguments, filled = larger(files, number), False
                    free = step * (1 if step < 16 or arguments[0] != "backup" else 8) * PAGE
                    detail.update(free=free, arguments=arguments)
                    filled = one_full(bench, row, files, acknowledged, arguments, free)
                full, run, step = full + filled, run + 1, step + 1
            if arguments[0] == "backup":
                with row.case(run):
                    row.runs -= 1
                    again(bench, files, acknowledged, arguments)
            else:
                again(bench, files, acknowledged, arguments)
    row.note = f"{full} found it full, each act with one page more at each try until it had enough"


def one_full(bench, row, files, acknowledged, arguments, free):
    """Whether it was too full; nothing of the act is then there."""
    kept = Files(arguments[1]) if arguments[0] == "backup" else None
    with filled_up(files.book.parent, free):
        ended = bench.program.run(*arguments, book=files.book)
        row.took(ended.seconds)
        need(ended.code in (OK, DISK), "wrong", ended.said())
        need(ended.code == OK or not kept or not kept.book.exists(), "partial", "a backup that failed has its name")
        acknowledged.update(counterfoils(ended.out) if not kept else {})
        must_hold(files, acknowledged)
    return ended.code != OK


def again(bench, files, acknowledged, arguments):
    """With room again the same act is done, and the book is sound."""
    if arguments[0] == "backup":
        kept = Files(arguments[1])
        if not kept.book.exists():
            bench.program.run(*arguments, book=files.book).must(OK)
        must_verify(bench.program, kept)
        for path in kept.all():
            path.unlink()
        need(not list(files.book.parent.glob("*.beginning-*")), "partial", "files written aside were left")
    else:
        acknowledged.update(counterfoils(bench.program.run(*arguments, book=files.book).must(OK).out))
    must_hold(files, acknowledged)
    must_verify(bench.program, files)


ROWS = [(5, "disk-limit", limited, 60, 300), (5, "disk-full", full_disk, 60, 300)]
