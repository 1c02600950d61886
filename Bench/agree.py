#!/usr/bin/env python3
"""Compares every balance of `report trial-balance` with what other programs say of the exports.

    agree.py PROGRAM BOOK YEAR FOLDER PEER...       FOLDER holds book.ledger and the like; YEAR as 2023

Reads what they say as the judges of the tests do. Exits 1 where a balance differs or a program fails.
"""
import csv
import os
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "Tests", "judges"))

import peers


def hledger_balances(path):
    """All at once: year by year, as the judges ask, takes hledger minutes in a large journal."""
    text = peers.run("hledger", "-f", path, "balance", "--flat", "--empty", "--no-total", "--output-format", "csv")
    return {name: peers.pence(amount) for name, amount in list(csv.reader(text.splitlines()))[1:]}


def main():
    _, _, book, year, folder, *asked = sys.argv
    year = int(year)
    _, ours = peers.reported(book, f"{year}/{(year + 1) % 100:02}", {}, {})
    ours = {name: pence for name, pence in ours.items() if not name.endswith(" moved")}
    file = {name: os.path.join(folder, f"book.{name}") for name in peers.FORMATS}
    answers = {
        "ledger": lambda: peers.ledger_balances(file["ledger"], None, f"{year + 1}-04-01"),
        "hledger": lambda: hledger_balances(file["hledger"]),
        "beancount": lambda: {name: sum(moves.values()) for name, moves in peers.beancount_balances(
            peers.beancount_entries(file["beancount"]), None)[0].items()},
    }
    said, agree = [], True
    for name in asked:
        try:
            said.append(f"{peers.same(name, ours, answers[name]()):,} by {name}")
        except (peers.Different, OSError) as difference:
            agree = False
            said.append(f"NOT by {name}: {str(difference)[:300]}")
    print(f"Balances equal to those of `report trial-balance`: {', '.join(said)}.")
    sys.exit(0 if agree else 1)


if __name__ == "__main__":
    main()
