"""Papers that allot nothing, and the requirements of a notice before the plan it issues; beside them papers that look alike and allot."""

from __future__ import annotations

import pytest

from graphmodel.plan import Plan, Source
from loaders.load import load

CALLED = "各县(区)人民政府,市政府各部门:\n"
SIGNED = "霁州市人民政府办公室\n2021年3月2日\n"
ISSUED = "霁州市人民政府办公室关于印发霁州市节水行动方案的通知\n" + CALLED + "《霁州市节水行动方案》已经市政府同意,现印发给你们,"
ASKED = (
    "一、压实责任。各牵头单位要切实履行职责,各责任单位要主动配合,市发展改革委负责统一调度,形成一级抓一级、层层抓落实的工作格局,按期完成各项工作。\n"
    "二、强化督查。市政府督查室要定期督查,各单位每月28日前报送进展情况,对进度滞后的单位予以通报,年底逐一对账。\n"
)
PLAN = "霁州市节水行动方案\n为加强节水工作,制定本方案。\n一、主要任务\n(一)改造管网。改造管网20公里。(责任单位:市水务局、市住建局)\n"
GROUP = (
    "霁州市人民政府关于成立节水工作领导小组的通知\n" + CALLED + "市政府决定成立节水工作领导小组。现将有关事项通知如下:\n"
    "一、主要职责\n(一)研究提出全市节水工作规划。\n(二)督促检查各项工作的落实。\n"
    "二、组成人员\n组长:张建国(副市长)\n副组长:李文(市水务局局长)\n成员单位:市发展改革委、市财政局\n"
    "三、工作机构\n领导小组办公室设在市水务局,日常工作由市水务局承担。\n"
    "四、会议制度\n领导小组实行例会制度,会议由组长召集,每季度召开一次。\n"
)
NOTHING = {
    "a notice with requirements, the plan not in the file": ISSUED + "请结合以下要求贯彻执行。\n" + ASKED + SIGNED,
    "the same without signature": ISSUED + "请认真落实。\n" + ASKED,
    "a circular to everybody": "关于做好冬季防火工作的通知\n"
    + CALLED
    + "现就有关事项通知如下:\n一、提高认识。各级各部门要高度重视。\n二、落实责任。各乡镇要加强巡查,市政府督查室要跟踪问效。\n"
    + SIGNED,
    "a letter that says it allots, its plan a table that is not here": "霁州市人民政府关于分解落实工作任务的通知\n"
    + CALLED
    + "现将任务分解落实到各单位,请抓好落实。\n一、加强领导。各单位要强化责任。\n二、强化督查。市政府督查室进行督查。\n附件:任务分解表\n"
    + SIGNED,
    "a notice on one line": "霁州市人民政府办公室关于印发《工作目标分解落实意见》的通知 (霁政办发〔2010〕10号) 各区人民政府,市政府各部门: "
    "为抓好落实,经市政府同意,现将《工作目标分解落实意见》印发给你们,望各责任单位抓紧制订落实方案,确保各项工作目标按期圆满完成。现就有关事项通知如下: "
    "一、各级政府、各单位要明确工作任务,细化工作措施,落实工作责任,确保各项工作全面完成。 二、各级各部门要提高执行力,把各项目标落到实处。",
    "a group is set up": GROUP + SIGNED,
    "a page that explains a plan": "《霁州市2024年重点工作任务分工方案》政策解读\n来源:市政府办\n一、起草背景\n市政府办公室进行了分解。\n二、工作要求\n1.提高站位。各责任单位要加强领导。\n",
    "rules of procedure": "霁州市人民政府工作规则\n第一章 总则\n一、市政府实行市长负责制。\n二、市政府各部门要依法履行职责。\n",
}
SOMETHING = {
    "requirements, then the plan": (ISSUED + "并就有关事项通知如下:\n" + ASKED + SIGNED + PLAN, ["市水务局", "市住建局"]),
    "requirements, then items without a title": (
        ISSUED + "请认真落实。\n" + ASKED + "1.改造管网。(责任单位:市水务局)\n2.推广器具。(责任单位:市住建局)\n",
        ["市水务局", "市住建局"],
    ),
    "numbered items of a notice that name who does them": (
        ISSUED + "并就有关事项通知如下:\n一、压实责任。改造管网。(责任单位:市水务局)\n二、强化调度。推广器具。(责任单位:市住建局)\n" + SIGNED,
        ["市水务局", "市住建局"],
    ),
    "a circular in which two bodies are told what to do": (
        "关于做好冬季防火工作的通知\n" + CALLED + "现就有关事项通知如下:\n一、加强巡查。市林业局要组织巡查。\n二、备足物资。市应急局要备足物资。\n" + SIGNED,
        ["市林业局", "市应急局"],
    ),
    "a group whose members have lists": (GROUP + "五、成员单位职责\n市发展改革委:安排项目。\n市财政局:落实资金。\n" + SIGNED, ["市发展改革委", "市财政局"]),
    "a plan whose items nobody owns but one": ("霁州市节水行动方案\n一、改造管网。改造20公里。\n二、推广器具。市住建局要推广器具。\n", ["市住建局"]),
}


