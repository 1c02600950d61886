#!/usr/bin/env python3
"""Writes the recipes of the documentation from the transcripts that prove them: Fixtures/recipes/*.transcript.

    scripts/recipes.py            writes Documentation.docc/Recipes/*.md
    scripts/recipes.py --check    says where they differ, and fails

The second line of a transcript is `# Title: sentence`. Comments become prose, commands and what they print become blocks.
Standard library only.
"""

import glob
import os
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
PAGES = os.path.join(ROOT, "Sources/GrantLedger/Documentation.docc/Recipes")


def page(text):
    """The page that a transcript is."""
    lines = text.split("\n")
    title, sentence = lines[1].removeprefix("# ").split(": ", 1)
    parts = [f"# {title}", sentence[0].upper() + sentence[1:],
             "## Step by step", "The office of the recipes is begun by `Fixtures/recipes/office.batch`."]
    prose, block = [], []

    def flush():
        if prose:
            parts.append("\n".join(prose))
            prose.clear()
        if block:
            parts.append("```console\n" + "\n".join(block).strip("\n") + "\n```")
            block.clear()

    for line in lines[2:]:
        if line.startswith("# "):
            if block:
                flush()
            prose.append(line.removeprefix("# "))
        elif line or block:
            if prose:
                flush()
            block.append(line)
    flush()
    return "\n\n".join(parts) + "\n"


def main():
    checks = sys.argv[1:] == ["--check"]
    wanted = {}
    for path in sorted(glob.glob(os.path.join(ROOT, "Fixtures/recipes/*.transcript"))):
        name = "recipe-" + os.path.basename(path).removesuffix(".transcript") + ".md"
        with open(path, encoding="utf-8") as file:
            wanted[name] = page(file.read())
    os.makedirs(PAGES, exist_ok=True)
    there = set(os.listdir(PAGES))
    if checks:
        for name in sorted(there | set(wanted)):
            path = os.path.join(PAGES, name)
            found = open(path, encoding="utf-8").read() if name in there else None
            if found != wanted.get(name):
                sys.exit(f"Recipes/{name} is not what its transcript says: make golden")
        return
    for name in there - set(wanted):
        os.remove(os.path.join(PAGES, name))
    for name, text in wanted.items():
        with open(os.path.join(PAGES, name), "w", encoding="utf-8") as file:
            file.write(text)


main()
