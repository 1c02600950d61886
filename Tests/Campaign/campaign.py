#!/usr/bin/env python3
"""The campaign: faults put to the release binary, and whether its promises held.

    make campaign-ci       about four minutes        make campaign       the long tier, under an hour
    Tests/Campaign/campaign.py --tier ci --only kill-record --seed 7

Each family of faults is a module that says which promise it tests and lists its rows: number, name, function, runs in
CI, runs in the long tier. Everything random follows from the seed, which is printed. A row that this machine cannot run
is told as NOT RUN, and never counted as passed. Zero failures in n runs bounds the rate of failure at 3/n.
"""
import argparse
import concurrent.futures
import datetime
import importlib
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import time
import traceback

from support import Bench, Fault, NotRun, Row

ROOT = pathlib.Path(__file__).resolve().parents[2]
FAMILIES = ["kills", "power", "damage", "io_errors", "crowd", "disk_full", "older_copies", "injection", "clocks",
            "permits", "drill"]
ELSEWHERE = [
    (3, "pragmas on every open", "GrantStoreTests/OpeningTests"),
    (11, "hostile files", "GrantExchangeTests/HostileFileTests AlmonerTests/HostileImportTests"),
    (12, "arithmetic", "GrantLedgerTests/Values/MoneyTests GrantLedgerTests/Values/CalendarTests "
                       "AlmonerTests/AmountTests AlmonerTests/DateTests GrantStoreTests/RawSQLMoneyTests"),
    (13, "workload, auditor", "GrantLedgerTests/WorkloadTests GrantStoreTests/WorkloadBookTests"),
    (14, "peers recompute", "GrantStoreTests/PeersBookTests AlmonerTests/PeersTests"),
]
WORKERS = 2


def elsewhere():
    """The promises that other suites hold; each must be there."""
    for number, name, suites in ELSEWHERE:
        for suite in suites.split():
            if not (ROOT / "Tests" / f"{suite}.swift").exists():
                sys.exit(f"Tests/{suite}.swift is not there: promise {number} is held by nothing")
        yield f"{number:>2}  {name:<22} in make test: {', '.join(suites.split())}"


def rows(bench, only, portion):
    """The rows asked for with their functions, the longest families first."""
    wanted = []
    for family in FAMILIES:
        for number, name, function, ci, long in importlib.import_module(family).ROWS:
            if not only or any(name == word or family == word or str(number) == word for word in only):
                count = max(1, round((ci if bench.tier == "ci" else long) * portion))
                wanted.append((Row(bench, number, name, count), function))
    return wanted


def workplace(options):
    """Where books are broken. In CI a file system in memory: a kill, a failing call and a traced write are the same there,
    and what a sync costs is not what is measured; the long tier pays it on the disk of temporary files."""
    memory = pathlib.Path("/dev/shm")
    if options.folder:
        return options.folder
    if options.tier == "ci" and os.access(memory, os.W_OK) and shutil.disk_usage(memory).free > 2**30:
        return str(memory)
    return tempfile.gettempdir()


def run(row, function):
    began = time.monotonic()
    try:
        function(row.bench, row)
    except NotRun as reason:
        row.not_run = str(reason)
    except Exception as error:
        if not isinstance(error, Fault):
            traceback.print_exc(file=sys.stdout)
        row.runs += 1
        row.faults[error.kind if isinstance(error, Fault) else "wrong"] += 1
        row.bench.tell(row, "set-up", "wrong", f"{type(error).__name__}: {error}", {}, None)
    row.seconds = time.monotonic() - began
    state = f"NOT RUN: {row.not_run}" if row.not_run else f"{row.runs} runs, {row.failed} failed"
    print(f"{row.name}: {state}, {row.seconds:.0f} s", file=sys.stderr, flush=True)


