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


def gaps_of(*texts: str) -> list[tuple[list[tuple[int, int]], str]]:
    plans = [load(source_of_bytes(text.encode(), f"plan{n}.txt")) for n, text in enumerate(texts)]
    return [(list(f.lines), f.message.zh) for f in audit(AccountabilityGraph.of(plans), select=["TXT601"])]


TABLE = "沅平市水环境治理任务分工表\n| 序号 | 任务 | 牵头单位 |\n"
HEADED = f"{TITLE}一、重点任务\n（一）河道\n1.清淤。{OWNER}渠道整治\n2.改造。{OWNER}"


@pytest.mark.parametrize(("name", "text", "said"), [
    ("cells of a table", f"{TABLE}| 1 | 清淤东河 | 市水利局 |\n| 2 | 改造北渠 | 市水利局 |\n| 4 | 整治西塘 | 市住建局 |\n", [([(4, 4), (5, 5)], "编号由2跳到4，缺3")]),
    ("cells in order", f"{TABLE}| 1 | 清淤东河 | 市水利局 |\n| 2 | 改造北渠 | 市水利局 |\n| 3 | 整治西塘 | 市住建局 |\n", []),
    ("a merged cell", f"{TABLE}| 1 | 清淤东河 | 市水利局 |\n|  | 改造北渠 | 市水利局 |\n| 2 | 整治西塘 | 市住建局 |\n", []),
    ("a slip and a gap behind it", f"{TITLE}一、重点任务\n{items(1, 2, 2, 4, 6)}", [([(4, 4), (5, 5)], "编号2出现两次，而缺3"), ([(6, 6), (7, 7)], "编号由4跳到6，缺5")]),
    ("a slip before and a gap behind it", f"{TITLE}一、重点任务\n{items(1, 3, 3, 4, 6)}", [([(4, 4), (5, 5)], "编号3出现两次，而缺2"), ([(6, 6), (7, 7)], "编号由4跳到6，缺5")]),
    ("a heading that lost its number, and the next doubled", f"{HEADED}（三）湿地\n3.建设。{OWNER}（三）池塘\n4.整治。{OWNER}", [
        ([(3, 3), (5, 5), (7, 7)], "编号由（一）跳到（三），缺（二）；第5行标题“渠道整治”前没有编号"), ([(7, 7), (9, 9)], "编号（三）出现两次"),
    ]),
    ("two missing and one doubled", f"{TITLE}一、重点任务\n{items(1, 4, 4)}", [([(3, 3), (4, 4)], "编号由1跳到4，缺2、3"), ([(4, 4), (5, 5)], "编号4出现两次")]),
])  # fmt: skip
def test_where_the_numbers_break(name: str, text: str, said: list[tuple[list[tuple[int, int]], str]]) -> None:
    found = gaps_of(text)
    assert [lines for lines, _ in found] == [lines for lines, _ in said], found
    assert all(message.startswith(words) for (_, message), (_, words) in zip(found, said)), found


def test_each_plan_has_its_own_numbers() -> None:
    """Lines of one plan say nothing of another: neither which lines are inside, nor which numbers are printed."""
    short = f"{TITLE}一、重点任务\n{items(1, 2)}"
    letter = f"{TITLE}沅政办发〔2025〕9号\n各乡镇：\n一、重点任务\n{items(1, 2, 4)}附则\n1.自印发之日起施行。\n3.由市水利局解释。\n"
    alone = gaps_of(letter)
    assert gaps_of(short, letter) == gaps_of(letter, short) == alone and alone
