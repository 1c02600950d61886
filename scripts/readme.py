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
    """What each command of the first ten minutes printed."""
    found, command = {}, None
    path = os.path.join(ROOT, "Fixtures/transcripts/first-ten-minutes.transcript")
    for line in open(path, encoding="utf-8").read().split("\n"):
        if line.startswith("$ "):
            command = line
            found[command] = []
        elif line.startswith("# "):
            command = None
        elif command:
            found[command].append(line)
    return {command: "\n".join(lines).strip("\n") for command, lines in found.items()}


def filled(text, known):
    def block(match):
        commands = [line for line in match.group(1).split("\n") if line.startswith("$ ")]
        unknown = [line for line in commands if line not in known]
        if unknown:
            sys.exit(f"README.md: no transcript runs: {unknown[0]}")
        parts = [command + ("\n" + known[command] if known[command] else "") for command in commands]
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
