#!/usr/bin/env python3
"""Makes one mistake at a time in the rules of the ledger, and sees whether a test notices.

    scripts/mutate.py                   every mutant; make mutate
    scripts/mutate.py --count 120       as many, chosen by --seed
    scripts/mutate.py --only Carry      those whose name holds a text: file, function, kind or code; may be repeated
    scripts/mutate.py --again           those that survived the last run
    scripts/mutate.py --tests Carry     against the tests of this name alone
    scripts/mutate.py --list            what there is, without building

The ledger and its tests are copied to .build-mutants, with all mutants written into the copy (scripts/mutation), and built
there once. Which mutant is in force is a variable of the environment, so a mutant costs a run of tests and no build. First
everything must pass with none chosen. Then each mutant meets the suites of tests that come to its place, and where it
survives them the seeded workload, in which an auditor works every posting out anew. It is killed when a test fails, the
program traps, or it takes far longer than without; a place that no test comes to survives without a run.

Mutants that cannot change what is posted are listed with their reasons in scripts/mutation/equivalent.txt and counted
apart. Standard library only; it fails where a mutant survives.
"""

import argparse
import collections
import datetime
import json
import os
import random
import re
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
sys.path.insert(0, os.path.join(HERE, "mutation"))

from sites import Finder, Rewriting, crossing, siblings  # noqa: E402
from text import Source  # noqa: E402
from trial import Runner, Trial  # noqa: E402

LEDGER = "Sources/GrantLedger"
TESTS = "Tests/GrantLedgerTests"
# The rules: what acts post, the accounts and their floors, the splitting of money, the calendar.
RULES = ["Accounts", "Acts", "Money/Money.swift", "Money/Money+Splitting.swift", "Calendar/Day.swift",
         "Calendar/FinancialYear.swift", "Calendar/Period.swift"]
EQUIVALENT = os.path.join(HERE, "mutation/equivalent.txt")

MANIFEST = """// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "mutants",
    targets: [
        .target(name: "GrantLedger"),
        .testTarget(name: "GrantLedgerTests", dependencies: ["GrantLedger"]),
    ])

for target in package.targets {
    target.swiftSettings = [
        .swiftLanguageMode(.v6), .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("InternalImportsByDefault"),
    ]
}
"""


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def write(path, text):
    """Writes a file where it differs, so that what is unchanged is not built again."""
    os.makedirs(os.path.dirname(path), exist_ok=True)
    if not os.path.exists(path) or read(path) != text:
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)


def sources(folder):
    for where, _, names in os.walk(os.path.join(ROOT, folder)):
        for name in names:
            if name.endswith(".swift"):
                yield os.path.relpath(os.path.join(where, name), ROOT)


def is_rule(path):
    inner = os.path.relpath(path, LEDGER)
    return any(inner == rule or inner.startswith(rule + "/") for rule in RULES)


def find():
    """All mutants by file, numbered and named; the names stay when lines move."""
    found = {}
    chart = siblings(Source("Head", read(os.path.join(ROOT, LEDGER, "Accounts/Head.swift"))))
    seen = collections.Counter()
    number = 0
    for path in sorted(filter(is_rule, sources(LEDGER))):
        source = Source(path, read(os.path.join(ROOT, path)))
        mutants = Finder(source, chart).all()
        lost = crossing(mutants)
        found[path] = (source, sorted((m for m in mutants if m not in lost), key=lambda m: m.start))
        for mutant in found[path][1]:
            number += 1
            mutant.number = number
            function = source.function(mutant.start)
            name = f"{os.path.relpath(path, LEDGER)} {function}: {mutant.kind}: {mutant.before} → {mutant.after}"
            seen[name] += 1
            mutant.name = name if seen[name] == 1 else f"{name} ({seen[name]})"
    return found


def equivalents():
    """The reasons by the mutant's name: a name on a line of its own, its reason below, indented."""
    reasons, name = {}, None
    for line in read(EQUIVALENT).split("\n"):
        if line.startswith("#") or not line.strip():
            continue
        if line[0] == " ":
            reasons[name] = (reasons[name] + " " + line.strip()).strip()
        else:
            name = line.strip()
            reasons[name] = ""
    empty = [name for name, reason in reasons.items() if not reason]
    if empty:
        sys.exit(f"{EQUIVALENT}: no reason is given for: {empty[0]}")
    return reasons


