#!/usr/bin/env python3
"""Writes malformed and hostile files into a folder, and an index of what a reader must make of each.

index.tsv has a line a file: name, `read`, `refused` or `either`, how many rows are read or a word of the refusal,
and the row and column (counted from 0) that the refusal names, or `-`. The same seed gives the same bytes.
The standard library is all it needs.
"""
import io
import os
import random
import struct
import sys
import zipfile

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
BOMB = '<!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>'


def types(extra="", book="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"):
    return (HEAD + f'<Types xmlns="{PACKAGE}/content-types">'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{book}"/>{extra}</Types>')


def relations(*triples):
    rows = "".join(f'<Relationship Id="{i}" Type="{t if ":" in t else OFFICE + "/" + t}" Target="{p}"{m}/>'
                   for i, t, p, m in triples)
    return HEAD + f'<Relationships xmlns="{PACKAGE}/relationships">{rows}</Relationships>'


def book(sheets='<sheet name="Costs" sheetId="1" r:id="rId1"/>'):
    return HEAD + f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{sheets}</sheets></workbook>'


def sheet(data, after=""):
    return HEAD + f'<worksheet xmlns="{MAIN}"><sheetData>{data}</sheetData>{after}</worksheet>'


ROWS = ('<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>'
        '<row r="3"><c r="A3" t="inlineStr"><is><t>x</t></is></c><c r="B3"><v>16666.66</v></c></row>')
TEXTS = HEAD + f'<sst xmlns="{MAIN}"><si><t>Ref</t></si><si><r><t>Amo</t></r><r><t>unt</t></r></si></sst>'
STYLES = (HEAD + f'<styleSheet xmlns="{MAIN}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>'
          '</styleSheet>')
BOOK_RELATIONS = [("rId1", "worksheet", "worksheets/sheet1.xml", ""),
                  ("rId2", "sharedStrings", "sharedStrings.xml", ""), ("rId3", "styles", "styles.xml", "")]


def parts(**changes):
    """The parts of a sound workbook, with some changed (`sheet=...`) or left out (None)."""
    made = {
        "types": ("[Content_Types].xml", types()),
        "root": ("_rels/.rels", relations(("rId1", "officeDocument", "xl/workbook.xml", ""))),
        "book": ("xl/workbook.xml", book()),
        "relations": ("xl/_rels/workbook.xml.rels", relations(*BOOK_RELATIONS)),
        "sheet": ("xl/worksheets/sheet1.xml", sheet(ROWS)),
        "texts": ("xl/sharedStrings.xml", TEXTS),
        "styles": ("xl/styles.xml", STYLES),
    }
    for key, value in changes.items():
        made[key] = (made[key][0], value)
    return [(name, content) for name, content in made.values() if content is not None]


def packed(members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            info = zipfile.ZipInfo(name, (2019, 4, 5, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, content)
    return out.getvalue()


def patched(data, name, offset, form, value):
    """Overwrites a field of a part's record in the zip's directory; `offset` counts from its signature."""
    name = name.encode()
    at = data.find(b"PK\1\2")
    while at >= 0:
        if data[at + 46:at + 46 + len(name)] == name:
            field = struct.pack(form, value)
            return data[:at + offset] + field + data[at + offset + len(field):]
        at = data.find(b"PK\1\2", at + 4)
    raise ValueError(name)


def texts(seed):
    good = "Ref,Payee,Amount\r\nA1,Illustrative,10.00\r\nA2,Made up,-5.50\r\n"
    yield "sound.csv", good.encode(), "read", 3
    yield "mark.csv", b"\xef\xbb\xbf" + good.encode(), "read", 3
    yield "utf16le.csv", b"\xff\xfe" + good.encode("utf-16-le"), "refused", "UTF-16"
    yield "utf16be.csv", b"\xfe\xff" + good.encode("utf-16-be"), "refused", "UTF-16"
    yield "utf16-bare.csv", good.encode("utf-16-le"), "refused", "NUL", 1, 0
    yield "utf32.csv", b"\0\0\xfe\xff" + good.encode("utf-32-be"), "refused", "UTF-16"
    yield "carriage.csv", good.replace("\r\n", "\r").encode(), "read", 3
    yield "mixed-ends.csv", b"a,b\r1,2\n3,4\r\n5,6", "read", 4
    yield "nul.csv", b"a,b\n1,2\n3,\0\n", "refused", "NUL", 3, 1
    yield "open-quote.csv", b'a,b,c\n1,2,"three\n4,5,6\n' * 1, "refused", "not closed", 2, 2
    yield "field-10mb.csv", b"a,b\n1," + b"x" * (10 << 20) + b"\n", "refused", "1 MB", 2, 1
    yield "quoted-10mb.csv", b'a,b\n1,"' + b"x\n" * (5 << 20) + b'"\n', "refused", "1 MB", 2, 1
    yield "million-columns.csv", b"a,b\n" + b"," * 1_000_000 + b"\n", "refused", "16,384", 2, 16384
    yield "row-20mb.csv", b"a,b\n" + (b"x" * 1_000_000 + b",") * 20 + b"\n", "refused", "16 MB", 2
    yield "ragged.csv", b"a,b,c\n1\n1,2,3,4,5\n,,\n1,2\n", "read", 4
    yield "windows.csv", "a,b\n£5,x\n".encode("cp1252"), "refused", "Windows-1252", 2, 0
    yield "after-quote.csv", b'a,b\n1,"x"y\n', "refused", "after the quote", 2, 1
    yield "space-quote.csv", b'a,b\n1, "x,y"\n', "refused", "after a space", 2, 1
    yield "workbook.csv", packed(parts()), "refused", "workbook"
    yield "old-workbook.csv", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "refused", "old kind"
    yield "paper.csv", b"%PDF-1.4\n%\xe2\xe3\n", "refused", "PDF"
    yield "empty.csv", b"", "read", 0
    yield "blank-lines.csv", b"\n" * 300_000, "read", 0
    yield "stated.csv", b"sep=;\r\na;b\r\n1,5;2\r\n", "read", 2
    yield "cut-letter.csv", b"a,b\n1,caf\xc3", "refused", "UTF-8", 2, 1
    yield "overlong.csv", b"a,b\n1,\xc0\xaf\n", "refused", "UTF-8", 2, 1
    yield "surrogate.csv", b"a,b\n\xed\xa0\x80,1\n", "refused", "UTF-8", 2, 0
    yield "noise.csv", random.Random(seed).randbytes(100_000), "refused", ""
    yield "one-quote.csv", b'"', "refused", "not closed", 1, 0


def strange_zips():
    sound = packed(parts())
    one = "xl/worksheets/sheet1.xml"
    yield "sound.xlsx", sound, "read", 2
    yield "no-zip.xlsx", b"Ref,Amount\n1,2\n", "refused", "no workbook"
    yield "empty.xlsx", b"", "refused", "empty"
    yield "old.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000), "refused", ".xls"
    yield ("password.xlsx", b"\xd0\xcf\x11\xe0" + bytes(900) + "EncryptedPackage".encode("utf-16-le"),
           "refused", "password")
    yield "locked-part.xlsx", patched(sound, one, 8, "<H", 1), "refused", "password"
    yield "odd-packing.xlsx", patched(sound, one, 10, "<H", 14), "refused", "packed"
    yield "part-300mb.xlsx", patched(sound, one, 24, "<I", 300 << 20), "refused", "256 MB"
    yield "says-less.xlsx", patched(sound, one, 24, "<I", 60), "refused", ""
    yield "says-more.xlsx", patched(sound, one, 24, "<I", 60_000), "refused", "damaged"
    many = packed(parts() + [(f"xl/media/{n}.png", "x") for n in range(200)])
    for n in range(200):
        many = patched(many, f"xl/media/{n}.png", 24, "<I", 4 << 20)
    yield "promises-800mb.xlsx", many, "refused", "512 MB"
    yield "bomb.xlsx", packed(parts(sheet=sheet(" " * (20 << 20)))), "refused", "100 to one"
    yield ("texts-bomb.xlsx", packed(parts(texts=TEXTS.replace("</sst>", "<si/>" * 3_000_000 + "</sst>"))),
           "refused", "100 to one")
    for number, name in enumerate(["../../etc/cron.d/x", "/etc/passwd", "..\\..\\x", "C:/x", "xl/../x"]):
        yield f"outside-{number}.xlsx", packed(parts() + [(name, "x")]), "refused", "leads out"
    yield "twins.xlsx", packed(parts() + [(one, sheet(""))]), "refused", "two parts"
    yield "twins-by-case.xlsx", packed(parts() + [(one.upper(), sheet(""))]), "refused", "two parts"
    yield ("parts-6000.xlsx", packed(parts() + [(f"x/{n}", "") for n in range(6000)]), "refused", "5000")
    rng = random.Random(len(sound))
    for number in range(10):
        cut = rng.randrange(4, len(sound) - 1)
        yield f"cut-{number}.xlsx", sound[:cut], "refused", "damaged"


def forbidden():
    extra = '<Override PartName="/xl/vbaProject.bin" ContentType="application/vnd.ms-office.vbaProject"/>'
    yield "macro-part.xlsx", packed(parts() + [("xl/vbaProject.bin", "x")]), "refused", "macros"
    yield "macro-type.xlsx", packed(parts(types=types(extra))), "refused", "macros"
    enabled = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
    yield "macro-book.xlsx", packed(parts(types=types(book=enabled))), "refused", "macros"
    yield "macro-sheet.xlsx", packed(parts() + [("xl/macrosheets/s1.xml", "x")]), "refused", "macros"
    vba = ("rId9", "http://schemas.microsoft.com/office/2006/relationships/vbaProject", "code.bin", "")
    yield "macro-relation.xlsx", packed(parts(relations=relations(*BOOK_RELATIONS, vba))), "refused", "macros"
    binary = "application/vnd.ms-excel.sheet.binary.macroEnabled.main".replace(".macroEnabled", "")
    yield "binary.xlsx", packed(parts(types=types(book=binary))), "refused", ".xlsb"
    yield "link-part.xlsx", packed(parts() + [("xl/externalLinks/externalLink1.xml", "x")]), "refused", "other files"
    yield "connection.xlsx", packed(parts() + [("xl/connections.xml", "x")]), "refused", "database"
    outside = ("rId9", "image", "http://example.invalid/x.png", ' TargetMode="External"')
    yield "outside-image.xlsx", packed(parts(relations=relations(*BOOK_RELATIONS, outside))), "refused", "other files"
    yield "embedded.xlsx", packed(parts() + [("xl/embeddings/oleObject1.bin", "x")]), "refused", "embedded"
    yield "activex.xlsx", packed(parts() + [("xl/activeX/activeX1.bin", "x")]), "refused", "embedded"
    link = relations(("rId1", "hyperlink", "https://example.invalid/", ' TargetMode="External"'))
    yield ("hyperlink.xlsx", packed(parts() + [("xl/worksheets/_rels/sheet1.xml.rels", link)]), "read", 2)
    yield "entities-sheet.xlsx", packed(parts(sheet=sheet(ROWS).replace("<worksheet", BOMB + "<worksheet"))), "refused", "entities"
    yield "entities-texts.xlsx", packed(parts(texts=TEXTS.replace("<sst", BOMB + "<sst"))), "refused", "entities"
    yield "entities-book.xlsx", packed(parts(book=book().replace("<workbook", BOMB + "<workbook"))), "refused", "entities"
    yield "entities-types.xlsx", packed(parts(types=types().replace("<Types", BOMB + "<Types"))), "refused", "entities"
    outer = '<!DOCTYPE worksheet SYSTEM "file:///etc/passwd">'
    yield "entities-outside.xlsx", packed(parts(sheet=sheet(ROWS).replace("<worksheet", outer + "<worksheet"))), "refused", "document type"


def strange_sheets():
    def made(data, after=""):
        return packed(parts(sheet=sheet(data, after)))

    cell = '<c r="A1"><v>1</v></c>'
    yield "deep.xlsx", made("<x>" * 5000 + "</x>" * 5000), "refused", "beyond 100"
    noise = random.Random(7).randbytes(1 << 20).hex()
    yield "tag-2mb.xlsx", made(f'<row r="1" x="{noise}">{cell}</row>'), "refused", "1 MB"
    yield "text-2mb.xlsx", made(f'<row r="1"><c r="A1" t="inlineStr"><is><t>{noise}</t></is></c></row>'), "refused", "1 MB", 1, 0
    yield "rows-back.xlsx", made(f'<row r="5">{cell.replace("A1", "A5")}</row><row r="4"/>'), "refused", "Row 4", 5
    yield "rows-twice.xlsx", made(f'<row r="1">{cell}</row><row r="1"/>'), "refused", "Row 1", 1
    for number, row in enumerate(["0", "-1", "1048577", "99999999999999999999", "x"]):
        yield f"row-number-{number}.xlsx", made(f'<row r="{row}">{cell}</row>'), "refused", "no sheet has"
    for number, address in enumerate(["XFE1", "A0", "A2", "1A", "ZZZZZZZZZZ1", "A99999999999999999999"]):
        yield f"address-{number}.xlsx", made(f'<row r="1"><c r="{address}"><v>1</v></c></row>'), "refused", "address", 1
    yield "cells-back.xlsx", made('<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>1</v></c></row>'), "refused", "out of its order", 1, 1
    yield "columns-20000.xlsx", made('<row r="1">' + "<c><v>1</v></c>" * 20_000 + "</row>"), "refused", "16,384", 1
    for number, index in enumerate(["2", "-1", "x", "99999999999999999999"]):
        yield f"text-index-{number}.xlsx", made(f'<row r="1"><c r="A1" t="s"><v>{index}</v></c></row>'), "refused", "no value", 1, 0
    for number, value in enumerate(["1e999", "abc", "1e", "--1", ".", "1.2.3", "NaN", "0x10", "1" * 500]):
        yield f"number-{number}.xlsx", made(f'<row r="7"><c r="C7"><v>{value}</v></c></row>'), "refused", "no value", 7, 2
    yield "no-such-type.xlsx", made('<row r="1"><c r="A1" t="zz"><v>1</v></c></row>'), "refused", "no value", 1, 0
    far = "".join(f'<row r="{n}"><c r="XFD{n}"><v>1</v></c></row>' for n in range(1, 5000))
    yield "scattered.xlsx", made(far), "refused", "scattered"
    merges = "<mergeCells>" + '<mergeCell ref="A1:B2"/>' * 120_000 + "</mergeCells>"
    yield "merges-120000.xlsx", made(f'<row r="1">{cell}</row>', merges), "refused", "merged"
    yield "bad-merge.xlsx", made(f'<row r="1">{cell}</row>', '<mergeCells><mergeCell ref="B2:A1"/></mergeCells>'), "refused", "merged"
    big = TEXTS.replace("<t>Ref</t>", "<t>" + noise[: 1 << 20] + "</t>")
    swollen = '<row r="1">' + "".join('<c t="s"><v>0</v></c>' for _ in range(3000)) + "</row>"
    yield "swollen-row.xlsx", packed(parts(texts=big, sheet=sheet(swollen))), "refused", "16 MB", 1
    name = "n" * 60_000
    nested = "".join(f"<{name}{n}>" for n in range(90)) + "<x/>" * 20_000
    nested += "".join(f"</{name}{n}>" for n in reversed(range(90)))
    yield "long-names.xlsx", packed(parts(styles=STYLES.replace("<cellXfs>", nested + "<cellXfs>"))), "refused", "100 to one"
    nested = nested.replace(name, noise[:6000].replace(" ", ""))
    nested = nested.replace("<" + noise[0], "<n" + noise[0]).replace("</" + noise[0], "</n" + noise[0])
    yield "long-names-loose.xlsx", packed(parts(styles=STYLES.replace("<cellXfs>", nested + "<cellXfs>"))), "read", 2
    yield "no-sheet-part.xlsx", packed(parts(sheet=None)), "refused", "missing"
    yield "no-texts-part.xlsx", packed(parts(texts=None)), "refused", "missing"
    yield "no-book.xlsx", packed(parts(book=None)), "refused", "no workbook"
    yield "no-types.xlsx", packed(parts(types=None)), "refused", "no workbook"
    yield "no-relations.xlsx", packed(parts(relations=None)), "refused", "damaged"
    yield "no-sheets.xlsx", packed(parts(book=book(""))), "refused", "no workbook"
    yield "not-xml.xlsx", packed(parts(sheet="Ref,Amount\n")), "refused", "not XML"
    yield "half-xml.xlsx", packed(parts(sheet=sheet(ROWS)[:-30])), "refused", "not XML"
    yield "not-utf8.xlsx", packed(parts(sheet=sheet(ROWS).encode().replace(b"<t>x", b"<t>\xff\xfe"))), "refused", "not XML"
    yield "utf16.xlsx", packed(parts(sheet=sheet(ROWS).replace("UTF-8", "UTF-16").encode("utf-16"))), "read", 2
    yield "utf7.xlsx", packed(parts(sheet=sheet(ROWS).replace("UTF-8", "UTF-7"))), "refused", "not XML"
    document = [("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "<x/>")]
    yield "document.xlsx", packed(document), "refused", "OpenDocument"
    yield "any-zip.xlsx", packed([("readme.txt", "x")]), "refused", "no workbook"


def mutated(seed, count):
    """Sound files with bytes changed, cut out or doubled: whatever comes, nothing may fall over."""
    rng = random.Random(seed)
    sound = packed(parts())
    for number in range(count):
        key = rng.choice(["sheet", "sheet", "texts", "styles", "book", "relations", "types", None])
        if key is None:
            yield f"flipped-{number}.xlsx", changed(rng, sound), "either", ""
        else:
            whole = dict(zip(["types", "root", "book", "relations", "sheet", "texts", "styles"], parts()))
            content = changed(rng, whole[key][1].encode())
            yield f"mutated-{number}-{key}.xlsx", packed(parts(**{key: content})), "either", ""


def changed(rng, data):
    data = bytearray(data)
    for _ in range(rng.randint(1, 4)):
        at, length = rng.randrange(len(data)), rng.randint(1, 12)
        match rng.randrange(4):
            case 0: data[at] ^= 1 << rng.randrange(8)
            case 1: del data[at:at + length]
            case 2: data[at:at] = data[at:at + length] * rng.randint(1, 50)
            case 3: data[at:at + 1] = rng.choice([b"<", b">", b'"', b"&", b"\0", b"9999999999", b"-", b"/"])
        if not data:
            data = bytearray(b" ")
    return bytes(data)


def main(folder, seed, count):
    os.makedirs(folder, exist_ok=True)
    lines = []
    sources = [texts(seed), strange_zips(), forbidden(), strange_sheets(), mutated(seed, count)]
    for source in sources:
        for name, data, outcome, word, *place in source:
            with open(os.path.join(folder, name), "wb") as file:
                file.write(data)
            row, column = (place + [None, None])[:2]
            fields = [name, outcome, str(word), *("-" if x is None else str(x) for x in (row, column))]
            lines.append("\t".join(fields) + "\n")
    with open(os.path.join(folder, "index.tsv"), "w") as index:
        index.writelines(lines)
    print(len(lines), "files")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
