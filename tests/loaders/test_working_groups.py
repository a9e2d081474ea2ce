"""Working groups: who leads them answers for their work, their members help; beside them headings that only sound so."""

from __future__ import annotations

import pytest

from graphmodel.plan import Source
from graphmodel.text import fold
from loaders.load import load

ROWS: dict[str, tuple[str, list[str]]] = {
    "lines below the name, and items": (
        "(一)综合协调组\n组  长:刘斌\n牵头单位:市水务局\n成员单位:市水务局、市财政局、市住建局\n主要职责:\n1.负责日常工作。\n2.汇总进展。\n",
        ["1.负责日常工作 市水务局牵 市财政局配 市住建局配", "2.汇总进展 市水务局牵 市财政局配 市住建局配"],
    ),
    "labels on one line": (
        "(一)征迁安置组\n牵头单位:市住建局;成员单位:市人社局、各乡镇(街道)。\n负责房屋征收。\n",
        ["负责房屋征收 市住建局牵 市人社局配 各乡镇(街道)配"],
    ),
    "the leader in the heading": (
        "(一)综合组(市政府办牵头)\n成员单位:市委网信办、市卫健委\n职责:负责文电、会务。\n(二)救治组(市卫健委)\n职  责:\n1.收治病人。\n",
        ["负责文电、会 市政府办牵 市委网信办配 市卫健委配", "1.收治病人 市卫健委责"],
    ),
    "the members below the duty": (
        "(一)流调组(市公安局、市卫健委牵头)\n职责:完成流调报告。\n成员单位:市疾控中心\n",
        ["完成流调报告 市公安局牵 市卫健委牵 市疾控中心配"],
    ),
    "members and no leader": (
        "(一)督导检查组\n成员单位:市纪委监委、市委督查室\n工作职责:每周开展督查。\n",
        ["每周开展督查 督导检查组责 市纪委监委配 市委督查室配"],
    ),
    "told in a sentence": (
        "(一)物资保障组\n由市商务局牵头负责,市发改委、市供销社配合,储备不少于30天的物资。\n(二)监督执纪组\n由市纪委监委牵头,市委组织部配合。负责监督执纪。\n",
        ["由市商务局牵 市商务局牵 市发改委配 市供销社配", "由市纪委监委 市纪委监委牵 市委组织部配"],
    ),
    "who calls it together, and the leader": (
        "(一)产业发展专班\n召集人:胡志;牵头单位:市农业农村局;配合单位:市发改委、市供销社、市商务局、市科技局、各乡镇\n工作职责:负责产业发展。\n",
        ["负责产业发展 市农业农村局牵 市发改委配 市供销社配 市商务局配 市科技局配 各乡镇配"],
    ),
    "all on one line": (
        "1.督导考核专班(市纪委监委、市审计局)。负责督查考核。\n2.涉外组:市委外办、沅平海关。\n3.执纪组\n由市纪委监委牵头。\n",
        ["1.督导考核专班 市纪委监委责 市审计局责", "2.涉外组 市委外办责 沅平海关责", "3.执纪组 市纪委监委牵"],
    ),
    # no groups
    "a leading group and its members": (
        "(一)节水工作领导小组\n成员单位:市水务局、市财政局\n主要职责:\n1.统筹节水工作。\n",
        ["1.统筹节水工作 节水工作领导小组责"],
    ),
    "a group is to be set up": ("(一)成立工作专班(6月底前)。市水务局要抽调3人。\n", ["(一)成立工作专班 市水务局责"]),
    "a brigade in brackets": ("(一)建设党员先锋组。\n(责任单位:市水务局)\n", ["(一)建设党员先锋 市水务局责"]),
}


@pytest.mark.parametrize(("body", "want"), ROWS.values(), ids=ROWS.keys())
def test_working_groups(body: str, want: list[str]) -> None:
    plan = load(Source(f"沅平市节水工作方案\n一、工作专班\n{body}", "any.txt"))
    got = [f"{t.number or ''}{fold(t.text).strip('。;')[:6]} " + " ".join(f"{fold(d.unit.printed)}{d.tier}" for d in t.duties) for t in plan.tasks]
    assert got == want
    assert plan.unread == ()


def test_members_are_of_the_group_and_not_of_a_label() -> None:
    plan = load(Source("沅平市工作方案\n一、综合组(市政府办牵头)\n成员单位:市委网信办、市卫健委\n职责:负责文电。\n", "any.txt"))
    assert {m.body.printed for m in plan.memberships} == {"综合组"}
