#!/usr/bin/env python3
"""Judges the verifier that lies in an audit bundle, by its own checks in one process.

    bundle.py good FOLDER              every bundle in a folder must pass; prints how many did
    bundle.py changes BUNDLE SEED N    N copies with one byte changed, each anywhere in any file: all must be found
    bundle.py faults BUNDLE            files added, lost, renamed, cut, rows swapped, line ends changed: all must be
                                       found, and the file named
    bundle.py forge BUNDLE OUT ENTRY   writes a bundle with another date in an entry, its leaves, chain and tables
                                       made anew with the verifier's own arithmetic, and no signature
    bundle.py rest                     the verifier is under 400 lines and imports the standard library alone

The verifier of the first bundle is the one that judges; it shares no code with the program.
"""
import contextlib, importlib.util, io, json, os, random, sys, zipfile


def loaded(path):
    """The verifier of a bundle, as a module."""
    if not os.path.isdir(path):
        with zipfile.ZipFile(path) as packed:
            source = packed.read("verify.py")
    else:
        with open(os.path.join(path, "verify.py"), "rb") as file:
            source = file.read()
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("verify", loader=None))
    exec(compile(source, "verify.py", "exec"), module.__dict__)
    return module


def files(path):
    found = {}
    for name in os.listdir(path):
        with open(os.path.join(path, name), "rb") as file:
            found[name] = file.read()
    return found


class Held:
    """A bundle in memory."""

    def __init__(self, held):
        self.held, self.names = held, list(held)

    def open(self, name):
        return io.BytesIO(self.held[name])


def findings(verifier, held, **asked):
    """What the verifier finds in files that are held in memory."""
    verifier.Bundle = lambda path: Held(held)
    with contextlib.redirect_stdout(io.StringIO()):
        return verifier.check("held", **asked)


def good(folder):
    count = 0
    for name in sorted(os.listdir(folder)):
        path = os.path.join(folder, name)
        said = io.StringIO()
        with contextlib.redirect_stdout(said):
            found = loaded(path).check(path)
        if found:
            sys.exit(f"{name}: {found[:5]}")
        count += 1
    print(count)


def changes(path, seed, count):
    verifier, held, chance = loaded(path), files(path), random.Random(int(seed))
    if found := findings(verifier, held):
        sys.exit(f"unchanged: {found[:5]}")
    touched = {}
    for number in range(int(count)):
        name = chance.choice(sorted(name for name in held if held[name]))
        data = bytearray(held[name])
        place = chance.randrange(len(data))
        byte = chance.choice([value for value in range(256) if value != data[place]])
        data[place] = byte
        found = findings(verifier, {**held, name: bytes(data)})
        if name not in {file for file, _, _ in found} and not (name == "manifest.json" and found):
            sys.exit(f"seed {seed}, change {number}: byte {place} of {name} as {byte} gave {found[:3]}")
        touched[name] = touched.get(name, 0) + 1
    print(f"{count} changes in {len(touched)} files, all found")


def faults(path):
    verifier, held, count = loaded(path), files(path), 0

    def judge(name, changed, why):
        nonlocal count
        found = findings(verifier, changed)
        if name not in {file for file, _, _ in found}:
            sys.exit(f"{why}: {name} is not named in {found[:5]}")
        count += 1

    judge("more.csv", {**held, "more.csv": b"entry\n"}, "a file added")
    for name, data in held.items():
        judge(name, {other: bytes_ for other, bytes_ in held.items() if other != name}, "a file lost")
        if name not in (verifier.NOTE, verifier.MANIFEST, "verify.py"):
            renamed = {("x" + other if other == name else other): bytes_ for other, bytes_ in held.items()}
            judge("x" + name, renamed, "a file renamed")
        if data:
            judge(name, {**held, name: data[:-1]}, "a file cut short by a byte")
            judge(name, {**held, name: data[:len(data) // 2]}, "a file cut in half")
            judge(name, {**held, name: data + b"\n"}, "a line more")
        rows = data.split(b"\n")
        if name.endswith((".csv", ".jsonl")) and len(rows) > 4:
            judge(name, {**held, name: b"\n".join([rows[0], rows[2], rows[1], *rows[3:]])}, "two rows swapped")
            judge(name, {**held, name: b"\n".join([rows[0], *rows[2:]])}, "a row left out")
            judge(name, {**held, name: b"\n".join([*rows[:2], *rows[1:]])}, "a row twice")
        if name.endswith((".csv", ".jsonl", ".note", ".json", ".txt")) and data:
            judge(name, {**held, name: data.replace(b"\n", b"\r\n")}, "other line ends")
    print(f"{count} faults, all found by name")


def forge(path, out, target):
    """Every digest is made anew, so that only a note or a key from elsewhere can tell."""
    verifier, held = loaded(path), files(path)
    lines = held["entries.jsonl"].split(b"\n")
    entry = json.loads(lines[int(target) - 1])
    entry["reference"] = "forged"
    lines[int(target) - 1] = verifier.canonical(entry)
    held["entries.jsonl"] = b"\n".join(lines)
    held["public-keys.txt"] = b""
    made = {}

    class Writing:
        """Takes what a table should say for what it says."""

        def __init__(self, bundle, name, wrong):
            self.name, self.what = name, iter(held[name].decode().split("\n")[1:])
            made[name] = ",".join(verifier.COLUMNS[name].split()) + "\n"

        def expect(self, text, where, free_end=False):
            made[self.name] += text + ("," + next(self.what).rsplit(",", 1)[1] if free_end else "") + "\n"

        def end(self):
            pass

    checked, verifier.Rows = verifier.Rows, Writing
    manifest = json.loads(held["manifest.json"])
    journal = verifier.Journal(manifest.get("year"), None)
    journal.read(Held(held), print)
    journal.balances(Held(held), print)
    verifier.Rows = checked
    held.update({name: text.encode() for name, text in made.items()})
    manifest.pop("signer", None)
    manifest.update(chain=journal.chain.hex(), root=journal.tree.root())
    for file in manifest["files"]:
        data = held[file["name"]]
        file.update(size=len(data), sha256=verifier.hashlib.sha256(data).hexdigest())
    held["manifest.json"] = verifier.canonical(manifest) + b"\n"
    digest = verifier.hashlib.sha256(held["manifest.json"]).hexdigest()
    held["checkpoint.note"] = (f"almoner/{journal.book}\n{journal.tree.size}\n{journal.tree.root()}\n"
                               f"manifest sha256 {digest}\n\n").encode()
    os.mkdir(out)
    for name, data in held.items():
        with open(os.path.join(out, name), "wb") as file:
            file.write(data)


def rest(path):
    import ast
    with open(path, encoding="utf-8") as file:
        source = file.read()
    lines = source.count("\n")
    named = {alias.name.split(".")[0] for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Import)
             for alias in node.names}
    named |= {node.module.split(".")[0] for node in ast.walk(ast.parse(source)) if isinstance(node, ast.ImportFrom)}
    if lines >= 400 or not named or named - set(sys.stdlib_module_names):
        sys.exit(f"{lines} lines, importing {sorted(named)}")
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("verify", loader=None))
    exec(compile(source, "verify.py", "exec"), module.__dict__)
    print(" ".join(f"{kind}.{head}{'+' if side > 0 else ''}" for head, (kind, side) in module.HEADS.items()))


if __name__ == "__main__":
    {"good": good, "changes": changes, "faults": faults, "forge": forge, "rest": rest}[sys.argv[1]](*sys.argv[2:])
