"""Veven in a process of its own, and what the system knows about it."""

import multiprocessing
import signal
import subprocess
import time
from pathlib import Path


class Server:
    """`veven demo` on a data folder. Starting takes `start` seconds, to the line that says that it listens."""

    def __init__(self, program, data, at):
        began = time.perf_counter()
        self.process = subprocess.Popen(
            [program, "demo", "--data", data, "--listen", "127.0.0.1:0", "--at", at],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        line = self.process.stdout.readline()
        self.start = time.perf_counter() - began
        if "Veven is listening on" not in line:
            raise RuntimeError(f"{program} did not start: {line!r}")
        self.port = int(line.rsplit(":", 1)[1])

    def cpu(self):
        """CPU seconds of user and system until now, by the process's own clock: the ticks of /proc are too coarse."""
        return time.clock_gettime((~self.process.pid << 3) | 2)

    def megabytes(self):
        """Resident memory."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
        return int(line.split()[1]) / 1024

    def stop(self):
        """As an operator stops it: what stands in the log is put into the file."""
        self.process.send_signal(signal.SIGTERM)
        if self.process.wait(timeout=60) != 0:
            raise RuntimeError("veven did not stop well")


def make(program, data, families, at):
    """A demo municipality of so many families, unless it is there. Answers how many seconds it took, or 0."""
    if (Path(data) / "veven.db").exists():
        return 0.0
    began = time.perf_counter()
    subprocess.run(
        [program, "demo", "--data", data, "--families", str(families), "--at", at, "--only-make"],
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    return time.perf_counter() - began


# So many people ask at the same time, each waiting for an answer before asking again. A server that sleeps between
# two requests would be charged for being woken, which says more of the machine than of the program.
CLIENTS = 8


def drive(server, requests, person):
    """Lets people ask `requests` times between them; `person(k)` makes the k-th one, as a function of a number.
    Answers CPU seconds of the server for 1,000 requests, and the median of the time that one waited, in
    milliseconds."""
    fork = multiprocessing.get_context("fork")
    ready, go, share = fork.Barrier(CLIENTS + 1), fork.Barrier(CLIENTS + 1), max(1, requests // CLIENTS)
    waits = fork.Queue()

    def live(k):
        one, mine = person(k), []
        one(0)
        ready.wait()
        go.wait()
        for number in range(1, share + 1):
            began = time.perf_counter()
            one(number)
            mine.append(time.perf_counter() - began)
        waits.put(mine)

    people = [fork.Process(target=live, args=(k,), daemon=True) for k in range(CLIENTS)]
    for it in people:
        it.start()
    ready.wait(timeout=60)
    before = server.cpu()
    go.wait()
    all_waits = sorted(wait for _ in people for wait in waits.get(timeout=300))
    spent = server.cpu() - before
    for it in people:
        it.join()
    return spent * 1000 / len(all_waits), all_waits[len(all_waits) // 2] * 1000
