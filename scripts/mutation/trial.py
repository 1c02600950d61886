"""Runs the tests with one mutant in force."""

import concurrent.futures
import os
import re
import subprocess
import sys
import threading
import time

MODULE = "GrantLedgerTests"
# An auditor works out anew what every act of seeded sequences posts: the widest test, and the slowest.
WORKLOAD = "WorkloadTests"


class Outcome:
    def __init__(self, how, test="", seconds=0.0):
        self.how, self.test, self.seconds = how, test, seconds

    @property
    def killed(self):
        return self.how in ("failed", "trapped", "too long")


class Runner:
    """Runs the built tests, and stops at the first that fails."""

    COLOUR = re.compile(r"\x1b\[[0-9;]*m")
    FAILED = re.compile(r'[✘✖] (?:Test|Suite) (?:"(.+?)"|(\S+)) (?:recorded an issue|failed)')
    STARTED = re.compile(r'Test (?:"(.+?)"|(\S+\(\S*\))) started')

    def __init__(self, program, sequences):
        self.program, self.sequences = program, sequences

    def start(self, number, choice, reached=None):
        environment = dict(os.environ, ALMONER_MUTANT=str(number), ALMONER_SEQUENCES=str(self.sequences))
        if reached:
            environment["ALMONER_MUTANTS_REACHED"] = reached
        return subprocess.Popen([self.program, "--testing-library", "swift-testing", *choice], env=environment,
                                stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace")

    def suites(self):
        """The names of all suites."""
        said, _ = self.start(0, ["--list-tests"]).communicate()
        return sorted(set(re.findall(rf"^{MODULE}\.(\w+)/", said, re.M)))

    def run(self, number, choice, limit, reached=None):
        began = time.monotonic()
        process = self.start(number, choice, reached)
        late = threading.Event()

        def stop():
            late.set()
            process.kill()

        timer = threading.Timer(limit, stop)
        timer.start()
        failed, started, said = "", "", ""
        for line in process.stdout:
            line = self.COLOUR.sub("", line)
            if found := self.FAILED.search(line):
                failed = found.group(1) or found.group(2)
                process.kill()
                break
            if found := self.STARTED.search(line):
                started = found.group(1) or found.group(2)
            said = line if "error:" in line else said
        process.stdout.close()
        code = process.wait()
        timer.cancel()
        seconds = time.monotonic() - began
        if failed:
            return Outcome("failed", failed, seconds)
        if late.is_set():
            return Outcome("too long", f"stopped after {limit:.0f} s", seconds)
        if code < 0:
            return Outcome("trapped", started, seconds)
        if code:
            return Outcome("failed", said.strip() or started, seconds)
        return Outcome("passed", "", seconds)


class Trial:
    """The mutants, each against the suites that come to its place, then against the workload."""

    def __init__(self, runner, scratch, tests, jobs):
        self.runner, self.scratch, self.tests, self.jobs = runner, scratch, tests, jobs
        # By suite: the numbers of the mutants whose place it comes to, and the seconds it takes.
        self.reached, self.seconds = {}, {}

    def choice(self, suites):
        return ["--filter", "|".join(rf"{MODULE}\.{suite}/" for suite in suites)]

    def wide(self):
        return ["--filter", f"{MODULE}.{WORKLOAD}/agreement"]

    def baseline(self):
        """Every suite passes with no mutant; how long each takes, and where it comes to."""
        suites = [suite for suite in self.runner.suites() if not self.tests or re.search(self.tests, suite)]
        with concurrent.futures.ThreadPoolExecutor(self.jobs) as pool:
            list(pool.map(self.measure, suites))
        if not self.reached:
            sys.exit("No suite has that name.")

    def measure(self, suite):
        log = os.path.join(self.scratch, f"reached-{suite}")
        choice = self.wide() if suite == WORKLOAD else self.choice([suite])
        outcome = self.runner.run(0, choice, 3600, reached=log)
        if outcome.how != "passed":
            sys.exit(f"With no mutant in force a test of {suite} fails already: {outcome.test}")
        self.reached[suite] = set()
        if os.path.exists(log):
            with open(log, encoding="utf-8") as file:
                self.reached[suite] = {int(line) for line in file}
            os.remove(log)
        self.seconds[suite] = outcome.seconds

    def meet(self, mutant):
        suites = [suite for suite, numbers in self.reached.items() if mutant.number in numbers]
        near = sorted((suite for suite in suites if suite != WORKLOAD), key=lambda suite: self.seconds[suite])
        if not suites:
            return Outcome("not reached")
        spent = 0.0
        for choice, names in ((self.choice(near), near), (self.wide(), [s for s in suites if s == WORKLOAD])):
            if not names:
                continue
            limit = 60 + 10 * sum(self.seconds[name] for name in names)
            outcome = self.runner.run(mutant.number, choice, limit)
            spent += outcome.seconds
            if outcome.how == "trapped":
                # One test at a time says which one it was.
                outcome.test = self.runner.run(mutant.number, choice + ["--no-parallel"], limit).test or outcome.test
            if outcome.killed:
                break
        return Outcome(outcome.how, outcome.test, spent)

    def run(self, mutants, each):
        with concurrent.futures.ThreadPoolExecutor(self.jobs) as pool:
            waiting = {pool.submit(self.meet, mutant): mutant for mutant in mutants}
            for done in concurrent.futures.as_completed(waiting):
                each(waiting[done], done.result())
