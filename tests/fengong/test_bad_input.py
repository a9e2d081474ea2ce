"""Bad input: one clear sentence with file, place and what to do; exit 2, no traceback, nothing half written; the rest is still read."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from fengong.cli import main

GOOD = """石门县河道整治任务分工方案
石政办发〔2024〕3号
一、重点任务
1.完成河道清淤。(责任单位:县水利局)
2.完成护岸建设。(牵头单位:县住房城乡建设局;责任单位:县财政局)
"""
NOVEL = "话说那日天色已晚,他走出门去,看见一个老人坐在河边钓鱼,心中十分欢喜。\n“你是谁?从哪里来?”老人笑而不答。\n" * 200


def run(*args: object, lang: str = "en") -> Result:
    return CliRunner().invoke(main, [*map(str, args), "--lang", lang])


def put(path: Path, data: bytes | str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode("utf-8") if isinstance(data, str) else data)
    return path


# name of the file, what is in it, what the sentence says (English, Chinese)
UNREADABLE: list[tuple[str, bytes | None, str, str]] = [
    ("missing.txt", None, "does not exist; check the path", "找不到"),
    ("empty.txt", b"", "is empty", "空文件"),
    ("blank.txt", b"\r\n  \n", "is empty", "空文件"),
    ("binary.txt", bytes(range(256)) * 64, "NUL", "NUL"),
    ("program.txt", b"\x7fELF" + bytes(300), "is a program from which no words can be read", "是可执行程序，读不出文字"),
    ("word.txt", b"PK\x03\x04" + bytes(300), "save it as docx, xlsx, pdf or text", "另存为 docx、xlsx、pdf 或文本"),
    ("page.txt", b"<html><body><nav>x</nav></body></html>", "page.txt", "page.txt"),
    ("plan.docx", b"PK\x03\x04" + bytes(300), "is damaged or not whole", "已损坏或不完整"),
    ("plan.xyz", GOOD.encode(), "unknown extension .xyz", "不认识扩展名 .xyz"),
    ("nul.txt", GOOD.encode() + b"a\0b\n", "line 6: holds NUL", "第 6 行含有 NUL"),
    ("surrogate.txt", GOOD.encode() + b"\xed\xa0\x80\n", "line 6: holds half a character", "第 6 行含有残缺的字符"),
    ("byte.txt", GOOD.encode() + b"\xff\n", "line 6: bytes that cannot be decoded", "第 6 行有无法解码的字节"),
    ("huge.txt", GOOD.encode() * 300_000, "MB, more than the limit of 5 MB", "超过上限 5 MB"),
    ("line.txt", GOOD.replace("\n", "").encode() * 60_000, "MB, more than the limit", "超过上限"),
    ("longline.txt", "改".encode() * 1_200_000, "line 1: 1,200,000 characters", "第 1 行有 1,200,000 个字符"),
    ("graph.json", b'{"nodes": 5}', "graph.json", "graph.json"),
    ("broken.json", b'{"nodes": [', "broken.json", "broken.json"),
    ("other.json", b"[1, 2]", "other.json", "other.json"),
    ("graph.graphml", b"<graphml", "graph.graphml", "graph.graphml"),
]


@pytest.mark.parametrize(("name", "data", "en", "zh"), UNREADABLE, ids=[u[0] for u in UNREADABLE])
def test_alone(tmp_path: Path, name: str, data: bytes | None, en: str, zh: str) -> None:
    bad, out = tmp_path / name, tmp_path / "out.json"
    if data is not None:
        put(bad, data)
    before = sorted(p.name for p in tmp_path.iterdir())
    for args in (("audit", bad, "--format", "json", "-o", out), ("graph", bad, "-o", out), ("text", bad), ("query", "load", bad)):
        done = run(*args)
        assert done.exit_code == 2
        assert en in done.stderr and name in done.stderr
        assert one_sentence(done)
    assert zh in run("graph", bad, lang="zh").stderr
    assert sorted(p.name for p in tmp_path.iterdir()) == before


@pytest.mark.skipif(os.name == "nt", reason="needs a system on which names of files may hold control characters")
def test_a_hostile_name_does_nothing_to_the_terminal(tmp_path: Path) -> None:
    done = run("audit", put(tmp_path / "\x1b[31m\u202e.txt", b""), tmp_path / "missing\x07.txt")
    assert done.exit_code == 2 and not set(done.stderr) & set("\x1b\u202e\x07") and "\\x1b[31m\\u202e.txt" in done.stderr
    assert "\x1b" not in run("audit", put(tmp_path / "\x1b[31mgood.txt", GOOD)).output


def one_sentence(done: Result) -> bool:
    """Nothing on standard output; one line on standard error, no traceback and no escape of the terminal in it."""
    lines = done.stderr.strip().split("\n")
    return done.stdout == "" and len(lines) == 1 and lines[0].startswith("fengong: ") and "Traceback" not in lines[0] and "\x1b" not in lines[0]


@pytest.mark.parametrize("bad", ["missing.txt", "empty.txt", "nul.txt", "plan.xyz", "graph.json"])
def test_among_others(tmp_path: Path, bad: str) -> None:
    data = next(d for n, d, _, _ in UNREADABLE if n == bad)
    if data is not None:
        put(tmp_path / bad, data)
    good = [put(tmp_path / f"good{n}.txt", GOOD.replace("3号", f"{n}号")) for n in range(6)]
    out = tmp_path / "out.json"
    done = run("graph", *good[:3], tmp_path / bad, *good[3:], "-o", out)
    assert done.exit_code == 2 and bad in done.stderr
    assert [n["source"] for n in json.loads(out.read_text(encoding="utf-8"))["nodes"] if n["kind"] == "document"] == [g.name for g in good]
    assert run("audit", *good, tmp_path / bad).exit_code == 2


def test_folder_without_plans(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    put(tmp_path / "pictures" / "a.png", b"\x89PNG")
    for folder in ("empty", "pictures"):
        done = run("audit", tmp_path / folder)
        assert done.exit_code == 2 and "holds no plans" in done.stderr and folder in done.stderr and one_sentence(done)


@pytest.mark.parametrize("text", [NOVEL, "会议通知\n请各单位于周五下午参加会议。\n", "hello world\n", "，\n"], ids=["novel", "notice", "english", "comma"])
def test_a_text_without_any_duty_gives_an_account_that_says_so(tmp_path: Path, text: str) -> None:
    file = put(tmp_path / "novel.txt", text)
    for args in (("audit", file), ("graph", file), ("text", file)):
        done = run(*args)
        assert done.exit_code == 2 and "Traceback" not in done.stderr
        assert "no duty of anybody was found" in done.stderr
        assert "0 duties" in done.output
    assert "没有读到任何责任分工" in run("audit", file, lang="zh").stderr
    assert "Nothing was found" not in run("audit", file).output


# --- where the output goes ---------------------------------------------------------------------------------------------

WRITING = [
    ("graph", "out.json"), ("graph", "out.csv"), ("graph", "out.graphml"), ("audit", "out.json"), ("audit", "out.txt"),
    ("query", "out.xlsx"), ("query", "out.csv"),
]  # fmt: skip


def asked(command: str, plan: Path) -> tuple[object, ...]:
    return ("query", "load", plan) if command == "query" else (command, plan)


@pytest.mark.parametrize(("command", "name"), WRITING)
def test_output_folder_that_is_not_there(tmp_path: Path, command: str, name: str) -> None:
    plan = put(tmp_path / "plan.txt", GOOD)
    done = run(*asked(command, plan), "-o", tmp_path / "nowhere" / name)
    assert done.exit_code == 2 and "does not exist; make it first" in done.stderr and one_sentence(done)
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.parametrize("command", ["graph", "audit", "query"])
def test_output_that_is_a_folder_or_the_plan_itself(tmp_path: Path, command: str) -> None:
    plan = put(tmp_path / "plan.txt", GOOD)
    folder = tmp_path / "folder.json"
    folder.mkdir()
    assert "is a folder" in run(*asked(command, plan), "-o", folder).stderr
    same = run(*asked(command, plan), "-o", plan, "--format", "json")
    assert same.exit_code == 2 and "must not be overwritten" in same.stderr
    assert plan.read_text(encoding="utf-8") == GOOD


@pytest.mark.parametrize(("command", "name"), WRITING)
def test_output_folder_that_may_not_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str, name: str) -> None:
    """The system's answer is played, because for root every folder may be written."""
    plan = put(tmp_path / "plan.txt", GOOD)
    monkeypatch.setattr(os, "access", lambda *_: False)
    done = run(*asked(command, plan), "-o", tmp_path / name)
    assert done.exit_code == 2 and "no permission to write" in done.stderr and one_sentence(done)
    assert [p.name for p in tmp_path.iterdir()] == ["plan.txt"]


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="needs /proc, a folder in which not even root can make files (Linux)")
@pytest.mark.parametrize(("command", "name"), WRITING)
def test_output_folder_in_which_nothing_can_be_made(tmp_path: Path, command: str, name: str) -> None:
    done = run(*asked(command, put(tmp_path / "plan.txt", GOOD)), "-o", Path("/proc", name))
    assert done.exit_code == 2 and "/proc" in done.stderr and "Traceback" not in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full, the device that is always full (Linux)")
