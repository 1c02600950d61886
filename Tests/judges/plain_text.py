"""How the exports for ledger, hledger and beancount are written, a second time: the names of accounts, the lines
of a transaction, and the chain of hashes that ledger 3.4 checks. Shares no code with the program."""
import hashlib
import re

ASSETS = "bank grantDebtors accruedGrantIncome paymentsOnAccount clawbackDebtors".split()
LIABILITIES = "receiptsInAdvance repayableToFunder heldAsAgent awardCreditors accruedExpenditure".split()
INCOME = "grantIncome partnerContributions".split()
ACTUAL = {**dict.fromkeys(ASSETS, "Assets"), **dict.fromkeys(LIABILITIES, "Liabilities"),
          **dict.fromkeys(INCOME, "Income"), "awardExpenditure": "Expenses", "generalFund": "Equity",
          "earmarkedReserve": "Equity"}
BUDGET = """fundingApproved overProgrammingAuthorised broughtForward unallocated roundAvailable budgetPrepared reserved
    committed charged carriedForward""".split()
MEMORANDUM = re.compile(r"bids|spendReported|returns|spendDisallowed|match")
PARTS = """fund round award bid grant claim organisation category instalment mark period prepared
    accountingYear year""".split()
MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


def account_name(canonical):
    """`capSet{bid=B1,round=R.1}` is `Equity:Control:CapSet:Round-Rdot1:Bid-B1:Whole`."""
    head, _, rest = canonical.partition("{")
    key = dict(part.split("=", 1) for part in rest.rstrip("}").split(",")) if rest else {}
    if set(key) - set(PARTS):
        raise ValueError(f"{canonical} has a part that is not known")
    title = head[0].upper() + head[1:]
    if head in ACTUAL:
        name = f"{ACTUAL[head]}:{title}"
    elif head in BUDGET:
        name = f"Equity:Budget:{title}"
    else:
        name = f"Equity:{'Memorandum' if MEMORANDUM.match(head) else 'Control'}:{title}"
    for part in PARTS:
        if part in key:
            label = "Accounted" if part == "accountingYear" else part[0].upper() + part[1:]
            name += f":{label}-{key[part].replace('.', 'dot').replace('/', '-')}"
    return name + (":Whole" if key and "year" not in key else "")


HEADER = re.compile(r"(\d{4}-\d\d-\d\d) \* (?:\((\d+)\) )?(.*)")
POSTING = re.compile(r"    ([A-Z]\S*)  (-?\d+\.\d\d GBP)(?: = (-?\d+\.\d\d GBP))?$")


def ledger_transactions(text):
    """Date, number, payee, tags and postings of each transaction, in the order of the file."""
    found, current = [], None
    for line in text.split("\n"):
        header = HEADER.match(line)
        if header:
            current = (header[1], int(header[2]) if header[2] else None, header[3], {}, [])
            found.append(current)
        elif line.startswith("    ; ") and current:
            name, _, value = line[6:].partition(": ")
            current[3][name.lower()] = value
        elif line.startswith("    ") and current:
            posting = POSTING.match(line)
            if not posting:
                raise ValueError(f"not a posting: {line!r}")
            current[4].append(posting.groups())
        elif not line:
            current = None
    return found


def ledger_hash(before, date, code, payee, postings):
    """As ledger 3.4 has it: the hash before, date, no second date, code, payee, the postings in order."""
    year, month, day = date.split("-")
    parts = sorted(name + (amount or "") + "----" for name, amount in postings)
    text = f"{before}{year}-{MONTHS[int(month) - 1]}-{day}--" + (f" {code}" if code else "--") + payee + "".join(parts)
    return hashlib.sha512(text.encode("utf-8")).hexdigest()


# The hashes that ledger's own test of --hashes=sha512 has for three transactions of its making.
VECTORS = [("2008-01-01", "January", "$10.00", "c0f3322857def0d32bd2c9398e0785aa"),
           ("2008-01-31", "End of January", "$10.00", "0b28fde8242881a4e7311a57d46c972d"),
           ("2008-02-01", "February", "$20.00", "f8b26ea0259aafe4c8ab280348b29548")]


def hash_faults(transactions, fault):
    """How many hashes there are, each of them right; else raises the fault."""
    last = ""
    for date, payee, amount, expected in VECTORS:
        last = ledger_hash(last, date, None, payee, [("Expenses:Books", amount), ("Assets:Cash", None)])
        if not last.startswith(expected):
            raise fault("the hash of ledger's own example comes out otherwise")
    last = ""
    for date, number, payee, tags, postings in transactions:
        last = ledger_hash(last, date, number, payee, [posting[:2] for posting in postings])
        if tags.get("hash") != last:
            raise fault(f"ledger, entry {number}: the hash is {tags.get('hash')}, not {last}")
    return len(transactions)
