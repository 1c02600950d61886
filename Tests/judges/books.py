#!/usr/bin/env python3
"""Makes the books of transcripts: replays each and keeps what books it leaves.

    books.py PROGRAM OUT FILE ...     OUT/kent-demo-kent.almoner and so on; prints their names

A transcript is run as `scripts/replay.py` runs it; what it prints is not looked at here.
"""
import datetime
import importlib.util
import os
import pathlib
import shutil
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
SPEC = importlib.util.spec_from_file_location("replay", ROOT / "scripts/replay.py")
replay = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(replay)
replay.SECONDS = 900


def books(path, program, out):
    room = replay.Room(program)
    clock = datetime.datetime(2019, 4, 1, 9)
    try:
        for step in replay.parsed(replay.load(path)):
            clock = step.clock or clock
            if step.login:
                room.environment.update(LOGNAME=step.login, USER=step.login)
            if step.command:
                _, ended = room.run(step.command, clock)
                if ended != step.exit:
                    sys.exit(f"{path}: {step.command} ended with {ended}")
                clock += datetime.timedelta(minutes=step.command.startswith("almoner"))
        for book in sorted(pathlib.Path(room.work).glob("*.almoner")):
            name = f"{pathlib.Path(path).parent.name}-{pathlib.Path(path).stem}-{book.name}"
            shutil.copy(book, out / name)
            if (foils := book.with_name(book.name + ".counterfoils")).exists():
                shutil.copy(foils, out / (name + ".counterfoils"))
            print(name)
    finally:
        room.close()


def main(program, out, *files):
    out = pathlib.Path(out)
    out.mkdir(exist_ok=True)
    os.chdir(ROOT)
    for path in files:
        books(path, os.path.abspath(program), out)


main(*sys.argv[1:])
