"""The forms of the findings on the command line: which are there, where they may go, what a pipe gets."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from fengong.cli import main
from fengong.findings_out import paths_of
from viz.format import formats

PLAN = """沅平市城市环境整治工作任务分工方案
沅政办发〔2024〕18号
一、重点任务
1.完成老城区雨污分流改造。(责任单位:市住房城乡建设局;配合单位:市财政局)
2.完成=1+1城东垃圾中转站|建设`::error::甲`。
3.完成河道清淤。(责任单位:市水利局)
"""
NAMES = [f.name for f in formats()]


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "方案 一.txt"
    path.write_text(PLAN, encoding="utf-8")
    return path


def run(*args: object, lang: str = "en") -> Result:
    return CliRunner().invoke(main, [*map(str, args), "--lang", lang])


def shell(*args: object, cwd: Path | None = None, seed: str = "0", encoding: str = "utf-8") -> subprocess.CompletedProcess[bytes]:
    env = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": encoding, "LC_ALL": "C.UTF-8"}
    env |= {"PYTHONPATH": os.pathsep.join(p for p in sys.path if p)}
    return subprocess.run([sys.executable, "-m", "fengong", *map(str, args)], capture_output=True, check=False, cwd=cwd, env=env, timeout=120)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_help_and_refusal_list_every_form(plan: Path, lang: str) -> None:
    option = " ".join(run("audit", "--help", lang=lang).output.partition("--format FORMAT")[2].partition("--output")[0].split())
    refused = run("audit", plan, "--format", "pdf", lang=lang)
    unclear = run("audit", plan, "-o", plan.with_name("out.pdf"), lang=lang)
    for name in NAMES:
        assert re.search(rf"\b{name}\b", option) and name in refused.stderr and name in unclear.stderr
    assert refused.exit_code == unclear.exit_code == 2 and len(refused.stderr.strip().split("\n")) == 1
    assert ("没有格式 pdf；可用：" if lang == "zh" else "there is no format pdf; choose ") in refused.stderr


@pytest.mark.parametrize("name", NAMES)
def test_a_pipe_and_a_file_get_the_same_bytes_from_run_to_run(plan: Path, tmp_path: Path, name: str) -> None:
    piped = shell("--lang", "zh", "audit", plan, "--format", name, seed="1")
    out = tmp_path / f"found.{name}"
    filed = shell("--lang", "zh", "audit", plan, "--format", name, "-o", out, seed="2")
    assert piped.returncode == filed.returncode == 1 and b"Traceback" not in piped.stderr + filed.stderr
    if name == "text":  # beside the text stands the account
        assert piped.stdout.startswith(out.read_bytes())
    else:
        assert piped.stdout == out.read_bytes() and "6 行".encode() in piped.stderr and filed.stdout == b""


@pytest.mark.parametrize("name", NAMES)
def test_a_console_that_is_not_utf8_gets_no_traceback(plan: Path, name: str) -> None:
    done = shell("--lang", "zh", "audit", plan, "--format", name, encoding="gbk")
    assert done.returncode == 1 and b"Traceback" not in done.stderr
    if name in ("json", "sarif"):
        assert done.stdout.isascii() and "中转站" in json.dumps(json.loads(done.stdout), ensure_ascii=False)
    elif name in ("csv", "xlsx"):
        assert done.stdout == shell("--lang", "zh", "audit", plan, "--format", name).stdout
    else:
        assert "中转站" in done.stdout.decode("gbk")


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are made otherwise there")
@pytest.mark.parametrize(("lang", "said"), [("zh", "xlsx 不能显示在终端上；请用 -o 指定文件。"), ("en", "xlsx cannot be shown on a terminal; name a file with -o.")])
def test_a_file_of_bytes_is_not_poured_onto_a_terminal(plan: Path, lang: str, said: str) -> None:
    import pty

    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "fengong", "--lang", lang, "audit", str(plan), "--format", "xlsx"]
    env = {**os.environ, "LC_ALL": "C.UTF-8", "PYTHONPATH": os.pathsep.join(p for p in sys.path if p)}
    try:
        done = subprocess.run(command, stdout=theirs, stderr=subprocess.PIPE, check=False, timeout=120, env=env)
        os.set_blocking(ours, False)
        with pytest.raises(BlockingIOError):
            os.read(ours, 10)
    finally:
        os.close(ours)
        os.close(theirs)
    assert done.returncode == 2 and done.stderr.decode("utf-8").strip().endswith(said) and done.stderr.count(b"\n") == 1


def test_file_names_ask_for_the_form(plan: Path, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    for name in ("f.csv", "f.xlsx", "f.sarif", "f.sarif.json", "f.md", "f.json", "f.txt"):
        assert run("audit", plan, "-o", tmp_path / name).exit_code == 1
    assert load_workbook(io.BytesIO((tmp_path / "f.xlsx").read_bytes())).sheetnames == ["Findings", "Loads"]
    assert (tmp_path / "f.sarif").read_bytes() == (tmp_path / "f.sarif.json").read_bytes()
    assert (tmp_path / "f.md").read_text(encoding="utf-8").startswith("# Audit of the allocation\n")


def test_sarif_and_github_name_the_file_as_it_was_named(plan: Path) -> None:
    plan.with_name("plans").mkdir()
    moved = plan.rename(plan.with_name("plans") / plan.name)
    log = shell("audit", "plans", "--format", "github", cwd=moved.parent.parent).stdout.decode("utf-8")
    assert any(line.startswith("::error file=plans/方案 一.txt,line=5,endLine=5,col=3,") for line in log.splitlines())
    run_ = json.loads(shell("audit", "plans", "--format", "sarif", cwd=moved.parent.parent).stdout)["runs"][0]
    assert run_["artifacts"][0]["location"]["uri"] == "plans/%E6%96%B9%E6%A1%88%20%E4%B8%80.txt"
    asked = shell("--lang", "en", "audit", "plans", "--format", "sarif", "--select", "OWN101", cwd=moved.parent.parent)
    assert [(r["id"], r["shortDescription"]["text"] != "") for r in json.loads(asked.stdout)["runs"][0]["tool"]["driver"]["rules"]] == [("OWN101", True)]
    above = shell("audit", "../方案 一.txt", "--format", "github", cwd=_folder(moved.parent)).stdout.decode("utf-8")
    assert f"::error file={moved},".replace(":\\", "%3A\\") in above


def _folder(inside: Path) -> Path:
    made = inside / "deeper"
    made.mkdir()
    return made


def test_two_files_of_one_name_have_no_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "plan.txt").write_text(PLAN, encoding="utf-8")
    (tmp_path / "a" / "other.txt").write_text(PLAN, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert paths_of(("a", "b/plan.txt", "-", "nothing.txt")) == {"other.txt": "a/other.txt", "nothing.txt": "nothing.txt"}
    assert paths_of(("a/plan.txt",)) == {"plan.txt": "a/plan.txt"} and paths_of(()) == {}