def table(done):
    """The one table, in the order of the promises."""
    head = f"{'#':>2}  {'Fault':<22}{'Runs':>6}{'Lost':>6}{'Partial':>9}{'Undetected':>12}{'Wrong':>7}{'Worst':>9}  Notes"
    lines = [head, "-" * len(head)]
    listed = [(row.number, index, row) for index, row in enumerate(done)]
    for number, _, row in sorted(listed, key=lambda each: each[:2]):
        if row.not_run:
            lines.append(f"{number:>2}  {row.name:<22}{'NOT RUN':>7}: {row.not_run} ({row.wanted} runs)")
            continue
        faults = row.faults
        lines.append(f"{number:>2}  {row.name:<22}{row.runs:>6}{faults['lost']:>6}{faults['partial']:>9}"
                     f"{faults['undetected']:>12}{faults['wrong']:>7}{row.worst:>7.2f} s  {row.note}".rstrip())
    return "\n".join(lines)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--tier", choices=["ci", "long"], default="ci")
    parser.add_argument("--only", action="append", metavar="NAME", help="a row, a family or a promise's number")
    parser.add_argument("--seed", type=int, default=None)
    parser.add_argument("--portion", type=float, default=1.0, metavar="P", help="so much of every row's runs, to try it")
    parser.add_argument("--result", metavar="FILE", help="write the table there too, with date and commit")
    parser.add_argument("--folder", metavar="FOLDER", help="where to work; else in memory for CI, else among temporary files")
    parser.add_argument("--keep", metavar="FOLDER", help="where the files of failures are kept")
    options = parser.parse_args()
    binary = os.path.abspath(os.environ.get("ALMONER_BIN") or ROOT / ".build/release/almoner")
    if not os.access(binary, os.X_OK):
        sys.exit(f"{binary} is not there: `make build` first, or set ALMONER_BIN.")
    seed = options.seed if options.seed is not None else random.SystemRandom().randrange(1 << 32)
    kept = pathlib.Path(options.keep or tempfile.mkdtemp(prefix="almoner-campaign-kept-"))
    kept.mkdir(exist_ok=True, parents=True)
    list(elsewhere())
    made_of = commit()
    print(f"campaign, {options.tier} tier, seed {seed}", flush=True)
    began = time.monotonic()
    where = workplace(options)
    print(f"in {where}", flush=True)
    with tempfile.TemporaryDirectory(prefix="almoner-campaign-", dir=where, ignore_cleanup_errors=True) as folder:
        bench = Bench(binary, folder, kept, seed, options.tier)
        wanted = rows(bench, options.only, options.portion)
        if not wanted:
            sys.exit("no row has that name")
        with concurrent.futures.ThreadPoolExecutor(WORKERS) as pool:
            list(pool.map(lambda pair: run(*pair), wanted))
    done = [row for row, _ in wanted]
    told = [table(done)] + ([] if options.only else list(elsewhere()))
    print("\n" + "\n".join(told))
    lines, status = closing(done, seed, time.monotonic() - began, kept)
    print("\n".join(lines))
    if options.result:
        write_result(options, made_of, told + lines)
    sys.exit(status)


def closing(done, seed, seconds, kept):
    """The closing lines, and the exit: what this machine cannot run is told loudly, and is no failure."""
    skipped = [row for row in done if row.not_run]
    ran, failed = sum(row.runs for row in done), sum(row.failed for row in done)
    lines = [f"\nseed {seed}, {seconds:.0f} s on {WORKERS} workers"]
    if skipped:
        names = ", ".join(row.name for row in skipped)
        lines.append(f"NOT RUN, AND SO NOT PROVED: {sum(row.wanted for row in skipped)} runs of {names}")
    if failed:
        lines.append(f"The files of failures are in {kept}")
    else:
        shutil.rmtree(kept, ignore_errors=True)
    lines.append(f"{ran - failed} passed, {failed} failed, {sum(row.wanted for row in skipped)} not run")
    return lines, 1 if failed or not ran else 0


def commit():
    """What the source tree is at, which is what was built where `make` builds it."""
    def git(*words):
        return subprocess.run(["git", "-C", ROOT, *words], capture_output=True, text=True).stdout.strip()

    changed = " with changes" if git("status", "--porcelain", "--untracked-files=no") else ""
    return f"{datetime.date.today().isoformat()}, commit {git('rev-parse', '--short=12', 'HEAD') or 'unknown'}{changed}"


def write_result(options, made_of, lines):
    """The table as a page, with what it was made of."""
    part = "" if options.portion == 1 and not options.only else " A part of its runs only."
    page = [f"# The campaign, {options.tier} tier", "",
            f"{made_of}, {os.cpu_count()} processors.{part} Zero failures in n runs bounds the rate of failure at 3/n.", "",
            "```", *lines, "```", ""]
    pathlib.Path(options.result).write_text("\n".join(page))


if __name__ == "__main__":
    main()
