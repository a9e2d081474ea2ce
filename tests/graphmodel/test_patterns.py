"""``pattern`` is ``re.compile``, only earlier: what it builds from kept parts is the same pattern."""

from __future__ import annotations

import marshal
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from graphmodel import patterns

ROOT = Path(__file__).parent.parent.parent

TABLE = [
    (r"各(?:有关)?(?P<kind>部门|单位)", 0),
    (r"[^，。；]{1,8}", 0),
    (r"(?P<a>甲)(?:(?P<b>乙)|丙)(?P=a)?", 0),
    (r"(?im)^ab+?$", 0),
    (r"a.b", re.S),
    ("", 0),
]


@pytest.fixture
def own_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A cache of its own, empty."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    place = tmp_path / "cache" / "patterns.patterns"
    monkeypatch.setattr(patterns, "_place", lambda: place)
    monkeypatch.setattr(patterns, "_new", {})
    patterns._kept.cache_clear()
    yield place
    patterns._kept.cache_clear()


@pytest.mark.parametrize(("source", "flags"), TABLE)
def test_the_same_pattern_from_the_compiler_from_parts_and_from_kept_parts(source: str, flags: int, own_place: Path) -> None:
    plain = re.compile(source, flags)
    assert patterns._revived((source, int(flags))) == plain
    patterns.keep()
    assert own_place.exists()
    patterns._kept.cache_clear()
    patterns._new.clear()
    again = patterns._revived((source, int(flags)))
    assert not patterns._new, "nothing was compiled anew"
    assert again == plain and again is not None and again.groupindex == plain.groupindex and again.flags == plain.flags


def test_what_is_no_pattern_is_refused_as_re_refuses_it(own_place: Path) -> None:
    with pytest.raises(re.error):
        patterns.pattern("(甲")


@pytest.mark.parametrize(
    "bytes_there",
    [
        b"",
        b"no marshal",
        marshal.dumps(("another Python", {("a", 0): (32, b"", 0, {}, ())})),
        marshal.dumps((patterns._MAGIC, {("a", 0): (32, b"\xff\xff\xff\xff", 0, {}, (None,))})),
        marshal.dumps((patterns._MAGIC, {("a", 0): "damaged"})),
        marshal.dumps((patterns._MAGIC, ["damaged"])),
        marshal.dumps(7),
    ],
    ids=["empty", "no-marshal", "other-python", "wrong-code", "wrong-parts", "no-dict", "no-pair"],
)
def test_a_damaged_cache_costs_time_and_nothing_else(bytes_there: bytes, own_place: Path) -> None:
    own_place.parent.mkdir()
    own_place.write_bytes(bytes_there)
    patterns.pattern.cache_clear()
    assert patterns.pattern("a") == re.compile("a")


def test_a_place_that_cannot_be_written_to_is_passed_over(tmp_path: Path, own_place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setattr(patterns, "_place", lambda: tmp_path / "file" / "patterns.patterns")
    assert patterns._revived(("甲", 0)) == re.compile("甲")
    patterns.keep()
    assert [p.name for p in tmp_path.iterdir()] == ["file"]


def test_nothing_is_written_where_python_may_not_write_byte_code(own_place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert patterns._revived(("甲", 0)) == re.compile("甲")
    patterns.keep()
    assert not own_place.exists()


def test_a_second_run_compiles_nothing(tmp_path: Path) -> None:
    """The whole program, twice in new processes: the second finds every pattern kept, and says the same."""
    env = {**os.environ, "PYTHONPYCACHEPREFIX": str(tmp_path), "PYTHONUTF8": "1"}
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    code = "import sys\nfrom fengong.cli import main\nfrom graphmodel import patterns\ntry: main(['demo'])\nfinally: sys.stderr.write(str(len(patterns._new)))"
    first, second = (
        subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=env, capture_output=True, text=True, encoding="utf-8", check=False) for _ in range(2)
    )
    assert first.stdout == second.stdout and first.stdout
    assert int(first.stderr.rsplit("\n", 1)[-1]) > 300
    assert int(second.stderr.rsplit("\n", 1)[-1]) == 0
