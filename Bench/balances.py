#!/usr/bin/env python3
"""Beancount's balances of a journal, one account a line: since its third version it has no such report of its own."""
import collections
import sys

import beancount.core.data
import beancount.loader

entries, errors, _ = beancount.loader.load_file(sys.argv[1])
if errors:
    sys.exit(f"{len(errors)} errors, the first: {errors[0].message}")
sums = collections.Counter()
for entry in entries:
    if isinstance(entry, beancount.core.data.Transaction):
        for posting in entry.postings:
            sums[posting.account] += posting.units.number
for account, amount in sorted(sums.items()):
    print(f"{amount:>20} {account}")
