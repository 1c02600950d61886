"""Promise 16: SQL, formulas, markup and control characters in any text field come out of every export as plain text.

A book a payload: the office, organisations, titles, reasons, purposes, references all have it. Every report, export and
page is then read as its own kind of file: a CSV cell begins no formula, a workbook's formulas do not have the text, a
page has no element or attribute that the same book of plain text has not, JSON gives the exact text back.
"""
import csv
import html.parser
import io
import json
import re
import shutil
import subprocess
import zipfile

from support import OK, REFUSED, Files, NotRun, must_verify, need

MARK = "ZQ7"
PAYLOADS = [
    f"'; DROP TABLE journal; -- {MARK}", f'"; DELETE FROM journal; -- {MARK}', f"{MARK}' OR '1'='1", f"{MARK}%_*?[a]",
    f"=cmd|' /C calc'!A0 {MARK}", f'=HYPERLINK("http://example.invalid","{MARK}")', f"+1+1 {MARK}", f"-2+3 {MARK}",
    f"@SUM(1+1) {MARK}", f" =1+1 {MARK}", f"\u00a0=1+1 {MARK}", f"\uff1d1+1 {MARK}", f"\t=1+1 {MARK}", f"\r=1+1 {MARK}",
    f"\n=1+1 {MARK}", f'{MARK}","=1+1', f"{MARK}\t=1+1", f"<script>document.title='PWNED'</script>{MARK}",
    f"<img src=x onerror=\"document.title='PWNED'\">{MARK}", f"\"><svg onload=document.title='PWNED'>{MARK}",
    f"' onmouseover='document.title=1' {MARK}", f"</title></style></td></table><h1>{MARK}", f"&lt;b&gt;{MARK}&amp;&#60;i&#62;",
    f"[{MARK}](javascript:alert(1)) | `x` | <b>", f"{{{{7*7}}}}${{7*7}}<%= 7*7 %>{MARK}", f"{MARK}\x1b[31mred\x07",
    f"{MARK}\u202egnp.exe", f"{MARK}\u2028\u2029line", f"{MARK}\x00after", f"]]>{MARK}<!--", f"{MARK}\\\"; \\u0022 \\n",
]
SIGNS = "=+-@\uff1d\uff0b\uff0d\uff20\t\r\n"
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\x9b\u202a-\u202e\u2066-\u2069]")
FORMS = ["csv", "tsv", "json", "jsonl", "html", "md", "xlsx", "txt"]


def acts(payload):
    """Every kind of text that a book takes, as argument lists."""
    def text(number):
        return f"{payload} {number}"

    common = ["--on", "2019-05-20"]
    return [[*joined(act), *common] for act in [
        ["organisation", "add", "ORG", "--name", text(1), "--contact", text(2), "--reference", text(3)],
        ["area", "add", "AREA", "--name", text(4)], ["theme", "add", "THEME", "--name", text(5)],
        ["category", "add", "STAFF", "--name", text(6)],
        ["policy", "set", "variance-tolerance", "5", "--from", "2019-05-20", "--reason", text(8)],
        ["fund", "open", "VRF", "--title", text(9), "--source", "own-budget"],
        ["fund", "approve", "VRF", "--profile", "2019/20=100,000"],
        ["round", "open", "R1", "--fund", "VRF", "--title", text(10), "--opens", "2019-04-05", "--closes", "2019-05-17",
         "--profile", "2019/20=90,000"],
        ["bid", "log", "B1", "--round", "R1", "--applicant", "ORG", "--title", text(11), "--profile", "2019/20=35,000",
         "--received", "2019-05-10", "--area", "AREA", "--theme", "THEME"],
        ["bid", "log", "B2", "--round", "R1", "--applicant", "ORG", "--title", text(12), "--profile", "2019/20=20,000",
         "--received", "2019-05-10"],
        ["bid", "decide", "B2", "--decline", "--reason", text(13), "--decision", text(14)],
        ["award", "make", "A1", "--bid", "B1", "--purpose", text(15), "--reasons", text(16), "--conditions", text(17),
         "--decision", text(18), "--description", text(19)],
        ["award", "sign", "A1", "--agreement", text(20), "--returns", "quarterly"],
        ["instalment", "schedule", "A1", "--year", "2019/20", "--amount", "8,000", "--due", "2019-06-01",
         "--after-return", "none"],
        ["instalment", "hold", "A1", "1", "--reason", text(21)],
        ["return", "submit", "A1", "--period", "2019/20-Q1", "--spend", "STAFF=1,000"],
        ["return", "query", "A1", "--period", "2019/20-Q1", "--reason", text(22)],
        ["cost", "record", "VRF", "--year", "2019/20", "--category", "STAFF", "--amount", "10", "--supplier", text(23)],
        ["person", "add", "P1", "--name", text(7), "--login", "person"],    # the last: then only those enrolled may act
    ]]