class Build:
    """The copy with all mutants in it."""

    def __init__(self, scratch):
        self.scratch = os.path.abspath(scratch)
        self.package = os.path.join(self.scratch, "package")

    def copy(self, found):
        wanted = {"Package.swift": MANIFEST, f"{LEDGER}/Mutant.swift": read(os.path.join(HERE, "mutation/Mutant.swift"))}
        for path in sources(LEDGER):
            wanted[path] = read(os.path.join(ROOT, path))
        for path, (source, mutants) in found.items():
            wanted[path] = Rewriting(source, mutants).text()
            for mutant in mutants:
                if not re.search(rf"\b{mutant.number}\b", wanted[path]):
                    sys.exit(f"This mutant was not written: {mutant.name}")
        for path in sources(TESTS):
            text = read(os.path.join(ROOT, path))
            if set(re.findall(r"^import (\w+)", text, re.M)) <= {"GrantLedger", "Testing", "Foundation"}:
                wanted[path] = text
        for where, _, names in os.walk(os.path.join(ROOT, LEDGER, "Documentation.docc")):
            for name in names:
                path = os.path.join(where, name)
                wanted[os.path.relpath(path, ROOT)] = read(path)
        for path, text in wanted.items():
            write(os.path.join(self.package, path), text)
        for top in ("Sources", "Tests"):
            for where, _, names in os.walk(os.path.join(self.package, top)):
                for name in names:
                    path = os.path.join(where, name)
                    if os.path.relpath(path, self.package) not in wanted:
                        os.remove(path)

    def build(self):
        command = ["swift", "build", "--build-tests", "--package-path", self.package,
                   "--scratch-path", os.path.join(self.scratch, "build")]
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        if done.returncode:
            errors = sorted(set(re.findall(r"^(/\S+?):(\d+):\d+: error: (.*)$", done.stdout, re.M)))
            for path, line, error in errors:
                what = read(path).split("\n")[int(line) - 1].strip()
                print(f"{os.path.relpath(path, self.package)}:{line}: {error}\n    {what}")
            if not errors:
                print(done.stdout[-4000:])
            sys.exit("The copy with the mutants does not compile. Where a test is named above, mend it; where a rule of the ledger "
                     "is, a rule of scripts/mutation/sites.py misreads it.")

    def program(self):
        folder = os.path.join(self.scratch, "build/debug")
        return os.path.join(folder, "mutantsPackageTests.xctest")


def said(mutant, outcome, reason):
    state = "killed" if outcome.killed else "equivalent" if reason else "SURVIVED"
    by = {"failed": f"by: {outcome.test}", "trapped": f"by a trap in: {outcome.test}", "too long": outcome.test,
          "not reached": "no test comes here", "passed": "every test passed"}[outcome.how]
    if reason:
        by = reason if not outcome.killed else f"although listed as equivalent, {by}"
    return (f"{state:10}  {os.path.relpath(mutant.path, LEDGER)}:{mutant.line}  {mutant.kind}\n"
            f"            {mutant.before} → {mutant.after}\n            {by} ({outcome.seconds:.1f} s)")


def table(results, reasons):
    """The counts by kind and in all."""
    kinds = collections.defaultdict(collections.Counter)
    for mutant, outcome in results:
        state = "killed" if outcome.killed else "equivalent" if mutant.name in reasons else "survived"
        for kind in (mutant.kind, "all"):
            kinds[kind][state] += 1
            kinds[kind][outcome.how] += 1
    lines = ["| kind | mutants | killed | survived | equivalent |", "|---|---|---|---|---|"]
    for kind in sorted(kinds, key=lambda kind: (kind == "all", kind)):
        count = kinds[kind]
        whole = count["killed"] + count["survived"] + count["equivalent"]
        lines.append(f"| {kind} | {whole} | {count['killed']} | {count['survived']} | {count['equivalent']} |")
    count = kinds["all"]
    judged = count["killed"] + count["survived"]
    score = 100 * count["killed"] / judged if judged else 100.0
    lines += ["", f"Of {count['killed']} killed, {count['trapped']} trapped and {count['too long']} took too long. "
              f"Score: {score:.1f}% of the {judged} that are not equivalent."]
    return "\n".join(lines)


