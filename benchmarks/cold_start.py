"""How long a command takes from a cold start, against the bare imports it is measured by, turn by turn in the same run.

Each run is a new process that finds its byte code written, as on any machine where the program ran before (whatever PYTHONDONTWRITEBYTECODE
says here); the byte code lies in a folder of its own, for the time of this run.

usage: python benchmarks/cold_start.py [PLAN] [--runs 15]     PLAN: a plan as text (default: a sample plan that ships with the program)
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SAMPLE = Path(__file__).parent.parent / "fengong" / "samples" / "mixed.txt"


def seconds(arguments: list[str], cache: str) -> float:
    """Wall time of one new process of this Python."""
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": cache}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    start = time.perf_counter()
    done = subprocess.run([sys.executable, *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False, env=environment)
    took = time.perf_counter() - start
    if done.returncode not in (0, 1):  # 1: the audit found something
        raise SystemExit(f"{' '.join(arguments)} ended with {done.returncode}: {done.stderr.decode('utf-8', 'replace')}")
    return took


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("plan", nargs="?", default=str(SAMPLE))
    parser.add_argument("--runs", type=int, default=15)
    a = parser.parse_args()
    fengong = ["-c", "import sys; from fengong.cli import main; main(sys.argv[1:])"]
    pairs = [
        ("fengong --help", [*fengong, "--help"], "import click, rich", ["-c", "import click, rich"], 1.0),
        ("fengong audit PLAN", [*fengong, "audit", a.plan], "import networkx, click", ["-c", "import networkx, click"], 1.5),
    ]
    with tempfile.TemporaryDirectory() as cache:
        print(f"cold start, {a.runs} runs each, turn by turn; milliseconds")
        print(f"{'command':<20}{'median':>9}{'best':>9}   {'against':<24}{'median':>9}{'best':>9}   {'median ratio':>12}   target")
        for name, ours, other, theirs, target in pairs:
            for arguments in (ours, theirs):
                seconds(arguments, cache)  # writes the byte code
            times = [(seconds(ours, cache), seconds(theirs, cache)) for _ in range(a.runs)]
            mine, other_times = ([1000 * t for t in column] for column in zip(*times))
            ratio = statistics.median(mine) / statistics.median(other_times)
            print(
                f"{name:<20}{statistics.median(mine):>9.0f}{min(mine):>9.0f}   {other:<24}{statistics.median(other_times):>9.0f}"
                f"{min(other_times):>9.0f}   {ratio:>12.2f}   <= {target}"
            )
    return 0


if __name__ == "__main__":
    sys.exit(main())
