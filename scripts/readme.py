#!/usr/bin/env python3
"""Holds the README's examples to the transcripts: each `$` line of a console block, with what a transcript printed.

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
