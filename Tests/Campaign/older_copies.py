"""Promise 10: an older copy put back, and counterfoils missing, cut, edited or another book's, are detected; writes refused.

Every open compares the newest lines, some forty, in constant time, and refuses to write. A line edited further up is no
bar to writing: `verify`, a backup, a checkpoint and the audit bundle compare every line, and refuse or tell it. The book
then goes on only by `recover --accept-loss` or `book adopt`, and that is itself an entry.
"""
import books
from support import DAMAGED, OK, REFUSED, counterfoils, must_hold, must_verify, need

KINDS = ["older", "missing", "cut", "edited", "foreign", "older-missing", "edited-above", "edited-far-above",
         "cut-inside", "cut-far-above"]
READERS = [["verify"], ["verify", "--full"]]
OPENED = 38     # lines that every open reads at least: 4,096 bytes of at most 107 each


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
    newest, oldest = (len(lines) - OPENED + 1, len(lines) - 1), (2, len(lines) - 2 * OPENED)
    if kind.startswith("cut-"):
        number = rng.randrange(*(newest if kind == "cut-inside" else oldest))
        del lines[number]
        files.foils.write_bytes(b"".join(lines))
        return f"line {number + 1} taken out"
    if kind.startswith("edited"):
        number = len(lines) - 1 if kind == "edited" else rng.randrange(*(newest if kind == "edited-above" else oldest))
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
    script = room / "lines.batch"
    script.write_text("".join(line + "\n" for line in books.organisations(2 * OPENED + 12)))
    bench.program.run("batch", script, book=base.book).must(OK)
    for number in range(8):
        bench.program.run("organisation", "add", f"O-{number}", "--name", f"Older {number}", book=base.book).must(OK)
        copies.append(base.book.read_bytes())
    for run in range(row.wanted):
        kind = KINDS[run % len(KINDS)]
        with row.case(run, room / "run") as detail:
            files = base.copied(room / "run")
            detail["spoilt"] = spoil(kind, row.rng(run), files, copies)
            detected(bench, row, kind, files)
            go_on(bench, kind, files)


def detected(bench, row, kind, files):
    """A reader is told, a writer or who makes a copy to be trusted is refused, and neither changes the book."""
    before = files.book.read_bytes()
    for reader in READERS:
        ended = bench.program.run(*reader, "--format", "json", book=files.book)
        row.took(ended.seconds)
        need(ended.code in (OK, DAMAGED), "wrong", ended.said())
        told = b"no counterfoils" in (ended.out + ended.err).lower() or b"without" in ended.out + ended.err
        need(ended.code == DAMAGED or kind.endswith("missing") and told, "undetected", f"{kind}: {ended.said()}")
    folder = files.book.parent
    refused = [["backup", folder / "b.almoner"]]
    if kind.endswith("far-above"):
        refused += [["checkpoint", "make", "--output", folder / "b.note"], ["export", "audit", "--output", folder / "bundle"]]
    else:
        refused += [["organisation", "add", "X", "--name", "X"]]
    for arguments in refused:
        ended = bench.program.run(*arguments, book=files.book)
        need(ended.code == REFUSED, "undetected", ended.said())
    need(files.book.read_bytes() == before, "wrong", "a refused write has changed the book")


def go_on(bench, kind, files):
    """The way on is an entry, and the book is sound after it."""
    count = len(files.entries())
    if kind.endswith("missing") or kind == "foreign":
        way = ["book", "adopt", "--reason", "The campaign took the counterfoils"]
    else:
        way = ["recover", "--accept-loss", "--reason", "The campaign spoilt it"]
    ended = bench.program.run(*way, "--format", "json", book=files.book).must(OK)
    entries = must_hold(files, counterfoils(ended.out))
    need(len(entries) == count + 1, "undetected", "the way on is not an entry")
    bench.program.run("organisation", "add", "X", "--name", "X", book=files.book).must(OK)
    must_verify(bench.program, files)


ROWS = [(10, "older-copies", put_back, 50, 500)]
