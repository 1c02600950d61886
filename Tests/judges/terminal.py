#!/usr/bin/env python3
"""Runs a program at a terminal of its own, and types answers as their questions come.

Reads from standard input an object: argv, cwd, env, rows, columns, and answers, a list of pairs: the text to
wait for on the screen, what is then typed. Prints an object: screen, all that was shown; status, how it ended.
Standard library only.
"""

import fcntl
import json
import os
import pty
import select
import struct
import sys
import termios
import time

SECONDS = 120


def window(rows, columns):
    return struct.pack("HHHH", rows, columns, 0, 0)


def main():
    asked = json.load(sys.stdin)
    child, end = pty.fork()
    if child == 0:
        os.chdir(asked["cwd"])
        # The parent sets the size before this goes on, so that nothing is drawn at another one.
        time.sleep(0.2)
        os.execvpe(asked["argv"][0], asked["argv"], asked["env"])
    fcntl.ioctl(end, termios.TIOCSWINSZ, window(asked["rows"], asked["columns"]))
    screen, seen, answers = "", 0, list(asked["answers"])
    limit = time.monotonic() + SECONDS
    pending = b""
    while time.monotonic() < limit:
        ready, _, _ = select.select([end], [], [], 0.2)
        if ready:
            try:
                data = os.read(end, 65536)
            except OSError:
                data = b""
            if not data:
                break
            pending += data
            try:
                screen, pending = screen + pending.decode(), b""
            except UnicodeDecodeError:
                continue
        while answers and answers[0][0] in screen[seen:]:
            seen = screen.index(answers[0][0], seen) + len(answers[0][0])
            os.write(end, answers.pop(0)[1].encode())
    else:
        os.kill(child, 9)
    _, status = os.waitpid(child, 0)
    json.dump({"screen": screen, "status": os.waitstatus_to_exitcode(status),
               "unanswered": [question for question, _ in answers]}, sys.stdout)


if __name__ == "__main__":
    main()
