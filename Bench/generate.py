#!/usr/bin/env python3
"""Writes the commands of a seeded book, for `almoner batch --historic`, to standard output.

    generate.py ENTRIES [SEED]

So many entries, with the one of `init`, over the four financial years from 2019/20, in the proportions of the Kent
case: funds with two rounds each, awards of three years, two of eleven bids declined; two awards in three report and
are paid quarterly, one yearly in two parts. Every other fund comes from a grant in arrears, claimed each quarter and
received. Dates ascend. No year is closed. The same size and seed always give the same commands, one at a time.
"""
import itertools
import random
import sys

CLOCK = "2023-06-01T18:00:00Z"      # by which all of it is past
FIRST = "2019-04-01"
YEARS = range(2019, 2023)
LENGTH = 3                          # years of an award
AROUND = 80                         # awards of a fund, about
FEWEST = 400                        # entries of the smallest book that holds a whole life of everything


class Project:
    """An award to be, with all that is random about it."""

    def __init__(self, number, funds, seed):
        chance = random.Random(f"{seed} {number}")
        self.code = f"P{number:06}"
        self.fund, self.round = number % funds, number // funds % 2
        self.first = YEARS[self.round]
        self.quarterly, self.refused_bid = quarterly(number, funds), refused_bid(number)
        self.amount = chance.randrange(8_000, 35_001, 400)      # pounds, each year
        self.area = chance.randrange(1, 5)
        self.staff = [chance.randrange(5_000, 8_000) for _ in range(4 * LENGTH)]    # of 10,000, by quarter

    def runs(self, year):
        return self.first <= year < self.first + LENGTH

    def spend(self, year, quarter=1):
        """Pence under STAFF and ACTIVITY: all of the amount but one part in twenty-five."""
        whole = self.amount * (24 if self.quarterly else 96)
        staff = whole * self.staff[(year - self.first) * 4 + quarter - 1] // 10_000
        return staff, whole - staff


def quarterly(number, funds):
    """Two of three in each round, the first among them."""
    return number // (2 * funds) % 3 != 2


def refused_bid(number):
    return number % 11 in (4, 9)


def label(year):
    return f"{year}/{(year + 1) % 100:02}"


def pounds(pence):
    return f"{pence // 100}.{pence % 100:02}"


