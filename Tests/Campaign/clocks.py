"""Promise 8: whatever the clock says, entries stand in the order of their numbers, and a clock behind is in the record.

faketime sets the process's clock back an hour, a day, a year, and ahead to 2038 and 2100; `ALMONER_CLOCK` is not set.
"""
import json
import shutil

from support import OK, NotRun, counterfoils, must_export, must_hold, must_verify, need

CLOCKS = ["-1h", "-1d", "-1y", "@2038-01-19 03:14:06", "@2038-01-20 00:00:00", "-1h", "@2100-02-28 23:59:59",
          "@2100-03-01 00:00:00", "-1d", "+0"]


def clocks(bench, row):
    if not shutil.which("faketime"):
        raise NotRun("faketime is not installed")
    room = bench.room(row.name)
    files, acknowledged, last = bench.begun(room), {}, ""
    for run in range(row.wanted):
        with row.case(run, room) as detail:
            clock = CLOCKS[run % len(CLOCKS)]
            act = ["organisation", "add", f"T-{run}", "--name", f"Time {run}", "--format", "json"]
            detail.update(clock=clock, arguments=act)
            ended = bench.program.run(*act, book=files.book, wrap=["env", "-u", "ALMONER_CLOCK", "faketime", "-f", clock]).must(OK)
            row.took(ended.seconds)
            acknowledged.update(counterfoils(ended.out))
            record = json.loads(must_hold(files, acknowledged)[-1][1])
            need(record["number"] == max(acknowledged), "wrong", "the newest entry does not come last")
            behind = record["recordedAt"] < last
            need(behind == ("clock-behind" in record["flags"]), "undetected", f"{record['recordedAt']} after {last}")
            last = record["recordedAt"]
            must_verify(bench.program, files)
            must_export(bench.program, files, acknowledged)


ROWS = [(8, "clocks", clocks, 10, 10)]
