"""Tasks on which nearly everybody is: the limits, and what is counted."""

from __future__ import annotations

import pytest
from rule_cases.crowded_task import HEAD, MANY, REST

from graphmodel.graph import AccountabilityGraph
from loaders.load import load
from loaders.open import source_of_bytes
from queries.audit import audit
from queries.crowd import crowded


def graph_of(text: str) -> AccountabilityGraph:
    return AccountabilityGraph.of([load(source_of_bytes(text.encode(), "plan.txt"))])


@pytest.mark.parametrize(("share", "least", "found"), [(0.6, 8, 1), (0.6, 9, 0), (8 / 14, 8, 1), (0.5, 8, 1), (0.9, 8, 0)])
def test_the_limits(share: float, least: int, found: int) -> None:
    more = (
        ""
        if share in (0.6,)
        else "7.开展校园巡查。（市教育局负责）\n8.建设健身步道。（市体育局负责）\n9.开展药品抽检。（市市场监管局负责）\n10.完成管网改造。（市住建局负责）\n11.开展用工监察。（市人力资源社会保障局负责）\n12.完成勘界立标。（市自然资源局负责）\n"
    )
    graph = graph_of(f"{HEAD}1.建立统一信用代码制度。（{MANY}负责）\n{REST}{more}")
    entries = crowded(graph, share, least)
    assert len(entries) == found
    assert len(audit(graph, select=["LOD403"], limits={"LOD403": {"share": share, "least": least}})) == found
    for entry in entries:
        assert (entry.tasks, entry.of, entry.usual) == (tuple(graph.tasks()[:1]), 14 if more else 8, 1)
        assert len(entry.bodies) == 8 and entry.bodies == tuple(graph.leads_of(entry.tasks[0]))


def test_more_than_three_tasks_and_their_words() -> None:
    rest = "".join(f"{n}.疏浚第{n}条排水沟渠。（市水利局负责）\n" for n in range(7, 30))
    crowd = "".join(f"{n}.归集{what}信用信息。（{MANY}负责）\n" for n, what in enumerate(("企业", "个人", "社团", "医院"), 30))
    (finding,) = audit(graph_of(f"{HEAD}1.建立统一信用代码制度。（市发展改革委负责）\n{REST}{rest}{crowd}"), select=["LOD403"])
    assert "等 4 项任务列出 8 个单位" in finding.message.zh and "(4 tasks): 8 of the plan's 8 units" in finding.message.en
    assert len(finding.tasks) == len(finding.lines) == len(finding.quotes) == 4
