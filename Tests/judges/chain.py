#!/usr/bin/env python3
"""Recomputes a book's leaves, chain, canonical form and balances from the records alone.

Prints `entries transfers chain` and exits 0, or names the first fault and exits 1.
It shares no code with the program: the standard library is all it needs.
"""
import hashlib
import json
import sqlite3
import sys


def fail(text):
    print(text)
    sys.exit(1)


def main(path):
    book = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    book.text_factory = bytes
    chain, expected, moved, transfers = bytes(32), 1, {}, 0
    for number, record, stored in book.execute("SELECT number, record, chain FROM journal ORDER BY number"):
        if number != expected:
            fail(f"entry {expected} is missing")
        leaf = hashlib.sha256(b"\0" + record).digest()
        chain = hashlib.sha256(b"almoner-chain-v1" + chain + leaf).digest()
        if chain != stored:
            fail(f"entry {number}: chain")
        tree = json.loads(record.decode("utf-8"))
        again = json.dumps(tree, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        if again.encode("utf-8") != record:
            fail(f"entry {number}: not canonical")
        if tree["number"] != number or tree["format"] != 1:
            fail(f"entry {number}: number or format")
        for transfer in tree["transfers"]:
            pence = int(transfer["amount"])
            debit = moved.setdefault(transfer["debit"], [0, 0])
            credit = moved.setdefault(transfer["credit"], [0, 0])
            debit[0] += pence
            credit[1] += pence
            transfers += 1
        expected += 1
    kept = {
        name.decode(): [debits, credits]
        for name, debits, credits in book.execute("SELECT name, debits, credits FROM account")
    }
    if kept != moved:
        fail(f"balances: {sorted(set(map(str, kept.items())) ^ set(map(str, moved.items())))[:4]}")
    if sum(debits - credits for debits, credits in moved.values()) != 0:
        fail("debits are not credits")
    print(expected - 1, transfers, chain.hex())


main(sys.argv[1])
