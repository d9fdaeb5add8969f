#!/usr/bin/env python3
"""What Veven costs on this machine: CPU for each kind of request, at several sizes of municipality, as seconds
for 1,000 requests and as a ratio to the barest route of the same program; bytes on disk, start, memory.

Prints a table, and writes it into docs/performance.md between its marks.
"""

import argparse
import os
import platform
import re
import secrets
import shutil
import statistics
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from client import Browser, addresses, form
from server import CLIENTS, Server, drive, make

DOCUMENT = Path(__file__).resolve().parent.parent / "docs" / "performance.md"
BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"
AT = "2026-11-19T09:00:00+01:00"
ID = "[0-9a-z]{12}"

# What a release must keep (CPU seconds for 1,000 requests), and the growth from the first size to the second.
TARGETS = {"plan": 0.30, "denied": 0.12, "update": 0.35, "workbench": 0.35}
GROWTH, START, IDLE = 1.15, 0.3, 40
# Each kind is measured so many times; what is told is the median.
ROUNDS = 5
NAMES = {
    "hello": "barest route (`/healthz`)",
    "plan": "plan page, helper with consent",
    "denied": "the same page, refused (404, journalled)",
    "update": "one action updated, with journal",
    "workbench": "workbench, coordinator with 40 families",
    "home": "the family's own page",
}


def refused(browser, path):
    """What may not be known to exist is not found."""
    status = browser.ask("GET", path)[0]
    if status != 404:
        raise LookupError(f"{path} answers {status}, and should not be found")


def writer_of(browser, plans):
    """Writes actions of several families in turn, each time on the version that it wrote before."""
    forms = []
    for path in plans:
        for action in addresses(browser.page(path), rf"{path}/tiltak/{ID}")[:4]:
            target = action.replace("/tiltak/", "/endre/")
            forms.append((target, form(browser.page(target), target)))

    def write(number):
        target, fields = forms[number % len(forms)]
        # A page's keys begin with the time, in milliseconds.
        key = f"{time.time_ns() // 1_000_000:012x}{secrets.token_hex(10)}"
        fields.update(nokkel=key, tekst=f"Ringe skolen, {number}. gang")
        if browser.send(target, fields) != 303:
            raise LookupError(f"{target} was not written")
        fields["versjon"] = str(int(fields["versjon"]) + 1)

    return write


class Town:
    """A municipality of one size, at work: what is known of it, and who asks for what."""

    def __init__(self, program, families, folder):
        data = str(Path(folder) / str(families))
        self.found = {"families": families, "made": make(program, data, families, AT)}
        self.found["disk"] = (Path(data) / "veven.db").stat().st_size / families
        self.found["start"] = statistics.median(started(program, data) for _ in range(5))
        self.server = Server(program, data, AT)
        time.sleep(1)
        self.found["idle"] = self.server.megabytes()
        self.kinds = self.people()
        self.spent = {kind: [] for kind in self.kinds}

    def people(self):
        """For each kind of request, how the k-th person makes it."""
        port = self.server.port
        coordinator = Browser(port).become("last")
        theirs = addresses(coordinator.page("/arbeid/familier"), rf"/arbeid/familie/{ID}")
        plans = [f"{path}/plan" for path in theirs]

        helper = Browser(port).become("marit")
        seen = addresses(helper.page("/svar"), rf"/svar/familie/{ID}/plan")
        closed = [f"/svar/familie/{path.rsplit('/', 1)[1]}/plan" for path in theirs]
        closed = [path for path in closed if path not in seen]
        mother = Browser(port).become("rania")

        def again(browser):
            """The same person with the same session, on a line of its own."""
            return Browser(port, browser.cookies)

        def reads(browser, paths, how=Browser.page):
            def person(k):
                mine = again(browser)
                return lambda n: how(mine, paths[(k + n) % len(paths)])

            return person

        return {
            "hello": reads(helper, ["/healthz"]),
            "plan": reads(helper, seen),
            "denied": reads(helper, closed, refused),
            "update": lambda k: writer_of(again(coordinator), plans[k::CLIENTS]),
            "workbench": reads(coordinator, ["/arbeid"]),
            "home": reads(mother, ["/min"]),
        }

    def ask(self, kind, requests):
        """Lets people ask; what it cost is remembered."""
        self.spent[kind].append(drive(self.server, requests, self.kinds[kind]))

    def end(self):
        """Stops it; answers everything that was found."""
        for kind, spent in self.spent.items():
            self.found[kind] = tuple(statistics.median(figures) for figures in zip(*spent[1:]))
        self.found["busy"] = self.server.megabytes()
        self.server.stop()
        return self.found


