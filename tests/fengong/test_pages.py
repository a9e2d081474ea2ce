"""The commands that write a page: where it goes, what they say, what they refuse."""

from __future__ import annotations

import os
import subprocess
import sys
import webbrowser
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from fengong.cli import main

PLAN = "沅平市重点工作任务分工方案\n1.建设平台,2026年底前建成3个中心。(牵头单位:市教育局;配合单位:市公安局)\n2.完善制度。(牵头单位:市公安局)\n"
PAGES = [name for name in ("view", "matrix", "report") if name in main.list_commands(None)]  # type: ignore[arg-type]


def run(*args: str) -> Result:
    return CliRunner().invoke(main, [*args, "--lang", "en"])


@pytest.fixture
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "plan.txt"
    path.write_text(PLAN, encoding="utf-8")
    return path


@pytest.mark.parametrize("command", PAGES)
def test_the_page_is_written_where_it_was_asked_and_said(command: str, plan: Path) -> None:
    done = run(command, str(plan), "-o", "page.html")
    assert done.exit_code == 0 and "page.html" in done.stderr and "2 tasks" in done.stderr and done.stdout == ""
    html = Path("page.html").read_text(encoding="utf-8")
    assert html.startswith("<!doctype html>") and html.rstrip().endswith("</html>") and "市教育局" in html


@pytest.mark.parametrize("command", PAGES)
def test_without_a_name_it_is_named_after_the_plan(command: str, plan: Path) -> None:
    assert run(command, str(plan)).exit_code == 0
    assert Path(f"plan.{command}.html").is_file()
    assert run(command, str(plan), str(plan.rename("other.txt"))).exit_code == 2


@pytest.mark.parametrize("command", PAGES)
def test_the_same_to_the_byte_whatever_the_locale(command: str, plan: Path) -> None:
    made = []
    for seed, locale in (("1", "C"), ("2", "C.UTF-8")):
        env = {**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": locale, "PYTHONUTF8": "0", "PYTHONIOENCODING": "gbk"}
        out = f"{seed}.html"
        done = subprocess.run([sys.executable, "-m", "fengong", command, str(plan), "-o", out, "--lang", "zh"], env=env, capture_output=True, check=False)
        assert done.returncode == 0, done.stderr
        made.append(Path(out).read_bytes())
    assert made[0] == made[1] and "牵头" in made[0].decode("utf-8")


@pytest.mark.parametrize("command", PAGES)
@pytest.mark.parametrize(("text", "named", "said"), [
    (PLAN, "nowhere/page.html", "does not exist"),
    (PLAN, ".", "is a folder"),
    (PLAN, "plan.txt", "must not be overwritten"),
    ("今天天气很好。\n", "page.html", "no duty"),
    ("", "page.html", "plan.txt"),
    ('{"directed": true, "multigraph": true, "graph": {"version": 1}, "nodes": [], "edges": []}', "page.html", "nothing"),
])  # fmt: skip
def test_what_cannot_be_done_is_one_sentence_and_nothing_is_written(command: str, plan: Path, text: str, named: str, said: str) -> None:
    path = plan if not text.startswith("{") else plan.with_suffix(".json")
    path.write_text(text, encoding="utf-8")
    before = sorted(p.name for p in plan.parent.iterdir())
    done = run(command, str(path), "-o", named)
    assert done.exit_code == 2 and said in done.stderr
    assert len([line for line in done.stderr.splitlines() if line.startswith("fengong:")]) == 1
    assert sorted(p.name for p in plan.parent.iterdir()) == before and plan.read_text(encoding="utf-8") == (text if path == plan else PLAN)


@pytest.mark.parametrize("command", PAGES)
def test_open_shows_it_in_the_browser(command: str, plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    monkeypatch.setattr(webbrowser, "open", lambda address: shown.append(address) or True)
    assert run(command, str(plan), "--open", "-o", "方案 图.html").exit_code == 0
    assert shown == [(Path.cwd() / "方案 图.html").as_uri()]


@pytest.mark.parametrize("command", PAGES)
def test_a_missing_browser_is_one_sentence(command: str, plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(webbrowser, "open", lambda address: False)
    done = run(command, str(plan), "--open", "-o", "page.html")
    assert done.exit_code == 2 and "no browser was found; page.html is written" in done.stderr and Path("page.html").is_file()


@pytest.mark.parametrize("command", PAGES)
def test_what_could_be_read_is_shown_and_the_rest_is_said(command: str, plan: Path) -> None:
    done = run(command, str(plan), "missing.txt", "-o", "page.html")
    assert done.exit_code == 2 and "missing.txt" in done.stderr and Path("page.html").is_file()
