"""Judges workbooks from outside: openpyxl reads them, LibreOffice opens and recalculates them.

    recalculated.py FOLDER

FOLDER holds pairs NAME.xlsx and NAME.json, the same page in both forms; a workbook without its JSON is
opened and recalculated only. Prints what is wrong, a line each, and ends with 1 where anything is.
"""

import datetime
import json
import pathlib
import subprocess
import sys
import tempfile

import openpyxl

wrong = []


def blame(path, text):
    wrong.append(f"{path.name}: {text}")


def resaved(paths):
    """The same workbooks, opened, recalculated and saved by LibreOffice."""
    folder = pathlib.Path(tempfile.mkdtemp(prefix="almoner-judge-"))
    outcome = subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile",
         "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(folder / "out")]
        + [str(path) for path in paths],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=300)
    made = {path: folder / "out" / path.name for path in paths}
    for path, file in made.items():
        if not file.exists():
            blame(path, f"LibreOffice does not open it: {outcome.stdout.strip()[-300:]}")
    return {path: file for path, file in made.items() if file.exists()}


def same(one, other):
    if isinstance(one, (int, float)) and isinstance(other, (int, float)):
        return abs(one - other) < 0.005
    return one == other


def judge_cached(path, again):
    """Every formula has a value, and LibreOffice comes to the same."""
    formulas = openpyxl.load_workbook(path)
    kept = openpyxl.load_workbook(path, data_only=True)
    new = openpyxl.load_workbook(again, data_only=True)
    if formulas.sheetnames != new.sheetnames:
        blame(path, f"LibreOffice has the sheets {new.sheetnames}")
        return 0
    count = 0
    for sheet in formulas:
        for row in sheet.iter_rows():
            for cell in row:
                before = kept[sheet.title][cell.coordinate].value
                after = new[sheet.title][cell.coordinate].value
                if cell.data_type == "f":
                    count += 1
                    if not isinstance(before, (int, float)):
                        blame(path, f"{sheet.title}!{cell.coordinate} keeps no value")
                if not same(before, after):
                    blame(path, f"{sheet.title}!{cell.coordinate}: kept {before!r}, "
                                f"recalculated {after!r}")
    return count


def judge_sheet(path, sheet, rows):
    """The rows of a table are those of the JSON, each value of its own kind."""
    if len(sheet.tables) != 1:
        return blame(path, f"{sheet.title} has {len(sheet.tables)} tables")
    table = next(iter(sheet.tables.values()))
    if table.autoFilter is None or table.ref != table.autoFilter.ref:
        blame(path, f"{sheet.title} has no filter over its table")
    if sheet.freeze_panes != "A2":
        blame(path, f"{sheet.title} has its heading frozen at {sheet.freeze_panes}")
    page = sheet.page_setup
    if (page.orientation, str(page.paperSize)) != ("landscape", "9"):
        blame(path, f"{sheet.title} is not A4 landscape")
    if sheet.print_title_rows not in ("1:1", "$1:$1"):
        blame(path, f"{sheet.title} repeats {sheet.print_title_rows!r}")
    wide = len(table.tableColumns)
    for number, row in enumerate(rows, start=2):
        values = list(row.values())
        if len(values) != wide:
            return blame(path, f"{sheet.title} has {wide} columns, the data {len(values)}")
        for column, wanted in enumerate(values, start=1):
            judge_cell(path, sheet.cell(number, column), wanted)
    last = int(table.ref.split(":")[1].lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
    if last != max(len(rows), 1) + 1:
        blame(path, f"{sheet.title}'s table ends at {last} with {len(rows)} rows")


def judge_cell(path, cell, wanted):
    found = cell.value
    if isinstance(wanted, list):
        wanted = " ".join(wanted) or None
    if wanted == "":
        wanted = None
    if wanted is None or found is None:
        ok = found == wanted
    elif isinstance(wanted, int):
        ok = cell.data_type == "n" and found == wanted
    elif cell.is_date:
        ok = isinstance(found, datetime.datetime) and found.date().isoformat() == wanted
    elif cell.data_type == "n" and cell.number_format == "0.00%":
        ok = round(found * 10000) == round(float(wanted) * 100) and abs(found) < 1e9
    elif cell.data_type == "n":
        ok = cell.number_format == "#,##0.00" and found == float(wanted)
    else:
        ok = cell.data_type == "s" and found == wanted
        # A policy's value is a word of its own, typed as it is shown.
        if looks_like_amount(wanted) and "." in wanted and cell.parent.title != "policy":
            ok = False
    if not ok:
        blame(path, f"{cell.parent.title}!{cell.coordinate} is {found!r} ({cell.data_type}, "
                    f"{cell.number_format}), not {wanted!r}")


def looks_like_amount(text):
    try:
        float(text)
        return True
    except ValueError:
        return False


def judge_page(path, page):
    book = openpyxl.load_workbook(path)
    cover = [[cell.value for cell in row] for row in book.worksheets[0].iter_rows(max_col=2)]
    said = {row[0]: row[1] for row in cover if row[0] and len(row) > 1}
    for label, wanted in [("Office", page["office"]), ("Book", page["book"]),
                          ("Entries", page["journal"]["entries"]),
                          ("Chain", page["journal"]["chain"]),
                          ("Question", "almoner " + " ".join(page["question"]))]:
        if said.get(label) != wanted:
            blame(path, f"the cover says {label} {said.get(label)!r}, not {wanted!r}")
    held = ([page["rows"]] if "rows" in page else []) + [
        value["rows"] for value in page.values() if isinstance(value, dict) and "rows" in value]
    sheets = book.worksheets[1:]
    if len(held) != len(sheets):
        return blame(path, f"{len(sheets)} tables, the data has {len(held)}")
    for sheet, rows in zip(sheets, held):
        judge_sheet(path, sheet, rows)


def main(folder):
    paths = sorted(pathlib.Path(folder).glob("*.xlsx"))
    if not paths:
        wrong.append("there is no workbook to judge")
    formulas = 0
    for path, again in resaved(paths).items():
        formulas += judge_cached(path, again)
    for path in paths:
        data = path.with_suffix(".json")
        if data.exists():
            judge_page(path, json.loads(data.read_text()))
    print(f"{len(paths)} workbooks, {formulas} formulas")
    for line in wrong:
        print(line)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
