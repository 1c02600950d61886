"""The books that faults are tried on: small, and with every register filled."""
import pathlib

from support import OK, Files

ROOT = pathlib.Path(__file__).resolve().parents[2]

FUND = [
    "fund open VRF --title 'Violence Reduction Fund' --source own-budget --on 2019-04-03",
    "fund approve VRF --profile 2019/20=333,333.34 2020/21..2021/22=333,333.33 --on 2019-04-03",
    "round open VRF-R1 --fund VRF --title 'First round' --opens 2019-04-05 --closes 2019-05-17"
    " --profile 2019/20=333,333.34 2020/21..2021/22=333,333.33 --cap-per-year 35,000 --on 2019-04-05",
]


def organisations(count, first=1):
    return [f"organisation add C-{number} --name 'Charity {number}'"
            for number in range(first, first + count)]


def kent(bench, room):
    """The example the program itself makes: 78 entries of every common kind."""
    files = Files(room / "kent.almoner")
    bench.program.run("init", files.book, "--example", "kent", "--id", "0" * 31 + "8").must(OK)
    return files


def before_the_close(bench, room):
    """Kent's book with nothing left to clear before 2019/20 is closed."""
    files = kent(bench, room)
    lines = []
    for number in range(2, 10):
        lines += [f"return submit VRF-{number:02} --period 2019/20 --spend STAFF=35,000",
                  f"return accept VRF-{number:02} --period 2019/20"]
    lines += [
        "year accrue 2019/20",
        "round return VRF-R1 --year 2019/20 --amount 18,333.34 --reason 'Not awarded'",
        "fund reduce VRF --year 2019/20 --amount 18,333.34 --reason 'Not awarded'",
    ]
    script = room / "close.batch"
    script.write_text("".join(line + "\n" for line in lines))
    bench.program.run("batch", script, book=files.book).must(OK)
    return files
