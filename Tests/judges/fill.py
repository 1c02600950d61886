"""Types into workbooks as their recipients would.

    fill.py PLAN.json

PLAN is a list of {"file", "to", "cells": {"Return!E14": "number:12.50"}, "reseal": bool, "resave": bool}.
A value is number:, text:, date:, formula: or empty:. Reseal makes the hidden sheet agree with itself
again, as somebody would who knows how it is sealed; resave lets LibreOffice save the file.
"""

import datetime
import hashlib
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

import openpyxl


def typed(text):
    kind, value = text.split(":", 1)
    if kind == "number":
        return float(value)
    if kind == "date":
        return datetime.date.fromisoformat(value)
    return {"text": value, "formula": "=" + value, "empty": None}[kind]


def digest(lines):
    return hashlib.sha256("".join(line + "\n" for line in lines).encode()).hexdigest()


def reseal(sheet):
    lines = []
    for number, row in enumerate(sheet.iter_rows(max_col=4), start=1):
        if number == 6:
            continue
        text = "\t".join(str(cell.value or "") for cell in row[:3])
        row[3].value = digest([text])[:8]
        lines.append(text)
    sheet["C6"].value = digest(lines)[:12]


def fill(step):
    book = openpyxl.load_workbook(step["file"])
    for place, text in step["cells"].items():
        sheet, cell = place.split("!")
        value = typed(text)
        book[sheet][cell].value = value
        if text.startswith("date:"):
            book[sheet][cell].number_format = "d mmm yyyy"
    if step.get("reseal"):
        reseal(book["Form"])
    book.save(step["to"])


def resave(paths):
    folder = pathlib.Path(tempfile.mkdtemp(prefix="almoner-fill-"))
    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile",
         "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(folder / "out")] + paths,
        check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=300)
    for path in paths:
        shutil.move(folder / "out" / pathlib.Path(path).name, path)
    shutil.rmtree(folder)


def main(plan):
    steps = json.loads(pathlib.Path(plan).read_text())
    for step in steps:
        fill(step)
    again = [step["to"] for step in steps if step.get("resave")]
    if again:
        resave(again)


if __name__ == "__main__":
    main(sys.argv[1])
