"""CSV and TSV as Excel, WPS and databases write them."""

from __future__ import annotations

from pathlib import Path

import pytest
from workbook_writer import delimited

from fengong.reading import read_all
from graphmodel.files import write
from graphmodel.graph import AccountabilityGraph
from graphmodel.plan import Source
from graphmodel.problems import Problem
from loaders.load import load
from loaders.open import plans_in, source_of
from loaders.reader import Ask, reader_for_suffix

ROWS = [
    ["澄溪县2025年民生实事任务分解表"],
    ["序号", "任务", "牵头单位", "完成时限", "责任领导"],
    ['="001"', "改造老旧小区18个\n惠及居民2100户", "县住房城乡建设局", "2025/11/30", "程立群"],
    ["2", "新建公办幼儿园2所,新增学位540个", "县教育局", "2025-8-31", "罗远之"],
    ["3", "“送戏下乡”90场", "县文化广电旅游局", "2025年12月底前", ""],
]


def read(data: bytes, name: str = "x.csv") -> Source:
    found = reader_for_suffix(Path(name).suffix)
    assert found is not None
    return found.read(data, Ask(name))


def told(source: Source) -> list[tuple[str | None, str, list[str], str | None]]:
    return [(t.number, t.text, [d.unit.printed for d in t.duties], t.deadline.date) for t in load(source).tasks]


WRITTEN = {
    "UTF-8 with a mark": delimited(ROWS),
    "UTF-8": delimited(ROWS, "utf-8"),
    "GBK from a Chinese Excel": delimited(ROWS, "gbk"),
    "Unicode text of Excel": delimited(ROWS, "utf-16", "\t"),
    "semicolons": delimited(ROWS, "gbk", ";"),
    "semicolons, said above": delimited(ROWS, "utf-8", ";", before="sep=;\r\n"),
    "tabs": delimited(ROWS, "utf-8", "\t"),
    "bars": delimited(ROWS, "utf-8", "|"),
    "line ends of Unix": delimited(ROWS, "utf-8").replace(b"\r\n", b"\n"),
}


@pytest.mark.parametrize("name", WRITTEN)
def test_written_in_many_ways(name: str) -> None:
    source = read(WRITTEN[name])
    assert told(source) == [
        ("001", "改造老旧小区18个\n惠及居民2100户", ["县住房城乡建设局"], "2025-11-30"),
        ("2", "新建公办幼儿园2所,新增学位540个", ["县教育局"], "2025-08-31"),
        ("3", "“送戏下乡”90场", ["县文化广电旅游局"], "2025-12-31"),
    ]
    assert source.places[:3] == ("A1", "A2", "B2") and source.places[-1] == "D5"


def test_lines_of_text_with_commas_stay_text() -> None:
    text = "沅平市工作方案\n一、重点任务\n1.改造老旧小区,新增车位,建成公园。牵头单位：市住建局\n2.办好学校。牵头单位：市教育局\n"
    assert read(text.encode()).text.split("\n") == text.strip().split("\n")
    assert [t.number for t in load(read(text.encode())).tasks] == ["1.", "2."]


def test_a_quote_that_nobody_closed() -> None:
    rows = "".join(f"{n},任务第{n}项,市民政局\n" for n in range(2, 400))
    source = read(f'序号,任务,牵头单位\n1,"改造小区,市民政局\n{rows}'.encode())
    assert len(load(source).tasks) >= 398


@pytest.mark.parametrize(("data", "said"), [(b"", "is empty"), (b"  \r\n", "is empty"), (b",,,\n,,\n", "no words"), (b"PK\x03\x04xx", "ZIP"), (b"\0\0\0\0", "NUL")])
def test_no_table(data: bytes, said: str) -> None:
    with pytest.raises(Problem, match=said):
        read(data)


def test_a_graph_stays_a_graph(tmp_path: Path) -> None:
    """x.csv names three files; they are read as the graph they hold, and a plan beside them as a plan."""
    plan = tmp_path / "plan.csv"
    plan.write_bytes(WRITTEN["GBK from a Chinese Excel"])
    graph = AccountabilityGraph.of([load(source_of(plan))])
    written = write(graph, tmp_path / "graph.csv")
    assert len(written) == 3
    for named in ("graph.csv", "graph.nodes.csv", "graph.edges.csv", "graph.lines.csv"):
        assert len(read_all([str(tmp_path / named)]).graph.tasks()) == 3
    assert plans_in(tmp_path) == (plan,)
    assert read_all([str(tmp_path)]).whole
    for path in written:
        with pytest.raises(Problem, match="part of a graph"):
            source_of(path)