class Plan:
    """What is done with so many projects, in order."""

    def __init__(self, projects, seed):
        self.funds = max(2, projects // AROUND)
        self.projects = [Project(number, self.funds, seed) for number in range(projects)]
        self.of_fund = [self.projects[fund::self.funds] for fund in range(self.funds)]

    @staticmethod
    def count(projects):
        """How many entries so many projects come to, with the first of the book."""
        funds = max(2, projects // AROUND)
        granted = (funds + 1) // 2
        whole = sum(4 + LENGTH * (13 if quarterly(number, funds) else 6) + 2 * refused_bid(number)
                    for number in range(projects))
        return 8 + funds * 4 + granted * 8 * len(YEARS) + whole

    def commands(self):
        """Every command with its day; the days ascend."""
        days = [(FIRST, self.beginning)]
        for year in YEARS:
            after = year + 1
            if year < YEARS.start + 2:
                days += [(f"{year}-04-18", self.bids(year)), (f"{year}-05-10", self.decisions(year)),
                         (f"{year}-05-20", self.agreements(year))]
            days += [(f"{year}-05-24", self.schedules(year)), (f"{after}-03-20", self.reports(year)),
                     (f"{after}-03-27", self.acceptances(year)), (f"{after}-04-15", self.payments(year, 2, False))]
            for quarter, (paid, month) in enumerate(
                    [(f"{year}-06-01", f"{year}-07"), (f"{year}-07-01", f"{year}-10"),
                     (f"{year}-10-01", f"{after}-01"), (f"{after}-01-02", f"{after}-04")], start=1):
                days += [(paid, self.payments(year, quarter, True)),
                         (f"{month}-10", self.reports(year, quarter)),
                         (f"{month}-20", self.acceptances(year, quarter)),
                         (f"{month}-28", self.claims(year, quarter)),
                         (f"{month}-30", self.receipts(year, quarter))]
                if quarter == 1:
                    days.append((paid, self.payments(year, 1, False)))
        for day, work in sorted(days, key=lambda pair: pair[0]):
            for command in work():
                yield f"{command} --on {day}"

    def beginning(self):
        yield "organisation add FUNDER --name 'Illustrative funder' --kind government"
        yield "category add STAFF --name 'Project staff'"
        yield "category add ACTIVITY --name 'Activities and venues'"
        for area in range(1, 5):
            yield f"area add AREA-{area} --name 'Illustrative area {area}'"
        for fund, projects in enumerate(self.of_fund):
            source = "own-budget" if fund % 2 else "home-office"
            yield f"fund open F{fund} --title 'Illustrative fund {fund}' --source {source}"
            profile = self.profile(projects, spare=100_000)
            if fund % 2:
                yield f"fund approve F{fund} --profile {profile}"
            else:
                yield (f"grant agree G{fund} --funder FUNDER --fund F{fund} --title 'Illustrative grant {fund}'"
                       f" --basis arrears --profile {profile}")
            for number in range(2):
                year = YEARS[number]
                profile = self.profile([project for project in projects if project.round == number])
                yield (f"round open R{fund}-{number} --fund F{fund} --title 'Round {number + 1} of fund {fund}'"
                       f" --opens {year}-04-05 --closes {year}-05-08 --profile {profile} --cap-per-year 35000")

    @staticmethod
    def profile(projects, spare=0):
        sums = {year: spare + sum(project.amount for project in projects if project.runs(year)) for year in YEARS}
        return " ".join(f"{label(year)}={amount}" for year, amount in sums.items() if amount)

    def new(self, year):
        return (project for project in self.projects if project.first == year)

    def bids(self, year):
        def work():
            years = f"{label(year)}..{label(year + LENGTH - 1)}"
            for project in self.new(year):
                code, place = project.code, f"R{project.fund}-{project.round}"
                yield f"organisation add O-{code} --name 'Illustrative project {code[1:]}' --kind charity"
                for bid in ["B", "X"][:1 + project.refused_bid]:
                    yield (f"bid log {code}-{bid} --round {place} --applicant O-{code}"
                           f" --title 'Violence reduction, project {code[1:]}' --profile {years}={project.amount}"
                           f" --area AREA-{project.area} --received {year}-04-18")
        return work

    def decisions(self, year):
        def work():
            for project in self.new(year):
                code = project.code
                yield (f"award make {code} --bid {code}-B --total {project.amount * LENGTH}"
                       f" --decision 'Decision notice {year}' --purpose 'Violence reduction'"
                       f" --reasons 'Among the highest scores of the panel'"
                       f" --conditions 'Paid provided monitoring evidences effective use'"
                       f" --starts {year}-06-01 --ends {year + LENGTH}-03-31")
                if project.refused_bid:
                    yield f"bid decide {code}-X --decline --reason 'Asked twice' --decision 'Decision notice {year}'"
        return work

    def agreements(self, year):
        def work():
            for project in self.new(year):
                often = "quarterly" if project.quarterly else "yearly"
                yield f"award sign {project.code} --agreement 'Grant agreement {project.code}' --returns {often}"
        return work

    def running(self, year, by_quarter):
        return (project for project in self.projects if project.runs(year) and project.quarterly == by_quarter)

    def schedules(self, year):
        def work():
            for project in self.projects:
                if not project.runs(year):
                    continue
                words = f"instalment schedule {project.code} --year {label(year)}"
                if project.quarterly:
                    yield f"{words} --quarterly --after-return none"
                else:
                    yield f"{words} --amount {project.amount // 4} --due {year}-07-01 --after-return none"
                    yield (f"{words} --amount {project.amount - project.amount // 4} --due {year + 1}-03-31"
                           f" --after-return {label(year)}")
        return work

    def payments(self, year, part, by_quarter):
        def work():
            each = 4 if by_quarter else 2
            for project in self.running(year, by_quarter):
                number = (year - project.first) * each + part
                yield f"payment make {project.code} --instalment {number} --reference 'BACS {label(year)} {part}'"
        return work

    def reports(self, year, quarter=None):
        def work():
            for project in self.running(year, bool(quarter)):
                staff, activity = project.spend(year, quarter or 1)
                yield (f"return submit {project.code} --period {label(year)}{f'-Q{quarter}' if quarter else ''}"
                       f" --spend STAFF={pounds(staff)} ACTIVITY={pounds(activity)}"
                       f" --delivered 'young people reached={staff % 140 + 1}'")
        return work

    def acceptances(self, year, quarter=None):
        def work():
            for project in self.running(year, bool(quarter)):
                yield f"return accept {project.code} --period {label(year)}{f'-Q{quarter}' if quarter else ''}"
        return work

    def claimed(self, fund, year, quarter):
        """Pence of a grant's claim: its returns of the quarter, and in the last those of the year."""
        return sum(sum(project.spend(year, quarter if project.quarterly else 1)) for project in self.of_fund[fund]
                   if project.runs(year) and (project.quarterly or quarter == 4))

    def claims(self, year, quarter):
        def work():
            for fund in range(0, self.funds, 2):
                yield f"claim make C{fund}-{year}-{quarter} --grant G{fund} --year {label(year)} --to Q{quarter}"
        return work

    def receipts(self, year, quarter):
        def work():
            for fund in range(0, self.funds, 2):
                amount = pounds(self.claimed(fund, year, quarter))
                yield f"claim receive C{fund}-{year}-{quarter} --amount {amount} --reference 'Remittance {year}'"
        return work


def costs():
    """Small costs of the office, for as many entries as the projects leave over."""
    for number in itertools.count(1):
        yield (f"cost record F1 --year {label(YEARS[-1])} --category ACTIVITY --amount 7.{number % 100:02}"
               f" --supplier 'Illustrative supplier {number}' --on {CLOCK[:10]}")


def projects_for(entries):
    """The most projects that fit into so many entries."""
    low, high = 0, entries
    while low + 1 < high:
        middle = (low + high) // 2
        low, high = (middle, high) if Plan.count(middle) <= entries else (low, middle)
    return low


def commands(entries, seed=1):
    """The commands after `init` of a book of so many entries."""
    if entries < FEWEST:
        raise ValueError(f"a book of fewer than {FEWEST} entries does not hold all there is")
    plan = Plan(projects_for(entries), seed)
    return itertools.islice(itertools.chain(plan.commands(), costs()), entries - 1)


def main():
    for command in commands(int(sys.argv[1]), *map(int, sys.argv[2:3])):
        print(command)


if __name__ == "__main__":
    main()
