"""Where the rules can be wrong, and how: mutants found by the shape of the source, one kind a rule.

A mutant is one edit, or several under one number. Each edit wraps what stands there, so that edits nest; which mutant is in
force is asked while the tests run (`Mutant.swift`).
"""

import re

from text import ARITHMETIC, COMPARING, Source

HEADS = r"\.(?P<head>[a-z]\w+)\b"
KEY = ("accountingYear", "award", "bid", "category", "claim", "fund", "grant", "instalment", "mark", "organisation",
       "period", "prepared", "round", "year")
CHECKS = r"(?:check\w*|unused|judge|suppose|rest|begin)"


class Mutant:
    """One mistake: what it is called, and the edits that make it."""

    def __init__(self, source, kind, start, before, after):
        self.source, self.kind, self.start = source, kind, start
        self.path, self.line = source.path, source.line(start)
        self.before, self.after = squeezed(before), squeezed(after)
        self.edits = []
        self.number = 0
        self.name = ""

    def edit(self, start, end, make):
        """Replaces what stands from start to end by what `make` makes of it, given how to render a range."""
        self.edits.append(Edit(self, start, end, make))
        return self

    def wrap(self, start, end, call):
        """Hands what stands there to a function; a `try` stays in front of it."""
        if self.source.code.startswith("try ", start):
            start += len("try ")
        return self.edit(start, end, lambda r: f"Mutant.{call}({self.number}, {r(start, end)})")


class Edit:
    def __init__(self, mutant, start, end, make):
        self.mutant, self.start, self.end, self.make = mutant, start, end, make


def squeezed(text):
    return re.sub(r"\s+", " ", text).strip()