def joined(act):
    """A value that begins with a hyphen, written as part of its option."""
    words = []
    for word in act:
        if word.startswith("-") and not word.startswith("--"):
            words[-1] += "=" + word
        else:
            words.append(word)
    return words


def quoted(word):
    return '"' + word.replace("\\", "\\\\").replace('"', '\\"') + '"'


def begin(bench, folder, payload):
    """The book, or None where the texts are refused; what it has was recorded as given."""
    folder.mkdir()
    files = Files(folder / "book.almoner")
    office = bench.program.run("init", files.book, "--office=" + payload.replace("\0", " "), "--on", "2019-04-03", "--historic",
                               "--id", "0" * 31 + "9")
    if office.code != OK:
        quiet(office.must(64, REFUSED))
        bench.program.run("init", files.book, "--office", "Campaign", "--on", "2019-04-03", "--historic").must(OK)
    if {"\n", "\r"} & set(payload):
        done = [bench.program.run(*act, book=files.book) for act in acts(payload)]
        for ended in done:
            quiet(ended.must(OK, 64, REFUSED))
        took = any(ended.code == OK for ended in done)
    else:
        script = folder / "acts.batch"
        script.write_text("".join(" ".join(map(quoted, act)) + "\n" for act in acts(payload)), newline="")
        ended = quiet(bench.program.run("batch", script, "--all-or-nothing", book=files.book).must(OK, 64, REFUSED))
        took = ended.code == OK
    must_verify(bench.program, files)
    return files, took, office.code == OK


def written(bench, files, out, every=True):
    """Every form of several reports, and every export that takes a book as it is; or of each kind of file the fewest."""
    out.mkdir()
    asked = [(["report", "spend", "--by", "award", "--by", "recipient"], "spend", FORMS),
             (["entry", "list"], "entries", ["csv", "json"]), (["bid", "list"], "bids", ["tsv"]),
             (["award", "show", "A1"], "award", ["html", "md"])]
    if not every:
        asked = [(asked[0][0], "spend", ["csv", "json", "html", "md", "xlsx"])]
    for command, name, forms in asked:
        for form in forms:
            named = {"md": "markdown", "txt": "table"}.get(form, form)
            ended = bench.program.run(*command, "--format", named, *(["--output", out / f"{name}.{form}"]), book=files.book)
            ended.must(OK)
    for command, name in [("csv", "tables"), ("xlsx", "book.xlsx"), ("audit", "bundle")][:3 if every else 1]:
        bench.program.run("export", command, "--output", out / name, book=files.book).must(OK)
    bench.program.run("report", "book", "--output", out / "site", book=files.book).must(OK)
    return out


def quiet(ended):
    """A refusal repeats the text without what would steer a terminal."""
    found = CONTROL.search(ended.err.decode("utf-8", "replace"))
    need(not found, "undetected", f"the refusal prints {found and found[0]!r} as it stands")
    return ended


class Shape(html.parser.HTMLParser):
    """The elements of a page with the names of their attributes, and what a page must never have."""

    def __init__(self):
        super().__init__()
        self.elements, self.bad = set(), []

    def handle_starttag(self, tag, attributes):
        names = tuple(sorted(name for name, _ in attributes))
        self.elements.add((tag, names))
        if tag in ("script", "iframe", "object", "embed", "base") or any(name.startswith("on") for name in names):
            self.bad.append((tag, names))
        self.bad += [(tag, value) for name, value in attributes
                     if name in ("href", "src", "action") and value and value.strip().lower().startswith(("javascript", "data:text"))]


def shape(text):
    page = Shape()
    page.feed(text)
    page.close()
    return page


def delimited(text, separator):
    quoting = csv.QUOTE_MINIMAL if separator == "," else csv.QUOTE_NONE
    for cells in csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=separator, quoting=quoting):
        for cell in cells:
            if MARK in cell or "1+1" in cell:
                bare = cell.lstrip(" \u00a0\ufeff\u3000")
                need(bare[:1] not in SIGNS or not bare, "undetected", f"a cell begins a formula: {cell!r}")


def workbook(path):
    with zipfile.ZipFile(path) as archive:
        need(archive.testzip() is None, "partial", f"{path.name} is damaged")
        for name in archive.namelist():
            part = archive.read(name).decode("utf-8", "replace")
            for formula in re.findall(r"<f[ >].*?</f>", part, re.S):
                need(MARK not in formula, "undetected", f"{name}: a formula has the text: {formula[:200]}")
            need(not name.endswith(".rels") or "example.invalid" not in part, "undetected", f"{name}: a link goes out")


