"""The words of roles: which part a label gives, what counts as a label, which verb says which part."""

from __future__ import annotations

import pytest

from loaders.grammar.roles import ALLOTMENT_LABEL, BLANKET, BLANKET_PART, DEADLINE_LABEL, LABEL, OTHER_LABEL, PERSON_LABEL, POSITIONAL, VERB, part_of_label

PARTS = {
    "lead": (
        "牵头单位",
        "牵头部门",
        "牵头",
        "牵头责任单位",
        "市级牵头责任单位",
        "总牵头单位",
        "主办单位",
        "主责部门",
        "第一责任单位",
        "首要责任单位",
        "牵头配合单位",
    ),
    "help": (
        "配合单位",
        "配合部门",
        "协办单位",
        "协同单位",
        "协同责任单位",
        "参与单位",
        "参加单位",
        "支持单位",
        "协助单位",
        "协作单位",
        "联动部门",
        "责任配合单位",
        "配合指导单位",
        "配责部门",
        "整改配合单位",
    ),
    "watch": (
        "监管单位",
        "监管责任部门",
        "监督单位",
        "督导单位",
        "督办单位",
        "督查部门",
        "指导单位",
        "验收单位",
        "督促单位",
        "监测单位",
        "销号单位",
        "整改督导单位",
    ),
    "answer": (
        "责任单位",
        "责任部门",
        "主要责任单位",
        "承办单位",
        "落实部门",
        "实施单位",
        "承担单位",
        "执行单位",
        "实施主体",
        "完成单位",
        "整改单位",
        "整改责任科室",
        "行业主管部门",
        "责任乡镇",
    ),
    None: ("工作目标", "单位", "备注", "完", "", "联系电话"),
}


@pytest.mark.parametrize(("part", "label"), [(part, label) for part, labels in PARTS.items() for label in labels])
def test_the_part_a_label_gives(part: str | None, label: str) -> None:
    assert part_of_label(label) == part


LABELS = {
    LABEL: (
        "牵头单位:",
        "责任单位:",
        "市级牵头责任单位:",
        "配合部门:",
        "牵头:",
        "责任单位(部门):",
        "监管单位:",
        "主要责任单位:",
        "责任单位名单:",
        "协办单位 :",
        "责任单位为市教育局,",
        "牵头及责任单位:",
        "整改责任单位:",
        "整改牵头单位:",
        "整改单位:",
        "整改主体:",
        "整改责任部门:",
        "行业主管部门:",
        "销号单位:",
        "责任站所:",
        "责任学校:",
        "责任乡镇:",
        "责任部门和单位:",
        "责任单位及责任人:",
        "任务牵头单位(部门):",
    ),
    DEADLINE_LABEL: (
        "完成时限:",
        "时限要求:",
        "完成时间:",
        "时间节点:",
        "办结时限 :",
        "整改期限:",
        "整改时间:",
        "整改完成时限:",
        "计划完成时间:",
        "预计竣工日期:",
        "销号时限:",
        "目标时限:",
        "责任时限:",
        "时限:",
    ),
    PERSON_LABEL: (
        "责任领导:",
        "牵头领导:",
        "责任人:",
        "联系人:",
        "分管领导:",
        "责任校领导:",
        "牵头区领导:",
        "包保领导:",
        "包保市领导:",
        "责任县级领导:",
        "督办领导:",
        "分管校长:",
        "包抓人:",
        "第一责任人:",
        "县处级领导:",
        "整改责任人:",
        "整改责任领导:",
        "市级牵头领导:",
        "挂牌领导:",
        "包案领导:",
        "领办领导:",
        "领衔领导:",
        "主要负责人:",
        "分管负责人:",
        "责任河长:",
    ),
    OTHER_LABEL: ("工作目标:", "目标要求:", "备注:", "工作内容:", "整改措施:", "整改目标:", "存在问题:", "具体表现:"),
    ALLOTMENT_LABEL: ("责任分工:", "任务分工:", "分工:"),
}
NO_LABELS = (
    "责任单位要履职",
    "牵头单位负责",
    "完成时限不变",
    "责任人到位",
    "工作目标明确",
    "责任单位为",
    "单位:",
    "目录:",
    "说明:",
    "各级领导:",
    "校长:",
    "班子领导小组:",
    "领导:",
    "期限:",
    "时间:",
    "会议时间:",
    "工作时间:",
    "整改:",
    "工作落实:",
    "项目建设:",
    "任务推进:",
    "整改工作:",
    "行业:",
    "河长:",
    "整改单位名录",
)


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in LABELS.items() for text in texts], ids=lambda x: x if isinstance(x, str) else "")
def test_labels(kind: object, text: str) -> None:
    assert [p for p in LABELS if p.match(text)] == [kind]
    m = next(p for p in LABELS if p is kind).match(text)
    assert m is not None
    assert text.startswith(m["label"])


@pytest.mark.parametrize("text", NO_LABELS)
def test_what_is_no_label(text: str) -> None:
    assert not any(p.match(text) for p in LABELS)


VERBS = {
    "lead": ("牵头", "牵头负责", "主办", "总牵头", "共同牵头", "抓总"),
    "answer": ("负责", "负责落实", "组织实施", "按职责分工负责", "按照各自职责分别负责", "各负其责", "为责任单位", "承担", "推进"),
    "help": ("配合", "参与", "积极配合", "密切协作", "协办", "会办", "按职责协助"),
    "watch": ("指导", "监督", "负责监督", "负责督促落实", "业务指导", "监督检查", "督导", "督查"),
}


@pytest.mark.parametrize(("part", "words"), [(part, words) for part, row in VERBS.items() for words in row])
def test_the_part_a_verb_says(part: str, words: str) -> None:
    m = VERB.fullmatch(words)
    assert m is not None
    assert m.lastgroup == part


@pytest.mark.parametrize("words", ["加强", "研究", "会同", "教育", "按职责分工", "各自"])
def test_what_is_no_verb_of_a_part(words: str) -> None:
    assert VERB.search(words) is None


@pytest.mark.parametrize(
    ("text", "ditto"),
    [
        ("列第一位者为牵头单位,下同", True),
        ("〔列第一位的为牵头单位,下同〕", True),
        ("排在第一位的部门为牵头部门", False),
        ("排名第一的为牵头单位", False),
        ("排第一位的单位是主办单位,以下同", True),
        ("以上均排首位的为牵头单位", False),
        ("列第一位", None),
        ("牵头单位排在前面", None),
        ("第一责任单位", None),
    ],
)
def test_the_first_named_leads(text: str, ditto: bool | None) -> None:
    m = POSITIONAL.search(text)
    assert (m and bool(m["ditto"])) is ditto


@pytest.mark.parametrize(
    ("text", "units", "verb"),
    [
        ("以下均需各县区政府落实,不再列出", "各县区政府", "落实"),
        ("以下各项工作均需市教育局、市财政局推进,不再单独列出", "市教育局、市财政局", "推进"),
        ("上述任务均由市财政局配合,不再逐一标注", "市财政局", "配合"),
        ("以下各项工作均需各县区政府落实", None, None),
        ("均需各县区政府落实,不再列出", None, None),
    ],
)
def test_blanket_clauses(text: str, units: str | None, verb: str | None) -> None:
    m = BLANKET.search(text)
    assert (m and (m["units"], m["verb"])) == (units and (units, verb))


def test_every_helping_verb_of_a_blanket_clause_is_one() -> None:
    for verb, part in BLANKET_PART.items():
        m = BLANKET.search(f"以下均需市教育局{verb},不再列出")
        assert m and m["verb"] == verb
        assert part == part_of_label(verb)
