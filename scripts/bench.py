#!/usr/bin/env python3
"""How long a report takes: beside ledger on ten entries, and as the book grows.

    make bench          or, for less: scripts/bench.py --entries 10 1000

Builds books of 10, 1,000 and 100,000 entries from real commands through `almoner batch --all-or-nothing`, then prints
the medians of 7 runs taken in turn, their ratios, and the most memory any run held. Ratios are what to compare:
times differ by up to 40% from run to run on a shared machine.
"""

import argparse
import itertools
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
BINARY = os.path.abspath(
    os.environ.get("ALMONER_BIN") or os.path.join(ROOT, ".build", "release", "almoner"))
RUNS = 7
YEAR = "2019/20"
FIRST = "2019-04-03"    # less than a year before the clock below, which would ask for --historic
ENVIRONMENT = dict(os.environ, ALMONER_USER="finance", ALMONER_CLOCK="2020-04-02T18:00:00Z", COLUMNS="80")
ENVIRONMENT.pop("ALMONER_BOOK", None)


def commands(count):
    """As many commands as there are to be entries after the first (`init`), dates ascending.

    A project is an organisation, a bid, an award, its agreement, four instalments in one entry, and four times a payment,
    a return and its acceptance: 17 entries. The rest are organisations that never bid.
    """
    count -= 1
    projects = max(1, (count - 3) // 17)
    return itertools.islice(itertools.chain(work(projects), spare()), count)


def work(projects):
    codes = [f"P{number:06}" for number in range(1, projects + 1)]
    money = f"--profile {YEAR}={projects * 4000}"
    yield f"fund open VRF --title 'Violence Reduction Fund' --source own-budget --on {FIRST}"
    yield f"fund approve VRF {money} --on {FIRST}"
    yield (f"round open R1 --fund VRF --title 'Round one' --opens 2019-04-01 --closes 2019-04-30"
           f" {money} --cap-per-year 5000 --on {FIRST}")
    for code in codes:
        yield f"organisation add O-{code} --name 'Organisation {code}' --on {FIRST}"
    for code in codes:
        yield (f"bid log B-{code} --round R1 --applicant O-{code} --title 'Project {code}'"
               f" --profile {YEAR}=4000 --on {FIRST}")
    for code in codes:
        yield f"award make {code} --bid B-{code} --on 2019-05-01"
    for code in codes:
        yield f"award sign {code} --returns quarterly --on 2019-05-02"
    for code in codes:
        yield f"instalment schedule {code} --year {YEAR} --quarterly --after-return none --on 2019-05-03"
    for number, day in enumerate(("2019-07-01", "2019-10-01", "2020-01-02", "2020-04-01"), 1):
        period = f"--period {YEAR}-Q{number}"
        for code in codes:
            yield f"payment make {code} --instalment {number} --on {day}"
        for code in codes:
            yield f"return submit {code} {period} --spend GENERAL=900 --on {day}"
        for code in codes:
            yield f"return accept {code} {period} --on {day}"


def spare():
    for number in itertools.count(1):
        yield f"organisation add X-{number} --name 'Spare {number}' --on 2020-04-02"


def run(arguments, folder, output=subprocess.DEVNULL):
    """Seconds and peak bytes of one process, which must end well."""
    began = time.perf_counter()
    process = subprocess.Popen(
        arguments, cwd=folder, env=ENVIRONMENT, stdin=subprocess.DEVNULL, stdout=output)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{' '.join(arguments)} ended with {process.returncode}")
    return seconds, usage.ru_maxrss * 1024


def build(count, folder):
    """A book of so many entries; its name."""
    book, script = f"{count}.almoner", os.path.join(folder, f"{count}.batch")
    with open(script, "w", encoding="utf-8") as file:
        file.writelines(line + "\n" for line in commands(count))
    run([BINARY, "init", book, "--office", "Bench", "--kind", "pcc", "--on", FIRST], folder)
    seconds, memory = run([BINARY, "batch", script, "--all-or-nothing", "--book", book], folder)
    answer = subprocess.run(
        [BINARY, "report", "spend", "--book", book, "--format", "json"], cwd=folder, env=ENVIRONMENT,
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, check=True)
    found = json.loads(answer.stdout)["journal"]["entries"]
    if found != count:
        sys.exit(f"the book should hold {count} entries, and holds {found}")
    size = os.path.getsize(os.path.join(folder, book))
    print(f"{count:>8,} entries built in {seconds:.2f} s ({(count - 1) / seconds:,.0f} a second), "
          f"{memory / 1e6:.0f} MB held, {size / 1e6:.1f} MB on disk", flush=True)
    return book


def journal_for_ledger(folder):
    """Ten payments, for ledger to add up."""
    path = os.path.join(folder, "ten.ledger")
    with open(path, "w", encoding="utf-8") as file:
        for number in range(1, 11):
            file.write(f"2019/07/{number:02} * Project {number}\n"
                       f"    Assets:OnAccount:P{number:06}  £1000.00\n    Assets:Bank\n\n")
    return path


def compared(cases, folder):
    """For each named command the median seconds and the most bytes, of runs taken in turn."""
    taken = {name: [] for name in cases}
    for _ in range(RUNS):
        for name, arguments in cases.items():
            taken[name].append(run(arguments, folder))
    medians = {}
    for name, runs in taken.items():
        medians[name] = statistics.median(seconds for seconds, _ in runs)
        print(f"{name:<34} {medians[name] * 1000:9.1f} ms   {max(m for _, m in runs) / 1e6:6.1f} MB")
    return medians


def main():
    parser = argparse.ArgumentParser(description="Time a report against ledger and against itself.")
    parser.add_argument("--entries", type=int, nargs="+", default=[10, 1000, 100_000], metavar="N")
    sizes = sorted(parser.parse_args().entries)
    if sizes[0] < 10:
        parser.error("a book of fewer than ten entries holds no payment")
    if not os.access(BINARY, os.X_OK):
        sys.exit(f"{BINARY} is not there: `make build` first, or set ALMONER_BIN.")
    with tempfile.TemporaryDirectory(prefix="almoner-bench-") as folder:
        cases = {}
        for size in sizes:
            book = build(size, folder)
            cases[f"report spend, {size:,} entries"] = [
                BINARY, "report", "spend", "--book", book, "--format", "table"]
        cases["ledger bal, 10 entries"] = ["ledger", "-f", journal_for_ledger(folder), "bal"]
        floor = run(["true"], folder)[1]
        print(f"\nA process is charged the {floor / 1e6:.0f} MB of this script too: less cannot be told apart.")
        medians = compared(cases, folder)
        small, last = (f"report spend, {size:,} entries" for size in (sizes[0], sizes[-1]))
        print(f"\n{small} / ledger bal, 10 entries: {medians[small] / medians['ledger bal, 10 entries']:.2f}")
        for size in sizes[1:-1]:
            name = f"report spend, {size:,} entries"
            print(f"{last} / {name}: {medians[last] / medians[name]:.2f}")


if __name__ == "__main__":
    main()
