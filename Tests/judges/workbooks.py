#!/usr/bin/env python3
"""Makes workbooks with openpyxl, and judges filled ones.

    workbooks.py made FILE            a workbook with every kind of cell
    workbooks.py form FILE            a funder's form: styles, formulas, merged cells, a hidden sheet
    workbooks.py filled FORM FILLED CELL ...   which parts differ, whether the sheets do but for the cells and
                                      for what is kept with formulas, and what the cells hold
"""
import datetime
import json
import struct
import sys
import zipfile
from xml.etree import ElementTree

import openpyxl
from openpyxl.styles import Font, PatternFill
from openpyxl.workbook.defined_name import DefinedName


def made(path):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Costs & more"
    sheet.append(["Date", "Ref", "Amount", "Paid", "Sum"])
    sheet.append([datetime.date(2019, 4, 5), "A-1", 16666.66, True, "=C2*2"])
    sheet.append([datetime.datetime(2020, 2, 29, 13, 45), "é £ x\ny", 0.1 + 0.2, False, "#REF!"])
    sheet.append([None, "0012", -1234567.89, None, 5e-7])
    sheet["C6"], sheet["D6"], sheet["E6"] = 1e15, 123456789012345680, 99999999999.99
    for cell, code, value in [("A8", "[$-809]d mmmm yyyy;@", 43560.99999999999), ("A9", "dd/mm/yyyy", 60),
                              ("A10", "mmm yy", 61), ("A11", "dd/mm/yyyy", 1), ("A12", "h:mm", 0.5),
                              ("A13", '0.00 "day"', 7.25), ("A14", "dd/mm/yyyy", -3), ("A15", "mm:ss", 2.5),
                              ("A16", "dd/mm/yyyy", 2958465), ("A17", "dd/mm/yyyy", 2958466)]:
        sheet[cell] = value
        sheet[cell].number_format = code
    sheet["B20"] = "merged"
    sheet.merge_cells("B20:D21")
    hidden = book.create_sheet("Hidden")
    hidden.sheet_state = "hidden"
    hidden["C3"] = "x"
    book.create_chartsheet("Chart")
    book.defined_names["award"] = DefinedName("award", attr_text="'Costs & more'!$B$2")
    book.save(path)


def form(path):
    book = openpyxl.Workbook()
    book.calculation.fullCalcOnLoad = False
    sheet = book.active
    sheet.title = "Claim form"
    sheet["A1"] = "Claimant"
    sheet["A1"].font = Font(bold=True)
    for row, name in enumerate(["Staff", "Travel", "Other"], start=4):
        sheet.cell(row, 1, name)
        sheet.cell(row, 3).number_format = "#,##0.00"
        sheet.cell(row, 3).fill = PatternFill("solid", fgColor="FFFFCC")
    sheet["C7"] = "=SUM(C4:C6)"
    sheet["B9"] = "=1+1"
    sheet["D4"] = 5
    sheet["D4"].number_format = "dd/mm/yyyy"
    sheet.merge_cells("E1:G2")
    sheet.column_dimensions["H"].number_format = "0.00"
    other = book.create_sheet("Summary")
    other["A1"] = "='Claim form'!C7*2"
    book.create_sheet("Empty")
    hidden = book.create_sheet("Lists")
    hidden.sheet_state = "hidden"
    hidden["A1"] = "y"
    book.save(path)


def packed(path):
    """Of each part its bytes as they lie packed in the file."""
    found = {}
    with zipfile.ZipFile(path) as archive, open(path, "rb") as file:
        for info in archive.infolist():
            file.seek(info.header_offset)
            name, extra = struct.unpack("<HH", file.read(30)[26:30])
            file.seek(info.header_offset + 30 + name + extra)
            found[info.filename] = (file.read(info.compress_size), info.CRC, info.date_time)
    return found


def parted(path, cells):
    """Each sheet without the given cells, and without the values kept with formulas."""
    main, found = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}", {}
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if not name.startswith("xl/worksheets/sheet"):
                continue
            root = ElementTree.fromstring(archive.read(name))
            data = root.find(main + "sheetData")
            for row in list(data):
                for cell in list(row):
                    if cell.get("r") in cells:
                        row.remove(cell)
                    elif cell.find(main + "f") is not None:
                        cell.attrib.pop("t", None)
                        for value in cell.findall(main + "v"):
                            cell.remove(value)
                if len(row) == 0:
                    data.remove(row)
            found[name] = ElementTree.tostring(root)
    return found


def filled(before, after, *cells):
    old, new = packed(before), packed(after)
    kept = parted(before, cells) == parted(after, cells) if cells else None
    changed = [name for name in old if old[name][:2] != new.get(name, (None, None))[:2]]
    book = openpyxl.load_workbook(after)
    cells = {f"{sheet.title}!{cell.coordinate}": [type(cell.value).__name__, str(cell.value), cell.data_type,
                                                  cell.number_format, cell.fill.fgColor.rgb, bool(cell.font.b)]
             for sheet in book.worksheets for row in sheet.iter_rows() for cell in row if cell.value is not None}
    print(json.dumps({"kept": kept, "changed": sorted(changed), "same": list(old) == list(new), "cells": cells,
                      "times": [x[2] for x in old.values()] == [x[2] for x in new.values()],
                      "calculates": bool(book.calculation.fullCalcOnLoad)}))


if __name__ == "__main__":
    {"made": made, "form": form, "filled": filled}[sys.argv[1]](*sys.argv[2:])