def measured(program, sizes, requests, folder):
    """Everything about each size. The kinds take turns, and so do the sizes within them, several times: a machine
    that others share is slower in one minute than in the next. The first round warms up and is not counted."""
    towns = [Town(program, families, folder) for families in sizes]
    for number in range(ROUNDS + 1):
        for kind in NAMES:
            for town in towns:
                town.ask(kind, max(CLIENTS, requests // ROUNDS) if number else 10 * CLIENTS)
    return [town.end() for town in towns]


def started(program, data):
    server = Server(program, data, AT)
    server.stop()
    return server.start


def table(sizes):
    """The figures in Markdown."""
    head = [f"CPU seconds for 1,000 requests, {CLIENTS} people at a time"] + [f"{it['families']:,} families" for it in sizes]
    rows = [head, ["---"] + ["--:"] * len(sizes)]
    for kind, name in NAMES.items():
        row = [name]
        for it in sizes:
            cpu, wait = it[kind]
            ratio = "" if kind == "hello" else f" ({cpu / it['hello'][0]:.1f} ×)"
            row.append(f"{cpu:.3f}{ratio}, {wait:.2f} ms")
        rows.append(row)
    for name, key, unit in [
        ("start on an existing database", "start", "s"),
        ("memory after start", "idle", "MB"),
        ("memory after all of this", "busy", "MB"),
        ("on disk for each family", "disk", "kB"),
        ("made in", "made", "s"),
    ]:
        scale = 1000 if unit == "kB" else 1
        rows.append([name] + [f"{it[key] / scale:.2f} {unit}" for it in sizes])
    return "\n".join("| " + " | ".join(row) + " |" for row in rows)


def missed(sizes):
    """Targets that were not met."""
    said = []
    for kind, most in TARGETS.items():
        for it in sizes:
            if it[kind][0] > most:
                said.append(f"{NAMES[kind]}: {it[kind][0]:.3f}, at most {most:.2f}")
        if len(sizes) > 1 and sizes[1][kind][0] > GROWTH * sizes[0][kind][0]:
            said.append(f"{NAMES[kind]}: grows {sizes[1][kind][0] / sizes[0][kind][0]:.2f} ×")
    for it in sizes:
        if it["start"] > START:
            said.append(f"start takes {it['start']:.2f} s, at most {START} s")
        if it["idle"] > IDLE:
            said.append(f"memory after start {it['idle']:.0f} MB, at most {IDLE} MB")
    return said


def machine():
    cpu = re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text())
    name = cpu.group(1) if cpu else platform.machine()
    return f"{os.cpu_count()} × {name}, {platform.system()} {platform.release()}"


def write(text):
    before = DOCUMENT.read_text()
    pattern = re.compile(re.escape(BEGIN) + ".*?" + re.escape(END), re.S)
    DOCUMENT.write_text(pattern.sub(lambda _: f"{BEGIN}\n{text}\n{END}", before))


def main():
    ask = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ask.add_argument("program", help="the veven to measure, built for release")
    ask.add_argument("--families", type=int, nargs="+", default=[1000, 10000])
    ask.add_argument("--requests", type=int, default=4000, help="of each kind, in all rounds together")
    ask.add_argument("--folder", help="where the municipalities are made and kept; else they go away")
    ask.add_argument("--no-write", action="store_true", help="leave docs/performance.md as it is")
    asked = ask.parse_args()
    folder = asked.folder or tempfile.mkdtemp(prefix="veven-bench-")
    try:
        sizes = measured(asked.program, asked.families, asked.requests, folder)
    finally:
        if not asked.folder:
            shutil.rmtree(folder, ignore_errors=True)
    short = [f"- {line}" for line in missed(sizes)]
    text = f"Measured {date.today()} on {machine()}.\n\n{table(sizes)}\n\n"
    text += "\n".join(["Targets that were missed in this run:", "", *short] if short else ["All targets were met."])
    print(text)
    if not asked.no_write:
        write(text)
    return 1 if short else 0


if __name__ == "__main__":
    sys.exit(main())
