"""Changes one cell of each of some workbooks, twice: a figure, and what a total is kept as.

Usage: nudge.py BOOK.xlsx ... SEED
Prints the changed file, a tab, and the sheet and address that was changed.
"""

import random
import re
import sys
import zipfile


def main():
    *books, seed = sys.argv[1:]
    draw = random.Random(int(seed))
    for book in books:
        for number in range(2):
            print("\t".join(nudged(book, number, draw)))


def nudged(book, number, draw):
    source = zipfile.ZipFile(book)
    parts = {name: source.read(name) for name in source.namelist()}
    names = re.findall(r'<sheet name="([^"]+)"', parts["xl/workbook.xml"].decode())
    cells = []
    for place, name in enumerate(names[1:], start=2):
        part = f"xl/worksheets/sheet{place}.xml"
        text = parts[part].decode()
        for found in re.finditer(r'<c r="([A-Z]+\d+)"[^>]*>(?:<f[^>]*>[^<]*</f>)?<v>(\d[\d.]*)</v>', text):
            if 't="s"' not in found.group(0):
                cells.append((part, f"{name}!{found.group(1)}", found.span(2)))
    if not cells:
        part = "xl/worksheets/sheet1.xml"
        text = parts[part].decode()
        found = [m for m in re.finditer(r'<c r="(B\d+)"[^>]*><v>(\d+)</v>', text) if 't="s"' not in m.group(0)]
        cells = [(part, f"{names[0]}!{m.group(1)}", m.span(2)) for m in found]
    part, address, (start, end) = draw.choice(cells)
    text = parts[part].decode()
    parts[part] = (text[:start] + str(int(text[start]) % 9 + 1) + text[start + 1 :]).encode()
    name = f"nudged-{number}-{book}"
    with zipfile.ZipFile(name, "w", zipfile.ZIP_DEFLATED) as out:
        for part, content in parts.items():
            out.writestr(part, content)
    return name, address


main()
