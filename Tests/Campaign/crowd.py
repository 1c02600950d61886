"""Promise 7: eight processes record at once while the book is exported and verified: nothing lost, no gap, none turned away.

Each writer is a batch of acts, each its own commit; when each counterfoil is printed is noted, so that the longest wait
between two is known. An exporter reads the feed over and over: what it read once must stand unchanged in every later one.
"""
import threading
import time

import books
from support import OK, Fault, counterfoils, must_export, must_hold, must_verify, need

WRITERS = 8


class Writer(threading.Thread):
    """One process that records a batch, and what it acknowledged."""

    def __init__(self, bench, files, number, count):
        super().__init__()
        self.bench, self.files, self.number = bench, files, number
        self.script = files.book.with_name(f"writer-{number}.batch")
        self.script.write_text("".join(
            f"organisation add W{number}-{line} --name 'Writer {number} line {line}'\n" for line in range(count)))
        self.out, self.err, self.code, self.wait = b"", b"", None, 0.0

    def run(self):
        process = self.bench.program.start(
            ["batch", self.script, "--once", f"w{self.number}", "--format", "json"], self.files.book)
        drain = threading.Thread(target=self.keep, args=(process,))
        drain.start()
        parts, last = [], time.monotonic()
        for line in process.stdout:
            parts.append(line)
            if line.startswith(b"}"):
                self.wait, last = max(self.wait, time.monotonic() - last), time.monotonic()
        drain.join()
        self.out, self.code = b"".join(parts), process.wait()

    def keep(self, process):
        self.err = process.stderr.read()


def together(bench, row):
    room = bench.room(row.name)
    files = bench.begun(room, lines=books.FUND)
    count = row.wanted // WRITERS
    writers = [Writer(bench, files, number, count) for number in range(WRITERS)]
    with row.case(0, room):
        row.runs = WRITERS * count
        for writer in writers:
            writer.start()
        reads = read_along(bench, files, writers)
        acknowledged = {}
        for writer in writers:
            writer.join()
            row.took(writer.wait)
            need(writer.code == OK, "lost", f"writer {writer.number} ended with {writer.code}: {writer.err[-300:]}")
            said = counterfoils(writer.out)
            need(len(said) == count, "lost", f"writer {writer.number} was told of {len(said)} entries")
            acknowledged.update(said)
        entries = must_hold(files, acknowledged)
        need(len(entries) == 1 + len(books.FUND) + WRITERS * count, "lost", f"{len(entries)} entries")
        must_export(bench.program, files, acknowledged)
        must_verify(bench.program, files)
        row.note = f"longest wait; {reads} readings beside them" + ("" if row.worst < 10 else "; OVER 10 s")


def read_along(bench, files, writers):
    """Exports, verifies and backs up until the writers have ended; how often."""
    reads, known, backs_up = 0, [], bench.program.has("backup")
    while any(writer.is_alive() for writer in writers):
        ended = bench.program.run("export", "entries", "--after", 0, book=files.book).must(OK)
        found = ended.out.splitlines()
        need(found[:len(known)] == known, "lost", "an entry that was exported is no more, or another")
        known, reads = found, reads + 1
        if reads % 3 == 0:
            bench.program.run("verify", "--full", book=files.book).must(OK)
        if backs_up and reads % 5 == 0:
            target = files.book.with_name(f"backup-{reads}.almoner")
            bench.program.run("backup", target, book=files.book).must(OK)
        time.sleep(0.1)
    if not reads:
        raise Fault("wrong", "the writers ended before anything was read")
    return reads


ROWS = [(7, "eight-processes", together, 1600, 16000)]