@pytest.mark.parametrize("command", ["graph", "audit", "query", "text"])
def test_full_disk(tmp_path: Path, command: str) -> None:
    plan = put(tmp_path / "plan.txt", GOOD)
    if command != "text":
        done = run(*asked(command, plan), "--format", "json", "-o", "/dev/full")
        assert done.exit_code == 2 and "/dev/full" in done.stderr and "No space left" in done.stderr
    with Path("/dev/full").open("wb") as full:
        call = [sys.executable, "-m", "fengong", *map(str, asked(command, plan))]
        shell = subprocess.run(call, stdout=full, stderr=subprocess.PIPE, check=False, env={**os.environ, "LC_ALL": "C.UTF-8"})
    said = shell.stderr.decode("utf-8")
    assert shell.returncode == 2 and "cannot write to standard output" in said and "Traceback" not in said and "Exception" not in said


def test_nothing_is_half_written_when_the_disk_fills_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plan, out = put(tmp_path / "plan.txt", GOOD), put(tmp_path / "out.json", "old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    monkeypatch.setattr(os, "replace", full)
    for command in ("graph", "audit", "query"):
        done = run(*asked(command, plan), "-o", out)
        assert done.exit_code == 2 and "No space left" in done.stderr
        assert out.read_text(encoding="utf-8") == "old"
        assert sorted(p.name for p in tmp_path.iterdir()) == ["out.json", "plan.txt"]


def test_an_old_file_is_replaced_and_a_link_stays_a_link(tmp_path: Path) -> None:
    plan, real = put(tmp_path / "plan.txt", GOOD), put(tmp_path / "real.json", "old")
    link = tmp_path / "link.json"
    try:
        link.symlink_to(real)
    except OSError:
        pytest.skip("needs a system on which links may be made")
    assert run("audit", plan, "-o", link).exit_code in (0, 1)
    assert link.is_symlink() and json.loads(real.read_text(encoding="utf-8"))["version"] == 1


# --- a failure of the program itself -----------------------------------------------------------------------------------


def test_a_bug_on_one_file_is_one_sentence_and_the_others_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import loaders.load

    plan, other = put(tmp_path / "plan.txt", GOOD), put(tmp_path / "other.txt", GOOD.replace("3号", "4号"))
    right = loaders.load.load

    def wrong(source: object) -> object:
        if getattr(source, "name", "") == "other.txt":
            raise ZeroDivisionError("\x1b[31mred")
        return right(source)  # type: ignore[arg-type]

    monkeypatch.setattr(loaders.load, "load", wrong)
    done = run("graph", plan, other, "-o", tmp_path / "out.json")
    assert done.exit_code == 2 and "other.txt" in done.stderr and "ZeroDivisionError" in done.stderr
    assert "\x1b" not in done.stderr and "Traceback" not in done.stderr and (tmp_path / "out.json").exists()
    monkeypatch.setenv("FENGONG_TRACEBACK", "1")
    assert isinstance(run("graph", other).exception, ZeroDivisionError)


def test_interruption(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import loaders.load

    def interrupted(_: object) -> object:
        raise KeyboardInterrupt

    monkeypatch.setattr(loaders.load, "load", interrupted)
    done = run("audit", put(tmp_path / "plan.txt", GOOD))
    assert done.exit_code == 130 and "interrupted" in done.stderr and "Traceback" not in done.output
