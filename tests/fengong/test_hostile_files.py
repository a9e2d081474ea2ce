"""Hostile files of every kind: bounded time (10 s) and memory (500 MB), one sentence, exit 2; what is only odd is read all the same."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hostile_files import no_plan, read_all_the_same, refused

REFUSED, IDLE, ODD = list(refused()), list(no_plan()), list(read_all_the_same())
SECONDS, MEGABYTES = 10, 500


def run(folder: Path, *args: str) -> tuple[int, str, str, float, float]:
    """Exit code, standard output and error of the program; seconds of computing, megabytes at most."""
    out, err = folder / "out", folder / "err"
    with out.open("wb") as told, err.open("wb") as said:
        child = subprocess.Popen(
            [sys.executable, "-m", "fengong", *args, "--lang", "en"], stdout=told, stderr=said, cwd=folder, env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONUTF8": "1"},
        )  # fmt: skip
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    assert isinstance(used, resource.struct_rusage)
    texts = [f.read_text(encoding="utf-8") for f in (out, err)]
    for f in (out, err):
        f.unlink()
    return child.returncode, texts[0], texts[1], used.ru_utime + used.ru_stime, used.ru_maxrss / 1000


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
