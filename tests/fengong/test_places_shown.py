"""A Word file's places stand in every face of the answer: findings, JSON, pages, the extracted text."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from fengong.cli import main


@pytest.fixture(scope="module")
def draft(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from docx import Document

    document = Document()
    for line in ("沅平市2024年重点任务分工方案", "一、总体目标", "到2024年底，城镇新增就业3000人。", "二、重点任务"):
        document.add_paragraph(line)
    table = document.add_table(rows=0, cols=3)
    for row in (("序号", "任务", "责任单位"), ("1", "改造老旧小区18个。", "市住建局"), ("2", "新建公园2个。", "")):
        for cell, words in zip(table.add_row().cells, row):
            cell.text = words
    path = tmp_path_factory.mktemp("draft") / "draft.docx"
    document.save(str(path))
    return path


def run(*args: object) -> str:
    done = CliRunner().invoke(main, [*map(str, args)])
    assert done.exit_code in (0, 1), done.output
    return done.stdout


FACES = [
    (("audit", "--lang", "zh"), ("第3段 · 第 3 行", "表1第3行第2列 · 第 ")),
    (("audit", "--lang", "en"), ("paragraph 3 · line 3", "table 1 row 3 column 2 · line ")),
    (("audit", "--format", "markdown", "--lang", "zh"), ("第3段 · 第 3 行",)),
    (("text", "--lang", "zh"), ("[p3]", "[t1r3c2]")),
    (("report", "--lang", "zh", "-o"), ("第3段", "表1第3行第2列")),
    (("report", "--lang", "en", "-o"), ("paragraph 3", "table 1 row 3 column 2")),
    (("matrix", "-o"), ('"place":["表1第2行第2列","table 1 row 2 column 2"]',)),
    (("view", "-o"), ('"place":["表1第2行第2列","table 1 row 2 column 2"]',)),
]


@pytest.mark.parametrize(("args", "words"), FACES, ids=[" ".join(a) for a, _ in FACES])
def test_where_in_the_file(draft: Path, tmp_path: Path, args: tuple[str, ...], words: tuple[str, ...]) -> None:
    page = tmp_path / "page.html"
    shown = run(args[0], draft, *args[1:], *([page] if args[-1] == "-o" else []))
    told = page.read_text(encoding="utf-8") if page.exists() else shown
    assert [w for w in words if w not in told] == []


def test_json_holds_the_places_as_the_file_has_them(draft: Path) -> None:
    found = json.loads(run("audit", draft, "--format", "json"))["findings"]
    assert {q["place"] for f in found for q in f["quotes"]} >= {"p3", "t1r3c2"}
