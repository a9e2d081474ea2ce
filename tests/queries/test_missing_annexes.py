"""Annexes announced and relied on: what an entry holds."""

from __future__ import annotations

import pytest
from rule_cases.missing_annex import HEAD, LAST, PLAIN, SIGNED

from graphmodel.graph import AccountabilityGraph
from loaders.load import load
from loaders.open import source_of_bytes
from queries.annexes import missing_annexes


def graph_of(*texts: str) -> AccountabilityGraph:
    return AccountabilityGraph.of([load(source_of_bytes(t.encode(), f"{n}.txt")) for n, t in enumerate(texts)], [f"plan{n}" for n in range(len(texts))])


def first(words: str) -> str:
    return f"{HEAD}1.完成老旧小区改造{words}（责任单位：市住建局）\n{LAST}"


@pytest.mark.parametrize(
    ("text", "labels", "words"),
    [
        (first("，名单见附件1。"), [("附件1",)], [["见附件1"]]),
        (first("，按附表3所列标准施工。"), [("附表3",)], [["按附表3"]]),
        (first("（见附件十二），图纸详见附图2。"), [("附件12",), ("附图2",)], [["见附件十二"], ["详见附图2"]]),
        (first("（附件2），验收标准见附件2。"), [("附件2",)], [["附件2", "见附件2"]]),
        (first("，标准见本方案附件。"), [("附件",)], [["见本方案附件"]]),
        (first("，标准见附录。"), [("附录",)], [["见附录"]]),
        (first("，方案附后，清单附后。"), [("附件",)], [["方案附后", "清单附后"]]),
        (first("，名单见附件1，另行印发。"), [], []),
        (first("，名单见附件1（另发）。"), [], []),
        (first("，按照云政发〔2020〕3号附件2的要求施工。"), [], []),
        (first("，按《云泽省改造导则》（附件2）、云政发〔2020〕3号（附件4）施工。"), [], []),
        (first("，按照《改造任务分解表》（详见附件）施工。"), [("附件",)], [["详见附件"]]),
        (first("，名单见附件4。") + "附件3\n老旧小区改造名单\n青山小区\n", [("附件4",)], [["见附件4"]]),
        (first("，名单见附件1。") + f"附件：1.改造名单\n2.验收标准\n{SIGNED}附件\n改造名单\n青山小区\n", [("附件2",)], [["2.验收标准"]]),
        (first("，名单见附件1。") + f"附件：1.甲类名单\n2.验收标准\n{SIGNED}附件\n改造小区\n青山小区\n", [("附件1", "附件2")], [["见附件1", "附件：1.甲类名单", "2.验收标准"]]),
        (PLAIN + "附件：老旧小区改造名单\n一、青山小区\n二、白石小区\n", [], []),
        (PLAIN + "附件：老旧小区改造名单（略）\n" + SIGNED, [], []),
        (PLAIN + "附件：1.改造名单。\n2.验收标准。\n" + SIGNED, [("附件1", "附件2")], [["附件：1.改造名单。", "2.验收标准。"]]),
        (PLAIN + "附件：1.改造名单\n3.验收标准\n" + SIGNED, [("附件1",)], [["附件：1.改造名单"]]),
        (PLAIN + "【附件2】\n改造名单\n青山小区\n", [], []),
    ],
)  # fmt: skip
def test_what_is_missing(text: str, labels: list[tuple[str, ...]], words: list[list[str]]) -> None:
    graph = graph_of(text)
    found = missing_annexes(graph)
    assert [e.labels for e in found] == labels
    assert [[graph.words(e.doc, span) for span in e.places] for e in found] == words


def test_an_annex_may_be_another_file_of_the_audit() -> None:
    notice = PLAIN + f"附件：青岚区管网改造任务分工方案\n{SIGNED}"
    annex = "青岚区管网改造任务分工方案\n一、重点任务\n1.完成管网改造。（责任单位：区住建局）\n2.完成河道清淤。（责任单位：区水利局）\n"
    assert [e.titles for e in missing_annexes(graph_of(notice))] == [("青岚区管网改造任务分工方案",)]
    assert missing_annexes(graph_of(notice, annex)) == []


def test_the_tasks_that_rely_on_it() -> None:
    graph = graph_of(first("，名单见附件2。") + f"附件：1.改造名单\n2.验收标准\n{SIGNED}")
    (entry,) = missing_annexes(graph)
    assert entry.announced and entry.tasks == tuple(graph.tasks()[:1]) and entry.titles == ("改造名单", "验收标准")


def test_hostile_lines_are_read_in_linear_time() -> None:
    text = PLAIN + ("附件：" + " " * 3000 + "1.\n") * 40 + "见附件" * 3000 + "\n" + "附件1" * 3000 + "\n"
    assert isinstance(missing_annexes(graph_of(text)), list)