def texts(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, each in value.items():
            yield key
            yield from texts(each)
    elif isinstance(value, list):
        for each in value:
            yield from texts(each)


def inert(path, plain, payload):
    """One file, as its kind is read."""
    kind = path.suffix
    if kind == ".xlsx":
        workbook(path)
        return
    if kind not in (".csv", ".tsv", ".json", ".jsonl", ".html", ".md", ".txt"):
        return
    text = path.read_bytes().decode("utf-8")
    if kind in (".csv", ".tsv"):
        delimited(text, "," if kind == ".csv" else "\t")
    elif kind == ".html":
        page = shape(text)
        need(not page.bad, "undetected", f"{path.name}: {page.bad[:3]}")
        known = shape(plain.read_text()).elements if plain.exists() else page.elements
        need(page.elements <= known, "undetected", f"{path.name} has {sorted(page.elements - known)[:3]}")
    elif kind == ".jsonl":
        for line in text.split("\n"):
            if line:
                json.loads(line)
    elif kind == ".json":
        found = [each for each in texts(json.loads(text)) if MARK in each]
        need(not found or any(payload in each for each in found), "lost", f"{path.name} gives other text: {found[0]!r}")
    else:
        need(not CONTROL.search(text) or kind == ".md", "undetected",
             f"{path.name} has control characters")
        need(kind != ".md" or not re.search(r"(?<!\\)<(script|img|svg|h1|b|/t)", text), "undetected",
             f"{path.name} has an element")


def injected(bench, row):
    room = bench.room(row.name)
    plain_files, took, _ = begin(bench, room / "plain", f"{MARK} plain")
    need(took, "wrong", "plain text is refused")
    plain, refused = written(bench, plain_files, room / "plain-out"), 0
    for run in range(row.wanted):
        payload, folder = PAYLOADS[run], room / f"run-{run}"
        with row.case(run, folder) as detail:
            detail["payload"] = payload
            files, took, _ = begin(bench, folder, payload)
            refused += not took
            if took:
                records = [json.loads(entry[1]) for entry in files.entries()]
                need(any(payload in each for record in records for each in texts(record)), "lost", "recorded otherwise")
                out = written(bench, files, folder / "out", bench.tier == "long" or run % 8 == 0)
                for path in sorted(out.rglob("*")):
                    if path.is_file():
                        inert(path, plain / path.relative_to(out), payload)
            shutil.rmtree(folder / "out", ignore_errors=True)
    row.note = f"{refused} refused at the door"


def in_a_browser(bench, row):
    """Chromium opens the pages; a script that ran would change the title."""
    if not shutil.which("chromium"):
        raise NotRun("chromium is not installed")
    room = bench.room(row.name)
    scripts = [payload for payload in PAYLOADS if "PWNED" in payload]
    for run in range(row.wanted):
        with row.case(run, room) as detail:
            detail["payload"] = payload = scripts[run % len(scripts)]
            files, _, _ = begin(bench, room / f"run-{run}", payload)
            page = room / f"run-{run}" / "page.html"
            bench.program.run("report", "spend", "--by", "award", "--output", page, book=files.book).must(OK)
            done = subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={room}/profile",
                                   "--dump-dom", page.as_uri()], capture_output=True, timeout=60)
            need(b"<title" in done.stdout, "wrong", f"chromium: {done.stderr[-300:]}")
            need(b"<title>PWNED" not in done.stdout, "undetected", "a script of the payload ran")


def in_a_spreadsheet(bench, row):
    """LibreOffice opens a workbook and a CSV file; a formula that was calculated would show its value."""
    if not shutil.which("soffice"):
        raise NotRun("soffice is not installed")
    room = bench.room(row.name)
    payload = f"=2+40&\"{MARK}\""
    files, _, _ = begin(bench, room / "book", payload)
    for run, form in enumerate(["xlsx", "csv"][:row.wanted]):
        with row.case(run, room) as detail:
            source = room / f"bids.{form}"
            detail.update(payload=payload, form=form)
            bench.program.run("bid", "list", "--output", source, book=files.book).must(OK)
            subprocess.run(["soffice", f"-env:UserInstallation=file://{room}/office", "--headless", "--convert-to", "html",
                            "--outdir", room / form, source], capture_output=True, timeout=120, check=True)
            text = (room / form / "bids.html").read_text(errors="replace")
            need(MARK in text and f"42{MARK}" not in text, "undetected", "the text was calculated")


ROWS = [(16, "injection", injected, len(PAYLOADS), len(PAYLOADS)), (16, "injection-chromium", in_a_browser, 3, 3),
        (16, "injection-soffice", in_a_spreadsheet, 2, 2)]
