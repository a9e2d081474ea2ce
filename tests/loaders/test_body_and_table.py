"""A body and its annexed table: the same task once, and a contradiction between them is a finding."""

from __future__ import annotations

import pytest

import fengong

BODY = "沅平市城市更新任务分工方案\n\n一、重点任务\n\n1.{body}\n\n2.新建口袋公园5个并向社会开放。（牵头单位：市园林局）\n\n附件\n\n重点任务分解表\n\n"
HEAD = "| 序号 | 任务 | 牵头单位 | 配合单位 | 完成时限 |\n"
WORK = "改造老旧小区18个并完善配套设施。"

# what it shows · item of the body · row of the table · tasks, (bodies, deadline) of the one that is left, what the finding says
CASES = [
    ("nobody in the body", WORK, f"| 1 | {WORK} | 市住建局 | | 2024年10月底前 |", 2, (1, "2024-10-31"), None),
    ("the same in both", f"{WORK}（牵头单位：市住建局；配合单位：市财政局）", f"| 1 | {WORK} | 市住建局 | 市财政局 | 2024年10月底前 |", 2, (2, "2024-10-31"), None),
    ("the table names more", f"{WORK}（牵头单位：市住建局）", f"| 1 | {WORK} | 市住建局 | 市财政局、市城管局 | |", 2, (3, None), None),
    ("the table names its first sentence", f"推进小区改造。{WORK}（牵头单位：市住建局）", "| 1 | 推进小区改造 | 市住建局 | | 2024年10月底前 |", 2, (1, "2024-10-31"), None),
    ("short words", f"改造敬老院。{WORK}（牵头单位：市民政局）", "| 1 | 改造敬老院 | 市民政局 | | |", 2, (1, None), None),
    ("another lead", f"{WORK}（牵头单位：市住建局）", f"| 1 | {WORK} | 市城管局 | | |", 3, (1, None), "责任单位不一致"),
    ("helper here, lead there", f"{WORK}（牵头单位：市住建局；配合单位：市城管局）", f"| 1 | {WORK} | 市城管局 | 市住建局 | |", 3, (2, None), "责任单位不一致"),
    ("another date", f"{WORK}（牵头单位：市住建局；完成时限：2024年9月底前）", f"| 1 | {WORK} | 市住建局 | | 2024年10月底前 |", 3, (1, "2024-09-30"), "完成时限不一致"),
    ("another figure", f"{WORK}（牵头单位：市住建局）", f"| 1 | {WORK.replace('18', '28')} | 市住建局 | | |", 3, (1, None), "数字不一致"),
    ("other work", f"{WORK}（牵头单位：市住建局）", "| 1 | 完成管网改造30公里并建立台账。 | 市住建局 | | |", 3, (1, None), None),
]  # fmt: skip


@pytest.mark.parametrize(("body", "row", "tasks", "first", "says"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_body_and_table(body: str, row: str, tasks: int, first: tuple[int, str | None], says: str | None) -> None:
    graph = fengong.graph(fengong.read(BODY.format(body=body) + HEAD + row + "\n"))
    assert len(graph.tasks()) == tasks
    one = next(t for t in graph.tasks() if WORK in graph.node(t)["text"])
    assert (len(graph.duties_of(one)), graph.node(one)["deadline"]) == first
    assert not [n for n in graph.nx.nodes.values() if n["kind"] == "document" and n["unread"]]
    told = list(fengong.audit(graph, select=["DUP201"]))
    assert [f.level for f in told] == (["warning"] if says else [])
    assert not says or says in told[0].message.zh and "附表与正文" in told[0].message.zh


@pytest.mark.parametrize(
    "table",
    [
        pytest.param(f"| 序号 | 任务 | 目标要求 | 牵头单位 |\n| 1 | {WORK} | 居民普遍满意 | 市住建局 |\n", id="behind the work"),
        pytest.param(f"| 序号 | 目标要求 | 任务 | 牵头单位 |\n| 1 | 居民普遍满意 | {WORK} | 市住建局 |\n", id="before the work"),
    ],
)
def test_a_goal_in_words_beside_the_work_does_not_make_it_another_task(table: str) -> None:
    graph = fengong.graph(fengong.read(BODY.format(body=f"{WORK}（牵头单位：市住建局）") + table))
    assert len(graph.tasks()) == 2
