"""Promise 6: what may not be read, written or made is refused with its documented code, and nothing changes.

Run as root, the program is started as another user by setpriv, since root passes every permission; else as oneself.
"""
import os
import pathlib
import shutil

import books
from support import NO_INPUT, NOT_PERMITTED, OK, NotRun, must_verify, need

OTHER = 65534
ADD = ["organisation", "add", "P-1", "--name", "Permits"]


def cases(room, files):
    """Name, what to do before, the arguments, the book, the codes that say it."""
    book, foils, folder = files.book, files.foils, files.book.parent
    kept, page = room / "kept", room / "kept" / "page.html"

    def modes(**wanted):
        for name, mode in wanted.items():
            os.chmod({"book": book, "foils": foils, "folder": folder, "kept": kept}[name], mode)

    report = ["report", "spend", "--output"]
    denied, uncreated = (NOT_PERMITTED,), (73, NOT_PERMITTED)
    return [
        ("book-missing", lambda: None, ADD, folder / "none.almoner", (NO_INPUT,)),
        ("folder-missing", lambda: None, ["init", folder / "none" / "a.almoner", "--office", "A"], None, (73, NO_INPUT)),
        ("output-folder-missing", lambda: None, [*report, room / "none" / "a.html"], book, (73, NO_INPUT)),
        ("batch-missing", lambda: None, ["batch", room / "none.batch"], book, (NO_INPUT,)),
        ("book-unreadable", lambda: modes(book=0), ["report", "spend"], book, denied),
        ("book-read-only", lambda: modes(book=0o444), ADD, book, denied),
        ("foils-read-only", lambda: modes(foils=0o444), ADD, book, denied),
        ("foils-unreadable", lambda: modes(foils=0), ["verify", "--full"], book, denied),
        ("folder-read-only", lambda: modes(folder=0o555), ADD, book, (73, 74, NOT_PERMITTED)),
        ("folder-closed", lambda: modes(folder=0), ["report", "spend"], book, (NO_INPUT, NOT_PERMITTED)),
        ("output-folder-read-only", lambda: modes(kept=0o555), [*report, page], book, uncreated),
        ("init-folder-read-only", lambda: modes(kept=0o555), ["init", kept / "a.almoner", "--office", "A"], None, uncreated),
    ]


def other_user():
    """What starts a program as another user."""
    if os.geteuid() != 0:
        return []
    if not shutil.which("setpriv"):
        raise NotRun("setpriv is not installed")
    return ["setpriv", f"--reuid={OTHER}", f"--regid={OTHER}", "--clear-groups"]


def permits(bench, row):
    room = bench.room(row.name)
    wrap, base = other_user(), bench.begun(room, lines=books.FUND)
    if bench.program.run("--version", wrap=wrap).code != OK:
        raise NotRun("another user cannot start the program where it stands")
    names = [case[0] for case in cases(room, base)]
    for run, name in enumerate(names):
        place = room / "run"
        with row.case(run, None) as detail:
            shutil.rmtree(place, ignore_errors=True)
            files = base.copied(place / "book")
            (place / "kept").mkdir()
            owned = [place, place / "kept", files.book.parent, files.book, files.foils]
            if os.geteuid() == 0:
                for path in owned:
                    os.chown(path, OTHER, OTHER)
            _, prepare, arguments, book, codes = cases(place, files)[run]
            before = [path.read_bytes() for path in (files.book, files.foils)]
            prepare()
            detail.update(case=name, arguments=arguments)
            try:
                ended = bench.program.run(*arguments, book=book, wrap=wrap)
            finally:
                for path in owned:
                    os.chmod(path, 0o700)
            row.took(ended.seconds)
            ended.must(*codes)
            need(before == [path.read_bytes() for path in (files.book, files.foils)], "partial", "the book has changed")
            stray = [path.name for path in pathlib.Path(place).rglob("*")
                     if path.is_file() and path not in (files.book, files.foils)]
            need(not stray, "partial", f"left behind: {stray}")
            must_verify(bench.program, files)


ROWS = [(6, "permits", permits, 12, 12)]
