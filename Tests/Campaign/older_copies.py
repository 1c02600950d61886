"""Promise 10: an older copy put back, and counterfoils missing, cut, edited or another book's, are detected; writes refused.

An open compares the last line, in constant time: a line edited further up is told by `verify --full` alone, and is no bar
to writing. The book then goes on only by `recover --accept-loss` or `book adopt`, and that is itself an entry.
"""
import books
from support import DAMAGED, OK, REFUSED, counterfoils, must_hold, must_verify, need

KINDS = ["older", "missing", "cut", "edited", "foreign", "older-missing", "edited-above"]
READERS = [["verify"], ["verify", "--full"]]


def spoil(kind, rng, files, copies):
    """Puts back, removes, cuts or edits; what was done, in words."""
    lines = files.foils.read_bytes().splitlines(keepends=True)
    if kind.startswith("older"):
        number = rng.randrange(len(copies) - 1)
        files.book.write_bytes(copies[number])
        if kind == "older-missing":
            files.foils.unlink()
        return f"copy {number} of {len(copies)} put back"
    if kind == "missing":
        files.foils.unlink()
        return "counterfoils removed"
    if kind == "cut":
        kept = rng.randrange(1, len(lines) - 2)
        files.foils.write_bytes(b"".join(lines[:kept]))
        return f"{len(lines) - kept} lines cut"
    if kind.startswith("edited"):
        number = len(lines) - 1 if kind == "edited" else rng.randrange(1, len(lines) - 1)
        words = lines[number].split(b" ")
        at = rng.randrange(64)
        words[1] = words[1][:at] + (b"0" if words[1][at:at + 1] != b"0" else b"1") + words[1][at + 1:]
        lines[number] = b" ".join(words)
    else:
        words = lines[0].split(b" ")
        words[1] = f"{rng.getrandbits(128):032x}".encode()
        lines[0] = b" ".join(words)
    files.foils.write_bytes(b"".join(lines))
    return f"counterfoils {kind}"


def put_back(bench, row):
    room = bench.room(row.name)
    base, copies = bench.begun(room, lines=books.FUND), []
    for number in range(8):
        bench.program.run("organisation", "add", f"O-{number}", "--name", f"Older {number}", book=base.book).must(OK)
        copies.append(base.book.read_bytes())
    recovers = bench.program.has("recover")
    for run in range(row.wanted):
        kind = KINDS[run % len(KINDS)]
        with row.case(run, room / "run") as detail:
            files = base.copied(room / "run")
            detail["spoilt"] = spoil(kind, row.rng(run), files, copies)
            detected(bench, row, kind, files)
            go_on(bench, kind, files, recovers)
    row.note = "" if recovers else "going on by recover NOT RUN: this program has no recover"


def detected(bench, row, kind, files):
    """A reader is told, a writer is refused, and neither changes the book."""
    before = files.book.read_bytes()
    for reader in READERS[1:] if kind == "edited-above" else READERS:
        ended = bench.program.run(*reader, "--format", "json", book=files.book)
        row.took(ended.seconds)
        need(ended.code in (OK, DAMAGED), "wrong", ended.said())
        told = b"no counterfoils" in (ended.out + ended.err).lower() or b"without" in ended.out + ended.err
        need(ended.code == DAMAGED or kind.endswith("missing") and told, "undetected", f"{kind}: {ended.said()}")
    if kind == "edited-above":
        return
    ended = bench.program.run("organisation", "add", "X", "--name", "X", book=files.book)
    need(ended.code == REFUSED, "undetected", ended.said())
    need(files.book.read_bytes() == before, "wrong", "a refused write has changed the book")


def go_on(bench, kind, files, recovers):
    """The way on is an entry, and the book is sound after it."""
    if kind == "edited-above":
        return
    count = len(files.entries())
    if kind.endswith("missing") or kind == "foreign":
        way = ["book", "adopt", "--reason", "The campaign took the counterfoils"]
    elif recovers:
        way = ["recover", "--accept-loss", "--reason", "The campaign spoilt it"]
    else:
        return
    ended = bench.program.run(*way, "--format", "json", book=files.book).must(OK)
    entries = must_hold(files, counterfoils(ended.out))
    need(len(entries) == count + 1, "undetected", "the way on is not an entry")
    bench.program.run("organisation", "add", "X", "--name", "X", book=files.book).must(OK)
    must_verify(bench.program, files)


ROWS = [(10, "older-copies", put_back, 50, 500)]
