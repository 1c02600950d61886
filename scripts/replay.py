#!/usr/bin/env python3
"""Replays transcripts: what is typed, what must be printed, how it must end.

    scripts/replay.py --show FILE       run it and print it as it goes; only exit codes must agree
    scripts/replay.py --check FILE ...  run it; a difference of a single byte is shown and fails
    scripts/replay.py --record FILE ... run it and write down what was printed

The format is described in Fixtures/transcripts/README.md. Standard library only.
With ALMONER_RECORD=1, --check records instead, so that `make golden` needs no second list of files.
"""

import argparse
import concurrent.futures
import datetime
import difflib
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
FIRST_WORDS = {"almoner", "cat", "chmod", "cmp", "cp", "grep", "head", "ls", "mkdir", "mv", "printf",
               "python3", "rm", "sed", "sort", "sqlite3", "tail", "wc"}
CLOCK = re.compile(r"# clock: (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)$")
LOGIN = re.compile(r"# login: ([a-z]+)$")
EXIT = re.compile(r"\[exit (\d+)\]$")
MARKS = ("$ ", "# ", "> ", "[exit ", "\\")
NO_NEWLINE = "\\ no newline at the end"
TIME = "%Y-%m-%dT%H:%M:%SZ"
SECONDS = 120
REFUSED = 65


class Malformed(Exception):
    """A transcript that cannot be read."""


class Step:
    """A command with what came of it, or a line of commentary (`command` is None)."""

    def __init__(self, source):
        self.source = source          # the lines as they stand in the file
        self.command = None
        self.clock = None             # of a `# clock:` line
        self.login = None             # of a `# login:` line
        self.output = ""
        self.exit = 0
        self.gap = False              # a blank line follows

    def rendered(self):
        lines = list(self.source)
        if self.command is not None:
            lines += escaped(self.output)
            if self.exit:
                lines.append(f"[exit {self.exit}]")
        if self.gap:
            lines.append("")
        return "".join(line + "\n" for line in lines)


def escaped(output):
    """The lines of an output, none of which can be taken for a command or a mark."""
    if not output:
        return []
    whole = output.endswith("\n")
    lines = (output[:-1] if whole else output).split("\n")
    lines = ["\\" + line if line.startswith(MARKS) else line for line in lines]
    return lines if whole else lines + [NO_NEWLINE]


def parsed(text):
    """The steps of a transcript."""
    lines = text.split("\n")
    if lines and lines[-1] == "":
        lines.pop()
    steps, at = [], 0
    while at < len(lines):
        line = lines[at]
        if line.startswith("$ "):
            step, at = read_command(lines, at)
        elif line.startswith("# ") or line == "#":
            step, at = Step([line]), at + 1
            clock = CLOCK.match(line)
            step.clock = clock and datetime.datetime.strptime(clock[1], TIME)
            if line.startswith("# clock:") and not clock:
                raise Malformed(f"line {at}: write the clock as `# clock: 2019-04-01T09:00:00Z`")
            login = LOGIN.match(line)
            step.login = login and login[1]
            if line.startswith("# login:") and not login:
                raise Malformed(f"line {at}: write the login as `# login: treasurer`")
        elif line == "" and steps and not steps[-1].gap:
            steps[-1].gap, at = True, at + 1
            continue
        else:
            raise Malformed(f"line {at + 1}: expected `$ command` or `# commentary`, found: {line}")
        steps.append(step)
    if not any(step.command for step in steps):
        raise Malformed("no line begins with `$ almoner`")
    return steps


