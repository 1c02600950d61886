#!/usr/bin/env python3
"""Writes the manual from the program's own help: almoner.1, and almoner-NOUN.1 for each noun.

    scripts/man.py PROGRAM FOLDER

Standard library only.
"""

import json
import os
import subprocess
import sys


def escaped(text):
    """Text as roff takes it: no escape, no request, a hyphen that can be typed again."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    text = "".join(c if c < "\x7f" else f"\\[u{ord(c):04X}]" for c in text)
    lines = [line.strip() for line in text.split("\n")]
    return "\n".join("\\&" + line if line.startswith((".", "'")) else line for line in lines if line)


def called(argument):
    """The names of an option, the one with two hyphens last: `-h, --help`."""
    names = sorted(argument.get("names", []), key=lambda name: name["kind"] == "long")
    return ", ".join(("--" if name["kind"].startswith("long") else "-") + name["name"]
                     for name in names)


def head(argument):
    value = f"<{argument['valueName']}>"
    more = " ..." if argument["isRepeating"] else ""
    if argument["kind"] == "positional":
        return value + more
    return called(argument) + ("" if argument["kind"] == "flag" else f" {value}{more}")


def shown(command):
    return [a for a in command.get("arguments", []) if a["shouldDisplay"]]


def children(command):
    return [c for c in command.get("subcommands", []) if c["shouldDisplay"]
            and c["commandName"] != "help"]


def synopsis(path, command):
    words = [f"\\fB{escaped(' '.join(path))}\\fR"]
    for argument in shown(command):
        if called(argument) in ("-h, --help", "--version"):
            continue
        text = escaped(head(argument))
        words.append(f"[{text}]" if argument["isOptional"] else text)
    return " ".join(words)


def options(command, out):
    for argument in shown(command):
        if called(argument) == "-h, --help" or called(argument) == "--version":
            continue
        out += [".TP", f"\\fB{escaped(head(argument))}\\fR"]
        text = argument.get("abstract", "")
        if argument.get("allValues"):
            text += f" One of {', '.join(argument['allValues'])}."
        out.append(escaped(text) or "\\&")


def start(name, abstract, version):
    return [f'.TH "{escaped(name.upper())}" "1" "" "almoner {version}" "Almoner"',
            ".SH NAME", f"{escaped(name)} \\- {escaped(abstract.rstrip('.'))}"]


def program_page(command, version):
    out = start("almoner", command["abstract"], version)
    out += [".SH SYNOPSIS", "\\fBalmoner\\fR \\fINOUN VERB\\fR ...", ".SH DESCRIPTION",
            escaped(command.get("discussion", "")), ".SH COMMANDS"]
    for child in children(command):
        out += [".TP", f"\\fB{escaped(child['commandName'])}\\fR", escaped(child["abstract"])]
    out += [".SH ENVIRONMENT"]
    for name, text in (
            ("ALMONER_BOOK", "The book, where --book does not name it."),
            ("ALMONER_USER", "Who does it, where --user does not say."),
            ("ALMONER_CLOCK", "A given time, flagged in every record made with it."),
            ("COLUMNS", "How wide a table is; where it is set, a table is meant."),
            ("PAGER", "What shows a table longer than the terminal; less -FRX where it is not set."),
            ("NO_COLOR", "Where it is set and not empty, no colour is used.")):
        out += [".TP", f"\\fB{name}\\fR", escaped(text)]
    out += [".SH EXIT STATUS",
            "See \\fBalmoner help exit\\-codes\\fR; 0 is done, 65 refused, 64 misused."]
    out += [".SH SEE ALSO",
            ", ".join(f"\\fB{escaped('almoner-' + c['commandName'])}\\fR(1)"
                      for c in children(command))]
    return out


def noun_page(command, version):
    name = "almoner-" + command["commandName"]
    out = start(name, command["abstract"], version)
    verbs = children(command)
    path = ["almoner", command["commandName"]]
    out.append(".SH SYNOPSIS")
    if not verbs:
        out.append(synopsis(path, command))
    for verb in verbs:
        out += [f"\\fB{escaped(' '.join(path + [verb['commandName']]))}\\fR ...", ".br"]
    if verbs:
        out.pop()
    if command.get("discussion"):
        out += [".SH DESCRIPTION", escaped(command["discussion"])]
    if not verbs:
        out.append(".SH OPTIONS")
        options(command, out)
    else:
        out.append(".SH COMMANDS")
    for verb in verbs:
        out += [f'.SS "{escaped(" ".join(path + [verb["commandName"]]))}"',
                escaped(verb["abstract"]), ".PP", synopsis(path + [verb["commandName"]], verb)]
        if verb.get("discussion"):
            out += [".PP", escaped(verb["discussion"])]
        options(verb, out)
    out += [".SH SEE ALSO", "\\fBalmoner\\fR(1)"]
    return out


def write(folder, name, lines):
    with open(os.path.join(folder, name + ".1"), "w", encoding="utf-8", newline="\n") as file:
        file.write("\n".join(lines) + "\n")


def main():
    program, folder = sys.argv[1:]
    said = subprocess.run([program, "--experimental-dump-help"], stdout=subprocess.PIPE, check=True)
    version = subprocess.run([program, "--version"], stdout=subprocess.PIPE, check=True)
    version = version.stdout.decode().strip()
    root = json.loads(said.stdout)["command"]
    os.makedirs(folder, exist_ok=True)
    write(folder, "almoner", program_page(root, version))
    for noun in children(root):
        write(folder, "almoner-" + noun["commandName"], noun_page(noun, version))


if __name__ == "__main__":
    main()
