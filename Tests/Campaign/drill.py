"""Promise 15: a backup restored in another folder is the same book: it verifies, with the same head and trial balance."""
import json

import books
from kills import need_commands
from support import OK, Files, must_hold, must_verify, need


def drill(bench, row):
    need_commands(bench, "backup", "restore")
    room = bench.room(row.name)
    files = books.kent(bench, room)
    for run in range(row.wanted):
        with row.case(run, room) as detail:
            files_after = bench.did(files, books.organisations(1, first=100 + run))
            kept, back = room / f"backup-{run}.almoner", Files(room / f"restored-{run}" / "kent.almoner")
            back.book.parent.mkdir()
            detail.update(backup=kept, acts=files_after.arguments)
            row.took(bench.program.run("backup", kept, book=files.book).must(OK).seconds)
            bench.program.run("restore", kept, back.book).must(OK)
            must_verify(bench.program, back)
            entries, found = must_hold(files, {}), must_hold(back, {})
            need([entry[:3] for entry in found][:len(entries)] == [entry[:3] for entry in entries], "lost", "other entries")
            trial = ["report", "trial-balance", "--format", "json"]
            one, other = (bench.program.run(*trial, book=each.book).must(OK).out for each in (files, back))
            need(figures(one) == figures(other), "lost", "another trial balance")


def figures(out):
    """The four sets of accounts, whatever the book is called and however many entries opened it."""
    page = json.loads(out)
    return {name: page[name]["rows"] for name in ("actual", "budget", "control", "memorandum")}


ROWS = [(15, "restore-drill", drill, 5, 100)]