def read_command(lines, at):
    """One `$ ` line, its `> ` lines, its output, its exit."""
    step = Step([lines[at]])
    command, number, at = [lines[at][2:]], at + 1, at + 1
    while at < len(lines) and (lines[at].startswith("> ") or lines[at] == ">"):
        step.source.append(lines[at])
        command.append(lines[at][2:])
        at += 1
    step.command = "\n".join(command)
    if command[0].split(" ")[0] not in FIRST_WORDS:
        raise Malformed(f"line {number}: a command begins with one of {', '.join(sorted(FIRST_WORDS))}")
    body = []
    while at < len(lines) and not lines[at].startswith(("$ ", "# ", "> ")) and lines[at] != "#":
        ends = EXIT.match(lines[at])
        body.append(lines[at])
        at += 1
        if ends:
            step.exit = int(ends[1])
            body.pop()
            if at < len(lines) and lines[at] == "":
                step.gap, at = True, at + 1
            break
    else:
        if body and body[-1] == "" and at < len(lines):
            step.gap = True
            body.pop()
    step.output = unescaped(body)
    return step, at


def unescaped(lines):
    if not lines:
        return ""
    whole = lines[-1] != NO_NEWLINE
    lines = lines if whole else lines[:-1]
    text = "\n".join(line[1:] if line.startswith("\\") else line for line in lines)
    return text + "\n" if whole else text


