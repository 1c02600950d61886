#!/usr/bin/env python3
"""Holds the README's examples to the transcripts: each `$` line of a console block, with what a transcript printed.
And its table of faults to the page of the campaign, that of times to the page of the benchmark.

    scripts/readme.py            writes the outputs into README.md
    scripts/readme.py --check    says where they differ, and fails
"""

import os
import re
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def outputs():
    """What each command of the first ten minutes printed, each time it was typed."""
    found, command = {}, None
    path = os.path.join(ROOT, "Fixtures/transcripts/first-ten-minutes.transcript")
    for line in open(path, encoding="utf-8").read().split("\n"):
        if line.startswith("$ "):
            command = line
            found.setdefault(command, []).append([])
        elif line.startswith("# "):
            command = None
        elif command:
            found[command][-1].append(line)
    return {command: ["\n".join(lines).strip("\n") for lines in times] for command, times in found.items()}


def faults():
    """The block of the campaign's page: its table, and how the run ended."""
    page = open(os.path.join(ROOT, "Tests/Campaign/RESULT.md"), encoding="utf-8").read()
    return re.search(r"^```\n.*?^```$", page, flags=re.S | re.M).group()


def times():
    """What the benchmark printed, its long table folded away."""
    page = open(os.path.join(ROOT, "Bench/RESULT.md"), encoding="utf-8").read()
    goals, rest = page.split("\nRuns taken in turn", 1)
    return (f"<!-- bench -->\n{goals}\n<details><summary>Every figure</summary>\n\n"
            f"Runs taken in turn{rest}\n</details>\n<!-- /bench -->")


def filled(text, known):
    def block(match):
        commands = [line for line in match.group(1).split("\n") if line.startswith("$ ")]
        unknown = [line for line in commands if line not in known]
        if unknown:
            sys.exit(f"README.md: no transcript runs: {unknown[0]}")
        parts = []
        for command in commands:
            printed = known[command].pop(0) if len(known[command]) > 1 else known[command][0]
            parts.append(command + ("\n" + printed if printed else ""))
        return "```console\n" + "\n\n".join(parts) + "\n```"

    text = re.sub(r"^```\n #  Fault.*?^```$", lambda _: faults(), text, flags=re.S | re.M)
    text = re.sub(r"<!-- bench -->.*?<!-- /bench -->", lambda _: times(), text, flags=re.S)
    return re.sub(r"```console\n(.*?)\n```", block, text, flags=re.S)


def main():
    path = os.path.join(ROOT, "README.md")
    text = open(path, encoding="utf-8").read()
    wanted = filled(text, outputs())
    if sys.argv[1:] == ["--check"]:
        if text != wanted:
            sys.exit("README.md does not hold what the transcript printed: make golden")
    else:
        open(path, "w", encoding="utf-8").write(wanted)


main()
