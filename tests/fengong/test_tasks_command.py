"""`fengong tasks`: which file is written, what is said beside it, and what is refused."""

from __future__ import annotations

import csv
import io
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from fengong.cli import main
from fengong.task_tables import in_words, title_of

PLAN = """沅平市城市环境整治任务分工方案
沅政办发〔2024〕18号
一、总体目标
到2024年底，城市污水处理率达到98%。
二、重点任务
1.完成老城区雨污分流改造12公里。(责任单位:市住房城乡建设局;配合单位:市财政局)
2.2024年6月底前完成河道清淤。(牵头单位:市水利局)
三、机制
市水利局每季度召开一次调度会议。
"""
OTHER = PLAN.replace("沅平市城市环境整治", "青岚区水源地保护").replace("沅政办发〔2024〕18号", "青政办发〔2024〕7号")
NOVEL = "话说那日天色已晚，他走出门去，看见一个老人坐在河边钓鱼。\n" * 40


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.txt"
    path.write_text(PLAN, encoding="utf-8")
    return path


def run(*args: object, lang: str = "en") -> Result:
    return CliRunner().invoke(main, ["tasks", *map(str, args), "--lang", lang])


@pytest.mark.parametrize(
    ("name", "begins"), [("t.docx", b"PK"), ("t.xlsx", b"PK"), ("t.XLSX", b"PK"), ("t.csv", b"\xef\xbb\xbf"), ("t.txt", "沅平市城市环境整治任务分工表".encode())]
)
@pytest.mark.parametrize("ledger", [False, True])
def test_a_file_by_its_suffix(plan: Path, tmp_path: Path, name: str, begins: bytes, ledger: bool) -> None:
    out = tmp_path / name
    done = run(plan, *(["--ledger"] if ledger else []), "-o", out)
    assert done.exit_code == 0, done.output
    assert out.read_bytes().startswith(begins) or ledger and name == "t.txt"
    assert done.stdout == "" and f"written: {out}" in done.stderr
    assert "plan.txt: 9 lines, 3 tasks, 3 duties, 0 lines not understood" in done.stderr and "not in the table: overall goals 1, mechanisms 1" in done.stderr


def test_in_chinese(plan: Path, tmp_path: Path) -> None:
    done = run(plan, "-o", tmp_path / "t.docx", lang="zh")
    assert "未列入表格：总体目标 1、工作机制 1" in done.stderr and "已写入" in done.stderr


def test_on_the_terminal(plan: Path) -> None:
    done = run(plan)
    assert done.exit_code == 0 and "责任单位：市住房城乡建设局" in done.stdout and "二、重点任务" in done.stdout
    ledger = run(plan, "--ledger").stdout
    assert ledger.index("2024年6月\n") < ledger.index("无期限\n") and "总体目标" not in ledger


def test_csv_on_standard_output(plan: Path) -> None:
    rows = list(csv.reader(io.StringIO(run(plan, "--format", "csv").stdout_bytes.decode("utf-8-sig"), newline="")))
    assert rows[0] == ["序号", "任务", "牵头单位", "责任单位", "配合单位", "目标", "完成时限"]
    assert rows[2] == ["1", "完成老城区雨污分流改造12公里。", "", "市住房城乡建设局", "市财政局", rows[2][5], ""] and "12公里" in rows[2][5]
    ledger = run(plan, "--ledger", "--format", "csv").stdout_bytes.decode("utf-8-sig").splitlines()
    assert ledger[0] == "序号,到期月份,任务,节点/目标,牵头单位,责任单位,配合单位,完成时限,进展,完成情况,佐证,销号"
    assert ledger[1] == "1,2024年6月,2.2024年6月底前完成河道清淤,2024年6月底前完成河道清淤,市水利局,,,2024年6月底前,,,,"