class Room:
    """An empty folder to work in, an empty home, and `almoner` on the path."""

    def __init__(self, binary):
        self.top = os.path.realpath(tempfile.mkdtemp(prefix="almoner-"))
        self.work, self.home = os.path.join(self.top, "work"), os.path.join(self.top, "home")
        path = os.path.join(self.top, "bin")
        for folder in (self.work, self.home, path):
            os.mkdir(folder)
        os.symlink(binary, os.path.join(path, "almoner"))
        self.environment = {
            name: value for name, value in os.environ.items()
            if not name.startswith("ALMONER_")
            and name not in ("NO_COLOR", "CLICOLOR_FORCE", "FORCE_COLOR", "PAGER", "XDG_CONFIG_HOME")
        }
        self.environment.update(
            HOME=self.home, PATH=path + os.pathsep + os.environ.get("PATH", os.defpath),
            FIXTURES=os.path.join(ROOT, "Fixtures"), COLUMNS="80", TERM="dumb",
            ALMONER_USER="finance", LOGNAME="finance", USER="finance")

    def run(self, command, clock):
        """What it printed (all of stdout, then all of stderr) and how it ended."""
        environment = dict(self.environment, ALMONER_CLOCK=clock.strftime(TIME))
        try:
            done = subprocess.run(
                ["/bin/sh", "-c", command], cwd=self.work, env=environment, timeout=SECONDS,
                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        except subprocess.TimeoutExpired:
            return f"(no answer in {SECONDS} seconds)\n", 124
        out, err = text(done.stdout), text(done.stderr)
        joint = "\n" if out and err and not out.endswith("\n") else ""
        printed = (out + joint + err).replace(self.work, "$PWD").replace(self.home, "$HOME")
        return printed, done.returncode if done.returncode >= 0 else 128 - done.returncode

    def contents(self):
        """The digest of every file in the folder, by name."""
        return {
            name: hashlib.sha256(open(os.path.join(folder, name), "rb").read()).hexdigest()
            for folder, _, names in os.walk(self.work) for name in names}

    def close(self):
        for folder, names, _ in os.walk(self.top):
            for name in names:
                if not os.path.islink(os.path.join(folder, name)):
                    os.chmod(os.path.join(folder, name), 0o700)
        shutil.rmtree(self.top, ignore_errors=True)


def text(data):
    return data.decode("utf-8", "surrogateescape")


def say(words, stream=None):
    stream = stream or sys.stdout
    stream.buffer.write(words.encode("utf-8", "surrogateescape"))
    stream.flush()


def replayed(steps, binary, watch=None):
    """The steps as they come out now, each given to `watch` beside the one recorded."""
    room = Room(binary)
    clock = datetime.datetime(2019, 4, 1, 9)
    try:
        for step in steps:
            now = Step(step.source)
            now.command, now.gap = step.command, step.gap
            if step.clock:
                clock = step.clock
            if step.login:
                room.environment.update(LOGNAME=step.login, USER=step.login)
            if step.command:
                if watch:
                    watch(step, None)
                before = room.contents()
                now.output, now.exit = room.run(step.command, clock)
                # The lines of a batch before the one refused stand; any other refusal changes no byte.
                if now.exit == REFUSED and not step.command.startswith("almoner batch "):
                    if room.contents() != before:
                        now.output += "(the refusal changed a file)\n"
                if step.command.split(" ")[0] == "almoner":
                    clock += datetime.timedelta(minutes=1)
                if now.output:
                    now.gap = True
            if watch:
                watch(step, now)
            yield now
    finally:
        room.close()


def load(path):
    with open(path, encoding="utf-8", errors="surrogateescape", newline="") as file:
        return file.read()


def joined(steps):
    steps[-1].gap = False
    return "".join(step.rendered() for step in steps)


def check(path, binary):
    """The difference between what is recorded and what comes out; empty where there is none."""
    before = load(path)
    after = joined(list(replayed(parsed(before), binary)))
    name = os.path.relpath(path, ROOT)
    lines = (before.split("\n"), after.split("\n"))
    difference = difflib.unified_diff(*lines, name, "as it comes out now", lineterm="")
    return "".join(line + "\n" for line in difference)


def record(path, binary):
    """Writes down what comes out; says whether that is new."""
    before = load(path)
    after = joined(list(replayed(parsed(before), binary)))
    if after == before:
        return ""
    aside = path + ".new"
    with open(aside, "w", encoding="utf-8", errors="surrogateescape", newline="") as file:
        file.write(after)
    os.replace(aside, path)
    return f"recorded {os.path.relpath(path, ROOT)}\n"


def show(path, binary):
    """Runs a transcript before the reader's eyes; returns what ended otherwise than recorded."""
    wrong = []

    def watch(step, now):
        if now is None:
            say("".join(line + "\n" for line in step.source))
        elif step.command is None:
            say(now.rendered() if not step.clock else "")
        else:
            ended = "" if now.output.endswith("\n") or not now.output else "\n"
            code = f"[exit {now.exit}]\n" if now.exit else ""
            say(now.output + ended + code + ("\n" if now.gap else ""))
            if now.exit != step.exit:
                wrong.append(f"{step.source[0]}\n  ended with {now.exit}, recorded is {step.exit}\n")

    list(replayed(parsed(load(path)), binary, watch))
    return "".join(wrong)


def arguments():
    parser = argparse.ArgumentParser(description="Replay transcripts (Fixtures/transcripts/README.md).")
    mode = parser.add_mutually_exclusive_group(required=True)
    for name in ("show", "check", "record"):
        mode.add_argument("--" + name, action="store_const", const=name, dest="mode")
    parser.add_argument("files", nargs="+", metavar="FILE")
    parser.add_argument("--jobs", type=int, default=1, help="transcripts at a time (1)")
    return parser.parse_args()


def main():
    asked = arguments()
    binary = os.path.abspath(
        os.environ.get("ALMONER_BIN") or os.path.join(ROOT, ".build", "release", "almoner"))
    if not os.access(binary, os.X_OK):
        say(f"{binary} is not there: `make build` first, or set ALMONER_BIN.\n", sys.stderr)
        return 2
    mode = asked.mode
    if mode == "check" and os.environ.get("ALMONER_RECORD") == "1":
        mode = "record"
    act = {"show": show, "check": check, "record": record}[mode]
    bad = 0

    def one(path):
        try:
            return act(path, binary), mode != "record"
        except (Malformed, OSError, UnicodeError) as fault:
            return f"{path}: {fault}\n", True

    with concurrent.futures.ThreadPoolExecutor(1 if mode == "show" else max(1, asked.jobs)) as pool:
        for answer, faulty in pool.map(one, asked.files):
            if answer:
                bad += faulty
                say(answer, sys.stderr if mode == "show" else None)
    if mode == "check":
        count = len(asked.files)
        say(f"{bad} of {count} differ\n" if bad else f"{count} as recorded\n")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
