#!/usr/bin/env python3
"""Judges 360Giving packages by the official schema, and their figures by the book.

    threesixty.py STANDARD (BOOK PACKAGE.json PACKAGE.csv) ...

STANDARD holds `schema/` and `codelists/` of the standard. Formats are asserted, codes are looked up in the lists, ids
are unique. Every amount is read as an exact decimal and compared with the pence of the book, which is read by
sqlite3 from its tables and not by any part of the program. The table is unflattened by the schema's own titles
and must be the same grants. Prints what was compared; the first fault ends it with 1.
"""
import csv
import io
import json
import pathlib
import re
import sqlite3
import sys
from decimal import Decimal

from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

COUNTED = dict.fromkeys(["books", "grants", "transactions", "amounts", "cells"], 0)


def fail(*words):
    print(*words)
    sys.exit(1)


def same(what, told, expected):
    COUNTED["amounts"] += 1
    if told != expected:
        fail(what, "is", told, "in the package and", expected, "by the book")


def validator(standard):
    """The package's schema with the item's beside it, whichever version its reference names."""
    package = json.loads((standard / "schema/360-giving-package-schema.json").read_text())
    item = json.loads((standard / "schema/360-giving-schema.json").read_text())
    for schema in (package, item):
        schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    reference = package["properties"]["grants"]["items"]["$ref"]
    resources = [(package["$id"], package), (item["$id"], item), (reference, item)]
    registry = Registry().with_resources(
        [(uri, Resource.from_contents(schema, default_specification=DRAFT202012)) for uri, schema in resources])
    checker = FormatChecker(["date", "date-time", "uri"])
    missing = {"date", "date-time", "uri"} - set(checker.checkers)
    if missing:
        fail("formats that nothing checks:", missing)
    Draft202012Validator.check_schema(package)
    Draft202012Validator.check_schema(item)
    judge = Draft202012Validator(package, registry=registry, format_checker=checker)
    for wrong in ({"modified": "yesterday"}, {"license": "no address"}):
        faults = judge.iter_errors({"grants": [], **wrong})
        if not any(list(fault.absolute_path) == list(wrong) for fault in faults):
            fail("a format is not asserted:", wrong)
    return judge, item


def codes(standard, name):
    with open(standard / "codelists" / name, newline="", encoding="utf-8-sig") as file:
        return {row["Code"] for row in csv.DictReader(file)}


def pence(value):
    amount = Decimal(value)
    if amount != amount.quantize(Decimal("0.01")):
        fail("not whole pence:", value)
    return int(amount * 100)


def key(name):
    """The head and the key of an account's canonical name."""
    head, _, rest = name.partition("{")
    return head, dict(part.split("=", 1) for part in rest.rstrip("}").split(",") if part)


def book_of(path):
    """Of every signed award what it was awarded by year, what it was paid, and what moved its bank."""
    book = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    awards = {code: {"years": {}, "paid": 0, "prepared": 0, "moves": [], "bid": bid, "signed": signed}
              for code, bid, signed in book.execute("SELECT code, bid, signed FROM award WHERE signed IS NOT NULL")}
    for name, debits, credits in book.execute("SELECT name, debits, credits FROM account"):
        head, parts = key(name)
        award = awards.get(parts.get("award"))
        if award is None:
            continue
        if head in ("reserved", "committed", "charged", "budgetPrepared"):
            award["years"][parts["year"]] = award["years"].get(parts["year"], 0) + credits - debits
        elif head == "paid":
            award["paid"] += credits - debits
        elif head == "controlPrepared":
            award["prepared"] += credits - debits
    undone = {row[0] for row in book.execute("SELECT reverses FROM journal WHERE reverses IS NOT NULL")}
    undone |= {row[0] for row in book.execute("SELECT number FROM journal WHERE reverses IS NOT NULL")}
    sums = {}
    for entry, debit, credit, amount in book.execute(
            "SELECT transfer.entry, d.name, c.name, amountPence FROM transfer JOIN account AS d ON d.id = debit"
            " JOIN account AS c ON c.id = credit WHERE 'bank' IN (d.head, c.head)"):
        out = key(credit)[0] == "bank"
        code = key(debit if out else credit)[1].get("award")
        if code in awards and entry not in undone:
            sums[entry, code] = sums.get((entry, code), 0) + (amount if out else -amount)
    dates = dict(book.execute("SELECT number, date FROM journal"))
    for (entry, code), amount in sorted(sums.items()):
        if amount:
            awards[code]["moves"].append((entry, dates[entry], amount))
    bids = {code: sum(int(line["amount"]) for line in json.loads(profile))
            for code, profile in book.execute("SELECT code, profile FROM bid")}
    for award in awards.values():
        award["applied"] = bids.get(award["bid"])
    secrets = [row[0].lower() for row in book.execute(
        "SELECT organisation.name FROM award, json_each(award.withheld) AS fact JOIN organisation"
        " ON organisation.code = award.recipient WHERE award.signed IS NOT NULL"
        " AND fact.value ->> '$.field' = 'recipient'")]
    contacts = [row[0].lower() for row in book.execute("SELECT text FROM contact")]
    return awards, secrets, contacts


