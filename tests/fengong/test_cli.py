"""The command line: what each command gives, in which stream, with which exit code."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

import fengong
from fengong.bilingual import language
from fengong.cli import main
from graphmodel.graph import AccountabilityGraph

PLAN = """沅平市城市环境整治工作任务分工方案
沅政办发〔2024〕18号
一、重点任务
1.完成老城区雨污分流改造。(责任单位:市住房城乡建设局;配合单位:市财政局)
2.完成城东垃圾中转站建设。
3.完成河道清淤。(责任单位:市水利局)
"""
MENDED = PLAN.replace("中转站建设。", "中转站建设。(责任单位:市城市管理局)")
OTHER = PLAN.replace("沅平市城市环境整治", "青岚区水源地保护").replace("沅政办发〔2024〕18号", "青政办发〔2024〕7号")
NOVEL = "话说那日天色已晚，他走出门去，看见一个老人坐在河边钓鱼。\n" * 40


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    return written(tmp_path / "plan.txt", PLAN)


def written(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def run(*args: object, input: bytes | None = None, lang: str = "en") -> Result:
    return CliRunner().invoke(main, [*map(str, args), "--lang", lang], input=input)


def shell(*args: object, input: bytes | None = None, env: dict[str, str] | None = None, flags: tuple[str, ...] = ()) -> subprocess.CompletedProcess[bytes]:
    """The command in a process of its own, with the bytes it writes."""
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG", "PYTHONIO", "PYTHONUTF"))}
    command = [sys.executable, *flags, "-m", "fengong", *map(str, args)]
    return subprocess.run(command, input=input, env={**clean, "LC_ALL": "C.UTF-8", **(env or {})}, capture_output=True, check=False, timeout=120)


# --- audit -----------------------------------------------------------------------------------------------------------


def test_audit_shows_the_words_the_place_and_the_account(plan: Path) -> None:
    done = run("audit", plan)
    assert done.exit_code == 1
    assert "error OWN101 no-owner" in done.stdout
    shown = done.stdout.split("\n")
    at = next(i for i, line in enumerate(shown) if line.startswith("     5 | 2."))
    assert shown[at + 1].count("^") >= 2 * len("完成城东垃圾中转站建设")
    assert "plan.txt: 6 lines, 3 tasks, 3 duties, 0 lines not understood" in done.stdout
    assert done.stderr == ""


def test_audit_in_chinese(plan: Path) -> None:
    done = run("audit", plan, lang="zh")
    assert "错误 OWN101 no-owner" in done.stdout and "plan.txt：6 行，3 项任务，3 条分工，0 行未读懂" in done.stdout


def test_audit_as_json_is_data_and_the_account_goes_to_stderr(plan: Path) -> None:
    done = run("audit", plan, "--format", "json")
    found = json.loads(done.stdout)
    assert found["version"] == 1
    assert [(f["code"], f["lines"]) for f in found["findings"] if f["rule"] == "no-owner"] == [("OWN101", [[5, 5]])]
    assert "3 tasks" in done.stderr


def test_audit_into_a_file_as_it_is_graded(plan: Path, tmp_path: Path) -> None:
    done = run("audit", plan, "--format", "json", "--output", tmp_path / "findings.json")
    assert done.exit_code == 1 and done.stdout == ""
    assert json.loads((tmp_path / "findings.json").read_text(encoding="utf-8"))["findings"]


FAIL_ON = [
    # options, exit code on PLAN (an error), on MENDED
    ((), 1, 0),
    (("--fail-on", "error"), 1, 0),
    (("--fail-on", "never"), 0, 0),
    (("--fail-on", "review"), 1, 1),  # no dates: a review remark
    (("--ignore", "no-owner"), 0, 0),
    (("--ignore", "OWN101,LOD401"), 0, 0),
    (("--select", "TXT601", "--select", "TXT602"), 0, 0),
    (("--select", "OWN"), 1, 0),
    (("--select", "own101"), 1, 0),
]


@pytest.mark.parametrize(("options", "bad", "good"), FAIL_ON, ids=[" ".join(f[0]) or "default" for f in FAIL_ON])
def test_exit_code_of_audit(tmp_path: Path, options: tuple[str, ...], bad: int, good: int) -> None:
    assert run("audit", written(tmp_path / "bad.txt", PLAN), *options).exit_code == bad
    assert run("audit", written(tmp_path / "good.txt", MENDED), *options).exit_code == good


def test_review_remarks_are_counted_and_shown_on_demand(plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = [replace(f, level="review") for f in fengong.audit(fengong.graph(fengong.read(plan)), select=["OWN101"])]
    monkeypatch.setattr("queries.audit.audit", lambda *_: tuple(found))
    short, long = run("audit", plan), run("audit", plan, "--level", "review")
    assert short.exit_code == long.exit_code == 0 and run("audit", plan, "--fail-on", "review").exit_code == 1
    assert "OWN101" not in short.stdout and "1 review remark (" in short.stdout and "--level review" in short.stdout
    assert "review OWN101" in long.stdout and "--level review" not in long.stdout
    assert json.loads(run("audit", plan, "--level", "error", "--format", "json").stdout)["findings"]


def test_unknown_rule_is_said_with_the_nearest(plan: Path) -> None:
    done = run("audit", plan, "--select", "no-onwer")
    assert done.exit_code == 2 and "no-owner" in done.stderr and done.stdout == ""


# --- graph -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["out.json", "out.graphml", "out.gexf"])
def test_graph_stands_for_the_plan_later(plan: Path, tmp_path: Path, name: str) -> None:
    assert run("graph", plan, "--output", tmp_path / name).exit_code == 0
    again = run("audit", tmp_path / name, "--format", "json")
    assert again.stdout == run("audit", plan, "--format", "json").stdout


def test_graph_as_csv_is_several_files(plan: Path, tmp_path: Path) -> None:
    assert run("graph", plan, "-o", tmp_path / "out.csv").exit_code == 0
    assert {p.name for p in tmp_path.glob("out.*")} >= {"out.nodes.csv", "out.edges.csv"}


def test_graph_to_standard_output_and_back(plan: Path) -> None:
    done = run("graph", plan)
    assert {n["kind"] for n in json.loads(done.stdout)["nodes"]} >= {"document", "task", "department"}
    again = run("query", "load", "-", "--format", "json", input=done.stdout.encode())
    assert again.exit_code == 0 and json.loads(again.stdout)["rows"]


def test_format_overrides_the_suffix_and_id_the_id(plan: Path, tmp_path: Path) -> None:
    run("graph", plan, "-o", tmp_path / "x.foo", "--format", "json", "--id", "my-plan")
    nodes = json.loads((tmp_path / "x.foo").read_text(encoding="utf-8"))["nodes"]
    assert [n["id"] for n in nodes if n["kind"] == "document"] == ["my-plan"]


def test_several_files_folders_and_graphs_become_one_graph(plan: Path, tmp_path: Path) -> None:
    written(tmp_path / "more" / "other.txt", OTHER)
    run("graph", plan, "-o", tmp_path / "plan.json")
    from_plans = json.loads(run("graph", plan, tmp_path / "more").stdout)
    mixed = json.loads(run("graph", tmp_path / "plan.json", tmp_path / "more").stdout)
    ids = [sorted(n["id"] for n in g["nodes"]) for g in (from_plans, mixed)]
    assert ids[0] == ids[1] and len([n for n in mixed["nodes"] if n["kind"] == "document"]) == 2


def test_many_files_by_several_processes_give_the_same_bytes(tmp_path: Path) -> None:
    for n in range(9):
        written(tmp_path / "plans" / f"{n}.txt", OTHER.replace("〕7号", f"〕{n + 1}号"))
    whole, again = run("graph", tmp_path / "plans"), run("graph", *sorted((tmp_path / "plans").iterdir()))
    assert whole.exit_code == 0 and whole.stdout == again.stdout
    numbers = [n["number"] for n in json.loads(whole.stdout)["nodes"] if n["kind"] == "document"]
    assert numbers == [f"青政办发〔2024〕{n + 1}号" for n in range(9)]
    assert "9 plans in all: 54 lines, 27 tasks" in whole.stderr


def test_two_plans_with_one_id(plan: Path, tmp_path: Path) -> None:
    copy = written(tmp_path / "copy.txt", PLAN)
    done = run("graph", plan, copy, "-o", tmp_path / "out.json")
    assert done.exit_code == 2 and "plan.txt" in done.stderr and "copy.txt" in done.stderr
    assert len([n for n in json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))["nodes"] if n["kind"] == "document"]) == 1
    assert run("graph", plan, copy, "--id", "x").exit_code == 2


# --- text, query, rules, explain, demo ---------------------------------------------------------------------------------


def test_text_shows_every_line_with_its_number_and_use(plan: Path) -> None:
    done = run("text", plan)
    lines = done.stdout.split("\n")
    assert done.exit_code == 0
    assert [re.match(r"\s*(\d+)", line)[1] for line in lines[:6]] == list("123456")  # type: ignore[index]
    assert re.fullmatch(r"4  (task|duty) +1\.完成老城区.+", lines[3])
    assert re.match(r"1  文头 +沅平市", run("text", plan, lang="zh").stdout)


def test_query_in_every_form(plan: Path, tmp_path: Path) -> None:
    text = run("query", "load", plan)
    assert text.exit_code == 0 and "市水利局" in text.stdout and "3 tasks" in text.stderr
    rows = list(csv.reader(io.StringIO(run("query", "load", plan, "--format", "csv").stdout_bytes.decode("utf-8-sig"))))
    assert len(rows) == 4
    assert len(json.loads(run("query", "load", plan, "--format", "json").stdout)["rows"]) == 3
    for name in ("load.xlsx", "load.csv", "load.json", "load.txt"):
        assert run("query", "load", plan, "-o", tmp_path / name).exit_code == 0
        assert (tmp_path / name).stat().st_size > 100


@pytest.mark.parametrize(("args", "said"), [
    (("query", "lode"), "load"),
    (("query", "department"), "--unit"),
    (("query", "load", "--unit", "市水利局"), "takes no --unit"),
    (("query", "department", "--unit", "市水力局"), "市水利局"),
    (("query", "load", "--format", "pdf"), "xlsx"),
    (("query", "load", "--format", "xlsx"), "-o"),
    (("audit", "--format", "pdf"), "json"),
    (("audit", "-o", "out.pdf"), "--format"),
    (("graph", "-o", "out.pdf"), ".graphml"),
])  # fmt: skip
def test_wrong_requests_say_what_there_is(plan: Path, args: tuple[str, ...], said: str) -> None:
    done = run(*args, plan)
    assert done.exit_code == 2 and said in done.stderr and "Traceback" not in done.output and done.stdout == ""
    assert not plan.with_name("out.pdf").exists()


def test_rules_and_explain() -> None:
    listed = run("rules").stdout
    assert re.search(r"^OWN101 +no-owner +error +\S", listed, re.M)
    assert run("explain", "OWN101").stdout == run("explain", "no-owner").stdout
    assert "反例" in run("explain", "no-owner", lang="zh").stdout
    assert run("explain", "no-such-rule").exit_code == 2


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_demo(lang: str) -> None:
    done = run("demo", lang=lang)
    assert done.exit_code == 0 and "OWN101" in done.stdout and done.stderr == ""
    assert run("demo", "--list").stdout.split() == sorted(run("demo", "--list").stdout.split())
    assert run("demo", "--plan", "nothing").exit_code == 2


# --- languages, streams, consoles ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("env", "args", "lang"), [
    ({"LANG": "zh_CN.UTF-8"}, [], "zh"),
    ({"LANG": "en_US.UTF-8"}, [], "en"),
    ({"LANG": "zh_CN.UTF-8", "LC_ALL": "en_US.UTF-8"}, [], "en"),
    ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "zh_TW"}, [], "zh"),
    ({"LANG": "C"}, ["--lang", "zh"], "zh"),
    ({"LANG": "zh_CN.UTF-8"}, ["--help", "--lang=en"], "en"),
    ({"LANG": "zh_CN.UTF-8"}, ["--lang", "fr"], "zh"),
])  # fmt: skip
def test_language(monkeypatch: pytest.MonkeyPatch, env: dict[str, str], args: list[str], lang: str) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    assert language(args) == lang


@pytest.mark.parametrize(("args", "zh", "en"), [
    (["nothing"], "没有命令 nothing", "no command nothing"),
    (["audit"], "缺少参数 FILE", "Missing argument 'FILE"),
    (["audit", "--levle", "x"], "没有选项 --levle", "No such option"),
    (["audit", "x", "--level", "high"], "error、warning、review", "'error', 'warning', 'review'"),
    (["explain"], "请给出规则的代码或名称", "name rules by code or name"),
])  # fmt: skip
def test_wrong_command_lines(args: list[str], zh: str, en: str) -> None:
    for lang, words in (("zh", zh), ("en", en)):
        done = CliRunner().invoke(main, ["--lang", lang, *args])
        assert done.exit_code == 2 and words in done.stderr and len(done.stderr.strip().split("\n")) == 1


def test_help_of_all_is_in_the_language_asked_for() -> None:
    zh, en = (CliRunner().invoke(main, ["--help", "--lang", lang]).output for lang in ("zh", "en"))
    assert zh.startswith("用法：fengong ") and en.startswith("Usage: fengong ")
    assert not re.search(r"[\u4e00-\u9fff]", en)
    for name in main.list_commands(click.Context(main)):
        assert f"\n  {name} " in zh and f"\n  {name} " in en
    assert CliRunner().invoke(main, []).exit_code == 2
    assert re.match(r"fengong \d", CliRunner().invoke(main, ["--version"]).output)


def test_standard_input_in_a_process_of_its_own(plan: Path) -> None:
    done = shell("audit", "-", input=PLAN.encode("gbk"))
    assert done.returncode == 1 and b"<stdin>: 6 lines" in done.stdout


CONSOLES = [
    ("gbk", {"PYTHONIOENCODING": "gbk"}, (), "gbk"),
    ("C locale without UTF-8 mode", {"LC_ALL": "C"}, ("-X", "utf8=0"), "utf-8"),
    ("C locale", {"LC_ALL": "C"}, (), "utf-8"),
]


@pytest.mark.parametrize(("env", "flags", "encoding"), [c[1:] for c in CONSOLES], ids=[c[0] for c in CONSOLES])
def test_every_console_gets_what_it_can_show(tmp_path: Path, env: dict[str, str], flags: tuple[str, ...], encoding: str) -> None:
    file = written(tmp_path / "方案✔.txt", PLAN.replace("河道", "河道✔𠮷"))
    text = shell("--lang", "zh", "audit", file, env=env, flags=flags)
    assert text.returncode == 1 and "完成城东垃圾中转站建设" in text.stdout.decode(encoding) and b"Traceback" not in text.stderr
    for command in ("graph", "audit"):
        data = shell(command, file, *(["--format", "json"] if command == "audit" else []), env=env, flags=flags)
        assert json.loads(data.stdout.decode("utf-8")) and b"Traceback" not in data.stderr
    graph = json.loads(shell("graph", file, env=env, flags=flags).stdout)
    document = next(n for n in graph["nodes"] if n["kind"] == "document")
    assert document["source"] == "方案✔.txt" and "河道✔𠮷" in "".join(document["text"])
    unit = shell("query", "department", "--unit", "市水利局", file, "--format", "json", env=env, flags=flags)
    assert unit.returncode == 0, unit.stderr.decode("utf-8", "replace")


def test_reader_of_the_output_may_leave_early(tmp_path: Path) -> None:
    long = written(tmp_path / "long.txt", PLAN + "甲乙丙丁。\n" * 30_000)
    program = subprocess.Popen([sys.executable, "-m", "fengong", "text", str(long)], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert program.stdout is not None and program.stderr is not None
    program.stdout.readline()
    program.stdout.close()
    said = program.stderr.read()
    assert program.wait(60) == 0 and said == b""
    program.stderr.close()


# --- the public door -------------------------------------------------------------------------------------------------------


def test_the_door_exports_four_functions_and_nothing_else() -> None:
    assert fengong.__all__ == dir(fengong) == ["audit", "graph", "read", "table"]


def test_the_door(plan: Path) -> None:
    from_file, from_words = fengong.read(plan), fengong.read(PLAN)
    assert from_file.tasks == from_words.tasks == fengong.read(str(plan)).tasks and len(from_file.tasks) == 3
    graph = fengong.graph([from_file, fengong.read(OTHER)])
    assert isinstance(graph, AccountabilityGraph) and len(graph.documents()) == 2
    assert len(fengong.graph(from_file).documents()) == 1
    assert {f.code for f in fengong.audit(graph, select=["OWN101"])} == {"OWN101"}
    table = fengong.table("load", graph, lang="en")
    assert len(table) and "Department" in table.columns
    assert len(fengong.table("department", graph, unit="市水利局"))


# --- what a newcomer stumbled over ------------------------------------------------------------------------------------


def test_a_forgotten_question_is_told_from_a_forgotten_file(plan: Path) -> None:
    forgotten = run("query", plan, lang="zh")
    assert forgotten.exit_code == 2 and "缺少查询名称" in forgotten.stderr and "load" in forgotten.stderr
    assert "缺少方案文件" in run("query", "load", lang="zh").stderr


def test_rules_of_a_family() -> None:
    assert [line.split()[0] for line in run("rules", "OWN").stdout.splitlines()] == [f"OWN{n}" for n in range(101, 111)]
    assert "fengong rules" in run("rules", "zzzz").stderr


def test_an_extra_argument_is_said_in_chinese() -> None:
    assert "多余的参数：plan.txt" in run("demo", "plan.txt", lang="zh").stderr


def test_a_folder_says_what_it_leaves_unread(tmp_path: Path) -> None:
    written(tmp_path / "a.txt", PLAN)
    written(tmp_path / "b.zip", "PK")
    written(tmp_path / "sub" / "c.png", "PNG")
    done = run("query", "load", tmp_path, lang="zh")
    assert done.exit_code == 0 and "2 个文件的格式不能读取，未读：b.zip、" in done.stderr
    (tmp_path / "b.zip").unlink()
    assert "1 file is of no format that can be read: " in run("query", "load", tmp_path).stderr


def test_columns_are_kept_in_a_pipe(plan: Path) -> None:
    narrow, wide = (shell("audit", plan, env={"COLUMNS": n}).stdout.decode() for n in ("50", "110"))
    assert max(map(len, narrow.splitlines()[:-1])) <= 50 < max(map(len, wide.splitlines()[:-1]))


def test_tasks_nobody_owns_stand_in_the_matrix(plan: Path) -> None:
    assert re.search(r"一/1\s+一/2\s+一/3", run("query", "matrix", plan).stdout)


def test_the_matrix_in_a_sheet_is_narrow_under_upright_heads(plan: Path, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    assert run("query", "matrix", plan, "-o", tmp_path / "m.xlsx", lang="zh").exit_code == 0
    sheet = load_workbook(tmp_path / "m.xlsx").active
    assert sheet is not None and sheet.title == "部门×任务矩阵"
    heads = [c.value for c in sheet[1]]
    assert heads[1] == "一/1 完成老城区雨污分流改造" and sheet["B1"].alignment.textRotation == 90 and sheet.column_dimensions["B"].width < 8
    assert sheet["A1"].alignment.textRotation == 0 and sheet.print_title_rows == "$1:$1" and sheet.page_setup.orientation == "landscape"


@pytest.mark.parametrize("command", [("graph",), ("query", "matrix", "--format", "json"), ("audit", "--format", "json")])
def test_json_on_standard_output_can_do_nothing_to_a_terminal(tmp_path: Path, command: tuple[str, ...]) -> None:
    plan = written(tmp_path / "plan.txt", PLAN.replace("完成河道清淤", "完成\x9b31m河道\u202e清淤"))
    name, *more = command
    said = shell(name, *(more[:1] if name == "query" else ()), plan, *(more[1:] if name == "query" else more)).stdout.decode("utf-8")
    assert json.loads(said) and not {"\x9b", "\u202e", "\x1b"} & set(said)