class Finder:
    """All mutants of one file."""

    def __init__(self, source, siblings):
        self.source, self.siblings = source, siblings
        self.code, self.text = source.code, source.text
        self.found = []
        self.quiet = self.messages()

    def messages(self):
        """What is no rule: thrown refusals, the functions that word them, what reads and writes texts, traps."""
        ranges = []
        for found in re.finditer(r"\bthrow\b", self.code):
            end = self.source.primary(self.source.spaces(found.end()))
            ranges.append((found.start(), end or found.end()))
        for found in re.finditer(r"-> Refusal \{|\bextension \w+: TextValue \{|\bfunc decimal\(.* \{", self.code):
            ranges.append((found.start(), self.source.partner[found.end() - 1]))
        for found in re.finditer(r"\bprecondition\w*\(", self.code):
            ranges.append((found.start(), self.source.partner[found.end() - 1]))
        return ranges

    def is_quiet(self, pos):
        return any(start <= pos < end for start, end in self.quiet)

    def new(self, kind, start, before, after):
        mutant = Mutant(self.source, kind, start, before, after)
        self.found.append(mutant)
        return mutant

    def matches(self, pattern):
        for found in re.finditer(pattern, self.code, re.M):
            head = self.code[self.code.rfind("\n", 0, found.start()) + 1:found.start()]
            if not self.is_quiet(found.start()) and not re.search(r"\bfunc\s+$|^extension\b", head):
                yield found

    def all(self):
        for rule in (self.postings, self.heads, self.keys, self.clauses, self.operands, self.comparisons, self.checks,
                     self.rows, self.signs, self.extremes, self.flags, self.chart, self.cases, self.orders,
                     self.numbers):
            rule()
        return self.found

    # Posting lines

    def postings(self):
        for found in self.matches(r"(?:\.move|\bmove|\bTransfer)\("):
            arguments = {label: (start, end) for label, start, end in self.source.arguments(found.end() - 1) if label}
            if set(arguments) == {"debit", "credit"}:
                self.swapped(*arguments["debit"], *arguments["credit"])
        for found in self.matches(r"^ *(?P<all>(?:try )?(?:[a-z][\w.]*\.)?move\()"):
            end = self.source.partner[found.end() - 1] + 1
            if self.code[end:end + 1] == "\n":
                self.dropped("line dropped", found.start("all"), end)

    def swapped(self, debit, debit_end, credit, credit_end):
        before = f"debit: {self.text[debit:debit_end]}, credit: {self.text[credit:credit_end]}"
        after = f"debit: {self.text[credit:credit_end]}, credit: {self.text[debit:debit_end]}"
        if "try " in before:
            return
        mutant = self.new("debit and credit swapped", debit, before, after)
        for start, end, other, other_end in ((debit, debit_end, credit, credit_end), (credit, credit_end, debit, debit_end)):
            mutant.edit(start, end, lambda r, s=start, e=end, o=other, oe=other_end:
                        f"(Mutant.on({mutant.number}) ? ({r(o, oe)}) : ({r(s, e)}))")

    def dropped(self, kind, start, end):
        mutant = self.new(kind, start, self.text[start:end], "nothing")
        mutant.edit(start, end, lambda r: f"if Mutant.off({mutant.number}) {{ {r(start, end)} }}")

    def heads(self):
        for found in self.matches(r"(?:\bAccount\(\s*|\.under\(|\b(?:debit|credit): )" + HEADS):
            head, start = found.group("head"), found.start("head") - 1
            other = self.siblings.get(head)
            if not other or self.code[found.end():found.end() + 1] in ("(", "."):
                continue
            mutant = self.new("head exchanged", start, f".{head}", f".{other}")
            mutant.edit(start, found.end(), lambda r, m=mutant, o=other, s=start, e=found.end():
                        f"Mutant.head({m.number}, .{o}, {r(s, e)})")

    def keys(self):
        for found in self.matches(r"\bAccount\("):
            for label, start, end in self.source.arguments(found.end() - 1):
                if label in KEY and self.code[start:end] != "nil":
                    self.new("key part dropped", start, f"{label}: {self.text[start:end]}", f"{label}: nil").wrap(
                        start, end, "without")
        for found in self.matches(r"\.with\("):
            arguments = self.source.arguments(found.end() - 1)
            if len(arguments) == 2:
                (_, name, name_end), (_, start, end) = arguments
                if self.code[start:end] != "nil":
                    label = self.text[name:name_end]
                    self.new("key part dropped", start, f"{label}, {self.text[start:end]}", f"{label}, nil").wrap(
                        start, end, "without")

    # Conditions

    def clauses(self):
        for found in self.matches(r"\bguard\b(?=\s)"):
            end = self.source.until(found.end(), r"\belse\b")
            self.clause_list(found.end(), end, "guard passed over", "passed")
        for found in self.matches(r"\bif (?!Mutant)"):
            end = self.source.until(found.end(), r"\{")
            if end is not None:
                self.clause_list(found.end(), end, "condition never met", "never")
        for found in self.matches(r"\bwhere (?=[^A-Z])"):
            head = self.code[self.code.rfind("\n", 0, found.start()) + 1:found.start()]
            if re.search(r"\b(?:extension|func|protocol|struct)\b", head):
                continue
            end = self.source.until(found.end(), r"\{|: |,|:\n")
            if end is not None:
                self.clause_list(found.end(), end, "limit to some passed over", "passed")

    def clause_list(self, start, end, kind, call):
        for first, last in self.source.parts(start, end):
            clause = self.code[first:last]
            if not clause or re.match(r"(?:let|var|case)\b|#", clause):
                continue
            if self.source.until(first, r"&&|\|\|") in range(first, last):
                continue
            what = "true" if call == "passed" else "false"
            self.new(kind, first, self.text[first:last], what).wrap(first, last, call)

    def operands(self):
        for found in self.matches(r"(?<=\s)(?P<sign>&&|\|\|)(?=\s)"):
            sign = found.group("sign")
            kind, call, what = (("part of a condition passed over", "passed", "true") if sign == "&&"
                                else ("part of a condition never met", "never", "false"))
            left = self.source.left(found.start())
            left_end = self.source.trimmed(left, found.start())
            right = self.source.spaces(found.end())
            right_end = self.source.operand(right, ARITHMETIC + COMPARING)
            for start, end in ((left, left_end), (right, right_end)):
                if end is None or any(m.kind == kind and m.start == start for m in self.found):
                    continue
                self.new(kind, start, self.text[start:end], what).wrap(start, end, call)

    def comparisons(self):
        names = {"<": ("less", "<="), "<=": ("lessOrEqual", "<"), ">": ("greater", ">="), ">=": ("greaterOrEqual", ">"),
                 "==": (None, "!="), "!=": (None, "==")}
        for found in self.matches(r"(?<=\s)(?P<sign>==|!=|<=|>=|<|>)(?=\s)"):
            sign = found.group("sign")
            start = self.source.left(found.start())
            left_end = self.source.trimmed(start, found.start())
            right = self.source.spaces(found.end())
            end = self.source.operand(right, ARITHMETIC)
            if end is None or start >= left_end:
                continue
            call, other = names[sign]
            before = self.text[start:end]
            after = f"{self.text[start:left_end]} {other} {self.text[right:end]}"
            if call is None:
                self.new("comparison turned", found.start(), before, after).wrap(start, end, "flip")
            elif self.code[start] != "(" and "try " not in self.code[right:end]:
                mutant = self.new("bound moved", found.start(), before, after)
                mutant.edit(start, end, lambda r, m=mutant, c=call, s=start, le=left_end, ri=right, e=end:
                            f"Mutant.{c}({m.number}, {r(s, le)}, {r(ri, e)})")

    def checks(self):
        for found in self.matches(rf"(?:^ *|\{{ )(?P<all>(?:_ = )?(?:try )?[a-z][\w.?]*?\b{CHECKS}\()"):
            self.checked(found.start("all"), self.source.partner[found.end() - 1] + 1)
        for found in self.matches(r"(?:^ *|\{ )(?P<all>_ = try )(?P<call>[\w.]+\()"):
            if not re.search(rf"\b{CHECKS}\($", found.group("call")):
                self.checked(found.start("all"), self.source.partner[found.end() - 1] + 1)

    def checked(self, start, end):
        if re.match(r" \}|\n", self.code[end:end + 2]) and not re.search(r"-> \S+ \{ $", self.code[:start][-30:]):
            self.dropped("check dropped", start, end)

    # Rows, amounts, flags

    def rows(self):
        for found in self.matches(r"(?:^ *|\{ )(?P<all>[a-z]\w*(?:\.\w+)*\.append\()"):
            end = self.source.partner[found.end() - 1] + 1
            if re.match(r" \}|\n", self.code[end:end + 2]):
                self.dropped("row dropped", found.start("all"), end)
        for found in self.matches(r"^ *(?P<all>(?!self\b)[a-z]\w*(?:\.\w+)+ = )"):
            end = self.statement(found.end())
            if end is not None:
                self.dropped("assignment dropped", found.start("all"), end)

    def statement(self, pos):
        """The end of an expression that ends its line, over as many lines as it has."""
        end = self.source.operand(pos, ARITHMETIC + COMPARING + ["&&", "||", "?", ":"])
        return end if end is not None and self.code[end:end + 1] == "\n" else None

    def signs(self):
        for found in self.matches(r"(?<=\s)(?P<sign>[+-]=?)(?=\s)"):
            sign = found.group("sign")
            start = self.source.spaces(found.end())
            behind = (self.source.operand(start, ARITHMETIC + ["&&"]) if sign.endswith("=") else
                      self.source.primary(start))
            before = self.code[:found.start()].rstrip()[-1:]
            if behind is None or before == '"' or '"' in self.code[start:behind] or before in "(,":
                continue
            other = {"+": "-", "-": "+", "+=": "-=", "-=": "+="}[sign]
            inner = start + 4 if self.code.startswith("try ", start) else start
            if "try " in self.code[inner:behind] and "(" != self.code[inner]:
                continue
            self.new("sign turned", found.start(), f"{sign} {self.text[start:behind]}",
                     f"{other} {self.text[start:behind]}").wrap(start, behind, "turned")
        for found in self.matches(r"(?<=[(\[ ])-(?=[a-z(])"):
            start = found.end()
            end = self.source.primary(start)
            if self.code[start - 2] == " " and re.search(r"[\w)\]] $", self.code[:start - 1]):
                if not re.search(r"\breturn $|[?:] $", self.code[:start - 1]):
                    continue
            if end:
                self.new("sign turned", start, "-" + self.text[start:end], self.text[start:end]).wrap(start, end, "turned")

    def extremes(self):
        for found in self.matches(r"(?<![.\w])(?P<name>min|max)\("):
            arguments = self.source.arguments(found.end() - 1)
            if len(arguments) != 2:
                continue
            start, end = found.start(), self.source.partner[found.end() - 1] + 1
            (_, one, one_end), (_, other, other_end) = arguments
            name = found.group("name")
            call, wrong = ("least", "max") if name == "min" else ("greatest", "min")
            mutant = self.new("least for greatest", start, self.text[start:end], wrong + self.text[start + 3:end])
            mutant.edit(start, end, lambda r, m=mutant, c=call, a=one, ae=one_end, b=other, be=other_end:
                        f"Mutant.{c}({m.number}, {r(a, ae)}, {r(b, be)})")

    def flags(self):
        for found in self.matches(r"\bPosting\("):
            for label, start, end in self.source.arguments(found.end() - 1):
                if label in ("flags", "puts"):
                    kind = "flag dropped" if label == "flags" else "row dropped"
                    self.new(kind, start, f"{label}: {self.text[start:end]}", f"{label}: []").wrap(start, end, "none")
        for found in self.matches(r"\? (?P<flag>\[\.\w+\]) : \[\]"):
            start, end = found.span("flag")
            self.new("flag dropped", start, self.text[start:end], "[]").wrap(start, end, "none")

    # The chart, and the tables of kinds

    def chart(self):
        for found in self.matches(r"(?<=: )\.(?P<side>debit|credit)\(\.(?:actual|budget|control|memorandum), (?P<limit>[\w.]+)\)"):
            start, end = found.span()
            head = re.search(r"\.(\w+): $", self.code[:start]).group(1)
            side = found.group("side")
            other = "credit" if side == "debit" else "debit"
            rest = start + 1 + len(side)
            mutant = self.new("normal side turned", start, f"{head}: {side}", f"{head}: {other}")
            mutant.edit(start, end, lambda r, m=mutant, o=other, s=start, re_=rest, e=end:
                        f"(Mutant.on({m.number}) ? .{o}{r(re_, e)} : {r(s, e)})")
            limit, limit_end = found.span("limit")
            if found.group("limit") != "nil":
                self.new("floor removed", limit, f"{head}: {self.text[limit:limit_end]}", f"{head}: nil").wrap(
                    limit, limit_end, "without")

    def cases(self):
        for found in self.matches(r"\bswitch [^{\n]+\{"):
            start, end = found.end(), self.source.partner[found.end() - 1]
            if not re.search(r"\bdefault:", self.code[start:end]):
                continue
            for case in re.finditer(r"\bcase (?P<list>(?:\.\w+(?:,\s+)?)+):(?=\s+(?:true|false|return|break)\b)", self.code[start:end]):
                for one in re.finditer(r"\.\w+", case.group("list")):
                    first = start + case.start("list") + one.start()
                    last = first + len(one.group())
                    mutant = self.new("case dropped", first, f"case {one.group()}", "default")
                    mutant.edit(first, last, lambda r, m=mutant, s=first, e=last:
                                f"{r(s, e)} where Mutant.off({m.number})")

    def orders(self):
        for found in self.matches(r"\.reversed\((?P<in>)\)"):
            start, end = found.span("in")
            mutant = self.new("order turned", found.start(), ".reversed()", "as it stands")
            mutant.edit(start, end, lambda r, m=mutant: f"unless: {m.number}")

    def numbers(self):
        if not re.search(r"/(?:Money|Calendar)/", self.source.path):
            return
        for found in self.matches(r"(?<![\w.$\"])(?P<number>\d[\d_]*)(?![\w\"])(?!\.\d)"):
            head = self.code[self.code.rfind("\n", 0, found.start()) + 1:found.start()]
            if re.match(r"\s*case\b", head) and ":" not in head:
                continue
            if re.search(r"\blet \w+ = $|\bof: *$", head):
                continue
            start, end = found.span("number")
            value = int(found.group("number").replace("_", ""))
            self.new("number moved", start, found.group("number"), str(value + 1)).wrap(start, end, "more")


