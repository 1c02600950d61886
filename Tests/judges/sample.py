#!/usr/bin/env python3
"""Draws a sample again by hand, from the population as it is printed.

    sample.py FILE ...

Each FILE is what `almoner export sample --format json` wrote. Prints a line a file; exits 1 where the
awards drawn are not those that the method, the number and the seed give.
"""

import hashlib
import json
import sys


def digest(text):
    """SHA-256 in lower-case hexadecimal."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def owner(population, penny):
    """In which award a penny lies, when they are laid end to end."""
    for code, pence in population:
        if penny <= pence:
            return code
        penny -= pence
    raise ValueError("a penny beyond the population")


def drawn_again(facts, population):
    """The codes that are drawn, from pairs of a code and its pence."""
    number = facts["number"]
    if facts["method"] == "random":
        codes = [code for code, _ in population]
        return sorted(sorted(codes, key=lambda code: digest(f"{facts['seed']}:{code}"))[:number])
    if facts["method"] == "largest":
        return sorted(code for code, _ in sorted(population, key=lambda p: (-p[1], p[0]))[:number])
    if facts["method"] == "over":
        over = round(float(facts["over"]) * 100)
        return [code for code, pence in population if pence > over]
    interval = sum(pence for _, pence in population) // number
    first = 1 + int(digest(facts["seed"])[:14], 16) % interval
    return sorted({owner(population, first + k * interval) for k in range(number)})


def main():
    """Judges the files that are named."""
    wrong = 0
    for name in sys.argv[1:]:
        with open(name, encoding="utf-8") as file:
            page = json.load(file)
        facts, population = page["facts"], page["population"]["rows"]
        pairs = [(row["award"], int(row["amount"].replace(".", ""))) for row in population]
        asked = drawn_again(facts, pairs)
        given = [row["award"] for row in page["sample"]["rows"]]
        marked = [row["award"] for row in population if row["drawn"] == "yes"]
        is_same = asked == given == marked and [p[0] for p in pairs] == sorted(p[0] for p in pairs)
        wrong += not is_same
        print(f"{name}: {len(given)} of {len(pairs)}" + ("" if is_same else f", not {asked}"))
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
