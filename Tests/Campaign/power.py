"""Promise 2: after a power loss every acknowledged entry is there, and the book opens.

What a writer does to its files is traced once, in order: writes, cuts, syncs, creations and removals, and the moments at
which a counterfoil was printed. Images of the disk are then made as a power loss at a random moment could leave them.
What was synced is there. Of what was not, each sector of 512 bytes has what it held at some moment since, so that writes
are torn and out of order; a file's length likewise; and each creation or removal that its folder's sync does not cover
has or has not happened. The program opens each image.
"""
import os
import pathlib
import re
import shutil

import books
from support import OK, Fault, Files, NotRun, counterfoils, must_export, must_hold, must_verify, need

SECTOR = 512
CALLS = ("openat,open,creat,pwrite64,write,pwritev,writev,fsync,fdatasync,ftruncate,truncate,unlink,unlinkat,rename,"
         "renameat,renameat2,link,linkat,sync_file_range,fallocate")
LINE = re.compile(r"^(\d+)\s+(?:<\.\.\. (\w+) resumed>|(\w+)\()(.*)$")
TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"(\.\.\.)?')
HANDLE = re.compile(r"^(\d+|AT_FDCWD)<((?:\\x[0-9a-f]{2}|[^>])*)>")


def unhexed(text):
    return bytes.fromhex(text.replace("\\x", "")) if text.startswith("\\x") else text.encode()


def calls(path):
    """(name, arguments, result) of each traced call that succeeded, in the order they ended; halves are joined."""
    begun = {}
    for line in path.read_text().splitlines():
        found = LINE.match(line)
        if not found:
            continue
        process, resumed, name, rest = found.groups()
        if rest.endswith("<unfinished ...>"):
            begun[process] = (name, rest.removesuffix("<unfinished ...>").rstrip())
            continue
        if resumed:
            name, first = begun.pop(process)
            rest = first + rest
        arguments, equals, result = rest.rpartition(") = ")
        if not equals:
            arguments, _, result = rest.rpartition(" = ")
            arguments = arguments.rstrip().removesuffix(")")
        if not result.startswith("-1") and result[:1] != "?":
            yield name, arguments, result


class Inode:
    """A file: what is surely on the disk, and the states it went through since."""

    def __init__(self, data=b""):
        self.states = [bytes(data)]

    @property
    def now(self):
        return self.states[-1]

    def write(self, at, data):
        before = self.now.ljust(at, b"\0")
        self.states.append(before[:at] + data + before[at + len(data):])

    def sync(self):
        self.states = [self.now]

    def after_loss(self, rng):
        length = len(rng.choice(self.states))
        out = bytearray()
        for at in range(0, length, SECTOR):
            choices = {state[at:at + SECTOR] for state in self.states}
            sector = self.now[at:at + SECTOR] if rng.random() < 0.3 else rng.choice(sorted(choices))
            out += sector.ljust(SECTOR, b"\0")
        return bytes(out[:length])


class Disk:
    """A folder of files as a sequence of traced calls leaves it."""

    def __init__(self, folder, files):
        self.folder = folder
        self.names = {path.name: Inode(path.read_bytes()) for path in files}    # as a process sees them
        self.kept = [dict(self.names)]                                           # the folder since its last sync
        self.said = b""

    def name(self, path):
        path = pathlib.Path(os.fsdecode(path))
        return path.name if path.parent == self.folder else None

    def apply(self, call, arguments, result):
        """True where something of the disk or of what was printed changed."""
        if call in ("openat", "open", "creat"):
            name = self.name(unhexed(HANDLE.match(result)[2])) if HANDLE.match(result) else None
            if name and "O_CREAT" in arguments and name not in self.names:
                self.change({**self.names, name: Inode()})
                return True
            if name and "O_TRUNC" in arguments:
                self.names[name].states.append(b"")
                return True
            return False
        if call in ("write", "pwrite64"):
            return self.written(call, arguments, int(result.split()[0]))
        if call in ("fsync", "fdatasync"):
            path = unhexed(HANDLE.match(arguments)[2])
            if pathlib.Path(os.fsdecode(path)) == self.folder:
                self.kept = [dict(self.names)]
            elif (name := self.name(path)) and name in self.names:
                self.names[name].sync()
            return True
        if call == "ftruncate":
            name = self.name(unhexed(HANDLE.match(arguments)[2]))
            if name:
                inode = self.names[name]
                length = int(arguments.rsplit(", ", 1)[1])
                inode.states.append(inode.now[:length].ljust(length, b"\0"))
            return True
        paths = [self.name(unhexed(text)) for text, _ in TEXT.findall(arguments)]
        if call in ("unlink", "unlinkat") and paths and paths[0] in self.names:
            self.change({name: inode for name, inode in self.names.items() if name != paths[0]})
            return True
        if call.startswith(("rename", "link")) and len(paths) == 2 and paths[0] in self.names and paths[1]:
            names = {**self.names, paths[1]: self.names[paths[0]]}
            if call.startswith("rename"):
                del names[paths[0]]
            self.change(names)
            return True
        need(call not in ("pwritev", "writev", "sync_file_range", "fallocate", "truncate")
             or not any(path and path in self.names for path in paths), "wrong", f"{call} is not understood")
        return False

    def written(self, call, arguments, length):
        handle, text = HANDLE.match(arguments), TEXT.search(arguments)
        if handle and handle[1] == "1":
            self.said += unhexed(text[1])[:length]
            return True
        name = self.name(unhexed(handle[2])) if handle else None
        if not name or name not in self.names:
            return False
        need(not text[2], "wrong", "the trace cut a write short")
        inode, data = self.names[name], unhexed(text[1])[:length]
        at = int(arguments.rsplit(", ", 1)[1]) if call == "pwrite64" else len(inode.now)   # appended
        inode.write(at, data)
        return True

    def change(self, names):
        self.names = names
        self.kept.append(dict(names))

    def lose_power(self, rng, folder):
        """Writes an image of what may be left."""
        every = {name for state in self.kept for name in state}
        for name in sorted(every):
            inode = rng.choice([state.get(name) for state in self.kept])    # each name by itself: no order is promised
            if inode:
                (folder / name).write_bytes(inode.after_loss(rng))


