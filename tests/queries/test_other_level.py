"""Words of another level: which words, in which plan, and when they are somebody's own."""

from __future__ import annotations

import pytest

from graphmodel.graph import AccountabilityGraph
from loaders.load import load
from loaders.open import source_of_bytes
from queries.other_level import other_level_words


def graph_of(place: str, first: str, unit: str) -> AccountabilityGraph:
    text = f"{place}人民政府关于生态创建工作的任务分工方案\n一、重点任务\n1.{first}（责任单位：{unit}）\n2.完成河道清淤。（责任单位：水利局）\n"
    return AccountabilityGraph.of([load(source_of_bytes(text.encode(), "plan.txt"))])


@pytest.mark.parametrize(
    ("place", "first", "unit", "words"),
    [
        ("沅平市", "确保本村辖区内无滥伐。", "市林业局", [["本村辖区"]]),
        ("沅平市", "我县率先完成造林，本县配套资金。", "市林业局", [["我县", "本县"]]),
        ("沅平市", "全州完成造林，本乡镇配套资金。", "市林业局", [["全州"], ["本乡镇"]]),
        ("沅平市", "开展本镇林木普查，本社区公示。", "市林业局", [["本镇"], ["本社区"]]),
        ("沅平市", "开展本街道林木普查。", "市林业局", [["本街道"]]),
        ("沅平市", "推行本村事本村管，本村村民参与，覆盖全镇、全村、全社区。", "市林业局", []),
        ("沅平市", "全区、我省、全省完成造林。", "市林业局", []),
        ("沅平市", "在样本村试点，防止自我县际攀比，完成健全县级台账。", "市林业局", []),
        ("沅平市", "纳入州（市）各部门年度目标，市（州）财政配套。", "市林业局", [["州（市）", "市（州）"]]),
        ("沅平市", "纳入地（市）年度目标，争创生态文明州（市）。", "市林业局", [["地（市）", "州（市）"]]),
        ("沅平市", "争创生态文明州（市）。", "市林业局", []),
        ("沅平市", "省、州（市）、县联动，州（市）级配套，州（市）间协作，各州（市）竞相发展。", "市林业局", []),
        ("柏渡县", "全旗完成造林。", "县林业局", [["全旗"]]),
        ("柏渡县", "全区完成造林，全市通报。", "县林业局", []),
        ("青岚区", "全县完成造林。", "区林业局", [["全县"]]),
        ("青岚区", "柏渡县经验在全县推开。", "区林业局", []),
        ("柏渡县", "全县（市、区）完成造林，县（市、区）人大审议，县（市、区）竞相发展。", "县林业局", [["全县（市、区）", "县（市、区）"]]),
        ("云泽省", "省（区、市）人民政府出台办法，省（区、市）间协作。", "省林业厅", [["省（区、市）"]]),
        ("云泽省", "我市率先完成造林。", "省林业厅", []),
        ("云泽省", "我县率先完成造林。", "省林业厅", [["我县"]]),
        ("大营镇", "本乡完成造林。", "镇农业办", [["本乡"]]),
        ("大营镇", "全镇（街道）完成造林，本镇配套资金。", "镇农业办", [["全镇（街道）"]]),
        ("沅平市", "各乡镇要在本镇、本村开展普查。", "市林业局", [["本村"]]),
        ("沅平市", "城镇、城乡环境整治，本镇先行。", "市林业局", [["本镇"]]),
        ("沅平市", "各村要确保本村无滥伐。", "市林业局", []),
        ("沅平市", "确保本村无滥伐。", "各村民委员会", []),
        ("沅平市", "完成全县造林。", "柏渡县人民政府", []),
        ("沅平市", "完成全县造林。" + "开展普查、公示、验收、通报。" * 40 + "各县配合。", "市林业局", [["全县"]]),
    ],
)
def test_words_of_another_level(place: str, first: str, unit: str, words: list[list[str]]) -> None:
    graph = graph_of(place, first, unit)
    found = other_level_words(graph)
    assert [[graph.words(e.doc, span) for span in e.places] for e in found] == words
    for entry in found:
        assert (entry.own, entry.tasks) == (place, tuple(graph.tasks()[:1]))


def test_the_heading_may_name_who_is_spoken_to() -> None:
    text = "沅平市人民政府关于生态创建工作的任务分工方案\n一、{}\n1.完成全县造林。（责任单位：市林业局）\n2.完成河道清淤。（责任单位：市水利局）\n"
    counts = [len(other_level_words(AccountabilityGraph.of([load(source_of_bytes(text.format(h).encode(), "p.txt"))]))) for h in ("重点任务", "县级任务")]
    assert counts == [1, 0]