def _read(text: str) -> Plan:
    return load(Source(text, "any.txt"))


@pytest.mark.parametrize("name", NOTHING)
def test_no_task_and_every_line_known(name: str) -> None:
    plan = _read(NOTHING[name])
    assert not plan.tasks, [t.text for t in plan.tasks]
    assert all("每月28日前报送" in why for _, why in plan.unread)  # the letter's own duty to report is read or listed


@pytest.mark.parametrize("name", SOMETHING)
def test_who_is_told_stays(name: str) -> None:
    text, units = SOMETHING[name]
    plan = _read(text)
    assert sorted({d.unit.printed for t in plan.tasks for d in t.duties} & set(units)) == sorted(units)
    assert not any("各牵头单位" in t.text for t in plan.tasks)


def test_signature_under_the_requirements_is_the_plans() -> None:
    header = _read(SOMETHING["requirements, then the plan"][0]).header
    assert (header.name, header.issuer, header.date) == ("霁州市节水行动方案", "霁州市人民政府办公室", "2021-03-02")


def test_sign_of_a_government_without_place_takes_it_from_the_title() -> None:
    text = "云泽省人民政府关于成立节水工作领导小组的通知\n各市人民政府:\n省政府决定成立节水工作领导小组。\n省政府\n2021年3月2日\n"
    assert _read(text).header.issuer == "云泽省人民政府"


def test_joint_signers_in_columns_of_one_blank() -> None:
    text = "关于印发节水方案的通知\n各县人民政府:\n现将《节水方案》印发给你们。\n霁州市发展和改革委员会 霁州市水务局\n霁州市财政局\n2021年3月2日\n节水方案\n一、修管。(责任单位:市水务局)\n"
    assert _read(text).header.issuer == "霁州市发展和改革委员会、霁州市水务局、霁州市财政局"


def test_an_opinion_that_is_issued_keeps_its_last_word_and_its_date() -> None:
    text = (
        "霁州市人民政府关于印发2011年重点工作任务分解意见的通知\n各县人民政府:\n经市政府同意,现将《2011年重点工作任务分解意见》印发你们,请抓好落实。\n二○一一年四月六日\n"
        "2011年重点工作任务分解意见\n为完成任务,提出如下意见。\n一、工业\n1.保护资源。(市经信委牵头落实)\n"
    )
    header = _read(text).header
    assert (header.name, header.issuer, header.date) == ("2011年重点工作任务分解意见", "霁州市人民政府", "2011-04-06")


def test_a_letter_that_issues_nothing_by_name_ends_at_its_date() -> None:
    text = (
        "市人民政府办公室关于分解落实《政府工作报告》的通知\n各区、镇、办事处:\n经同意,现将工作任务进行责任分解,请抓好落实。\n2017年1月13日\n"
        "《政府工作报告》重点工作责任分解\n2017年主要预期目标是:生产总值增长8.5%左右。\n一、提升产业\n突出工业。投资200亿元。(市经信委牵头,市财政局参与)\n"
    )
    plan = _read(text)
    assert (plan.header.name, plan.header.date) == ("《政府工作报告》重点工作责任分解", "2017-01-13")
    assert [d.unit.printed for t in plan.tasks for d in t.duties] == ["市经信委", "市财政局"]
