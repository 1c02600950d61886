#!/usr/bin/env python3
"""Forges a book: gives an entry another date and chains everything anew, as a clever hand would.

Usage: forge.py BOOK ENTRY DATE. Triggers are put back, so that only the numbers can tell.
"""
import hashlib
import json
import sqlite3
import sys

path, target, date = sys.argv[1], int(sys.argv[2]), sys.argv[3]
book = sqlite3.connect(path)
triggers = book.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
for name, _ in triggers:
    book.execute(f"DROP TRIGGER {name}")
chain = bytes(32)
for number, record in book.execute("SELECT number, record FROM journal ORDER BY number").fetchall():
    if number == target:
        tree = json.loads(record)
        tree["date"] = date
        record = json.dumps(tree, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    leaf = hashlib.sha256(b"\0" + record.encode("utf-8")).digest()
    chain = hashlib.sha256(b"almoner-chain-v1" + chain + leaf).digest()
    book.execute("UPDATE journal SET record = ?, chain = ? WHERE number = ?", (record, chain, number))
book.execute("UPDATE journal SET date = ? WHERE number = ?", (date, target))
for _, sql in triggers:
    book.execute(sql)
book.commit()