def test_several_plans(plan: Path, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    (tmp_path / "other.txt").write_text(OTHER, encoding="utf-8")
    out = tmp_path / "t.xlsx"
    assert run(plan, tmp_path / "other.txt", "-o", out).exit_code == 0
    assert load_workbook(out).sheetnames == ["沅平市城市环境整治任务分工方案", "青岚区水源地保护任务分工方案"]


def test_a_graph_written_earlier(plan: Path, tmp_path: Path) -> None:
    graph = tmp_path / "g.json"
    assert CliRunner().invoke(main, ["graph", str(plan), "-o", str(graph)]).exit_code == 0
    one, two = tmp_path / "one.docx", tmp_path / "two.docx"
    assert run(plan, "-o", one).exit_code == run(graph, "-o", two).exit_code == 0
    assert one.read_bytes() == two.read_bytes(), "the graph holds all that the table needs"


REFUSED = [
    ("a format that does not exist", ["{plan}", "-o", "{folder}/t.pdf"], "there is no format .pdf"),
    ("no suffix", ["{plan}", "-o", "{folder}/t"], "there is no format -"),
    ("Word onto standard output", ["{plan}", "--format", "docx"], "docx cannot go to standard output"),
    ("Excel onto standard output", ["{plan}", "--format", "xlsx"], "xlsx cannot go to standard output"),
    ("the plan itself", ["{plan}", "--format", "csv", "-o", "{plan}"], "must not be overwritten"),
    ("a plan of the folder that is read", ["{folder}", "--format", "csv", "-o", "{plan}"], "must not be overwritten"),
    ("a folder that does not exist", ["{plan}", "-o", "{folder}/none/t.docx"], "does not exist"),
    ("a folder", ["{plan}", "-o", "{folder}", "--format", "docx"], "is a folder"),
    ("no file", ["{folder}/none.txt"], "none.txt"),
    ("no plan", ["{folder}/novel.txt", "-o", "{folder}/t.docx"], "no duty of anybody was found"),
]


@pytest.mark.parametrize(("args", "told"), [r[1:] for r in REFUSED], ids=[r[0] for r in REFUSED])
def test_what_cannot_be_done_is_one_sentence(plan: Path, tmp_path: Path, args: list[str], told: str) -> None:
    (tmp_path / "novel.txt").write_text(NOVEL, encoding="utf-8")
    done = run(*(a.format(plan=plan, folder=tmp_path) for a in args))
    assert done.exit_code == 2 and told in done.stderr and "Traceback" not in done.output
    assert plan.read_text(encoding="utf-8") == PLAN and not (tmp_path / "t.docx").exists()


def test_one_bad_file_beside_a_plan(plan: Path, tmp_path: Path) -> None:
    out = tmp_path / "t.xlsx"
    done = run(plan, tmp_path / "none.txt", "-o", out)
    assert done.exit_code == 2 and zipfile.is_zipfile(out) and "none.txt" in done.stderr


TITLES = [
    ("沅平市优化营商环境重点任务分工方案", "沅平市优化营商环境重点任务分工表"),
    ("沅平市数字乡村建设行动任务分工", "沅平市数字乡村建设行动任务分工表"),
    ("2025年《政府工作报告》重点任务分解方案", "2025年《政府工作报告》重点任务分解表"),
    ("霁州市推进养老服务高质量发展实施方案（2024—2026年）", "霁州市推进养老服务高质量发展实施方案（2024—2026年）任务分工表"),
    ("沅平市供水任务分工方案（2024—2026年）", "沅平市供水任务分工表（2024—2026年）"),
    ("沅平市供水保障任务分工表", "沅平市供水保障任务分工表"),
    ("沅平市督办事项清单", "沅平市督办事项清单"),
    ("", "任务分工表"),
]


@pytest.mark.parametrize(("name", "title"), TITLES)
def test_the_title(name: str, title: str) -> None:
    assert title_of(name) == title


@pytest.mark.parametrize(("iso", "words"), [("2024-03-06", "2024年3月6日"), ("2024", "2024"), ("", "")])
def test_the_date(iso: str, words: str) -> None:
    assert in_words(iso) == words