def siblings(source):
    """Each head's neighbour in its set, by the chart."""
    sets = {}
    for head, name in re.findall(r"case \.(\w+): \.(?:debit|credit)\(\.(\w+),", source.code):
        sets.setdefault(name, []).append(head)
    return {head: heads[(index + 1) % len(heads)] for heads in sets.values() for index, head in enumerate(heads)}


class Rewriting:
    """A file with all its mutants in it."""

    def __init__(self, source, mutants):
        self.source = source
        edits = [(edit, order) for order, mutant in enumerate(mutants) for edit in mutant.edits]
        # The same place: a swap goes round what is exchanged in it; wider places go round narrower ones.
        rank = {"debit and credit swapped": 2, "line dropped": 3, "row dropped": 3, "check dropped": 3,
                "assignment dropped": 3}
        self.edits = sorted(edits, key=lambda e: (e[0].start, -e[0].end, -rank.get(e[0].mutant.kind, 1), e[1]))
        self.edits = [edit for edit, _ in self.edits]

    def text(self):
        return self.range(0, len(self.source.text), None)

    def range(self, start, end, within):
        """What stands from start to end with the edits in it; `within` is the edit that asks, if one does."""
        inner = [e for e in self.edits if start <= e.start and e.end <= end and e is not within
                 and not self.goes_round(e, within)]
        out, pos, index = [], start, 0
        while index < len(inner):
            edit = inner[index]
            if edit.start < pos:
                index += 1
                continue
            out.append(self.source.text[pos:edit.start])
            out.append(edit.make(lambda s, e, asking=edit: self.range(s, e, asking)))
            pos = edit.end
            index += 1
        out.append(self.source.text[pos:end])
        return "".join(out)

    def goes_round(self, edit, within):
        """Whether an edit is of the mutant that asks, or stands outside it."""
        if within is None:
            return False
        if edit.mutant is within.mutant:
            return True
        same = (edit.start, edit.end) == (within.start, within.end)
        return same and self.edits.index(edit) < self.edits.index(within)


def crossing(mutants):
    """The mutants whose edits cross one another's, the later of each two: they cannot both be written."""
    edits = sorted((e for m in mutants for e in m.edits), key=lambda e: (e.start, -e.end))
    lost, stack = set(), []
    for edit in edits:
        while stack and stack[-1].end <= edit.start:
            stack.pop()
        if stack and edit.end > stack[-1].end:
            lost.add(edit.mutant)
            continue
        stack.append(edit)
    return lost