def judge_book(judge, lists, path, package, flat, text):
    awards, secrets, contacts = book_of(path)
    for error in judge.iter_errors(json.loads(text)):
        fail(path, "/".join(map(str, error.absolute_path)), error.message[:300])
    prefix = package["identifier"].removesuffix("-grants")
    told = {}
    ids = set()
    for grant in package["grants"]:
        if not grant["id"].startswith(prefix + "-"):
            fail("an id without its prefix:", grant["id"])
        told[grant["id"].removeprefix(prefix + "-")] = grant
        for found in [grant["id"]] + [move["id"] for field in ("commitmentTransaction", "disbursementTransaction")
                                      for move in grant.get(field, [])]:
            if found in ids:
                fail("an id that stands twice:", found)
            ids.add(found)
    if set(told) != set(awards):
        fail(path, "tells of other awards than are signed:", sorted(set(told) ^ set(awards))[:5])
    for code, award in awards.items():
        grant = told[code]
        COUNTED["grants"] += 1
        years = {year: amount for year, amount in award["years"].items() if amount}
        same(f"{code} awarded", pence(grant["amountAwarded"]), sum(years.values()))
        committed = grant.get("commitmentTransaction", [])
        same(f"{code} by year", {move["description"]: pence(move["value"]) for move in committed}, years)
        same(f"{code} years", len(committed), len(years))
        paid = grant.get("disbursementTransaction", [])
        same(f"{code} payments",
             [(int(move["id"].rsplit("-", 1)[1]), move["transactionDate"], pence(move["value"])) for move in paid],
             award["moves"])
        same(f"{code} disbursed", pence(grant["amountDisbursed"]), sum(move[2] for move in award["moves"]))
        if not award["prepared"]:
            same(f"{code} paid", pence(grant["amountDisbursed"]), award["paid"])
        if award["applied"] is None:
            same(f"{code} applied for", "amountAppliedFor" in grant, False)
        else:
            same(f"{code} applied for", pence(grant["amountAppliedFor"]), award["applied"])
        COUNTED["transactions"] += len(committed) + len(paid)
        for place in grant.get("beneficiaryLocation", []):
            if place.get("geoCodeType") not in lists["geoCodeType.csv"] | {None}:
                fail(code, "has a kind of area that is not listed:", place["geoCodeType"])
            if place.get("countryCode") not in lists["countryCode.csv"]:
                fail(code, "has a country that is not listed")
        if grant["currency"] not in lists["currency.csv"]:
            fail(code, "has a currency that is not listed")
    for secret in secrets + contacts:
        if secret in text.lower() or secret in flat.lower():
            fail(path, "tells what is withheld:", secret)
    if package["publisher"]["name"] == "" or not re.fullmatch(r"\d+\.\d+", package["version"]):
        fail(path, "has no publisher or version")


def titles(item):
    """The path and the type that each title of the standard stands for."""
    found = {}

    def walk(schema, path, title):
        schema = {**item["$defs"][schema["$ref"].rsplit("/", 1)[1]], **schema} if "$ref" in schema else schema
        for name, field in schema.get("properties", {}).items():
            if "$ref" in field:
                field = {**item["$defs"][field["$ref"].rsplit("/", 1)[1]], **field}
            own = ":".join(part for part in (title, field.get("title")) if part)
            if field.get("type") == "array" and "items" in field:
                inner = field["items"]
                if "title" in field and ("$ref" in inner or "properties" in inner):
                    walk(inner, f"{path}{name}/0/", own)
            elif "title" in field:
                found[own] = (path + name, field.get("type"))
    walk(item, "", "")
    return found


def unflattened(flat, item):
    """The grants of a table, by the titles of the schema and the paths of what has none."""
    known = titles(item)
    moves = item["$defs"]["Transaction"]["properties"]
    grants = []
    for row in csv.DictReader(io.StringIO(flat, newline="")):
        grant = {}
        for heading, cell in row.items():
            if cell == "":
                continue
            COUNTED["cells"] += 1
            if heading in known:
                path, kind = known[heading]
            elif re.fullmatch(r"(commitment|disbursement)Transaction/\d+/\w+", heading):
                path, kind = heading, moves[heading.rsplit("/", 1)[1]].get("type")
            else:
                fail("a column that the standard has not:", heading)
            value = Decimal(cell) if kind == "number" or isinstance(kind, list) and "number" in kind else cell
            if isinstance(value, str) and re.match(r"'\s*[=+\-@\uff1d\uff0b\uff0d\uff20]", value):
                value = value[1:]
            put(grant, path.split("/"), value)
        grants.append(grant)
    return grants


def put(grant, steps, value):
    here = grant
    for step, following in zip(steps, steps[1:] + [None]):
        if isinstance(here, list):
            step = int(step)
            while len(here) <= step:
                here.append({})
        if following is None:
            here[step] = value
        elif isinstance(here, dict):
            here = here.setdefault(step, [] if following.isdigit() else {})
        else:
            here = here[step]


def main(standard, *files):
    standard = pathlib.Path(standard)
    judge, item = validator(standard)
    lists = {name: codes(standard, name) for name in ("geoCodeType.csv", "countryCode.csv", "currency.csv")}
    for book, table, flat in zip(*[iter(files)] * 3):
        text = pathlib.Path(table).read_text(encoding="utf-8")
        package = json.loads(text, parse_float=Decimal, parse_int=Decimal)
        with open(flat, newline="", encoding="utf-8") as file:
            rows = file.read()
        judge_book(judge, lists, book, package, rows, text)
        again = unflattened(rows, item)
        if again != package["grants"]:
            for one, other in zip(again, package["grants"]):
                if one != other:
                    fail(flat, "differs:", [(k, one.get(k), other.get(k)) for k in {*one, *other}
                                            if one.get(k) != other.get(k)][:2])
            fail(flat, "has other grants than", table)
        COUNTED["books"] += 1
    print(", ".join(f"{count} {what}" for what, count in COUNTED.items()))


main(*sys.argv[1:])
