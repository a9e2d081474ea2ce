"""Which missing number explains that a count is wrong."""

from __future__ import annotations

import pytest

from graphmodel.graph import AccountabilityGraph
from loaders.load import load
from loaders.open import source_of_bytes
from queries.audit import audit

OWNER = "（牵头单位：市水利局）\n"
TITLE = "沅平市水环境治理工作任务分工方案\n"


def items(*numbers: int) -> str:
    return "".join(f"{n}.完成第{'甲乙丙丁戊己庚'[n]}条河道清淤。{OWNER}" for n in numbers)


@pytest.mark.parametrize(("name", "text", "cause"), [
    ("one of the two that are missing", f"{TITLE}本方案共确定6项重点任务。\n一、重点任务\n{items(1, 2, 4, 5)}", "编号由2跳到4"),
    ("in the part that is counted", f"{TITLE}一、河道（5项）\n{items(1, 2, 4)}二、渠道\n{items(1, 2)}", "编号由2跳到4"),
    ("in another part", f"{TITLE}一、河道（4项）\n{items(1, 2, 3)}二、渠道\n{items(1, 3)}", None),
    ("another style", f"{TITLE}本方案共确定5项重点任务。\n一、河道\n{items(1, 2)}三、渠道\n{items(3, 4)}", None),
    ("more are missing than are lacking", f"{TITLE}本方案共确定5项重点任务。\n一、重点任务\n{items(1, 2)}{items(5, 6)}", None),
    ("too few are declared", f"{TITLE}本方案共确定3项重点任务。\n一、重点任务\n{items(1, 2, 4, 5, 6)}", None),
    ("what stands above", f"{TITLE}一、河道\n{items(1, 2, 4)}以上5项任务由各单位落实。\n二、渠道\n{items(1, 2)}", "编号由2跳到4"),
    ("what is announced", f"{TITLE}一、河道\n以下5项任务列入督办：\n{items(1, 2, 4)}二、渠道\n{items(1, 2)}", "编号由2跳到4"),
])  # fmt: skip
def test_what_explains_a_count(name: str, text: str, cause: str | None) -> None:
    graph = AccountabilityGraph.of([load(source_of_bytes(text.encode(), "plan.txt"))])
    found = audit(graph, select=["TXT601", "TXT602"])
    (count,) = [f for f in found if f.code == "TXT602"]
    at = count.follows_from
    assert (None if at is None else found[at].message.zh[: len(cause or "")]) == cause, [f.message.zh for f in found]
