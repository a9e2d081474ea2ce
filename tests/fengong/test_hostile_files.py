"""Hostile files of every kind: bounded time (10 s) and memory (500 MB), one sentence, exit 2; what is only odd is read all the same."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hostile_files import no_plan, read_all_the_same, refused

pytestmark = pytest.mark.office  # each starts the program anew: slow, and the same with every Python

REFUSED, IDLE, ODD = list(refused()), list(no_plan()), list(read_all_the_same())
SECONDS, MEGABYTES = 10, 500


# a forked child begins with its parent's peak on its account; what the kernel says of the process itself does not
_TOLD = """
import atexit, pathlib, runpy, sys
peak, sys.argv = pathlib.Path(sys.argv[1]), ["fengong", *sys.argv[2:]]
status = pathlib.Path("/proc/self/status")
atexit.register(lambda: peak.write_text(status.read_text() if status.exists() else ""))
runpy.run_module("fengong", run_name="__main__")
"""


def run(folder: Path, *args: str) -> tuple[int, str, str, float, float]:
    """Exit code, standard output and error of the program; seconds of computing, megabytes at most (0 where the system does not tell)."""
    out, err, peak = (folder.parent / f"{folder.name}.{end}" for end in ("out", "err", "peak"))
    with out.open("wb") as told, err.open("wb") as said:
        child = subprocess.Popen(
            [sys.executable, "-c", _TOLD, str(peak), *args, "--lang", "en"], stdout=told, stderr=said, cwd=folder, env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONUTF8": "1"},
        )  # fmt: skip
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    memory = next((int(line.split()[1]) / 1000 for line in peak.read_text().splitlines() if line.startswith("VmHWM")), 0.0)
    return child.returncode, out.read_text(encoding="utf-8"), err.read_text(encoding="utf-8"), used.ru_utime + used.ru_stime, memory


@pytest.mark.parametrize(("name", "make"), REFUSED, ids=[n for n, _ in REFUSED])
def test_one_sentence_in_bounds(tmp_path: Path, name: str, make: Callable[[], bytes]) -> None:
    (tmp_path / name).write_bytes(make())
    code, out, err, seconds, memory = run(tmp_path, "text", name)
    assert (code, out) == (2, "") and err.startswith("fengong: ") and err.count("\n") == 1 and name in err and "the program failed" not in err, err
    assert seconds < SECONDS and memory < MEGABYTES, (seconds, memory)
    assert [p.name for p in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize(("name", "make"), IDLE, ids=[n for n, _ in IDLE])
def test_read_but_no_plan(tmp_path: Path, name: str, make: Callable[[], bytes]) -> None:
    (tmp_path / name).write_bytes(make())
    code, _, err, seconds, memory = run(tmp_path, "graph", name, "-o", "x.json")
    assert code == 2 and "no duty of anybody was found" in err, err
    assert seconds < SECONDS and memory < MEGABYTES, (seconds, memory)


@pytest.mark.parametrize(("name", "make"), ODD, ids=[n for n, _ in ODD])
def test_odd_but_read(tmp_path: Path, name: str, make: Callable[[], bytes]) -> None:
    (tmp_path / name).write_bytes(make())
    code, out, err, seconds, memory = run(tmp_path, "text", name)
    assert code == 0 and "改造老旧小区18个" in out and "1 task" in out + err, (out[-2000:], err)
    assert seconds < SECONDS and memory < MEGABYTES, (seconds, memory)
    assert [p.name for p in tmp_path.iterdir()] == [name]
