"""Promise 9: every change of what a book says is detected, whatever was done to its file, and nothing falls over.

Copies of a book are damaged: bits flipped, sectors zeroed, pages swapped, the file cut, another file put in its place, a
newer schema's number written. What Python's own SQLite reads from each is compared with the original: where one table,
the schema or its number reads otherwise or not at all, `verify --full` must end with a documented code other than 0.
"""
import sqlite3
import struct

import books
from support import DOCUMENTED, OK, need

SECTOR, PAGE = 512, 4096


def read(path):
    """All that a reader sees, or None where it cannot be read."""
    connection = sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)
    connection.text_factory = bytes
    try:
        seen = {"": [connection.execute(f"PRAGMA {name}").fetchone() for name in ("user_version", "application_id")],
                "schema": sorted(connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema"), key=repr)}
        for kind, name, *_ in seen["schema"]:
            if kind == b"table":
                rows = connection.execute(f'SELECT * FROM "{name.decode()}" NOT INDEXED').fetchall()
                seen[name.decode()] = sorted(rows, key=repr)
        return seen
    except (sqlite3.Error, UnicodeDecodeError, OverflowError, MemoryError):
        return None
    finally:
        connection.close()


def flip(rng, data):
    at = rng.randrange(len(data) * 8)
    data[at // 8] ^= 1 << at % 8
    return f"bit {at % 8} of byte {at // 8}"


def flip_used(rng, data):
    """A bit of something that is there, not of free space."""
    while True:
        at = rng.randrange(len(data))
        if data[at]:
            bit = rng.randrange(8)
            data[at] ^= 1 << bit
            return f"bit {bit} of byte {at}"


def zero(rng, data):
    at = rng.randrange(len(data) // SECTOR) * SECTOR
    data[at:at + SECTOR] = bytes(SECTOR)
    return f"sector at {at} zeroed"


def swap(rng, data):
    one, other = (rng.randrange(len(data) // PAGE) * PAGE for _ in range(2))
    data[one:one + PAGE], data[other:other + PAGE] = data[other:other + PAGE], data[one:one + PAGE]
    return f"pages at {one} and {other} swapped"


def cut(rng, data):
    length = rng.choice([0, rng.randrange(len(data)), rng.randrange(len(data) // PAGE) * PAGE])
    del data[length:]
    return f"cut to {length} bytes"


def foreign(rng, data):
    kind = rng.choice(["noise", "text", "zeros"])
    data[:] = {"noise": rng.randbytes(PAGE), "text": b"Ref,Amount\nA1,10.00\n" * 50, "zeros": bytes(PAGE)}[kind]
    return f"a file of {kind}"


def newer(rng, data):
    version = struct.unpack(">I", data[60:64])[0] + rng.choice([1, 2, 99, 2**30])
    data[60:64] = struct.pack(">I", version)
    return f"user_version {version}"


WAYS = [flip_used] * 10 + [flip] * 2 + [zero] * 3 + [swap] * 3 + [cut] * 2 + [foreign, newer]


def damaged(bench, row):
    room = bench.room(row.name)
    base = books.kent(bench, room)
    sound, original = base.book.read_bytes(), read(base.book)
    changed = 0
    for run in range(row.wanted):
        with row.case(run, room / "run") as detail:
            files, rng = base.copied(room / "run"), row.rng(run)
            data = bytearray(sound)
            detail["damage"] = WAYS[run % len(WAYS)](rng, data)
            files.book.write_bytes(data)
            differs = read(files.book) != original
            changed += differs
            ended = bench.program.run("verify", "--full", book=files.book)
            row.took(ended.seconds)
            need(ended.code in DOCUMENTED, "wrong", ended.said())
            need(not differs or ended.code != OK, "undetected", f"{detail['damage']}: verify says sound")
            if run % 5 == 0:
                opened = bench.program.run("report", "spend", book=files.book)
                need(opened.code in DOCUMENTED, "wrong", opened.said())
            need(files.book.read_bytes() == data or files.journal.exists(), "wrong", "verify has written to the book")
    row.note = f"{changed} changed what a reader sees"


def foreign_book(bench, row):
    """Another office's book, and another program's database, under this book's name."""
    room = bench.room(row.name)
    base, other = bench.begun(room, lines=books.FUND), room / "other.db"
    connection = sqlite3.connect(other)
    connection.execute("CREATE TABLE note (text)")
    connection.commit()
    connection.close()
    kent = books.kent(bench, bench.room(row.name + "-kent"))
    for run, source in enumerate([other, kent.book]):
        with row.case(run, room / "run"):
            files = base.copied(room / "run")
            files.book.write_bytes(source.read_bytes())
            for arguments in (["verify", "--full"], ["organisation", "add", "X", "--name", "X"]):
                ended = bench.program.run(*arguments, book=files.book)
                need(ended.code in DOCUMENTED, "wrong", ended.said())
                need(ended.code != OK, "undetected", f"{source.name}: {ended.said()}")
            need(files.book.read_bytes() == source.read_bytes(), "wrong", "the other file was written to")


ROWS = [(9, "damaged-file", damaged, 498, 2998), (9, "foreign-book", foreign_book, 2, 2)]
