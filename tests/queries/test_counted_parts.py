"""Numbers a plan declares beside those that are there: deeds (十件实事), parts (4个方面), what a part closes with (以上10项任务)."""

from __future__ import annotations

import pytest

import fengong

ITEMS = "一、城乡建设\n1.改造管网。（责任单位：市水利局）\n2.修建绿道。（责任单位：市园林局）\n二、公共服务\n3.新建学校。（责任单位：市教育局）\n"
COUNTED: dict[str, tuple[str, list[str]]] = {
    "deeds in the title": (f"沅平市2026年十件民生实事任务分工方案\n\n{ITEMS}", ["十件民生实事"]),
    "deeds in a sentence": (f"沅平市工作方案\n\n今年办好8件实事。\n\n{ITEMS}", ["8件实事"]),
    "deeds that are there": (f"沅平市2026年三件民生实事任务分工方案\n\n{ITEMS}", []),
    "two deeds and three rows": (
        "沅平市2026年两件民生实事任务分解表\n序号\t任务\t牵头单位\n1\t改造管网\t市水利局\n2\t修建绿道\t市园林局\n3\t新建学校\t市教育局\n",
        ["两件民生实事"],
    ),
    "pieces of something else": (f"沅平市工作方案\n\n受理群众来信3件，事关实际。\n\n{ITEMS}", []),
    "parts": (f"沅平市工作方案\n\n现将重点任务分解为3个方面3项任务。\n\n{ITEMS}", ["3个方面"]),
    "parts that are there": (f"沅平市工作方案\n\n现将重点任务分解为2个方面3项任务。\n\n{ITEMS}", []),
    "parts beside a general one": (f"沅平市工作方案\n\n现将重点任务分解为2个方面3项任务。\n\n{ITEMS}三、保障措施\n（一）强化投入。市财政局要加大投入。\n", []),
    "parts of another paper": (f"沅平市工作方案\n\n省政府部署的4个方面20项任务已分解。\n\n{ITEMS}", []),
    "what a part closes with": (f"沅平市工作方案\n\n{ITEMS}以上2项任务，各责任单位要抓紧抓实。\n三、组织实施\n（一）强化投入。市财政局要加大投入。\n", ["2项任务"]),
    "what a part closes with, rightly": (f"沅平市工作方案\n\n{ITEMS}以上1项任务，各责任单位要抓紧抓实。\n", []),
}  # fmt: skip


@pytest.mark.parametrize("name", COUNTED)
def test_counts(name: str) -> None:
    text, expected = COUNTED[name]
    found = fengong.audit(fengong.graph([fengong.read(text)]), select=["TXT602"])
    assert ["".join(f.quotes[0].text.split()) for f in found] == expected


def test_a_collective_that_acts_by_its_duties_answers() -> None:
    plan = fengong.read("沅平市工作方案\n\n一、重点任务\n（一）强化执法。对发现的问题，有关部门按职责分工依法从严查处。\n")
    assert [[d.unit.printed for d in t.duties] for t in plan.tasks] == [["有关部门"]]
    assert [f.code for f in fengong.audit(fengong.graph([plan]), select=["OWN101", "OWN104"])] == ["OWN104"]
    other = fengong.read("沅平市工作方案\n\n一、重点任务\n（一）强化执法。市公安局按职责分工清单制定台账。（责任单位：市司法局）\n")
    assert [[d.unit.printed for d in t.duties] for t in other.tasks] == [["市司法局"]]