def traced(bench, room, arguments, book):
    """The calls of a command, and the files as they were before it."""
    if not shutil.which("strace"):
        raise NotRun("strace is not installed")
    trace = room.parent / (room.name + ".trace")
    wrap = ["strace", "-f", "-y", "-xx", "-s", "1000000", "-e", f"trace={CALLS}", "-e", "signal=none", "-o", trace]
    before = Disk(room, [path for path in room.iterdir() if path.is_file()])
    ended = bench.program.run(*arguments, book=book, wrap=wrap)
    if ended.code != OK and b"ptrace" in ended.err:
        raise NotRun("strace may not trace here")
    ended.must(OK)
    steps = list(calls(trace))
    need(steps, "wrong", "the trace is empty")
    return before, steps, ended


def images(bench, row, name, arguments, count, lines):
    """Traces a command on a book of these lines, and opens so many images of it."""
    room = bench.room(f"{row.name}-{name}")
    files = bench.begun(room, lines=lines)
    peace = files.copied(room.with_name(room.name + ".peace"))
    start = files.copied(room.with_name(room.name + ".start"))
    bench.program.run(*arguments, book=peace.book).must(OK)
    expected = [entry[:3] for entry in peace.entries()]
    disk, steps, _ = traced(bench, room, arguments, files.book)
    need([entry[:3] for entry in files.entries()] == expected, "wrong", "traced, the command leaves another book")
    matters = [index for index, step in enumerate(steps) if disk.apply(*step)]
    for file, inode in disk.names.items():
        need((room / file).read_bytes() == inode.now, "wrong", f"the model of the disk has {file} otherwise")
    must_see(row, room, start, steps)
    for run in range(count):
        image = room.with_name(room.name + ".image")
        with row.case(row.runs, image) as detail:
            rng = row.rng(f"{name}/{run}")
            stop = rng.choice(matters) + 1
            detail.update(command=arguments, call=stop, of=len(steps), image=f"{name}/{run}")
            shutil.rmtree(image, ignore_errors=True)
            image.mkdir()
            disk = Disk(room, start.all())
            for step in steps[:stop]:
                disk.apply(*step)
            disk.lose_power(rng, image)
            opened(bench, row, Files(image / files.book.name), counterfoils(disk.said), expected, arguments, run)


def opened(bench, row, files, acknowledged, expected, arguments, run):
    """The image as a reader, a verifier and the same command again find it."""
    entries = must_hold(files, acknowledged)
    need([entry[:3] for entry in entries] == expected[:len(entries)], "partial", "other entries than were recorded")
    ended = must_verify(bench.program, files)
    row.took(ended.seconds)
    must_hold(files, acknowledged)
    if run % 3 == 0:
        bench.program.run(*arguments, book=files.book).must(OK)
        need([entry[:3] for entry in files.entries()] == expected, "partial", "done again it is another book")
        must_verify(bench.program, files)
        must_export(bench.program, files, acknowledged)


def must_see(row, room, start, steps):
    """The row proves that it can see a loss: were every sync left out, acknowledged entries would be gone."""
    deaf, image = [step for step in steps if step[0] not in ("fsync", "fdatasync")], room.with_name(room.name + ".deaf")
    for run in range(20):
        shutil.rmtree(image, ignore_errors=True)
        image.mkdir()
        disk = Disk(room, start.all())
        for step in deaf:
            disk.apply(*step)
        disk.lose_power(row.rng(f"deaf/{run}"), image)
        try:
            must_hold(Files(image / start.book.name), counterfoils(disk.said))
        except Fault:
            return
    raise Fault("undetected", "with every sync left out, nothing seems lost")


def losing(bench, row):
    script = bench.room(row.name) / "lines.batch"
    script.write_text("".join(line + "\n" for line in books.organisations(12)))
    source = books.ROOT / "Fixtures/kent-import/bids.csv"
    commands = {
        "batch": (["batch", script, "--once", "B", "--format", "json"], 0.5),
        "whole": (["batch", script, "--all-or-nothing", "--once", "B", "--format", "json"], 0.15),
        "import": (["import", "bids", source, "--set", "round=VRF-R1", "--save", "BIDS",
                    "--expect-total", "1,170,000", "--add-organisations",
                    "--format", "json"], 0.15),
        "single": (["fund", "approve", "VRF", "--profile", "2020/21=1", "--on", "2020-03-31", "--once", "S",
                    "--format", "json"], 0.2),
    }
    for name, (arguments, share) in commands.items():
        images(bench, row, name, arguments, int(row.wanted * share), books.FUND)


ROWS = [(2, "power-loss", losing, 300, 1500)]
