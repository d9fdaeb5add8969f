#!/usr/bin/env python3
"""Veven and OpenFisca in turn, ten times, on the same rules and households: how many times less CPU columns take.

    python3 bench/rights/pairs.py BENCH FOLDER [PAIRS]     (needs: pip install openfisca-core)

BENCH is the program that `cargo bench -p rights --no-run` names. One after the other, so that both meet the same
machine; a pair's ratio is told, and at last the least, the middle and the most.
"""

import pathlib
import re
import statistics
import subprocess
import sys

bench, folder = sys.argv[1], sys.argv[2]
pairs = int(sys.argv[3]) if len(sys.argv) > 3 else 10
openfisca = [sys.executable, str(pathlib.Path(__file__).parent / "openfisca.py"), folder]


def told(command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


# The first of each writes what the other reads: the households, and which rules have an array form.
told([bench, "--bench", folder])
told(openfisca)
ratios = []
for pair in range(1, pairs + 1):
    told([bench, "--bench", folder])
    text = told(openfisca)
    if "all the same" not in text:
        sys.exit(f"the answers differ: {text}")
    theirs, ours, ratio = re.search(r"OpenFisca (\d+) ms, Veven ([\d.]+) ms: ([\d.]+) times", text).groups()
    ratios.append(float(ratio))
    print(f"pair {pair}: OpenFisca {theirs} ms, Veven {ours} ms: {ratio} times less", flush=True)
print(f"least {min(ratios)}, middle {statistics.median(ratios)}, most {max(ratios)}")
