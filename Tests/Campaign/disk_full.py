"""Promise 5: a full disk, at whatever byte, ends with 74 and harms nothing; with room again the same act goes through.

A limit on the size of any file (SIGXFSZ) stands for a quota; where this runs as root, a small file system in memory is
filled to the last byte as well.
"""
import contextlib
import os
import shutil
import subprocess

import books
from support import DISK, OK, NotRun, counterfoils, must_hold, must_verify, need


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
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", folder], capture_output=True)
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
            while file.write(bytes(4096)):
                pass
        room = os.fstat(file.fileno()).st_size
    os.truncate(ballast, max(0, room - free))
    try:
        yield ()
    finally:
        ballast.unlink()


def full_disk(bench, row):
    if os.geteuid() != 0:
        raise NotRun("only root may mount a small file system")
    full, acknowledged = 0, {}
    with mounted(bench.room(row.name) / "small") as folder:
        files = bench.begun(folder, lines=books.FUND)
        for run in range(row.wanted):
            with row.case(run) as detail:
                free = row.rng(run).randrange(17) * 4096
                detail.update(free=free, arguments=act(run))
                # Python reads a copy beside the folder, outside the small file system
                full += tried(bench, row, run, files, acknowledged, filled_up(folder, free))
    row.note = f"{full} found it full"


ROWS = [(5, "disk-limit", limited, 100, 500), (5, "disk-full", full_disk, 30, 150)]