def chosen(found, arguments):
    mutants = [mutant for _, (_, some) in sorted(found.items()) for mutant in some]
    if arguments.only:
        mutants = [m for m in mutants if any(text in m.name for text in arguments.only)]
    if arguments.again:
        last = json.loads(read(os.path.join(arguments.scratch, "last.json")))
        names = {one["name"] for one in last if one["state"] == "survived"}
        mutants = [m for m in mutants if m.name in names]
    if arguments.count and arguments.count < len(mutants):
        mutants = spread(mutants, arguments.count, random.Random(arguments.seed))
    return mutants


def spread(mutants, count, chance):
    """So many, in turn from every file, and in a file in turn from every kind."""
    rows = []
    for path in sorted({mutant.path for mutant in mutants}):
        own = [mutant for mutant in mutants if mutant.path == path]
        chance.shuffle(own)
        turn = collections.Counter()
        ranked = []
        for mutant in own:
            ranked.append((turn[mutant.kind], mutant))
            turn[mutant.kind] += 1
        ranked.sort(key=lambda pair: pair[0])
        rows += [(place, chance.random(), mutant) for place, (_, mutant) in enumerate(ranked)]
    rows.sort(key=lambda row: row[:2])
    return sorted((mutant for _, _, mutant in rows[:count]), key=lambda mutant: mutant.number)


def options():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--only", action="append", metavar="TEXT")
    parser.add_argument("--count", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--again", action="store_true")
    parser.add_argument("--tests", metavar="FILTER")
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--jobs", type=int, default=max(1, (os.cpu_count() or 2) // 2))
    parser.add_argument("--sequences", type=int, default=60, help="sequences of the workload a survivor meets")
    parser.add_argument("--scratch", default=os.path.join(ROOT, ".build-mutants"))
    return parser.parse_args()


def main():
    arguments = options()
    found = find()
    reasons = equivalents()
    names = {mutant.name for _, some in found.values() for mutant in some}
    for name in sorted(set(reasons) - names):
        print(f"No mutant of this name in {os.path.relpath(EQUIVALENT, ROOT)}: {name}")
    mutants = chosen(found, arguments)
    if arguments.list:
        for mutant in mutants:
            print(f"{os.path.relpath(mutant.path, LEDGER)}:{mutant.line}  {mutant.name}")
        print(f"{len(mutants)} mutants in {len({m.path for m in mutants})} files.")
        return
    build = Build(arguments.scratch)
    build.copy(found)
    print(f"{len(names)} places in {len(found)} files, {len(mutants)} of them to be tried. Building.", flush=True)
    build.build()
    trial = Trial(Runner(build.program(), arguments.sequences), build.scratch, arguments.tests, arguments.jobs)
    trial.baseline()
    print(f"With no mutant {len(trial.reached)} suites pass, in {sum(trial.seconds.values()):.0f} s one by one.", flush=True)
    results = []

    def each(mutant, outcome):
        results.append((mutant, outcome))
        print(f"{len(results)}/{len(mutants)} " + said(mutant, outcome, reasons.get(mutant.name)), flush=True)

    began = time.monotonic()
    trial.run(mutants, each)
    results.sort(key=lambda result: result[0].number)
    survivors = [(m, o) for m, o in results if not o.killed and m.name not in reasons]
    last = [{"name": m.name, "line": m.line, "how": o.how, "test": o.test, "seconds": round(o.seconds, 1),
             "state": "killed" if o.killed else "equivalent" if m.name in reasons else "survived"} for m, o in results]
    with open(os.path.join(build.scratch, "last.json"), "w", encoding="utf-8") as file:
        json.dump(last, file, indent=1, ensure_ascii=False)
    print(f"\n{len(results)} mutants in {time.monotonic() - began:.0f} s, {datetime.date.today()}.\n")
    print(table(results, reasons))
    if survivors:
        print("\nSurvivors:\n" + "\n".join(f"{m.path}:{m.line}  {m.name}" for m, _ in survivors))
        sys.exit(1)


main()
