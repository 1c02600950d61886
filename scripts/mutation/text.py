"""Swift source as text: what is code and what is not, and where an expression begins and ends.

Enough of the language for the house's formatted sources, and no more: whoever uses it builds the outcome, so that what is
misread here fails to compile there.
"""

import re

OPENING, CLOSING = "([{", ")]}"
# Operators that may stand between the operands of one side of a comparison.
ARITHMETIC = ["??", "...", "..<", "+", "-", "*", "/", "%"]
COMPARING = ["==", "!=", "<=", ">=", "<", ">"]


def masked(text):
    """The same text, letter for letter, with comments and what stands in string literals blanked."""
    out = list(text)

    def blank(start, end):
        for index in range(start, end):
            if out[index] != "\n":
                out[index] = " "

    def string(pos):
        """From an opening quote to behind the closing one."""
        triple = text.startswith('"""', pos)
        quote = '"""' if triple else '"'
        start = pos + len(quote)
        pos = start
        while not text.startswith(quote, pos):
            if text.startswith("\\(", pos):
                depth, pos = 1, pos + 2
                while depth:
                    if text[pos] == '"':
                        pos = string(pos)
                        continue
                    depth += {"(": 1, ")": -1}.get(text[pos], 0)
                    pos += 1
            else:
                pos += 2 if text[pos] == "\\" else 1
        for index in range(start, pos):
            if out[index] != "\n":
                out[index] = "_"
        return pos + len(quote)

    pos = 0
    while pos < len(text):
        if text.startswith("//", pos):
            end = text.find("\n", pos)
            end = len(text) if end < 0 else end
            blank(pos, end)
            pos = end
        elif text.startswith("/*", pos):
            end = text.index("*/", pos) + 2
            blank(pos, end)
            pos = end
        elif text[pos] == '"':
            pos = string(pos)
        else:
            pos += 1
    return "".join(out)


class Source:
    """A file, and how to find one's way in it."""

    def __init__(self, path, text):
        self.path, self.text, self.code = path, text, masked(text)
        self.partner = {}
        stack = []
        for index, letter in enumerate(self.code):
            if letter in OPENING:
                stack.append(index)
            elif letter in CLOSING:
                other = stack.pop()
                self.partner[other], self.partner[index] = index, other

    def line(self, pos):
        return self.text.count("\n", 0, pos) + 1

    def spaces(self, pos):
        """The first place from here on that is not white."""
        while pos < len(self.code) and self.code[pos].isspace():
            pos += 1
        return pos

    def function(self, pos):
        """The function, initialiser or property that a place stands in, by name."""
        best = ""
        for found in re.finditer(r"\b(?:func (\S+?)(?:<.*?>)?\s?\(|(init)[?(<]|var (\w+): [^=\n]*\{)", self.code):
            opened = self.body(found)
            if opened is None:
                continue
            if opened < pos < self.partner[opened]:
                best = next(name for name in found.groups() if name)
            if found.start() > pos:
                break
        return best

    def body(self, found):
        """Where the braces of a declaration open; none where it has no body."""
        if found.group().endswith("{"):
            return found.end() - 1
        start = self.code.index("(", found.end() - 1)
        pos = self.partner[start] + 1
        end = re.compile(r"[{]|\n\s*\n|\n\s*(?:///|func|var|static|init)").search(self.code, pos)
        return end.start() if end and end.group() == "{" else None

    def primary(self, pos):
        """Behind one operand that begins here: a name, literal or bracket with its calls and members."""
        code = self.code
        pos = re.compile(r"(?:try )?[!-]?").match(code, pos).end()
        if code[pos] in OPENING:
            pos = self.partner[pos] + 1
        elif code[pos] == '"':
            pos = code.index('"', pos + 1) + 1
        else:
            found = re.compile(r"\\?\.?[\w$]+|\\\.").match(code, pos)
            if not found:
                return None
            pos = found.end()
        while pos < len(code):
            found = re.compile(r"[?!]?(?:\n?\s*\.\w+)|[?!](?=[(\[])").match(code, pos)
            if found and not re.match(r"\s*\.\.", found.group()):
                pos = found.end()
            elif code[pos] in "([":
                pos = self.partner[pos] + 1
            elif code.startswith(" {", pos) and self.is_closure(pos + 1):
                pos = self.partner[pos + 1] + 1
            else:
                break
        return pos

    def is_closure(self, brace):
        """Whether a brace opens a closure and not the body of a statement."""
        start = self.code.rfind("\n", 0, brace) + 1
        head = self.code[start:brace]
        words = re.findall(r"\b(?:if|guard|for|while|where|switch|else|func|init|var)\b", head)
        return not words

    def operand(self, pos, operators):
        """Behind an expression of operands joined by these operators that begins here."""
        end = self.primary(pos)
        while end is not None:
            after = self.spaces(end)
            operator = next((one for one in operators if self.code.startswith(one + " ", after)), None)
            if operator is None or after == end:
                return end
            end = self.primary(self.spaces(after + len(operator)))
        return None

    STOPS = re.compile(
        r"(?:&&|\|\||\s[=?:]|[+\-*/]=|->|\breturn|\bguard|\bif|\bwhere|\bwhile|\bin|\belse|\bthrow|:|,|\?\?\?)\s$")

    def left(self, pos):
        """The beginning of the expression that ends before an operator here."""
        code = self.code
        start = pos
        while start > 0:
            letter = code[start - 1]
            if letter in CLOSING:
                start = self.partner[start - 1]
                continue
            if letter in OPENING:
                break
            if letter == "\n":
                rest = code[start:pos].lstrip()
                if rest and not re.match(r"(?:\.|[+\-*/%] |\?\? )", rest):
                    break
            if self.STOPS.search(code[max(0, start - 8):start]):
                break
            start -= 1
        start = self.spaces(start)
        if code.startswith("try ", start):
            start += 4
        return start

    def arguments(self, opening):
        """The arguments of a call: label, beginning and end of each value."""
        end = self.partner[opening]
        pos, found = opening + 1, []
        while self.spaces(pos) < end:
            pos = self.spaces(pos)
            label = re.compile(r"(\w+):\s+").match(self.code, pos)
            start = label.end() if label else pos
            stop = start
            while stop < end and self.code[stop] != ",":
                stop = self.partner[stop] + 1 if self.code[stop] in OPENING else stop + 1
            found.append((label.group(1) if label else None, start, self.trimmed(start, stop)))
            pos = stop + 1
        return found

    def trimmed(self, start, end):
        while end > start and self.code[end - 1].isspace():
            end -= 1
        return end

    def until(self, pos, pattern):
        """The first place from here on, outside brackets, where a pattern stands."""
        found = re.compile(pattern)
        while pos < len(self.code):
            if found.match(self.code, pos):
                return pos
            if self.code[pos] in CLOSING:
                return None
            pos = self.partner[pos] + 1 if self.code[pos] in OPENING else pos + 1
        return None

    def parts(self, start, end):
        """What stands between the commas, outside brackets."""
        found, pos = [], start
        while pos <= end:
            stop = self.until(pos, ",")
            stop = end if stop is None or stop > end else stop
            first = self.spaces(pos)
            found.append((first, self.trimmed(first, stop)))
            pos = stop + 1
        return found
